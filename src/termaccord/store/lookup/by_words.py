"""Queries that have words in common with a term, misspelt ones put right."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import OSA

from termaccord.model import say
from termaccord.store.lookup.base import CANDIDATES, Base, Entry, Found, Posting, Query
from termaccord.store.lookup.keys import Reading, trigrams
from termaccord.store.postings import Numbers, best, counted, postings

_LEAST_SHARE = 0.5
"""Of the weight of the query's words."""
_ALL = 0.999
"""All of it, but for rounding."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the query as the termbase knows it."""

    terms: Numbers
    weight: float
    letters: int
    likeness: float = 1.0
    """Below 1 for a word put right."""


@dataclass(frozen=True, slots=True)
class _Overlap:
    """How much of the query stands in a term, and how much of the term in the query."""

    query: float
    term: float
    likeness: float


def found(base: Base, query: Query, *, mend: bool) -> Iterator[Found]:
    """Terms that hold half of the query's words or more; with `mend` only those that take putting right."""
    for reading in query.readings:
        known = [_known(base, lemmas, reading.language, mend=mend) for lemmas in reading.lemmas]
        words = [word for word in known if word is not None]
        likeness = _likeness(words)
        if not words or (mend and likeness == 1.0):
            continue
        whole = sum(word.weight for word in words) + (len(known) - len(words)) * math.log(base.size + 1)
        totals = counted(((word.terms, word.weight) for word in words), base.size)
        numbers = best(totals, CANDIDATES, _LEAST_SHARE * whole)
        for number, entry in zip(numbers, base.entries(numbers), strict=True):
            share = float(totals[number]) / whole
            overlap = _Overlap(share, _share_of_term(share, reading, entry), likeness)
            yield Found(entry, *_judged(query.text, entry, overlap))


def _likeness(words: list[_Word]) -> float:
    """Of all words together, long ones counting more; 1 only where none was put right."""
    letters = sum(word.letters for word in words)
    return 1 - sum(word.letters * (1 - word.likeness) for word in words) / max(letters, 1)


def _known(base: Base, lemmas: tuple[str, ...], language: str, *, mend: bool) -> _Word | None:
    """The terms that hold a word under any of its lemmas, else under its likeliest correction."""
    held = postings(base.connection, Posting.WORD, (f"{language} {lemma}" for lemma in lemmas))
    if held:
        terms = np.unique(np.concatenate([held[name] for name in sorted(held)]))
        return _Word(terms, _weight(base, terms), len(lemmas[0]))
    if not mend or not (corrected := _corrected(base, lemmas[0], language)):
        return None
    word, likeness = corrected
    name = f"{language} {word}"
    terms = postings(base.connection, Posting.WORD, [name])[name]
    return _Word(terms, _weight(base, terms), len(word), likeness)


def _weight(base: Base, terms: Numbers) -> float:
    """How much a word says: rare ones more (Spärck Jones 1972)."""
    return math.log((base.size + 1) / (len(terms) + 0.5)) + 0.1


def _corrected(base: Base, word: str, language: str) -> tuple[str, float] | None:
    """The word of the vocabulary that this one is most likely misspelt for, and how alike they are."""
    allowed = 0 if len(word) < 4 else 1 if len(word) < 8 else 2  # errors grow with length
    nearest: tuple[int, str] | None = None
    for number in base.overlapping(Posting.LETTERS, trigrams(word), base.word_grams):
        row = base.connection.execute("SELECT text, language FROM word WHERE id = ?", (number,)).fetchone()
        distance = OSA.distance(word, row[0], score_cutoff=allowed)
        if row[1] == language and distance <= allowed and (nearest is None or distance < nearest[0]):
            nearest = (distance, row[0])
    if nearest is None:
        return None
    return nearest[1], 1 - nearest[0] / max(len(word), len(nearest[1]))


def _share_of_term(share: float, reading: Reading, entry: Entry) -> float:
    """How much of the term's words the query holds, in words."""
    length = len(entry.lemmas.split())
    return min(share * len(reading.lemmas) / length, 1.0) if length else 0.0


def _judged(query: str, entry: Entry, overlap: _Overlap) -> tuple[float, str]:
    names = {"query": query, "term": entry.text}
    likeness = overlap.likeness
    if overlap.query > _ALL and overlap.term > _ALL and likeness < 1:
        return 0.95 * likeness, say("“{query}” is “{term}” misspelt", **names)
    if overlap.query > _ALL and overlap.term > _ALL:
        return 0.91, say("“{query}” has the words of “{term}”", **names)
    if overlap.query > _ALL:
        return (0.55 + 0.3 * overlap.term) * likeness, say("“{query}” is part of “{term}”", **names)
    if overlap.term > _ALL:
        return (0.4 + 0.3 * overlap.query) * likeness, say("“{term}” stands in “{query}”", **names)
    return 0.6 * overlap.query * overlap.term * likeness, say("“{term}” shares words with “{query}”", **names)
