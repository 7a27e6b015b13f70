"""
A glossary as a PO compendium: a message each term of the source language, all else in comments with names.

Compendia are catalogs that translations are taken from (gettext manual, “Using Translation Compendia”);
a rejected term is in comments only, where no tool takes it for a translation.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import polib

from termaccord.formats.localisation import po as catalogs
from termaccord.formats.localisation.languages import from_name, tag
from termaccord.formats.reading import Reading
from termaccord.formats.termlists.compare import losses
from termaccord.formats.termlists.sides import REJECTED, oneline, pair, side
from termaccord.formats.termlists.written import Written
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

NAME = say("a PO compendium")
CONCEPT, SUBJECT, DEFINITION, NOTE, ALSO = "concept", "subject field", "definition", "note", "also"
SOURCE, TARGET = "source", "target"
FIELDS = ("status", "part of speech", "term type")


def written(glossary: Glossary, source: str = "", target: str = "") -> Written:
    """
    Write a glossary as a PO file and tell what is lost.

    Parameters
    ----------
    glossary
        Of each concept every term of the source language that may be used is a message, its translation the preferred term.
        A translation that nobody has approved, being admitted only, is fuzzy.
    source, target
        BCP 47; the two languages of the glossary where they are empty.

    Raises
    ------
    UsageError
        When it does not show which two languages are meant.

    """
    source, target = pair(glossary, source, target)
    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = {
        "Project-Id-Version": oneline(glossary.title) or "glossary",
        "Language": target.replace("-", "_"),
        "X-Source-Language": source.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    known: set[tuple[str, str | None]] = set()
    for concept in glossary.concepts:
        for entry in _entries(concept, source, target):
            if (entry.msgid, None) in known:
                entry.msgctxt = concept.id  # a homonym
            if (entry.msgid, entry.msgctxt) not in known:
                known.add((entry.msgid, entry.msgctxt))
                catalog.append(entry)
    data = f"{catalog}\n".encode("utf-8", "replace")
    reasons = {
        Subject.LANGUAGE: say("a PO file holds two languages; write another file for another pair"),
        Subject.CONCEPT: say("a PO message needs a term in both languages that may be used"),
    }
    return Written(data, losses(glossary, parse(data, "").value, NAME, reasons=reasons))


def _entries(concept: Concept, source: str, target: str) -> Iterator[polib.POEntry]:
    ours, theirs = side(concept, source), side(concept, target)
    sources = [term for term in ours.terms if term.status not in REJECTED]
    targets = [term for term in theirs.terms if term.status not in REJECTED]
    if not sources or not targets:
        return
    best = targets[0]
    common = [*_of_concept(concept)]
    for section, which in ((ours, SOURCE), (theirs, TARGET)):
        common += [
            f"{which} {DEFINITION}: {oneline(s.definition.text)}" for s in section.sections if s.definition
        ]
    for number, term in enumerate(sources):
        lines = [f"{CONCEPT}: {oneline(concept.id)}"] + (common if number == 0 else [])
        lines += _of_term(term, SOURCE)
        if number == 0:
            lines += _of_term(best, TARGET)
            for other in theirs.terms:
                lines += _also(other, TARGET) if other is not best else []
            for other in ours.terms:
                lines += _also(other, SOURCE) if other.status in REJECTED else []
        entry = polib.POEntry(msgid=oneline(term.text), msgstr=oneline(best.text), comment="\n".join(lines))
        if best.status is Status.ADMITTED:
            entry.flags.append("fuzzy")
        yield entry


def _of_concept(concept: Concept) -> Iterator[str]:
    if concept.subject_field:
        yield f"{SUBJECT}: {oneline(concept.subject_field)}"
    if concept.definition:
        yield f"{DEFINITION}: {oneline(concept.definition.text)}"
    yield from (
        f"{NOTE}: {oneline(one.text)}" for one in concept.extra if one.kind == "note" and one.text.strip()
    )


def _of_term(term: Term, which: str) -> list[str]:
    said = (term.status.value if term.status else "", term.part_of_speech, term.term_type)
    lines = [
        f"{which} {name}: {oneline(text)}" for name, text in zip(FIELDS, said, strict=True) if text.strip()
    ]
    lines += [
        f"{which} context: {oneline(context.text)}" for context in term.contexts if context.text.strip()
    ]
    lines += [f"{which} note: {oneline(c.text)}" for c in term.extra if c.kind == "note" and c.text.strip()]
    return lines


def _also(term: Term, which: str) -> list[str]:
    """Another term, followed by what is said of it."""
    return [f"{which} {ALSO}: {oneline(term.text)}", *_of_term(term, f"{which} {ALSO}")]


# -- in ---------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Draft:
    about: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    terms: dict[str, list[Term]] = field(default_factory=lambda: {SOURCE: [], TARGET: []})

    late: list[Term] = field(default_factory=list)
    """Terms of the source language that are no messages."""

    def add(self, which: str, term: Term) -> None:
        if all(term.text != known.text for known in self.terms[which]):
            self.terms[which].append(term)

    def concept(self, name: str, tags: dict[str, str]) -> Concept:
        for term in self.late:
            self.add(SOURCE, term)
        sections = tuple(
            LanguageSection(tags[which], tuple(terms), self._definition(f"{which} {DEFINITION}"))
            for which, terms in self.terms.items()
            if terms
        )
        notes = tuple(DataCategory("note", text=text) for text in self.about[NOTE])
        field = (self.about[SUBJECT] or [""])[0]
        return Concept(name, sections, field, self._definition(DEFINITION), notes)

    def _definition(self, name: str) -> Description | None:
        return Description(self.about[name][0]) if self.about[name] else None


def parse(data: bytes, name: str, source: str = "", target: str = "") -> Reading[Glossary]:
    """
    Read a PO file as a glossary: messages whose comments name the same concept are one, others one each.

    Comments of other programs are notes; a fuzzy or obsolete translation is left out, and so is what has none.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it.
    source, target
        BCP 47, where the header does not say them.

    """
    catalog, findings = catalogs.catalog(data, name)
    tags = {
        SOURCE: source or tag(catalog.metadata.get("X-Source-Language", "")) or "en",
        TARGET: target or tag(catalog.metadata.get("Language", "")) or from_name(name) or "und",
    }
    if len(catalog) and tags[TARGET] == "und":
        message = say("{file} does not name its language; add “Language:” to its header", file=name)
        findings = (*findings, Finding("F120", message, Place(name, line=1), Severity.ERROR))
    drafts: dict[str, _Draft] = {}
    left = plurals = 0
    for number, entry in enumerate(catalog, 1):
        own = _named(entry.comment)
        approved = not entry.fuzzy or own[f"{TARGET} status"] == [Status.ADMITTED.value]
        if entry.obsolete or not entry.msgid or not _translation(entry) or not approved:
            left += 1
            continue
        plurals += len(entry.msgstr_plural) > 1
        draft = drafts.setdefault((own[CONCEPT] or [entry.msgctxt or f"message-{number}"])[0], _Draft())
        _add(draft, entry, own)
    if left:
        message = say("{count} messages without a sure translation are left out", count=left)
        findings = (*findings, Finding("F309", message, Place(name), Severity.INFO))
    if plurals:
        message = say("of {count} messages with plural forms only the first form is read", count=plurals)
        findings = (*findings, Finding("F314", message, Place(name)))
    title = catalog.metadata.get("Project-Id-Version", "")
    concepts = tuple(draft.concept(key, tags) for key, draft in drafts.items())
    return Reading(Glossary(concepts, "" if title == "glossary" else title), findings)


def _add(draft: _Draft, entry: polib.POEntry, own: dict[str, list[str]]) -> None:
    for key in (SUBJECT, DEFINITION, NOTE, f"{SOURCE} {DEFINITION}", f"{TARGET} {DEFINITION}"):
        draft.about[key] += own[key]
    foreign = [line for line in entry.tcomment.split("\n") if line.strip()] if entry.tcomment else []
    draft.about[NOTE] += [*own[""], *foreign]
    draft.add(SOURCE, _term(entry.msgid, own, SOURCE))
    draft.add(TARGET, _term(_translation(entry), own, TARGET))
    for number, text in enumerate(own[f"{TARGET} {ALSO}"]):
        draft.add(TARGET, _term(text, own, f"{TARGET} {ALSO} {number}"))
    for number, text in enumerate(own[f"{SOURCE} {ALSO}"]):
        draft.late.append(_term(text, own, f"{SOURCE} {ALSO} {number}"))


def _translation(entry: polib.POEntry) -> str:
    return entry.msgstr or str((entry.msgstr_plural or {}).get(0, ""))


def _term(text: str, own: dict[str, list[str]], which: str) -> Term:
    status, speech, kind = ((own[f"{which} {name}"] or [""])[0] for name in FIELDS)
    known = status in {one.value for one in Status}
    return Term(
        text,
        Status(status) if known else None,
        speech,
        kind,
        tuple(Description(context) for context in own[f"{which} context"]),
        tuple(DataCategory("note", text=note) for note in own[f"{which} note"]),
        status_as_written="" if known else status,
    )


def _named(comment: str) -> dict[str, list[str]]:
    """What our comments say, by name; what is said of a further term goes by its number, and foreign lines by none."""
    found: dict[str, list[str]] = defaultdict(list)
    counts: dict[str, int] = defaultdict(int)
    lines = comment.split("\n") if comment else []
    ours = any(line.startswith(f"{CONCEPT}: ") for line in lines)
    for line in lines:
        name, colon, text = line.partition(": ")
        if not ours or not colon:
            found[""] += [line] if line.strip() else []
            continue
        which, _, rest = name.partition(f" {ALSO} ")
        if rest:
            name = f"{which} {ALSO} {counts[which] - 1} {rest}"
        elif name.endswith(f" {ALSO}"):
            counts[name.removesuffix(f" {ALSO}")] += 1
        found[name].append(text)
    return found
