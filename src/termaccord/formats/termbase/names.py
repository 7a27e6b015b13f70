"""The ids of one TBX file: XML names, each once, and every reference pointing at one of them."""

import re
from collections.abc import Iterator

from termaccord.model import Concept, DataCategory, Description, Glossary, MarkedText, Markup

LETTERS = (
    "A-Za-zÀ-ÖØ-öø-ıĴ-ľŁ-ňŊ-žΈ-ΊΎ-ΡΣ-ώЁ-ЌЎ-яё-ќў-ҁҐ-ӄ"  # the usual scripts of XML 1.0, 4th edition,
    "א-תء-غف-يअ-हก-ฮა-ჶぁ-ゔァ-ヺ가-힣一-龥"  # appendix B
)
NAME = re.compile(rf"[_{LETTERS}][._\-0-9{LETTERS}]*")
"""Ids that every schema takes: validators differ on letters added to XML later."""
NOT_IN_NAMES = re.compile(rf"[^._\-0-9{LETTERS}]")


class Names:
    """Hands every id of a glossary out once, in the order in which a writer asks."""

    def __init__(self, glossary: Glossary, without: frozenset[str] = frozenset()) -> None:
        self._known: dict[str, str] = {}
        self._without = without
        self._asked: set[str] = set()
        self._used: set[str] = set()
        self._given: set[str] = set()
        for wanted in ids(glossary):
            if wanted not in self._known:
                self._known[wanted] = self._free(proper(wanted))

    def give(self, wanted: str, fallback: str = "c") -> str:
        """The id to write for the one that is wanted; a second time, a new one."""
        if wanted in self._known and wanted not in self._given:
            self._given.add(wanted)
            return self._known[wanted]
        return self._free(proper(wanted) if wanted else fallback)

    def target(self, wanted: str) -> str:
        """The id that a reference must name now; empty where nothing in the file has that id."""
        if wanted in self._without or wanted not in self._known:
            return ""
        self._asked.add(wanted)
        return self._known[wanted]

    @property
    def dangling(self) -> frozenset[str]:
        """Ids that references name and that the writer has not come to write."""
        return frozenset(self._asked - self._given)

    def _free(self, name: str) -> str:
        free, number = name, 2
        while free in self._used:
            free, number = f"{name}-{number}", number + 1
        self._used.add(free)
        return free


def proper(wanted: str) -> str:
    """
    The id as an XML name without colon.

    >>> proper("12"), proper("a b"), proper("слово-1")
    ('c12', 'a_b', 'слово-1')
    """
    name = NOT_IN_NAMES.sub("_", wanted)
    return name if NAME.fullmatch(name) else f"c{name}"


def ids(glossary: Glossary) -> Iterator[str]:
    """Every id that a glossary holds: of concepts first, so that they keep theirs."""
    for concept in glossary.concepts:
        if concept.id:
            yield concept.id
    for concept in glossary.concepts:
        yield from _in_concept(concept)
    yield from _in_categories(glossary.extra)


def _in_concept(concept: Concept) -> Iterator[str]:
    yield from _in_categories(concept.extra)
    yield from _in_description(concept.definition)
    for section in concept.languages:
        yield from (v for k, v in section.attributes if k == "id" and v)
        yield from _in_categories(section.extra)
        yield from _in_description(section.definition)
        for term in section.terms:
            yield from [term.id] if term.id else []
            yield from _in_markup(term.marked)
            yield from _in_categories(term.extra)
            for context in term.contexts:
                yield from _in_description(context)


def _in_description(description: Description | None) -> Iterator[str]:
    if description is not None:
        yield from (v for k, v in description.attributes if k == "id" and v)
        yield from _in_markup(description.marked)
        yield from _in_categories(description.extra)


def _in_categories(categories: tuple[DataCategory, ...]) -> Iterator[str]:
    for category in categories:
        yield from (v for k, v in category.attributes if k == "id" and v)
        yield from _in_markup(category.marked)
        yield from _in_categories(category.children)


def _in_markup(marked: MarkedText) -> Iterator[str]:
    for part in marked:
        if isinstance(part, Markup):
            yield from (v for k, v in part.attributes if k == "id" and v)
            yield from _in_markup(part.content)
