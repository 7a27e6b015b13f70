"""Where the terms of a glossary stand in a text, in whatever form they are inflected."""

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from termaccord.model import Span
from termaccord.text.analyse import analyser_for
from termaccord.text.terms.fitting import agree, clean, dashed, dressed, loose, written, year_behind
from termaccord.text.normalise import fold
from termaccord.text.terms.patterns import ANY, Pattern, pattern, scanner

K = TypeVar("K", bound=Hashable)
_Hits = tuple[tuple[int, int], ...]
"""Of a form: the number of each slot key it may fill, with its agreement mask."""
_NOTHING: _Hits = ()
_ENDING = re.compile(r"([А-ЯЁ]{2,})(?:а|у|ом|е|ы|и|ов|ам|ами|ах)")
"""An abbreviation with a case ending: МИДа."""


@dataclass(frozen=True, slots=True)
class Found(Generic[K]):
    """A term's place in a text."""

    span: Span
    key: K
    surface: str
    """The text at `span`."""
    year: str = ""
    """The year behind a term that has none of its own: «Рубеж-2025» for Рубеж."""


@dataclass(slots=True)
class _Node:
    children: dict[int, "_Node"] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)
    """Patterns that end here."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A text in parts, as columns: one part is one index."""

    text: str
    starts: list[int]
    ends: list[int]
    hits: list[_Hits]


_Path = tuple[_Node, tuple[int, ...], frozenset[int]]
"""Where we are in the trie, the masks so far, and before which parts there was punctuation; negated: a dash."""


class Finder(Generic[K]):
    """
    Finds many terms at once, leftmost and longest first; build it once for a glossary and language.

    The terms stand in a trie over their words.
    A word that inflects is known by the forms that the language can make of it, so that a text costs one look-up
    a word; only languages that cannot make forms are lemmatised on the way, once a form.
    """

    def __init__(self, entries: Iterable[tuple[K, str]], language: str) -> None:
        """Take (key, term in citation form) pairs; a term without letters and digits is never found."""
        self.language = analyser_for(language).language
        self._root = _Node()
        self._numbers: dict[str, int] = {}
        self._hits: dict[str, _Hits] = {}
        self._seen: dict[str, _Hits] = {}
        self._by_lemma = False
        self._keys: list[K] = []
        self._patterns: list[Pattern] = []
        for key, term in entries:
            self._add(key, term)

    def _add(self, key: K, term: str) -> None:
        made = pattern(term, self.language)
        if made is None:
            return
        node = self._root
        for slot in made.slots:
            number = self._number(slot.key, slot.forms or ((slot.key[1:], ANY),))
            node = node.children.setdefault(number, _Node())
        self._by_lemma |= any(slot.by_lemma for slot in made.slots)
        node.ends.append(len(self._keys))
        self._keys.append(key)
        self._patterns.append(made)

    def _number(self, key: str, forms: Iterable[tuple[str, int]]) -> int:
        number = self._numbers.setdefault(key, len(self._numbers))
        for form, mask in forms:
            self._hits[form] = _added(self._hits.get(form, _NOTHING), number, mask)
        return number

    def find(self, text: str, *, nested: bool = False) -> tuple[Found[K], ...]:
        """
        The occurrences in order of their place.

        Where terms share a place the longest wins, unless `nested` asks for those inside it too.
        A place that two entries spell alike is reported once for each.
        """
        read = self._read(text)
        found: list[Found[K]] = []
        index = 0
        for at, hits in enumerate(read.hits):
            if at < index or not hits:
                continue
            ends = self._ends(read, at)
            for last, chosen in ends if nested else ends[-1:]:
                found.extend(self._found(read, at, last, chosen))
                index = at if nested else last + 1
        return tuple(found)

    def _read(self, text: str) -> _Read:
        seen, starts, ends, rows = self._seen, list[int](), list[int](), list[_Hits]()
        for match in scanner(text).finditer(text):
            form = match[1]
            if form is None:
                continue
            hits = seen.get(form)
            if hits is None:
                hits = seen[form] = self._look_up(form)
            start, end = match.span()
            starts.append(start)
            ends.append(end)
            rows.append(hits)
        return _Read(text, starts, ends, rows)

    def _look_up(self, form: str) -> _Hits:
        hits = self._hits.get(fold(form), _NOTHING)
        if self._by_lemma:
            for lemma in sorted({fold(a.lemma) for a in analyser_for(self.language).analyses(form)}):
                number = self._numbers.get(f"~{lemma}")
                hits = hits if number is None else _added(hits, number, ANY)
        if not hits and (match := _ENDING.fullmatch(form)):
            return self._hits.get(fold(match[1]), _NOTHING)
        return hits

    def _ends(self, read: _Read, start: int) -> list[tuple[int, list[int]]]:
        """Where terms that begin here end, shortest first: index of the last part, and the patterns."""
        found: list[tuple[int, list[int]]] = []
        paths = _steps([(self._root, (), frozenset())], read.hits[start])
        index = start
        while paths:
            whole = [end for path in paths for end in path[0].ends if self._fits(end, path, read, start)]
            if whole:
                found.append((index, sorted(set(whole))))
            index += 1
            if index == len(read.hits):
                break
            paths = _steps(paths, read.hits[index])
            if paths:
                paths = _over_gap(paths, read, index, index - start)
        return found

    def _fits(self, end: int, path: _Path, read: _Read, start: int) -> bool:
        term = self._patterns[end]
        _, masks, marked = path
        if term.simple:
            return not marked
        if not marked <= term.loose or not agree(term, masks):
            return False
        span = Span(read.starts[start], read.ends[start + len(masks) - 1])
        return not (term.capital or term.upper or term.titled) or written(term, read.text, span)

    def _found(self, read: _Read, first: int, last: int, chosen: list[int]) -> Iterator[Found[K]]:
        bare = Span(read.starts[first], read.ends[last])
        year, end = year_behind(read.text, bare.end)
        for index in chosen:
            term = self._patterns[index]
            own = "" if term.year else year
            span = dressed(term, read.text, Span(bare.start, end) if own and term.opening else bare)
            yield Found(span, self._keys[index], span.of(read.text), own)


def _added(hits: _Hits, number: int, mask: int) -> _Hits:
    for index, (held, bits) in enumerate(hits):
        if held == number:
            return (*hits[:index], (number, bits | mask), *hits[index + 1 :])
    return (*hits, (number, mask))


def _steps(paths: list[_Path], hits: _Hits) -> list[_Path]:
    stepped: list[_Path] = []
    for node, masks, marked in paths:
        for number, mask in hits:
            child = node.children.get(number)
            if child is not None:
                stepped.append((child, (*masks, mask), marked))
    return stepped


def _over_gap(paths: list[_Path], read: _Read, index: int, part: int) -> list[_Path]:
    """The paths that live on behind what stands before a part of the text."""
    between = read.text[read.ends[index - 1] : read.starts[index]]
    if clean(between):
        return paths
    mark = -part if dashed(between) else part
    return [(node, masks, marked | {mark}) for node, masks, marked in paths] if loose(between) else []
