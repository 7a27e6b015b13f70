"""Where the terms of a glossary stand in a text, in whatever form they are inflected."""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from termaccord.model import Span
from termaccord.text.analyse import analyser_for
from termaccord.text.normalise import fold
from termaccord.text.patterns import ANY, PLURAL, Pattern, genderless, parts_pattern, pattern

K = TypeVar("K", bound=Hashable)
_Hit = tuple[int, int]
"""The number of a slot key, and the agreement mask of the form."""
_NOTHING: tuple[_Hit, ...] = ()

_QUOTES = "«»\"“”„'’‘"
_OPENING = "«\"“„'‘(["
_CLOSING = "»\"”“'’)]"
_CLEAN = re.compile(rf"(?:['’ʼ]s)?[{_QUOTES}]?(?:[ \t\u00a0\u202f\u2009]*\n?[ \t]*|[-‐‑–—])[{_QUOTES}]?")
_LOOSE = re.compile(rf"[\s{_QUOTES}\-‐‑–—,:;.()/&№#]{{0,6}}")
_YEAR = re.compile(r"[»”\"]?[ \u00a0]?[-‐‑–— \u00a0]\s?(\d{4}(?:[-–—/]\d{2,4})?)(?!\d)")
_ENDING = re.compile(r"([А-ЯЁ]{2,})(?:-?(?:а|у|ом|е|ы|и|ов|ам|ами|ах))")
"""An abbreviation with a case ending: МИДа, МИД-ом."""


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
class _Part:
    start: int
    end: int
    hits: tuple[_Hit, ...]


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
        self._hits: dict[str, tuple[_Hit, ...]] = {}
        self._seen: dict[str, tuple[_Hit, ...]] = {}
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
            number = self._numbered(slot.key)
            for form, mask in slot.forms or ((slot.key[1:], ANY),):
                self._hits[form] = _added(self._hits.get(form, _NOTHING), number, mask)
            node = node.children.setdefault(number, _Node())
        self._by_lemma |= any(slot.key.startswith("~") and len(slot.forms) == 1 for slot in made.slots)
        node.ends.append(len(self._keys))
        self._keys.append(key)
        self._patterns.append(made)

    def _numbered(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers))

    def find(self, text: str, *, nested: bool = False) -> tuple[Found[K], ...]:
        """
        The occurrences in order of their place.

        Where terms share a place the longest wins, unless `nested` asks for those inside it too.
        A text that two entries spell alike is reported once for each.
        """
        parts = self._parts(text)
        found: list[Found[K]] = []
        index = 0
        while index < len(parts):
            step = 1
            if parts[index].hits:
                ends = self._ends(text, parts, index)
                for last, chosen in ends if nested else ends[-1:]:
                    found.extend(self._found(text, parts, index, last, chosen))
                    step = 1 if nested else last - index + 1
            index += step
        return tuple(found)

    def _parts(self, text: str) -> list[_Part]:
        seen = self._seen
        parts: list[_Part] = []
        for match in parts_pattern().finditer(text):
            form = match.group(1)
            if form is None:
                continue
            hits = seen.get(form)
            if hits is None:
                hits = seen[form] = self._look_up(form)
            parts.append(_Part(match.start(), match.end(), hits))
        return parts

    def _look_up(self, form: str) -> tuple[_Hit, ...]:
        folded = fold(form)
        hits = self._hits.get(folded, _NOTHING)
        if self._by_lemma:
            for lemma in sorted({fold(a.lemma) for a in analyser_for(self.language).analyses(form)}):
                number = self._numbers.get(f"~{lemma}")
                hits = hits if number is None else _added(hits, number, ANY)
        if not hits and (match := _ENDING.fullmatch(form)):
            return self._hits.get(fold(match[1]), _NOTHING)
        return hits

    def _ends(self, text: str, parts: Sequence[_Part], start: int) -> list[tuple[int, list[int]]]:
        """Where terms that begin here end, shortest first: index of the last part, and the patterns."""
        found: list[tuple[int, list[int]]] = []
        paths: list[tuple[_Node, tuple[int, ...]]] = [(self._root, ())]
        gaps: list[bool] = []
        index = start
        while paths and index < len(parts):
            if index > start:
                between = text[parts[index - 1].end : parts[index].start]
                if not _LOOSE.fullmatch(between) and not _CLEAN.fullmatch(between):
                    break
                gaps.append(_CLEAN.fullmatch(between) is not None)
            paths = list(_steps(paths, parts[index].hits))
            whole = [
                end
                for node, masks in paths
                for end in node.ends
                if self._fits(end, masks, gaps, text, parts, start)
            ]
            if whole:
                found.append((index, sorted(set(whole))))
            index += 1
        return found

    def _fits(
        self,
        end: int,
        masks: tuple[int, ...],
        gaps: list[bool],
        text: str,
        parts: Sequence[_Part],
        start: int,
    ) -> bool:
        term = self._patterns[end]
        clean = all(gap or i + 1 in term.loose for i, gap in enumerate(gaps))
        if not clean or not agree(term, masks):
            return False
        if not term.capital and not term.upper:
            return True
        first, last = parts[start].start, parts[start + len(masks) - 1].end
        surface = text[first:last]
        if term.upper:
            return surface[:2].isupper()
        return quoted(text, first, last) or (surface[:1].isupper() and not begins_sentence(text, first))

    def _found(
        self, text: str, parts: Sequence[_Part], first: int, last: int, chosen: list[int]
    ) -> Iterator[Found[K]]:
        bare = Span(parts[first].start, parts[last].end)
        year = _YEAR.match(text, bare.end)
        for end in chosen:
            term = self._patterns[end]
            slot = year.group(1) if year and not term.year else ""
            inside = Span(bare.start, year.end()) if year and slot and term.opening else bare
            span = dressed(text, inside, term)
            yield Found(span, self._keys[end], span.of(text), slot)


