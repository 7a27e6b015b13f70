"""
Lokalize: one TBX for both directions, an entry for the full forms and one for the abbreviations.

Sources: the project's findings with Lokalize 22.12.3 (run) and 2026-08 (read), its `glossary.cpp`.
It drops an entry without an id, compares the code of a language letter by letter with the project's, shows the terms
of an entry in file order, and beside them a definition and a subject field that stand outside any group.
"""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.flavours.glossary.shape import Direction, Entry, GlossaryFlavour, Grouping, Shown
from termaccord.formats.flavours.glossary.tbx import LANGUAGE, elements, file_of, named, plain, text_of
from termaccord.model import Concept, Glossary, LanguageSection, say


def _concept(entry: Entry) -> Concept:
    given = entry.concept
    sections = tuple(_section(section) for section in entry.languages)
    return Concept(entry.id, sections, given.subject_field, plain(given.definition))


def _section(section: LanguageSection) -> LanguageSection:
    terms = tuple(named(term) for term in section.terms)
    return replace(section, terms=terms, definition=plain(section.definition), extra=())


def writes(entries: tuple[Entry, ...], direction: Direction, header: Glossary) -> bytes:
    """One file for both directions."""
    del direction
    return file_of(entries, _concept, header)


def sees(data: bytes, direction: Direction) -> tuple[Shown, ...]:
    """Read a file as Lokalize's glossary does: entries by id, languages by their exact code."""
    entries = {entry.get("id"): entry for entry in elements(data) if entry.get("id")}
    return tuple(shown for entry in entries.values() for shown in _shown(entry, direction))


def _shown(entry: etree._Element, direction: Direction) -> Iterator[Shown]:
    lines = set(_described(entry))
    for section in entry.findall("langSet"):
        lines |= set(_described(section))
    for source in _terms(entry, direction.source):
        for target in _terms(entry, direction.target):
            yield Shown(source, target, frozenset(lines))


def _described(element: etree._Element) -> Iterator[str]:
    for child in element.findall("descrip"):
        if child.get("type") in {"definition", "subjectField"}:
            yield text_of(child)


def _terms(entry: etree._Element, project: str) -> list[str]:
    accepted = {project, project.replace("_", "-"), project[:2]}
    sections = [s for s in entry.findall("langSet") if s.get(LANGUAGE, "en_US") in accepted]
    return [text_of(term) for section in sections[:1] for term in section.iter("term")]


LOKALIZE = GlossaryFlavour(
    Tool.LOKALIZE,
    "Lokalize",
    ".tbx",
    writes,
    sees,
    say("name it as the glossary in the project's settings; it serves both directions"),
    grouping=Grouping.FORMS,
    ordered=True,
)
