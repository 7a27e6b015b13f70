"""From memories to glossaries and back: a unit of a few words names a concept, and a concept's terms translate each other."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from termaccord.formats.termlists.losing.telling import Teller
from termaccord.formats.termlists.sides import REJECTED, side, speaks
from termaccord.model import (
    Concept,
    DataCategory,
    Degree,
    Description,
    Inline,
    LanguageSection,
    Memory,
    Status,
    Subject,
    Term,
    TranslationUnit,
    Variant,
    say,
)

LONGEST = 8
"""Words of a unit that may be a term; a name of an office or a document is seldom longer."""
SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", "。", "！", "？")
_TRANSACTIONS = (("origination", "creationdate", "creationid"), ("modification", "changedate", "changeid"))
SUBJECT_FIELD = "x-termaccord-subject-field"


def names_something(text: str) -> bool:
    """
    Whether a segment can be a term: a few words on one line, and no whole sentence.

    >>> names_something("Harbour Board"), names_something("The board met on Monday.")
    (True, False)
    """
    text = text.strip()
    abbreviated = text.count(" ") < 3 and text.endswith(".")
    words = len(text.split())
    return 0 < words <= LONGEST and "\n" not in text and (abbreviated or not text.endswith(SENTENCE_ENDS))


def concepts(units: Iterable[TranslationUnit], tell: Teller, *, short: bool) -> Iterator[Concept]:
    """
    A concept of each unit: its segments are the terms.

    With `short` units that are no names of anything are left out, and told; so is what a concept cannot hold.
    """
    for number, unit in enumerate(units, 1):
        name = unit.id or f"unit-{number}"
        text = " = ".join(variant.text for variant in unit.variants)
        if short and not all(names_something(variant.text) for variant in unit.variants):
            why = say("a unit of more than {count} words, or a whole sentence, is no term", count=LONGEST)
            tell.tell(Subject.UNIT, Degree.GONE, text, concept=name, why=why)
            continue
        yield Concept(name, tuple(_sections(unit, name, tell)), extra=_extra(unit, name, tell))


def _sections(unit: TranslationUnit, name: str, tell: Teller) -> Iterator[LanguageSection]:
    for variant in unit.variants:
        for part in variant.content:
            if isinstance(part, Inline):
                why = say("a term holds no inline codes")
                shown = part.code or f"<{part.tag}>"
                tell.tell(Subject.CODE, Degree.GONE, shown, concept=name, language=variant.language, why=why)
        notes = _notes(variant.notes, variant.properties)
        dated, left = _transactions(variant.attributes)
        _told(left, name, tell, variant.language)
        yield LanguageSection(variant.language, (Term(variant.text, extra=notes + dated),))


def _extra(unit: TranslationUnit, name: str, tell: Teller) -> tuple[DataCategory, ...]:
    dated, left = _transactions(unit.attributes)
    _told(left, name, tell)
    return _notes(unit.notes, unit.properties) + dated


def _told(left: tuple[tuple[str, str], ...], name: str, tell: Teller, language: str = "") -> None:
    for attribute, value in left:
        tell.tell(Subject.ATTRIBUTE, Degree.GONE, f"{attribute}: {value}", concept=name, language=language)


def _notes(notes: tuple[str, ...], properties: tuple[tuple[str, str], ...]) -> tuple[DataCategory, ...]:
    said = [*notes, *(f"{name}: {value}" for name, value in properties)]
    return tuple(DataCategory("note", text=text) for text in said)


def _transactions(
    attributes: tuple[tuple[str, str], ...],
) -> tuple[tuple[DataCategory, ...], tuple[tuple[str, str], ...]]:
    """When and by whom a unit was made and changed, as a termbase says it, and the attributes that say else."""
    known = dict(attributes)
    groups: list[DataCategory] = []
    taken: set[str] = set()
    for what, date, person in _TRANSACTIONS:
        day = _day(known.get(date, ""))
        if not day:
            continue
        parts = [DataCategory("transac", "transactionType", what), DataCategory("date", "", day)]
        if known.get(person):
            parts.append(DataCategory("transacNote", "responsibility", known[person]))
            taken.add(person)
        groups.append(DataCategory("transacGrp", children=tuple(parts)))
        taken |= {date} if known[date].endswith("T000000Z") or len(known[date]) == 8 else set()
    return tuple(groups), tuple(pair for pair in attributes if pair[0] not in taken)


def _day(date: str) -> str:
    digits = date[:8]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits.isdecimal() else ""


# -- back -------------------------------------------------------------------------------------------------------


def units(concepts: Iterable[Concept], source: str = "", target: str = "") -> Iterator[TranslationUnit]:
    """
    A unit of each concept that has terms in two languages: the preferred term of each, never a rejected one.

    With `source` and `target` these two languages only, the source first.
    """
    for concept in concepts:
        wanted = tuple(filter(None, (source, target)))
        tags = wanted or tuple(dict.fromkeys(section.language for section in concept.languages))
        variants = tuple(
            Variant(_tag(concept, tag), (best.text,), notes=_definitions(concept, tag))
            for tag in tags
            if (best := _best(side(concept, tag).terms)) is not None
        )
        if len(variants) > 1:
            yield _unit(concept, variants)


def _definitions(concept: Concept, language: str) -> tuple[str, ...]:
    return tuple(s.definition.text for s in side(concept, language).sections if s.definition)


def _tag(concept: Concept, wanted: str) -> str:
    return next((s.language for s in concept.languages if speaks(s.language, wanted)), wanted)


def _best(terms: tuple[Term, ...]) -> Term | None:
    usable = [term for term in terms if term.status not in REJECTED]
    return next((term for term in usable if term.status is Status.PREFERRED), usable[0] if usable else None)


def _unit(concept: Concept, variants: tuple[Variant, ...]) -> TranslationUnit:
    properties = ((SUBJECT_FIELD, concept.subject_field),) if concept.subject_field else ()
    notes = (concept.definition.text,) if concept.definition else ()
    return TranslationUnit(concept.id, variants, properties=properties, notes=notes)


def glossary_seen(memory: Memory, tell: Teller) -> Iterator[Concept]:
    """The concepts of a memory that was made of a glossary by `units`."""
    for unit in memory.units:
        field = dict(unit.properties).get(SUBJECT_FIELD, "")
        rest = tuple(pair for pair in unit.properties if pair[0] != SUBJECT_FIELD)
        definition = Description(unit.notes[0]) if unit.notes else None
        bare = replace(unit, properties=rest, notes=unit.notes[1:])
        for concept in concepts((bare,), tell, short=False):
            yield replace(concept, subject_field=field, definition=definition)
