"""Files held against the standards that they claim to follow: which they satisfy, and what is wrong where."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from termaccord.formats import bilingual
from termaccord.formats.sniffing import HEAD, Kind, root_of, sniff
from termaccord.formats.validity import memories, termbases
from termaccord.formats.validity.termbase.dialects import RULES, Standard
from termaccord.model import Finding, Place, Severity, UsageError, say
from termaccord.project.conversion.intake import STDIN, Incoming, Wanted, glossary_of, opened
from termaccord.project.work import Step, silent

BROKEN = frozenset({"F001", "F002", "F004", "F005"})
"""Codes of a file that is not what its syntax asks for, so that nothing more can be said of it."""
TRANSLATIONS = frozenset({Kind.XLIFF, Kind.PO, Kind.BILINGUAL})
NAMES = {
    Kind.MULTITERM: "MultiTerm XML",
    Kind.XLIFF: "XLIFF",
    Kind.PO: "PO",
    Kind.JSON: "JSON",
    Kind.JSON_MEMORY: "JSON",
    Kind.JSON_TABLE: "JSON",
    Kind.SKOS: "SKOS",
    Kind.UTX: "UTX",
    Kind.OMEGAT: "OmegaT glossary",
    Kind.CSV: "CSV",
    Kind.TSV: "TSV",
    Kind.XLSX: "Excel",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one file is, and what is wrong with it."""

    name: str
    """As the user knows it."""
    kind: Kind
    claims: str
    """What it says that it is, as a person calls it; empty where it is nothing known."""
    against: str
    """What it was held against."""
    satisfies: tuple[str, ...]
    """The dialects or versions that it satisfies, as `--as` and scripts call them."""
    titles: tuple[str, ...]
    """The same as people call them."""
    findings: tuple[Finding, ...]
    readable: bool
    """False where it is no such file, or breaks off."""
    valid: bool
    errors: int
    """How many there are; of many that say the same only the first stand among the findings."""
    remarks: tuple[str, ...] = ()
    """What else is worth knowing, sentences made by `say`."""


def validate(
    given: Sequence[str],
    against: Standard | None = None,
    stdin: bytes | None = None,
    step: Step = silent,
) -> Iterator[Judgement]:
    """
    Judge files one after the other, those in folders included; TBX and TMX in bounded memory whatever their size.

    Raises
    ------
    UsageError
        When a path does not exist, a folder holds nothing known,
        or a dialect of TBX is asked for and a file is no termbase.

    """
    files = [file for name in given for file in _named(name, stdin)]
    for number, file in enumerate(files):
        step(say("validating"), number, len(files))
        try:
            yield _judged(file, against)
        except (OSError, EOFError, zlib.error) as error:
            yield _unreadable(file, error)
    step(say("validating"), len(files), len(files))


