"""Queries that look like a term, letter by letter."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from termaccord.model import say
from termaccord.store.lookup.base import Base, Entry, Found, Posting, Query
from termaccord.store.lookup.keys import bare, trigrams

_LEAST_LIKENESS = 0.75
_LEAST_IN_SHORT = 0.8
_SHORT = 10
"""Letters below which a few in common prove less."""


def found(base: Base, query: Query) -> Iterator[Found]:
    """Terms spelt much like the query."""
    least = _LEAST_IN_SHORT if len(query.text) < _SHORT else _LEAST_LIKENESS
    for entry, likeness in _alike(base, query):
        if likeness >= least:
            how = say("“{query}” is spelt much like “{term}”", query=query.text, term=entry.text)
            yield Found(entry, 0.9 * likeness, how)


def nearest(base: Base, query: Query) -> Iterator[Found]:
    """The term that comes nearest where nothing fits; none where nothing resembles the query at all."""
    alike = sorted(_alike(base, query), key=lambda one: (-one[1], one[0].number))
    for entry, likeness in alike[:1]:
        how = say("nothing is called “{query}”; “{term}” comes nearest", query=query.text, term=entry.text)
        yield Found(entry, 0.5 * likeness, how)


def _alike(base: Base, query: Query) -> Iterator[tuple[Entry, float]]:
    numbers = base.overlapping(Posting.TERM, trigrams(query.text), base.term_grams)
    folded = bare(query.text)
    for entry in base.entries(numbers):
        reading = query.reading(entry.primary)
        if reading is not None:
            lemmas = " ".join(reading.plain)
            yield entry, max(fuzz.ratio(folded, bare(entry.text)), fuzz.ratio(lemmas, entry.lemmas)) / 100
