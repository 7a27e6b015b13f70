"""Which terms of an index stand in texts, and where."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from termaccord.model import Span
from termaccord.store.lookup.base import Base, Entry
from termaccord.store.lookup.keys import bare, lemmas_of
from termaccord.text.analyser import primary_language
from termaccord.text.occurrences import finder_of
from termaccord.text.terms.scanning import parts

_STEM = 3
"""Letters at the beginning of a word that every form of it keeps, unless a dictionary knows better."""


class Place(NamedTuple):
    """A term's place in one of several texts."""

    text: int
    """Which of the texts."""
    span: Span
    entry: Entry


def places(base: Base, texts: Sequence[str], language: str, *, few: bool = False) -> tuple[Place, ...]:
    """
    Every place where a term of the texts' language stands, text by text in order of place.

    What overlaps stands for the longest term; a proposal gives way to what is accepted.
    With `few` texts only the terms that can stand in them are made ready, which takes longer for each call.
    """
    primary = primary_language(language)
    numbers = [number for (number, _lemmas) in _terms(base, primary)]
    if few:
        numbers = _promising(base, texts, primary)
    entries = base.entries(numbers)
    accepted = [entry for entry in entries if entry.glossary not in base.proposed]
    proposed = [entry for entry in entries if entry.glossary in base.proposed]
    first = list(_found(accepted, texts, primary))
    second = _apart(_found(proposed, texts, primary), first)
    return tuple(sorted((*first, *second), key=lambda p: (p.text, p.span.start, p.span.end, p.entry.number)))


def _terms(base: Base, primary: str) -> list[tuple[int, str]]:
    query = "SELECT id, lemmas FROM term WHERE language = ? OR language LIKE ? ORDER BY id"
    return base.connection.execute(query, (primary, f"{primary}-%")).fetchall()


def _promising(base: Base, texts: Iterable[str], primary: str) -> list[int]:
    """The terms all of whose words may stand in the texts."""
    forms = {part for text in texts for part in parts(text)}
    known = {lemma for form in forms for lemma in lemmas_of(form, primary)}
    stems = {bare(form)[:_STEM] for form in forms}
    return [
        number
        for number, lemmas in _terms(base, primary)
        if all(word in known or word[:_STEM] in stems for word in lemmas.split())
    ]


def _found(entries: Sequence[Entry], texts: Sequence[str], primary: str) -> Iterator[Place]:
    finder = finder_of(tuple(entry.text for entry in entries), primary)
    for index, text in enumerate(texts):
        for found in finder.find(text):
            yield Place(index, found.span, entries[found.key])


def _apart(places: Iterable[Place], taken: Sequence[Place]) -> Iterator[Place]:
    """The places that touch none of those taken, which stand in order and do not touch each other."""
    held = {index: [p.span for p in group] for index, group in groupby(taken, key=lambda p: p.text)}
    for place in places:
        spans = held.get(place.text, [])
        before = bisect_left(spans, place.span.end, key=lambda span: span.start)
        if not before or spans[before - 1].end <= place.span.start:
            yield place
