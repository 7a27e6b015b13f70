"""Words that are asked for: any form of each, phrases in quotes, beginnings with a star."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from termaccord.store.concordance.finding import Sought, words_with
from termaccord.store.memory.index import Index
from termaccord.text.analyse import analyser_for
from termaccord.text.fuzzy.comparable import NUMBER, comparable, compared_words, joins_words
from termaccord.text.normalise import folded

_PART = re.compile(r'"([^"]+)"|(\S+)')
_QUOTES = str.maketrans(dict.fromkeys("«»“”„‟", '"'))
_LIKELY = 0.1
"""Share of the readings of a word below which one of them is not meant."""
_SHORTEST = 2
_PARADIGM = 6
"""Forms from which on a language is believed to have made all of them."""
_ENOUGH = 4
"""Letters by which the forms of a word are looked for in the vocabulary, where the language cannot make them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A word that is asked for, in the compared form."""

    text: str
    begins: bool = False
    """Whether any word that begins so is meant."""
    literal: str = ""
    """Of a number: as it must stand in the text, where compared forms have one sign for all numbers."""


@dataclass(frozen=True, slots=True)
class Query:
    """Groups of words; those of a group stand side by side, in order."""

    groups: tuple[tuple[Asked, ...], ...]

    @property
    def words(self) -> tuple[Asked, ...]:
        return tuple(word for group in self.groups for word in group)


def query_of(text: str) -> Query:
    """
    What a user has typed.

    >>> [[word.text for word in group] for group in query_of('lock "upper gate" weir*').groups]
    [['lock'], ['upper', 'gate'], ['weir']]
    """
    groups: list[tuple[Asked, ...]] = []
    for part in _PART.finditer(text.translate(_QUOTES)):
        group = tuple(_asked(part[1] or part[2]))
        if group:
            groups.append(group)
    return Query(tuple(groups))


def _asked(part: str) -> Iterator[Asked]:
    stars = part.split()
    for word in stars:
        begins = word.endswith("*")
        pieces = [
            piece
            for piece in compared_words(comparable(word.rstrip("*")))
            if joins_words(piece) or piece == NUMBER
        ]
        for n, piece in enumerate(pieces):
            last = n == len(pieces) - 1
            literal = word.strip('*.,:;!?()[]"') if piece == NUMBER else ""
            yield Asked(piece, begins and last, literal)


def sought(query: Query, index: Index, language: str, *, exact: bool = False) -> tuple[Sought, ...]:
    """The forms of each word that the memory has in a language."""
    return tuple(_sought(word, index, language, exact=exact) for word in query.words)


def _sought(word: Asked, index: Index, language: str, *, exact: bool) -> Sought:
    if word.begins:
        return Sought(frozenset(words_with(index, word.text)))
    if word.literal:
        return Sought(frozenset({word.text}), word.literal)
    return Sought(frozenset({word.text}) if exact else _forms(word.text, index, language))


def _forms(word: str, index: Index, language: str) -> frozenset[str]:
    """All forms of all words that this may be a form of: made where the language can, and found in the vocabulary."""
    analyser = analyser_for(language)
    readings = [one for one in analyser.analyses(word) if one.score >= _LIKELY]
    made = {folded(form) for one in readings for form, _ in analyser.forms(word, one)}
    lemmas = lemmas_of(word, language)
    if len(made) < _PARADIGM:
        starts = {one[:_ENOUGH] for one in (word, *sorted(lemmas))}
        known = {other for start in starts if len(start) >= _SHORTEST for other in words_with(index, start)}
        made |= {other for other in known if lemmas_of(other, language) & lemmas}
    return frozenset({word, *made})


@lru_cache(maxsize=1 << 16)
def lemmas_of(word: str, language: str) -> frozenset[str]:
    """The lemmas that a word may have, folded."""
    return frozenset(
        folded(one.lemma) for one in analyser_for(language).analyses(word) if one.score >= _LIKELY
    )
