"""
OmegaT: one TBX of the 2008 edition for both directions, an entry for each pair.

Sources: the project's findings with OmegaT 3.6.0 (run) and 6.1 (read); its class GlossaryReaderTBX.
It multiplies the source and target terms of an entry, shows renderings in alphabetical order, prints term notes of
the target as bare values without their type, and offers deprecated terms like good ones.
"""

from collections.abc import Iterator

from lxml import etree

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.flavours.glossary.facts import notes
from termaccord.formats.flavours.glossary.shape import Direction, Entry, GlossaryFlavour, Shown
from termaccord.formats.flavours.glossary.tbx import (
    LANGUAGE,
    elements,
    file_of,
    named,
    note,
    plain,
    text_of,
    undecided,
)
from termaccord.model import Concept, Glossary, LanguageSection, say


def _concept(entry: Entry) -> Concept:
    given = entry.concept
    sections = tuple(_section(given, section) for section in entry.languages)
    return Concept(
        entry.id, sections, given.subject_field, plain(given.definition), tuple(map(note, notes(given.extra)))
    )


def _section(given: Concept, section: LanguageSection) -> LanguageSection:
    terms = tuple(
        named(term, status=undecided(given, section.language, term), contexts=True, noted=True)
        for term in section.terms
    )
    return LanguageSection(
        section.language, terms, plain(section.definition), tuple(map(note, notes(section.extra)))
    )


def writes(entries: tuple[Entry, ...], direction: Direction, header: Glossary) -> bytes:
    """One file for both directions: OmegaT looks for the languages of its project."""
    del direction
    return file_of(entries, _concept, header)


def sees(data: bytes, direction: Direction) -> tuple[Shown, ...]:
    """Read a file as GlossaryReaderTBX does, in both directions."""
    found: list[Shown] = []
    for entry in elements(data):
        found += _shown(entry, direction)
        found += [shown.turned for shown in _shown(entry, direction.turned)]
    return tuple(found)


def _shown(entry: etree._Element, direction: Direction) -> Iterator[Shown]:
    lines = list(_comments(entry))
    sources: list[str] = []
    targets: list[str] = []
    for section in entry.findall("langSet"):
        language = _language(section.get(LANGUAGE, ""))
        lines += _comments(section)
        for term in section.iter("tig", "ntig"):
            lines += _comments(term)
            if language == _language(direction.source):
                sources.append(text_of(term.find(".//term")))
            elif language == _language(direction.target):
                targets.append(text_of(term.find(".//term")))
                lines += [text_of(said) for said in term.iter("termNote")]
    for source in sources:
        for target in targets:
            yield Shown(source, target, frozenset(lines))


def _comments(element: etree._Element) -> Iterator[str]:
    """Descriptions and notes of a level; a description after its type, which is no part of what we meant."""
    for child in element:
        described = child.find("descrip") if child.tag == "descripGrp" else child
        if described is not None and described.tag in {"descrip", "note"}:
            yield text_of(described)


def _language(code: str) -> str:
    return code.replace("_", "-").partition("-")[0].lower()


OMEGAT = GlossaryFlavour(
    Tool.OMEGAT,
    "OmegaT",
    ".tbx",
    writes,
    sees,
    say("put it into the folder glossary of the project; it serves both directions"),
)
