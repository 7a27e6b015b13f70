"""Units that hold words, out of the index of a language: all are counted, the newest are looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from termaccord.store.memory.block import Array, Block
from termaccord.store.memory.building import word_key
from termaccord.store.memory.index import Index
from termaccord.text.fuzzy.comparable import compared_words

MOST = 1000
"""Segments that are looked at to see how near the words stand to each other."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A word that is asked for, as a language has it."""

    forms: frozenset[str]
    literal: str = ""
    """Of a number: as it must stand in the text; compared forms have one sign for all numbers."""


@dataclass(frozen=True, slots=True)
class Place:
    """Units with one compared form in which the words stand."""

    numbers: tuple[int, ...]
    compared: str
    window: int
    """Words from the first of those asked for to the last, where they stand nearest to each other."""


@dataclass(frozen=True, slots=True)
class Places:
    """What was found: how many units hold the words, and the newest of them."""

    total: int
    newest: tuple[Place, ...] = ()


def words_with(index: Index, start: str) -> Iterator[str]:
    """The words of the memory that begin so; some may come twice."""
    first = start.encode()
    for block in index.blocks:
        vocabulary = block.vocabulary.tobytes()
        at = 0 if vocabulary.startswith(first) else vocabulary.find(b"\n" + first) + 1
        while at or vocabulary.startswith(first):
            end = vocabulary.find(b"\n", at)
            yield vocabulary[at:end].decode()
            at = vocabulary.find(b"\n" + first, end) + 1
            if not at:
                break
    for _number, form in index.tail:
        yield from (word for word in compared_words(form) if word.startswith(start))


def places(index: Index, words: Sequence[Sought], groups: Sequence[int], most: int = MOST) -> Places:
    """
    Where all words stand.

    Parameters
    ----------
    index
        Of the language that the words are in.
    words
        The words in the order in which they were asked for.
    groups
        How many of the words each group has; those of a group stand side by side, in order.
    most
        How many segments are looked at.

    """
    if not words or not all(word.forms for word in words):
        return Places(0)
    newest = _newest(index, words, most)
    tail = list(_in_tail(index, words))
    held = chain(tail, _in_blocks(index, newest.places))
    kept = tuple(place for numbers, form in held if (place := _placed(numbers, form, words, groups)))
    if newest.forms <= most:
        return Places(sum(len(place.numbers) for place in kept), kept)
    return Places(newest.units + len(tail), kept)


@dataclass(frozen=True, slots=True)
class _Newest:
    """The forms in the blocks that hold all words: how many, in how many units, and those of the newest units."""

    forms: int
    units: int
    places: list[tuple[int, int]]
    """Block and form, the newest first."""


def _newest(index: Index, words: Sequence[Sought], most: int) -> _Newest:
    none = np.zeros(0, np.int64)
    parts: list[tuple[Array, Array, Array]] = []
    units = 0
    for number, block in enumerate(index.blocks):
        forms = _all_in(block, words)
        if len(forms):
            ends = block.unit_starts[forms + 1].astype(np.int64)
            units += int((ends - block.unit_starts[forms]).sum())
            parts.append((block.units[ends - 1].astype(np.int64), np.full(len(forms), number), forms))
    last, blocks, forms = (np.concatenate(one) for one in zip(*parts, strict=True)) if parts else (none,) * 3
    order = np.lexsort((forms, blocks, -last))[:most]
    return _Newest(len(forms), units, list(zip(blocks[order].tolist(), forms[order].tolist(), strict=True)))


def _postings(block: Block, word: str) -> Array:
    """The forms of a block that hold a word."""
    key = np.uint64(word_key(word))
    at = int(block.word_keys.searchsorted(key))
    if at == len(block.word_keys) or block.word_keys[at] != key:
        return block.words[:0]
    return block.words[block.word_starts[at] : block.word_starts[at + 1]]


def _all_in(block: Block, words: Sequence[Sought]) -> Array:
    """The forms of a block that hold every word, in one of its forms."""
    found: Array | None = None
    for word in words:
        lists = [held for form in sorted(word.forms) if len(held := _postings(block, form))]
        if not lists:
            return np.zeros(0, np.int64)
        mine = np.unique(np.concatenate(lists)) if len(lists) > 1 else lists[0]
        found = mine if found is None else np.intersect1d(found, mine, assume_unique=True)
    return np.zeros(0, np.int64) if found is None else found.astype(np.int64)


def _in_blocks(index: Index, found: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, ...], str]]:
    for number, form in found:
        block = index.blocks[number]
        numbers = tuple(n for n in block.numbers(form) if n not in index.gone)
        if numbers:
            yield numbers, block.form(form)


def _in_tail(index: Index, words: Sequence[Sought]) -> Iterator[tuple[tuple[int, ...], str]]:
    """What is not in a block yet, the newest first."""
    for number, form in reversed(index.tail):
        held = set(compared_words(form))
        if all(not word.forms.isdisjoint(held) for word in words):
            yield (number,), form


def _placed(
    numbers: tuple[int, ...], form: str, words: Sequence[Sought], groups: Sequence[int]
) -> Place | None:
    if len(words) == 1:
        return Place(numbers, form, 1)
    window = nearest(compared_words(form), words, groups)
    return Place(numbers, form, window) if window else None


def nearest(text: Sequence[str], words: Sequence[Sought], groups: Sequence[int]) -> int:
    """The length of the shortest stretch of a text that holds all groups; 0 where one of them is nowhere."""
    stretches: list[list[tuple[int, int]]] = []
    at = 0
    for size_ in groups:
        stretches.append(_stretches(text, words[at : at + size_]))
        at += size_
    if not all(stretches):
        return 0
    places_ = sorted((start, end, n) for n, ones in enumerate(stretches) for start, end in ones)
    return _shortest(places_, len(stretches))


def _stretches(text: Sequence[str], group: Sequence[Sought]) -> list[tuple[int, int]]:
    """Where the words of a group stand side by side; marks between them do not count."""
    found: list[tuple[int, int]] = []
    for start in (n for n, word in enumerate(text) if word in group[0].forms):
        at, missed = start + 1, False
        for sought in group[1:]:
            while at < len(text) and not text[at][0].isalnum() and text[at] not in sought.forms:
                at += 1
            missed = missed or at >= len(text) or text[at] not in sought.forms
            at += 1
        if not missed:
            found.append((start, at))
    return found


def _shortest(places_: Sequence[tuple[int, int, int]], kinds: int) -> int:
    """The shortest stretch with one place of each kind; places of one kind do not serve twice."""
    best = 0
    last: dict[int, tuple[int, int]] = {}
    for start, end, kind in places_:
        last[kind] = (start, end)
        if len(last) == kinds and len({one for one, _ in last.values()}) == kinds:
            length = max(e for _, e in last.values()) - min(s for s, _ in last.values())
            best = min(best or length, length)
    return best


def lessons(index: Index, word: str, without: frozenset[str], most: int) -> list[int]:
    """Units that hold a word and none of some others: the shortest of each block, which tell most clearly what it means."""
    found: list[int] = []
    for block in index.blocks:
        left = most
        for form in _postings(block, word)[: most * 4].tolist():
            numbers = [n for n in block.numbers(form) if n not in index.gone]
            if left and numbers and without.isdisjoint(compared_words(block.form(form))):
                found.append(numbers[-1])
                left -= 1
        if len(found) >= most:
            return found[:most]
    tail = (
        number
        for number, form in index.tail
        if word in (held := compared_words(form)) and without.isdisjoint(held)
    )
    return [*found, *tail][:most]
