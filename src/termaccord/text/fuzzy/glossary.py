"""The terms of a glossary as matching needs them."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from termaccord.model import Concept, Glossary, LanguageSection, Status
from termaccord.text.analyser import primary_language
from termaccord.text.normalise import fold
from termaccord.text.occurrences import Finder, Found

_REJECTED = frozenset({Status.DEPRECATED, Status.SUPERSEDED, Status.FORBIDDEN})
_WORD = re.compile(r"[^\W_]+")
_STEM = 3
"""Letters at the beginning of a long word that all its forms have."""
_KEPT = 512
"""Texts whose terms are remembered."""


class Key(NamedTuple):
    """Which concept a term names, and how it is cited."""

    concept: int
    term: str


Table = dict[str, tuple[tuple[Key, frozenset[str]], ...]]
"""The beginning of a term's first word to such terms, each with the beginnings of all its words."""


class Terms:
    """
    Finds terms in any form, in any language.

    Of a large glossary only those terms are made ready whose words may stand in a text.
    """

    def __init__(self, glossary: Glossary | Callable[[], Glossary]) -> None:
        """Take a glossary, or what brings it when it is first wanted."""
        self._glossary = glossary
        self._tables: dict[str, Table] = {}
        self.find = lru_cache(_KEPT)(self._find)
        """A text and the tag of its language to every term in it, those inside others too."""

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """Of the glossary."""
        return (self._glossary if isinstance(self._glossary, Glossary) else self._glossary()).concepts

    def _find(self, text: str, language: str) -> tuple[Found[Key], ...]:
        primary = primary_language(language)
        if primary not in self._tables:
            self._tables[primary] = self._table(primary)
        table = self._tables[primary]
        there = {stem for word in _WORD.findall(fold(text)) for stem in _beginnings(word)}
        promising = [key for stem in sorted(there) for key, stems in table.get(stem, ()) if stems <= there]
        return (
            Finder(((key, key.term) for key in promising), primary).find(text, nested=True)
            if promising
            else ()
        )

    def _table(self, primary: str) -> Table:
        found: dict[str, list[tuple[Key, frozenset[str]]]] = {}
        for number, concept in enumerate(self.concepts):
            for section in _sections(concept, primary):
                for term in section.terms:
                    stems = [_beginning(word) for word in _WORD.findall(fold(term.text))]
                    if stems:
                        found.setdefault(stems[0], []).append((Key(number, term.text), frozenset(stems)))
        return {stem: tuple(entries) for stem, entries in found.items()}

    def rendering(self, concept: int, language: str) -> str:
        """What a concept is to be called; empty where the glossary does not say."""
        found = [
            term
            for section in _sections(self.concepts[concept], primary_language(language))
            for term in section.terms
            if term.status not in _REJECTED
        ]
        best = next((t for t in found if t.status is Status.PREFERRED), None)
        return best.text if best else found[0].text if found else ""


def _sections(concept: Concept, primary: str) -> Iterator[LanguageSection]:
    return (s for s in concept.languages if primary_language(s.language) == primary)


def _beginning(word: str) -> str:
    """What every form of a word begins with, or nearly every: one letter of a short word, three of a long one."""
    return word[: max(1, min(_STEM, len(word) - 2))]


def _beginnings(word: str) -> Iterator[str]:
    return (word[:length] for length in range(1, _STEM + 1))
