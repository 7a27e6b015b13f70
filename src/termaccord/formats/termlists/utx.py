"""
UTX, Universal Terminology eXchange: a table of pairs with tabs between the columns and a header of remarks.

Version 1.11 of the Asia-Pacific Association for Machine Translation, with what it adds to UTX-Simple 1.00 and 1.10.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from termaccord.formats.localisation.languages import tag
from termaccord.formats.reading import Reading
from termaccord.formats.termlists.compare import losses
from termaccord.formats.termlists.sides import REJECTED, lines_of, oneline, pair, side, uncommented
from termaccord.formats.termlists.written import Written
from termaccord.formats.visible.decoding import decode
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
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

NAME = "UTX"
VERSION = re.compile(r"#\s*UTX(?:-S(?:imple)?)?\s+[\d.]+", re.IGNORECASE)
LANGUAGES = re.compile(r"([A-Za-z][\w-]*)\s*/\s*([A-Za-z][\w-]*)")
NOTHING = frozenset({"", "-"})
STATUSES = {
    "approved": Status.PREFERRED,
    "non-standard": Status.ADMITTED,
    "forbidden": Status.FORBIDDEN,
    "rejected": Status.FORBIDDEN,
}
"""What UTX calls a status; “provisional” is one that nobody has decided on."""
ORDER = ("", "approved", "provisional", "non-standard", "forbidden")
"""From the status that says least to the one that says most: it is the one of a row of two terms."""
COLUMNS = (
    *("src", "tgt", "src:pos", "tgt:pos", "term status", "src:term type", "tgt:term type"),
    *("src:comment", "tgt:comment", "src:example", "tgt:example", "src:definition", "tgt:definition"),
    *("subject field", "definition", "comment", "concept ID"),
)
JOINT = " | "
"""Between several notes in a cell."""
ALWAYS = frozenset({"src", "tgt", "src:pos", "term status", "concept ID"})


@dataclass(slots=True)
class _Draft:
    terms: dict[str, dict[str, dict[str, str]]] = field(default_factory=lambda: {"src": {}, "tgt": {}})
    cells: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def written(glossary: Glossary, source: str = "", target: str = "", date: str = "") -> Written:
    """
    Write a glossary as UTX 1.11 and tell what it could not say.

    Parameters
    ----------
    glossary
        Of each concept every term is written once beside the first of the other language.
    source, target
        BCP 47; the two languages of the glossary where they are empty.
    date
        ISO 8601, for the header; without it the header has none, and the same glossary gives the same bytes.

    Raises
    ------
    UsageError
        When it does not show which two languages are meant.

    """
    source, target = pair(glossary, source, target)
    rows = [row for concept in glossary.concepts for row in _rows(concept, source, target)]
    used = [name for name in COLUMNS if name in ALWAYS or any(row.get(name) for row in rows)]
    head = "; ".join(part for part in ("#UTX 1.11", f"{source}/{target}", date) if part) + ";"
    lines = [head]
    if glossary.title:
        lines.append(f"#description: {oneline(glossary.title)}")
    lines.append("#" + "\t".join(used))
    lines += ["\t".join(row.get(name) or "-" for name in used) for row in rows]
    data = "".join(f"{line}\r\n" for line in lines).encode("utf-8", "replace")
    reasons = {
        Subject.STATUS: say(
            "UTX knows approved, provisional, non-standard and forbidden, one for the two terms of a row"
        ),
        Subject.LANGUAGE: say("UTX holds two languages; write another file for another pair"),
        Subject.CONCEPT: say("a row of UTX needs a term in both languages"),
    }
    return Written(data, losses(glossary, parse(data, "").value, NAME, reasons=reasons))


def _rows(concept: Concept, source: str, target: str) -> Iterator[dict[str, str]]:
    ours, theirs = side(concept, source), side(concept, target)
    if not ours.terms or not theirs.terms:
        return
    pairs = [(ours.terms[0], theirs.terms[0])]
    pairs += [(term, theirs.terms[0]) for term in ours.terms[1:]]
    pairs += [(ours.terms[0], term) for term in theirs.terms[1:]]
    for number, (one, other) in enumerate(pairs):
        row = {"term status": _together(one, other), "concept ID": oneline(concept.id)}
        row |= _of_term("src", one) | _of_term("tgt", other)
        if number == 0:
            row |= {
                "src:definition": _definition(ours.sections),
                "tgt:definition": _definition(theirs.sections),
                "subject field": oneline(concept.subject_field),
                "definition": oneline(concept.definition.text) if concept.definition else "",
                "comment": _notes(concept.extra),
            }
        yield row


def _of_term(which: str, term: Term) -> dict[str, str]:
    text = oneline(term.text)
    return {
        which: uncommented(text) if which == "src" else text,
        f"{which}:pos": oneline(term.part_of_speech),
        f"{which}:term type": oneline(term.term_type),
        f"{which}:comment": _notes(term.extra),
        f"{which}:example": JOINT.join(oneline(context.text) for context in term.contexts),
    }


def _together(one: Term, other: Term) -> str:
    return max(_status(one), _status(other), key=ORDER.index)


def _status(term: Term) -> str:
    if term.status in REJECTED:
        return "forbidden"
    if term.status is None:
        return ""
    return "approved" if term.status is Status.PREFERRED else "non-standard"


def _definition(sections: tuple[LanguageSection, ...]) -> str:
    return next((oneline(section.definition.text) for section in sections if section.definition), "")


def _notes(extra: tuple[DataCategory, ...]) -> str:
    return JOINT.join(oneline(category.text) for category in extra if category.kind == "note")


# -- in ---------------------------------------------------------------------------------------------------------


def parse(data: bytes, name: str) -> Reading[Glossary]:
    """
    Read UTX of any version; rows with the same concept id are one concept.

    A status is believed of a term that stands in a row of it; one that also stands in a row that says better is better.
    """
    decoded = decode(data, name)
    findings = list(decoded.findings)
    source = target = ""
    title, columns, remarks = "", list[str](), list[str]()
    drafts: dict[str, _Draft] = {}
    for number, line in enumerate(lines_of(decoded.value), 1):
        if line.startswith("#"):
            text = line[1:].strip()
            if VERSION.match(line) and (found := LANGUAGES.search(line)):
                source, target = tag(found[1]) or found[1], tag(found[2]) or found[2]
                remarks += [part.strip() for part in text.split(";")[2:] if part.strip()]
            elif text.split("\t")[0].strip().lower() == "src":
                columns = [cell.strip().lower() for cell in text.split("\t")]
            elif text.lower().startswith("description:"):
                title = text.partition(":")[2].strip().removesuffix(";")
            elif text:
                remarks.append(text)
            continue
        if not line.strip():
            continue
        if not columns:
            message = say("{file} has no line that names its columns: “#src”, “tgt” and so on", file=name)
            findings.append(Finding("F301", message, Place(name, line=number), Severity.ERROR))
            return Reading(Glossary(()), tuple(findings))
        _add(drafts, dict(zip(columns, (cell.strip(" ") for cell in line.split("\t")), strict=False)), number)
    if not source and drafts:
        message = say("{file} does not name its languages as “en/ru” in its first line", file=name)
        findings.append(Finding("F302", message, Place(name, line=1), Severity.ERROR))
    tags = {"src": source or "und", "tgt": target or "und"}
    concepts = tuple(_concept(id_, draft, tags) for id_, draft in drafts.items())
    paragraphs = tuple(DataCategory("p", "", remark) for remark in remarks)
    extra = (DataCategory("sourceDesc", children=paragraphs),) if paragraphs else ()
    return Reading(Glossary(concepts, title, extra=extra), tuple(findings))


def _add(drafts: dict[str, _Draft], cells: dict[str, str], line: int) -> None:
    cells = {
        name: "" if text in NOTHING and name not in {"src", "tgt"} else text for name, text in cells.items()
    }
    draft = drafts.setdefault(cells.get("concept id") or f"row-{line}", _Draft())
    for which, known in draft.terms.items():
        text = cells.get(which, "")
        if not text:
            continue
        about = known.setdefault(text, defaultdict(str))
        status = cells.get("term status", "").lower()
        best = min((s for s in (about.get("status"), status) if s is not None), key=_rank)
        about["status"] = best
        for name in ("pos", "term type", "comment", "example"):
            about[name] = about[name] or cells.get(f"{which}:{name}", "")
    for name in ("src:definition", "tgt:definition", "subject field", "definition"):
        draft.cells[name] = draft.cells.get(name) or cells.get(name, "")
    if cells.get("comment"):
        draft.notes += cells["comment"].split(JOINT)


def _rank(status: str) -> int:
    return ORDER.index(status) if status in ORDER else len(ORDER)


def _concept(id_: str, draft: _Draft, tags: dict[str, str]) -> Concept:
    sections = tuple(
        LanguageSection(
            tags[which],
            tuple(_term(text, about) for text, about in terms.items()),
            _described(draft.cells.get(f"{which}:definition", "")),
        )
        for which, terms in draft.terms.items()
        if terms
    )
    definition = _described(draft.cells.get("definition", ""))
    notes = tuple(DataCategory("note", text=note) for note in draft.notes)
    return Concept(id_, sections, draft.cells.get("subject field", ""), definition, notes)


def _term(text: str, about: dict[str, str]) -> Term:
    written = about["status"]
    status = STATUSES.get(written)
    raw = "" if written in STATUSES or written in NOTHING else written
    notes = tuple(DataCategory("note", text=note) for note in _parts(about["comment"]))
    contexts = tuple(Description(text) for text in _parts(about["example"]))
    return Term(text, status, about["pos"], about["term type"], contexts, notes, status_as_written=raw)


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split(JOINT) if part]


def _described(text: str) -> Description | None:
    return Description(text) if text else None
