"""
Trados, MultiTerm and Phrase: termbases that hold whole concepts and say of each term what it is.

Sources: RWS documentation, “Formats for data import and export” (Trados Team: TBX, MultiTerm XML, XLSX, CSV),
“Importing termbase entries” (languages that the termbase lacks are not imported; fields must be the same) and
MultiTerm 2024, “Customizing entry structure” (MultiTerm Convert takes TBX).
Phrase documentation, “Modify term bases” (XLSX or TBX; with strict locale matching a file in en_US does not reach en),
“Create and edit terms” (Preferred, Forbidden, Status), and TermWeb's documentation of its export to Phrase
(term notes “preferred”, “forbidden”, “status”, “termType” and “partOfSpeech” with values in capitals).
None of them runs here: what is said of them is what their makers say.
"""

from collections.abc import Iterator
from dataclasses import replace

from termaccord.formats import tbx
from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.flavours.glossary.facts import facts, facts_in, notes
from termaccord.formats.flavours.glossary.languages import REJECTED, means
from termaccord.formats.flavours.glossary.shape import (
    Direction,
    Entry,
    GlossaryFlavour,
    Grouping,
    Rejected,
    Shown,
)
from termaccord.formats.flavours.glossary.tbx import file_of, note, plain
from termaccord.formats.flavours.glossary.tidying import tidy
from termaccord.formats.termlists import multiterm
from termaccord.model import Concept, DataCategory, Glossary, LanguageSection, Status, Term, say

SPEECH = {
    "noun": "NOUN",
    "verb": "VERB",
    "adjective": "ADJECTIVE",
    "adverb": "ADVERB",
    "properNoun": "PROPER_NOUN",
}
TYPES = {
    "fullForm": "FULL_FORM",
    "acronym": "ACRONYM",
    "abbreviation": "ABBREVIATION",
    "shortForm": "SHORT_FORM",
    "variant": "VARIANT",
    "phrase": "PHRASE",
}
"""Phrase's words for the values of the picklists."""
READ = {phrase: ours for ours, phrase in (SPEECH | TYPES).items()}


# -- Trados and MultiTerm -------------------------------------------------------------------------------------


def writes_whole(entries: tuple[Entry, ...], direction: Direction, header: Glossary) -> bytes:
    """TBX-Basic of 2008 with everything that a concept says; notes hold what the dialect has no element for."""
    del direction
    return tbx.serialize(replace(header, concepts=_concepts(entries)))


def sees_whole(data: bytes, direction: Direction) -> tuple[Shown, ...]:
    """What stands in the file: how much of it a termbase shows is set by its owner."""
    return _shown(tbx.parse(data, "").value, direction)


def writes_multiterm(entries: tuple[Entry, ...], direction: Direction, header: Glossary) -> bytes:
    """MultiTerm XML: entries numbered, the id of a concept as a field of its entry."""
    del direction, header
    return multiterm.written(Glossary(_concepts(entries))).data


def sees_multiterm(data: bytes, direction: Direction) -> tuple[Shown, ...]:
    """What stands in the fields of the file."""
    return _shown(multiterm.parse(data, "").value, direction)


def _concepts(entries: tuple[Entry, ...]) -> tuple[Concept, ...]:
    return tuple(replace(entry.concept, id=entry.id, languages=entry.languages) for entry in entries)


def _shown(glossary: Glossary, direction: Direction) -> tuple[Shown, ...]:
    return tuple(shown for concept in glossary.concepts for shown in _of_concept(concept, direction))


def _of_concept(concept: Concept, direction: Direction) -> Iterator[Shown]:
    common = {fact.text for fact in facts(concept)}
    said = {(f.language, f.term): set[str]() for s in concept.languages for f in facts_in(s)}
    for section in concept.languages:
        for fact in facts_in(section):
            said[fact.language, fact.term].add(fact.text)
            if not fact.term:
                common.add(fact.text)
    terms = [(section.language, term) for section in concept.languages for term in section.terms]
    beside: dict[int, frozenset[str]] = {}
    for language, term in terms:
        own = said.get((language, tidy(term.text)), set()) | ({term.status.value} if term.status else set())
        beside[id(term)] = frozenset(common | own)
        rejected = term.text if term.status in REJECTED else ""
        yield Shown(tidy(term.text), "", beside[id(term)], rejected)
    good = [(language, term) for language, term in terms if term.status not in REJECTED]
    for source in (t for language, t in good if means(language, direction.source)):
        for target in (t for language, t in good if means(language, direction.target)):
            yield Shown(tidy(source.text), tidy(target.text), beside[id(source)] | beside[id(target)])


