"""Opening texts: a folder with a manifest, or any files and folders a user names."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from termaccord.extract.bounds import too_long
from termaccord.formats import bilingual, documents, suppressions, tmx
from termaccord.formats.addresses import addressed
from termaccord.model import Document, Finding, Place, Severity, Suppression, TranslationUnit, say
from termaccord.project import manifest
from termaccord.project.errors import UsageError
from termaccord.project.files import read
from termaccord.project.localised import beside
from termaccord.text.analyse import detect_language, segment
from termaccord.text.languages.writing.scripts import script

STANDARD_INPUT = "-"
SAMPLE = 200
"""Units that tell the language of a side."""
Read = Callable[[Path], bytes]


@dataclass(frozen=True, slots=True)
class BilingualFile:
    """A file whose segments are already paired."""

    path: str
    units: tuple[TranslationUnit, ...]
    source_language: str
    target_languages: tuple[str, ...]
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file on the disk as it was when it was read."""

    name: str
    """What findings call it."""
    path: Path
    digest: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Segmented documents and bilingual files, in the order of the manifest or of their paths, and all that was wrong."""

    documents: tuple[Document, ...] = ()
    bilingual: tuple[BilingualFile, ...] = ()
    findings: tuple[Finding, ...] = ()
    files: tuple[OpenedFile, ...] = ()

    def named(self, name: str) -> Document:
        return next(d for d in self.documents if d.name == name)

    @property
    def pairs(self) -> tuple[tuple[Document, Document], ...]:
        """Every original with each of its translations."""
        by_name = {d.name: d for d in self.documents}
        return tuple((by_name[d.translation_of], d) for d in self.documents if d.translation_of in by_name)


def open_folder(folder: Path, read: Read = read, *, sentences: bool = True) -> Corpus:
    """
    The corpus of a folder that holds a `corpus.toml`; `read` brings the bytes of its files.

    Raises
    ------
    UsageError
        When there is no manifest.

    """
    path = folder / manifest.NAME
    if not path.is_file():
        raise UsageError(
            say(
                "{path} is missing; it lists the documents of the corpus, see “corpus.toml” in the documentation",
                path=str(path),
            )
        )
    listed = manifest.parse(read(path), str(path), folder)
    corpus = _gather(((folder / e.path, e) for e in listed.entries), listed.findings, read)
    return segmented(corpus) if sentences else corpus


def open_paths(
    paths: Sequence[str],
    language: str = "",
    standard_input: bytes | None = None,
    read: Read = read,
    *,
    sentences: bool = True,
    original: str = "",
) -> Corpus:
    """
    Everything that `paths` name: corpus folders, folders, files, `-` for the bytes of standard input.

    The language of a file is `language`, else what its path shows, else what its text looks like.
    `read` brings the bytes of a file.
    Without `sentences` the documents are not segmented yet, see `segmented`.
    Files of strings are read beside the `original` that they translate; without it, beside the one that their names tell.

    Raises
    ------
    UsageError
        When a path does not exist or none of them holds anything readable.

    """
    beside.demand(original)
    parts: list[Corpus] = []
    given_files = [Path(given) for given in paths if Path(given).is_file()]
    meant = beside.without_originals(given_files, original)
    for given in paths:
        path = Path(given)
        if path in given_files and path not in meant:
            continue
        if given == STANDARD_INPUT:
            entry = manifest.Entry("<stdin>", "<stdin>", language)
            parts.append(_merge([_one(standard_input or b"", entry)]))
        elif (path / manifest.NAME).is_file():
            parts.append(open_folder(path, read, sentences=False))
        elif path.is_dir() or path.is_file():
            entries = ((f, _plain_entry(f, language)) for f in files_in(path))
            parts.append(_gather(entries, (), read, original))
        else:
            raise UsageError(say("no such file or folder: {path}", path=given))
    corpus = _merge(parts)
    if not corpus.documents and not corpus.bilingual and not corpus.findings:
        raise UsageError(
            say("nothing to read in {paths}: no file of a kind termaccord knows", paths=", ".join(paths))
        )
    return segmented(corpus) if sentences else corpus


def segmented(corpus: Corpus) -> Corpus:
    """The corpus with the sentences of its documents."""
    return replace(corpus, documents=tuple(map(segment, corpus.documents)))


def holds_texts(folder: Path) -> bool:
    """Whether a folder has a manifest or any file that can be read as a text."""
    return (folder / manifest.NAME).is_file() or any(files_in(folder))


def files_in(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for file in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if (
            file.is_file()
            and not hidden
            and (file.suffix.lower() in documents.ENDINGS or _paired_file(file) or beside.original_of(file))
        ):
            yield file


def _plain_entry(file: Path, language: str) -> manifest.Entry:
    name = file.as_posix()
    return manifest.Entry(
        name, name, language or manifest.language_of_path(name), manifest.outlet_of_path(name)
    )


def _gather(
    entries: Iterable[tuple[Path, manifest.Entry]],
    findings: tuple[Finding, ...],
    read: Read,
    original: str = "",
) -> Corpus:
    opened = (_from_disk(path, entry, read, original) for path, entry in entries)
    return _merge([Corpus(findings=findings), *opened])


def _from_disk(path: Path, entry: manifest.Entry, read: Read, original: str = "") -> Corpus:
    try:
        data = read(path)
        translated = beside.brought(path, original, read)
    except UsageError as error:  # one file that may not be read does not stop the others
        return Corpus(findings=(Finding("P012", error.message, Place(entry.path), Severity.ERROR),))
    if translated is None and beside.is_string_file(path, original):
        return Corpus(findings=(beside.lonely(entry.path),))
    found = _paired(data, entry, translated) if translated else _one(data, entry)
    return replace(found, files=(OpenedFile(entry.path, path, digest(data)),))


def digest(data: bytes) -> str:
    """What tells that a file has changed."""
    return hashlib.sha256(data).hexdigest()


def _one(data: bytes, entry: manifest.Entry) -> Corpus:
    if _bilingual(entry.path):
        return _paired(data, entry)
    reading = documents.parse(data, entry.path, entry.language)
    document = reading.value
    if not document.text.strip():
        return Corpus(findings=reading.findings)
    language = entry.language or document.language or detect_language(document.text)
    if not language:
        message = say(
            "cannot tell the language of {path}; name it by a folder (en/…), a suffix (NAME.en.txt) or --language",
            path=entry.path,
        )
        return Corpus(
            findings=(*reading.findings, Finding("P007", message, Place(entry.path), Severity.ERROR))
        )
    described = replace(
        document,
        name=entry.id,
        path=entry.path,
        language=language,
        outlet=entry.outlet,
        date=entry.date,
        translation_of=entry.translation_of,
        authority=entry.authority,
        subject=entry.subject,
    )
    return Corpus((described,), (), reading.findings)


def _paired_file(file: Path) -> bool:
    return _bilingual(file.name) and not beside.is_program(file)


def _bilingual(name: str) -> bool:
    return name.lower().endswith(".tmx") or bilingual.reads(name)


def _paired(data: bytes, entry: manifest.Entry, original: bilingual.Original | None = None) -> Corpus:
    if entry.path.lower().endswith(".tmx"):
        memory = tmx.parse(data, entry.path)
        units, findings, notes = memory.value.units, memory.findings, memory.value.notes
    else:
        reading = beside.parse(data, entry.path, original)
        units, findings = labelled(bilingual.memory(reading.value).units), reading.findings
        notes = bilingual.notes(data, entry.path)
    units = addressed(units)
    asked = suppressions.of_units(entry.path, units, notes)
    findings = (*findings, *asked.findings)
    languages = list(dict.fromkeys(v.language for u in units for v in u.variants if v.language))
    broken = not units and any(f.severity is Severity.ERROR for f in findings)
    if len(languages) < 2 and broken:
        return Corpus(findings=findings)
    if len(languages) < 2:
        message = say(
            "{path} holds no segment in two languages; there is nothing to compare", path=entry.path
        )
        return Corpus(findings=(*findings, Finding("P008", message, Place(entry.path), Severity.WARNING)))
    findings = (*findings, *too_long(units, entry.path))
    return Corpus(
        (), (BilingualFile(entry.path, units, languages[0], tuple(languages[1:]), asked.value),), findings
    )


def labelled(units: tuple[TranslationUnit, ...]) -> tuple[TranslationUnit, ...]:
    """
    The units with the languages they are in, where their file does not say, or guesses in vain.

    A PO file whose strings are not English rarely says so.
    """
    shown = {sides for u in units if len(sides := tuple(v.language for v in u.variants)) == 2}
    names = {side: _spoken(units, side) for side in (0, 1)} if len(shown) == 1 else {}
    if not any(names.values()):
        return units
    return tuple(
        replace(
            u, variants=tuple(replace(v, language=names[n] or v.language) for n, v in enumerate(u.variants))
        )
        for u in units
    )


def _spoken(units: tuple[TranslationUnit, ...], side: int) -> str:
    """The language of a side by its words, where the file's own name for it cannot be; else empty."""
    named, other = (units[0].variants[n].language for n in (side, 1 - side))
    found = detect_language(" ".join(u.variants[side].text for u in units[:SAMPLE]))
    if not found or found == named:
        return ""
    unsaid = named in {"", "und"} or named == other
    return found if unsaid or script(found) != script(named) else ""


def _merge(parts: Sequence[Corpus]) -> Corpus:
    return Corpus(
        tuple(d for p in parts for d in p.documents),
        tuple(b for p in parts for b in p.bilingual),
        tuple(f for p in parts for f in p.findings),
        tuple(f for p in parts for f in p.files),
    )
