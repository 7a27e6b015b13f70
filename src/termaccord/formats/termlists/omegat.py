"""
OmegaT's own glossary: source term, target term and a comment in three columns with tabs between them.

After OmegaT's manual, “Glossaries”: UTF-8, no header, no quotes, a line that begins with # is a remark.
"""

from collections.abc import Iterator

from termaccord.formats.reading import Reading
from termaccord.formats.termlists.compare import losses
from termaccord.formats.termlists.sides import REJECTED, lines_of, oneline, pair, side, uncommented
from termaccord.formats.termlists.written import Written
from termaccord.formats.visible.decoding import decode
from termaccord.model import (
    Concept,
    DataCategory,
    Finding,
    Glossary,
    LanguageSection,
    Place,
    Severity,
    Status,
    Subject,
    Term,
    say,
)

NAME = say("an OmegaT glossary")
CODING = "-*- coding:"


def written(glossary: Glossary, source: str = "", target: str = "") -> Written:
    """
    Write every term of a concept beside every one of the other language, and tell what is lost so.

    Comments say definition, subject field, notes, and the status of a term that is not the preferred one.

    Parameters
    ----------
    glossary
        Any glossary of two languages at least.
    source, target
        BCP 47; the two languages of the glossary where they are empty.

    Raises
    ------
    UsageError
        When it does not show which two languages are meant.

    """
    source, target = pair(glossary, source, target)
    lines = [line for concept in glossary.concepts for line in _lines(concept, source, target)]
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
    reasons = {
        Subject.ID: say("an OmegaT glossary has no ids"),
        Subject.LANGUAGE: say("an OmegaT glossary holds two languages; write another file for another pair"),
        Subject.CONCEPT: say(
            "each line of an OmegaT glossary is an entry of its own, and needs both languages"
        ),
    }
    seen = parse(data, "", source, target).value
    return Written(data, losses(glossary, seen, NAME, reasons=reasons))


def _lines(concept: Concept, source: str, target: str) -> Iterator[str]:
    ours, theirs = side(concept, source), side(concept, target)
    about = [concept.definition.text] if concept.definition else []
    about += [s.definition.text for s in (*ours.sections, *theirs.sections) if s.definition]
    about += [concept.subject_field, *_notes(concept.extra)]
    for one in ours.terms:
        for other in theirs.terms:
            said = [*_said(other), *about, *_said(one, f"{source}: ")]
            comment = " | ".join(dict.fromkeys(oneline(text) for text in said if text.strip()))
            yield "\t".join((uncommented(oneline(one.text)), oneline(other.text), comment)).rstrip("\t")


def _said(term: Term, prefix: str = "") -> list[str]:
    """What a translator must know of a term, the status first where it is not to be used."""
    status = term.status.value if term.status and term.status is not Status.PREFERRED else ""
    said = [status.upper() if term.status in REJECTED else status, *_notes(term.extra)]
    return [f"{prefix}{text}" for text in said if text]


def _notes(extra: tuple[DataCategory, ...]) -> list[str]:
    return [category.text for category in extra if category.kind == "note"]


def parse(data: bytes, name: str, source: str = "", target: str = "") -> Reading[Glossary]:
    """
    Read an OmegaT glossary; each line is a concept.

    Parameters
    ----------
    data
        The file's bytes; a remark “-*- coding: x -*-” names their encoding where they are not UTF-8.
    name
        The path as the user knows it.
    source, target
        BCP 47; the file does not say it.

    """
    decoded = decode(data, name, _coding(data))
    findings = list(decoded.findings)
    concepts: list[Concept] = []
    for number, line in enumerate(lines_of(decoded.value), 1):
        if line.startswith("#") or not line.strip():
            continue
        cells = [cell.strip(" ") for cell in line.split("\t")]
        if len(cells) < 2 or not cells[0] or not cells[1]:
            message = say(
                "line {line} holds no pair of terms with a tab between them; it is left out", line=number
            )
            findings.append(Finding("F303", message, Place(name, line=number)))
            continue
        sections = (
            LanguageSection(source or "und", (Term(cells[0]),)),
            LanguageSection(target or "und", (Term(cells[1]),)),
        )
        notes = tuple(DataCategory("note", text=cell) for cell in cells[2:] if cell)
        concepts.append(Concept(f"row-{number}", sections, extra=notes))
    if concepts and not (source and target):
        message = say(
            "{file} does not say which languages it holds; give --source-language and --target-language",
            file=name,
        )
        findings.append(Finding("F304", message, Place(name), Severity.ERROR))
    return Reading(Glossary(tuple(concepts)), tuple(findings))


def _coding(data: bytes) -> str:
    first = data[:200].split(b"\n", 1)[0].decode("ascii", "ignore")
    return first.partition(CODING)[2].partition("-*-")[0].strip() if first.startswith("#") else ""
