"""Queries that have words in common with a term, misspelt ones put right."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import OSA

from termaccord.model import say
from termaccord.store.lookup.base import CANDIDATES, Base, Entry, Found, Posting, Query
from termaccord.store.lookup.keys import Reading, trigrams
from termaccord.store.postings import Numbers, best, counted, postings
from termaccord.text.terms.shapes import shape

_LEAST_SHARE = 0.5
"""Of the weight of the query's words."""
_ALL = 0.999
"""All of it, but for rounding."""
_MOST_MENDED = 12
"""Words of a query from which on it is a text, and nobody waits for its errors."""
_INFLECTED = 8
"""Lemmas whose forms are compared with a misspelt word."""
_ENDING = 3
"""Letters by which a form may differ from its lemma, besides the errors."""
_SHORTEST_BEGINNING = 4
_MOST_BEGUN = 50
_BEGINNING = 0.85


class Spoken(NamedTuple):
    """A word of the query."""

    written: str
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the query as the termbase knows it."""

    name: str
    """The lemma."""
    terms: Numbers
    weight: float
    letters: int
    likeness: float = 1.0
    """Below 1 for a word put right."""
    begun: bool = False
    """Whether it is only the beginning of a word."""


@dataclass(frozen=True, slots=True)
class _Overlap:
    """How much of the query stands in a term, and how much of the term in the query."""

    query: float
    term: float
    likeness: float
    begun: bool


def found(base: Base, query: Query, *, mend: bool) -> Iterator[Found]:
    """Terms that hold half of the query's words or more; with `mend` only those that take putting right."""
    for reading in query.readings:
        known = _words(base, reading, mend=mend)
        words = [word for word in known if word is not None]
        likeness = _likeness(words)
        if not words or (mend and likeness == 1.0):
            continue
        whole = sum(word.weight for word in words) + (len(known) - len(words)) * math.log(base.size + 1)
        totals = counted(((word.terms, word.weight) for word in words), base.size)
        numbers = best(totals, CANDIDATES, _LEAST_SHARE * whole)
        begun = any(word.begun for word in words)
        for number, entry in zip(numbers, base.entries(numbers), strict=True):
            share = float(totals[number]) / whole
            overlap = _Overlap(share, _share_of_term(share, reading, entry), likeness, begun)
            yield Found(entry, *_judged(query.text, entry, overlap), whole=share > _ALL)


def _words(base: Base, reading: Reading, *, mend: bool) -> list[_Word | None]:
    """Each word of the query as the termbase knows it; None where it does not, or only as a word met before."""
    met = set[str]()
    mend = mend and len(reading.written) <= _MOST_MENDED
    words: list[_Word | None] = []
    for spoken in map(Spoken, reading.written, reading.lemmas):
        word = _known(base, spoken, reading.language, mend=mend)
        if word is not None and word.likeness < 1 and word.name in met:
            word = None
        elif word is not None:
            met.add(word.name)
        words.append(word)
    return words


def _likeness(words: list[_Word]) -> float:
    """Of all words together, long ones counting more; 1 only where none was put right."""
    letters = sum(word.letters for word in words)
    return 1 - sum(word.letters * (1 - word.likeness) for word in words) / max(letters, 1)


def _known(base: Base, word: Spoken, language: str, *, mend: bool) -> _Word | None:
    """The terms that hold a word under any of its lemmas, else under its likeliest correction."""
    if held := _terms(base, word.lemmas, language):
        return _word(base, held, word.lemmas[0])
    if not mend:
        return None
    if corrected := _corrected(base, word, language):
        lemma, likeness = corrected
        return _word(base, _terms(base, (lemma,), language), lemma, likeness)
    return _begun(base, word.written, language)


def _terms(base: Base, lemmas: Iterable[str], language: str) -> list[Numbers]:
    held = postings(base.connection, Posting.WORD, (f"{language} {lemma}" for lemma in lemmas))
    return [held[name] for name in sorted(held)]