def dressed(text: str, span: Span, term: Pattern) -> Span:
    """A span with the quotation marks or brackets that its term has too, whatever their form."""
    start, end = span.start, span.end
    if term.opening and text[start - 1 : start] and text[start - 1] in _OPENING:
        start -= 1
    if term.closing and text[end : end + 1] and text[end] in _CLOSING + term.closing[0]:
        end += 1
    return Span(start, end)


def _added(hits: tuple[_Hit, ...], number: int, mask: int) -> tuple[_Hit, ...]:
    for index, (held, bits) in enumerate(hits):
        if held == number:
            return (*hits[:index], (number, bits | mask), *hits[index + 1 :])
    return (*hits, (number, mask))


def _steps(
    paths: Iterable[tuple[_Node, tuple[int, ...]]], hits: tuple[_Hit, ...]
) -> Iterator[tuple[_Node, tuple[int, ...]]]:
    for node, masks in paths:
        for number, mask in hits:
            child = node.children.get(number)
            if child is not None:
                yield child, (*masks, mask)


def agree(term: Pattern, masks: Sequence[int]) -> bool:
    """Whether the forms found share a case, a number and, within a group, a gender."""
    shared = ANY
    for index, group in enumerate(term.groups):
        bits = ANY
        for slot in group:
            bits &= masks[slot]
        if not bits:
            return False
        if index == 0 and term.plural and not bits & PLURAL:
            return False
        shared &= genderless(bits)
    return bool(shared)


def begins_sentence(text: str, start: int) -> bool:
    """Whether a capital says nothing here: the first word of a text, a line or a sentence."""
    before = text[max(0, start - 6) : start].rstrip(" \t\u00a0")
    return not before or before[-1] in ".!?…:\n\r" or (before[-1] in "—–-" and before[:-1].strip(" ") == "")


def quoted(text: str, start: int, end: int) -> bool:
    """Whether quotation marks stand around this stretch, a year behind it included."""
    opened = text[max(0, start - 1) : start] in {"«", "“", "„", '"', "‘", "'"}
    return opened and re.match(r"(?:[-–— ]?\d{4})?[.,!?]?[»”“\"’']", text[end : end + 8]) is not None