# -- Phrase ---------------------------------------------------------------------------------------------------


def writes_phrase(entries: tuple[Entry, ...], direction: Direction, header: Glossary) -> bytes:
    """TBX with the term notes that Phrase reads."""
    del direction
    return file_of(entries, _concept, header)


def _concept(entry: Entry) -> Concept:
    given = entry.concept
    sections = tuple(
        replace(
            section,
            terms=tuple(_term(term) for term in section.terms),
            definition=plain(section.definition),
            extra=tuple(map(note, notes(section.extra))),
            attributes=(),
        )
        for section in entry.languages
    )
    return Concept(
        entry.id, sections, given.subject_field, plain(given.definition), tuple(map(note, notes(given.extra)))
    )


def _term(term: Term) -> Term:
    said = [("status", "Approved")]
    said += [("preferred", "true")] if term.status is Status.PREFERRED else []
    said += [("forbidden", "true")] if term.status in REJECTED else []
    said += [("partOfSpeech", SPEECH[term.part_of_speech])] if term.part_of_speech in SPEECH else []
    said += [("termType", TYPES[term.term_type])] if term.term_type in TYPES else []
    told = list(notes(term.extra))
    told += [term.status.value] if term.status not in {None, Status.PREFERRED, Status.FORBIDDEN} else []
    told += [
        v for v, known in ((term.part_of_speech, SPEECH), (term.term_type, TYPES)) if v and v not in known
    ]
    contexts = tuple(c for c in map(plain, term.contexts) if c is not None)
    categories = tuple(DataCategory("termNote", kind, value) for kind, value in said)
    return Term(term.text, contexts=contexts, extra=categories + tuple(note(tidy(text)) for text in told))


def sees_phrase(data: bytes, direction: Direction) -> tuple[Shown, ...]:
    """Read the term notes as Phrase's documentation names them; contexts have no field there."""
    glossary = tbx.parse(data, "").value
    concepts = tuple(
        replace(concept, languages=tuple(_read_section(section) for section in concept.languages))
        for concept in glossary.concepts
    )
    return _shown(Glossary(concepts), direction)


def _read_section(section: LanguageSection) -> LanguageSection:
    return replace(section, terms=tuple(_read_term(term) for term in section.terms))


def _read_term(term: Term) -> Term:
    said = {c.type: c.text for c in term.extra if c.kind == "termNote"}
    status = Status.PREFERRED if said.get("preferred") == "true" else None
    told = [c.text for c in term.extra if c.kind == "note"]
    told += [Status.FORBIDDEN.value] if said.get("forbidden") == "true" else []
    return Term(
        term.text,
        Status.FORBIDDEN if said.get("forbidden") == "true" else status,
        READ.get(said.get("partOfSpeech", "") or term.part_of_speech, ""),
        READ.get(said.get("termType", "") or term.term_type, ""),
        extra=tuple(map(note, told)),
    )


TRADOS = GlossaryFlavour(
    Tool.TRADOS,
    "Trados",
    ".tbx",
    writes_whole,
    sees_whole,
    say(
        "import it into a termbase that has the same fields and languages, and name the status field under verification"
    ),
    grouping=Grouping.CONCEPTS,
    rejected=Rejected.BESIDE,
    every_language=True,
    whole=True,
)
MULTITERM = replace(
    TRADOS,
    tool=Tool.MULTITERM,
    name="MultiTerm",
    ending=".xml",
    writes=writes_multiterm,
    sees=sees_multiterm,
    note=say("import it into a termbase whose definition has its languages and fields"),
    whole=False,
    headed=False,
    titled=False,
    also=replace(
        TRADOS,
        tool=Tool.MULTITERM,
        name="MultiTerm",
        note=say("or let MultiTerm Convert make a new termbase and its definition of this one"),
    ),
)
PHRASE = GlossaryFlavour(
    Tool.PHRASE,
    "Phrase",
    ".tbx",
    writes_phrase,
    sees_phrase,
    say(
        "import it on the page of the term base, without strict locale matching if its languages have regions"
    ),
    grouping=Grouping.CONCEPTS,
    rejected=Rejected.BESIDE,
    every_language=True,
)