def _word(base: Base, held: list[Numbers], word: str, likeness: float = 1.0) -> _Word:
    terms = np.unique(np.concatenate(held))
    return _Word(word, terms, _weight(base, terms), len(word), likeness)


def _begun(base: Base, beginning: str, language: str) -> _Word | None:
    """The terms with a word that begins like this, as it is typed."""
    if len(beginning) < _SHORTEST_BEGINNING:
        return None
    name = f"{language} {beginning}"
    sql = "SELECT name FROM posting WHERE kind = ? AND name > ? AND name < ? ORDER BY name LIMIT ?"
    rows = base.connection.execute(
        sql, (int(Posting.WORD), name, f"{name}\U0010ffff", _MOST_BEGUN)
    ).fetchall()
    if not rows:
        return None
    held = postings(base.connection, Posting.WORD, (found for (found,) in rows))
    terms = np.unique(np.concatenate(list(held.values())))
    return _Word(beginning, terms, _weight(base, terms), len(beginning), _BEGINNING, begun=True)


def _weight(base: Base, terms: Numbers) -> float:
    """How much a word says: rare ones more (Spärck Jones 1972)."""
    return math.log((base.size + 1) / (len(terms) + 0.5)) + 0.1


def _corrected(base: Base, word: Spoken, language: str) -> tuple[str, float] | None:
    """The lemma that a word is most likely misspelt for, in whatever form, and how alike they are."""
    spelt = (word.written, *word.lemmas)
    allowed = _allowed(word.written)
    if not allowed:
        return None
    grams = trigrams(word.written) | trigrams(word.lemmas[0])
    like = base.words(base.overlapping(Posting.LETTERS, grams, base.word_grams))
    near = [(min(OSA.distance(one, lemma) for one in spelt), lemma) for lemma, its in like if its == language]
    near.sort()
    judged = [(distance, lemma) for distance, lemma in near if distance <= allowed]
    for distance, lemma in near[:_INFLECTED]:
        if distance <= allowed + _ENDING and (not judged or judged[0][0] > 1):
            judged.append((_distance_to_forms(word.written, lemma, language, allowed), lemma))
    best = min(judged, key=lambda one: one[0], default=(allowed + 1, ""))
    if best[0] > allowed:
        return None
    return best[1], 1 - best[0] / max(len(word.written), len(best[1]))


def _allowed(word: str) -> int:
    """How many errors a word may hold: they grow with length."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def _distance_to_forms(written: str, lemma: str, language: str, allowed: int) -> int:
    """The errors between a word as it is written and the form of another that is most like it."""
    inflected = shape(lemma, language).inflected
    forms = inflected[0] if len(inflected) == 1 else ()
    return min((OSA.distance(written, form, score_cutoff=allowed) for form in forms), default=allowed + 1)


def _share_of_term(share: float, reading: Reading, entry: Entry) -> float:
    """How much of the term's words the query holds, in words."""
    length = len(entry.lemmas.split())
    return min(share * len(reading.lemmas) / length, 1.0) if length else 0.0


def _judged(query: str, entry: Entry, overlap: _Overlap) -> tuple[float, str]:
    names = {"query": query, "term": entry.text}
    likeness = overlap.likeness
    if overlap.query > _ALL and overlap.begun:
        return (0.55 + 0.3 * overlap.term) * likeness, say(
            "“{query}” is the beginning of words of “{term}”", **names
        )
    if overlap.query > _ALL and overlap.term > _ALL and likeness < 1:
        return 0.95 * likeness, say("“{query}” is “{term}” misspelt", **names)
    if overlap.query > _ALL and overlap.term > _ALL:
        return 0.91, say("“{query}” has the words of “{term}”", **names)
    if overlap.query > _ALL:
        return (0.55 + 0.3 * overlap.term) * likeness**2, say("“{query}” is part of “{term}”", **names)
    if overlap.term > _ALL:
        return (0.4 + 0.3 * overlap.query) * likeness, say("“{term}” stands in “{query}”", **names)
    return 0.6 * overlap.query * overlap.term * likeness, say("“{term}” shares words with “{query}”", **names)
