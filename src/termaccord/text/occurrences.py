"""Where the terms of a glossary stand in a text, in whatever form they are inflected."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from termaccord.model import Span
from termaccord.text.terms.columns import columns
from termaccord.text.terms.fitting import clean, dashed, dressed, loose, written, year_behind
from termaccord.text.terms.patterns import Pattern
from termaccord.text.terms.scanning import scanner
from termaccord.text.terms.sieve import Sieve
from termaccord.text.terms.trie import Trie
from termaccord.text.terms.walk import State, Walk

K = TypeVar("K", bound=Hashable)
LONG = 3_000
"""Characters from which on a text is worth reading as columns."""
_YEAR_REACH = 4
"""Characters between a term and a year behind it at most."""
_UNMARKED = frozenset[int]()


class Found(NamedTuple, Generic[K]):
    """A term's place in a text."""

    span: Span
    key: K
    surface: str
    """The text at `span`."""
    year: str = ""
    """The year behind a term that has none of its own: «Рубеж-2025» for Рубеж."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A text in parts, as columns: one part is one index."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    promising: Sequence[int]
    """The parts at which a term may begin."""


class Finder(Generic[K]):
    """
    Finds many terms at once, leftmost and longest first; build it once for a glossary and language.

    The terms stand in a trie over their words, and a word is known by the forms that the language can make of it;
    only languages that cannot make forms are lemmatised on the way, once a form.
    In a long text a sieve over hashes of its words leaves the few places that are worth a look.
    How a term inflects is found out when it is first met.
    """

    def __init__(self, entries: Iterable[tuple[K, str]], language: str) -> None:
        """Take (key, term in citation form) pairs; a term without letters and digits is never found."""
        self._trie = Trie(language)
        self.language = self._trie.language
        self._keys: list[K] = []
        terms: list[str] = []
        for key, term in entries:
            if self._trie.add(len(terms), term):
                self._keys.append(key)
                terms.append(term)
        self._walk = Walk(self._trie, terms)
        self._sieve: Sieve | None = None

    def find(self, text: str, *, nested: bool = False) -> tuple[Found[K], ...]:
        """
        The occurrences in order of their place.

        Where terms share a place the longest wins, unless `nested` asks for those inside it too.
        A place that two entries spell alike is reported once for each.
        """
        read = self._sifted(text) if len(text) >= LONG and not self._trie.by_lemma else None
        read = read or self._scanned(text)
        found: list[Found[K]] = []
        index = 0
        for at in read.promising:
            if at >= index and (ends := self._ends(read, at)):
                for last, chosen in ends if nested else ends[-1:]:
                    self._found(read, at, last, chosen, found)
                    index = at if nested else last + 1
        return tuple(found)

    def _sifted(self, text: str) -> _Read | None:
        read = columns(text)
        if read is None:
            return None
        if self._sieve is None:
            self._sieve = Sieve(self._trie)
        promising = self._sieve.passing(read).tolist()
        return _Read(text, read.starts.data, read.ends.data, promising)

    def _scanned(self, text: str) -> _Read:
        walk, starts, ends, promising = self._walk, list[int](), list[int](), list[int]()
        for match in scanner(text).finditer(text):
            form = match[1]
            if form is None:
                continue
            if (walk.beginnings[form] if form in walk.beginnings else walk.begin(form)) is not None:
                promising.append(len(starts))
            start, end = match.span()
            starts.append(start)
            ends.append(end)
        return _Read(text, starts, ends, promising)

    def _ends(self, read: _Read, start: int) -> list[tuple[int, Sequence[int]]]:
        """Where terms that begin here end, shortest first: index of the last part, and the terms."""
        text, starts, ends = read.text, read.starts, read.ends
        found: list[tuple[int, Sequence[int]]] = []
        first, end, index, marked = starts[start], ends[start], start, _UNMARKED
        surface = text[first:end]
        known: dict[str, State | None] = self._walk.beginnings
        state = known[surface] if surface in known else self._walk.begin(surface)
        while state is not None:
            if state.unsure:
                if chosen := self._chosen(state, marked, text, Span(first, end)):
                    found.append((index, chosen))
            elif state.sure and not marked:
                found.append((index, state.sure))
            index += 1
            if not state.inner or index == len(starts):
                break
            begin = starts[index]
            if begin - end != 1 or text[end] != " ":
                between = text[end:begin]
                if not clean(between):
                    if not loose(between):
                        break
                    marked |= {start - index if dashed(between) else index - start}
            end = ends[index]
            surface, known = text[begin:end], state.following
            state = known[surface] if surface in known else self._walk.follow(state, surface)
        return found

    def _chosen(self, state: State, marked: frozenset[int], text: str, span: Span) -> Sequence[int]:
        """The terms that capitals and punctuation allow."""
        allowed = [t for t in state.unsure if self._allowed(self._walk.pattern(t), marked, text, span)]
        return sorted([*state.sure, *allowed]) if not marked else allowed

    def _allowed(self, term: Pattern, marked: frozenset[int], text: str, span: Span) -> bool:
        if not marked <= term.loose:
            return False
        return not (term.capital or term.upper or term.titled) or written(term, text, span)

    def _found(
        self, read: _Read, first: int, last: int, chosen: Sequence[int], found: list[Found[K]]
    ) -> None:
        text, start, end = read.text, read.starts[first], read.ends[last]
        year, behind = "", end
        if last + 1 < len(read.starts) and read.starts[last + 1] - end <= _YEAR_REACH:
            year, behind = year_behind(text, end)
        for index in chosen:
            term = self._walk.patterns[index]
            span, own = Span(start, end), "" if term.year else year
            if term.opening or term.closing or term.short:
                span = dressed(term, text, Span(start, behind) if own and term.opening else span)
            found.append(Found(span, self._keys[index], text[span.start : span.end], own))


@lru_cache(maxsize=8)
def finder_of(terms: tuple[str, ...], language: str) -> Finder[int]:
    """The finder of some terms, known by their number; the same glossary is made ready once, however often it is asked."""
    return Finder(enumerate(terms), language)
