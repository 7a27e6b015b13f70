"""Texts that are to be translated, whatever file they stand in: segments of the source, in order, with what is done already."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from termaccord.formats import bilingual, tmx
from termaccord.formats.addresses import addressed
from termaccord.formats.bilingual import BilingualUnit, State
from termaccord.model import Content, Finding, Place, Severity, UsageError, say
from termaccord.project import corpus, manifest
from termaccord.project.files import read
from termaccord.project.localised import beside
from termaccord.text.analyse import detect_language
from termaccord.text.analyser import primary_language

_UNSAID = frozenset({"", "und", "*all*"})
_SAMPLE = 200
"""Segments that tell the language of a file that does not name it."""


class Condition(StrEnum):
    """What is left to do for a segment."""

    OPEN = "open"
    TRANSLATED = "translated"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class SourceSegment:
    """A segment that is to be translated, or has been."""

    content: Content
    condition: Condition = Condition.OPEN
    unit: str = ""
    """Id in a bilingual file, unique there; empty in a document."""

    @property
    def text(self) -> str:
        """Without inline codes."""
        return "".join([part for part in self.content if isinstance(part, str)])


@dataclass(frozen=True, slots=True)
class SourceText:
    """The segments of a file in order."""

    path: str
    language: str
    target_language: str
    """Empty where the file does not say into what it is translated."""
    segments: tuple[SourceSegment, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """What was found under some paths, and what was wrong."""

    texts: tuple[SourceText, ...]
    findings: tuple[Finding, ...] = ()


def open_sources(
    paths: Sequence[str], source_language: str = "", target_language: str = "", stdin: bytes | None = None
) -> Sources:
    """
    Everything under `paths` that can be translated from and into these languages; empty ones stand for any.

    Documents are cut into sentences; of bilingual files the units are taken, translated or not.
    A file in another language is left out, and told.

    Raises
    ------
    UsageError
        When a path does not exist, or nothing can be read there.

    """
    texts: list[SourceText] = []
    findings: list[Finding] = []
    for given in paths:
        others: list[tuple[SourceText, Finding]] = []
        for found in _opened(given, source_language, stdin):
            findings += found.findings
            for text in found.texts:
                other = _left_out(text, source_language, target_language)
                texts += [text] if other is None else []
                others += [(text, other)] if other is not None else []
        findings += _together(given, others)
    if not texts and not findings:
        raise UsageError(
            say("nothing to read in {paths}: no file of a kind termaccord knows", paths=", ".join(paths))
        )
    return Sources(tuple(texts), tuple(findings))


def _left_out(text: SourceText, source: str, target: str) -> Finding | None:
    """Why a text is in another language than is asked for; None where it is not."""
    for own, wanted in ((text.language, source), (text.target_language, target)):
        if own and wanted and not _alike(own, wanted):
            message = say(
                "{file} is in {language}, not in {wanted}, and is left out",
                file=text.path,
                language=own,
                wanted=wanted,
            )
            return Finding("P040", message, Place(text.path))
    if target and _alike(text.language, target):
        message = say(
            "{file} is in {language}, the language to translate into, and is left out",
            file=text.path,
            language=text.language,
        )
        return Finding("P040", message, Place(text.path))
    return None


def _together(given: str, others: Sequence[tuple[SourceText, Finding]]) -> list[Finding]:
    """What is left out of a folder is told in one sentence."""
    if len(others) < 2:
        return [finding for _text, finding in others]
    languages = sorted({text.language for text, _finding in others})
    message = say(
        "{count} texts in {path} are in other languages ({languages}), and are left out",
        count=len(others),
        path=given,
        languages=", ".join(languages),
    )
    return [Finding("P040", message, Place(given), Severity.INFO)]


def _alike(one: str, two: str) -> bool:
    return primary_language(one) == primary_language(two)


def _opened(given: str, language: str, stdin: bytes | None) -> Iterator[Sources]:
    path = Path(given)
    if given == corpus.STANDARD_INPUT:
        yield _of_corpus(corpus.open_paths([given], language, stdin))
    elif (path / manifest.NAME).is_file():
        yield _of_corpus(corpus.open_folder(path))
    elif path.is_dir() or path.is_file():
        for file in corpus.files_in(path):
            yield _file(file, language)
    else:
        raise UsageError(say("no such file or folder: {path}", path=given))


def _file(file: Path, language: str) -> Sources:
    name = file.as_posix()
    strings = beside.is_string_file(file)
    if not (name.lower().endswith(".tmx") or bilingual.reads(name) or strings):
        return _of_corpus(corpus.open_paths([name], manifest.language_of_path(name) or language))
    try:
        data = read(file)
        original = beside.brought(file)
    except UsageError as error:  # one file that may not be read does not stop the others
        return Sources((), (Finding("P012", error.message, Place(name), Severity.ERROR),))
    if name.lower().endswith(".tmx"):
        return _of_memory(data, name, language)
    reading = beside.parse(data, name, original)
    texts = [of_units(name, reading.value, language)] if reading.value else []
    return Sources(tuple(texts), reading.findings)


def _of_corpus(found: corpus.Corpus) -> Sources:
    """The documents of a corpus; what is paired there already is nobody's to translate."""
    texts = tuple(
        SourceText(d.path or d.name, d.language, "", tuple(SourceSegment((s.text,)) for s in d.segments))
        for d in found.documents
    )
    return Sources(texts, found.findings)


def of_units(name: str, units: Iterable[BilingualUnit], language: str = "") -> SourceText:
    """The source side of a bilingual file; obsolete and empty units are left out."""
    units = tuple(units)
    named = addressed(unit.unit for unit in units)
    kept = [replace(u, unit=n) for u, n in zip(units, named, strict=True) if u.state is not State.OBSOLETE]
    segments = tuple(
        SourceSegment(unit.unit.variants[0].content, _condition(unit), unit.unit.id)
        for unit in kept
        if unit.unit.variants[0].text.strip()
    )
    sides = [unit.unit.variants for unit in kept]
    source = next((v[0].language for v in sides if v[0].language not in _UNSAID), "") or language
    target = next((unit.target_language for unit in kept if unit.target_language not in _UNSAID), "")
    return SourceText(name, source or _spoken(segments), target, segments)


def _condition(unit: BilingualUnit) -> Condition:
    if unit.state is State.LOCKED:
        return Condition.LOCKED
    return Condition.TRANSLATED if unit.state is State.TRANSLATED else Condition.OPEN


def _of_memory(data: bytes, name: str, language: str) -> Sources:
    """The source side of a TMX file, to be translated anew."""
    reading = tmx.parse(data, name)
    memory = reading.value
    header = memory.source_language if memory.source_language not in _UNSAID else ""
    wanted = language or header or next((v.language for u in memory.units for v in u.variants[:1]), "")
    variants = [
        (unit.id, variant)
        for unit in addressed(memory.units)
        for variant in unit.variants
        if _alike(variant.language, wanted)
    ]
    segments = tuple(
        SourceSegment(variant.content, unit=unit) for unit, variant in variants if variant.text.strip()
    )
    return Sources((SourceText(name, wanted, "", segments),) if segments else (), reading.findings)


def _spoken(segments: Sequence[SourceSegment]) -> str:
    return detect_language(" ".join(segment.text for segment in segments[:_SAMPLE])) or ""