def _named(name: str, stdin: bytes | None) -> list[Incoming]:
    if name == "-":
        return [Incoming(STDIN, sniff(stdin or b"", STDIN), None, stdin or b"")]
    path = Path(name)
    if not path.is_dir():
        return [opened(path)]
    files = [one for one in sorted(path.rglob("*")) if one.is_file() and not _hidden(one.relative_to(path))]
    known = [
        file for file in map(opened, files) if file.kind is not Kind.UNKNOWN or _is_called_tbx(file.name)
    ]
    if not known:
        raise UsageError(say("nothing to validate in {path}: no file of a kind termaccord knows", path=name))
    return known


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _is_called_tbx(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith((".tbx", ".tmx"))


def _judged(file: Incoming, against: Standard | None) -> Judgement:
    if against and file.kind not in {Kind.TBX, Kind.UNKNOWN}:
        raise UsageError(
            say(
                "--as names a dialect of TBX, and {file} is {kind}; leave --as out, or name termbases only",
                file=file.name,
                kind=NAMES.get(file.kind, file.kind.value.upper()),
            )
        )
    if file.kind is Kind.TBX:
        return _termbase(file, against)
    if file.kind is Kind.TMX:
        return _memory(file)
    if file.kind is Kind.UNKNOWN:
        return _unknown(file)
    return _read(file)


def _termbase(file: Incoming, against: Standard | None) -> Judgement:
    with file.stream() as stream:
        verdict = termbases.examined(stream, file.name, against)
    held = verdict.held_against
    return Judgement(
        file.name,
        file.kind,
        RULES[verdict.claims].title if verdict.claims else "TBX",
        RULES[held].title if held else "TBX",
        tuple(one.value for one in verdict.satisfies),
        tuple(RULES[one].title for one in verdict.satisfies),
        verdict.findings,
        verdict.readable,
        verdict.valid,
        verdict.errors,
    )


def _memory(file: Incoming) -> Judgement:
    with file.stream() as stream:
        examination = memories.Examination(stream, file.name)
        findings = tuple(examination.findings())
    verdict = examination.verdict
    claims = f"TMX {verdict.claimed}".rstrip()
    readable = not any(one.code in BROKEN and one.severity is Severity.ERROR for one in findings)
    return Judgement(
        file.name,
        file.kind,
        claims,
        claims,
        tuple(f"tmx-{version}" for version in verdict.versions),
        tuple(f"TMX {version}" for version in verdict.versions),
        findings,
        readable,
        verdict.valid,
        verdict.errors,
        _of_memory(verdict) if readable else (),
    )


def _unreadable(file: Incoming, error: Exception) -> Judgement:
    message = say(
        "{file} cannot be read to its end ({reason}); fetch it again", file=file.name, reason=str(error)
    )
    finding = Finding("F001", message, Place(file.name), Severity.ERROR, rule="file")
    return Judgement(file.name, file.kind, "", "", (), (), (finding,), readable=False, valid=False, errors=1)


def _of_memory(verdict: memories.Verdict) -> tuple[str, str]:
    text_only, with_codes = (
        say("Level 1: its segments hold text only"),
        say("Level 2: its segments hold inline codes"),
    )
    taken, refused = (
        say("OmegaT 6.1 and later take it"),
        say("OmegaT 6.1 and later refuse it: they validate a memory before they read it"),
    )
    return (with_codes if verdict.level == 2 else text_only, taken if verdict.omegat else refused)


def _read(file: Incoming) -> Judgement:
    """A file that has no published grammar of ours: valid where our reader has no error to tell."""
    findings, empty = _findings(file)
    title = NAMES.get(file.kind) or file.kind.value
    errors = [one for one in findings if one.severity is Severity.ERROR]
    return Judgement(
        file.name,
        file.kind,
        title,
        title,
        () if errors else (file.kind.value,),
        () if errors else (title,),
        findings,
        not any(one.code in BROKEN for one in errors) and not (errors and empty),
        not errors,
        len(errors),
    )


def _findings(file: Incoming) -> tuple[tuple[Finding, ...], bool]:
    """What a reader tells of a file, and whether it found nothing in it."""
    if file.kind in TRANSLATIONS:
        units = bilingual.parse(file.bytes(), file.name)
        return units.findings, not units.value
    # OmegaT's glossaries name no languages; the project that they lie in does.
    wanted = Wanted(source="mul", target="und") if file.kind is Kind.OMEGAT else Wanted()
    glossary = glossary_of(file, wanted)
    return glossary.findings, not glossary.value.concepts


def _unknown(file: Incoming) -> Judgement:
    with file.stream() as stream:
        root = root_of(stream.read(HEAD))
    if root:
        message = say(
            "{file} begins with <{root}> and is neither a termbase nor a memory, whatever its name says; "
            "TBX begins with <martif> or <tbx>, TMX with <tmx>",
            file=file.name,
            root=root,
        )
    else:
        message = say("{file} is no file of terms or translations that can be validated", file=file.name)
    finding = Finding("F100", message, Place(file.name, line=1), Severity.ERROR, rule="root")
    return Judgement(file.name, file.kind, "", "", (), (), (finding,), readable=False, valid=False, errors=1)
