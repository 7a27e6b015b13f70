"""
Making blocks of the fuzzy index out of compared forms.

Groups of letters as in Ukkonen, Approximate string-matching with q-grams and maximal matches (1992);
forms are numbered in order of length, so that a threshold is a window of numbers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from termaccord.store.memory.block import MOST, Array, letter
from termaccord.text.fuzzy.comparable import joins_words

GROUP = 4
"""Letters in a group."""
_BUCKETS = 1 << 16
"""Groups are told apart by sixteen bits; two that share them lengthen a list, and cost nothing but time."""
_LETTERS_AT_ONCE = 3 << 18
"""Letters in a block, which bounds the memory that making one takes."""
_PIECES = 16
"""In so many pieces the words of a block are looked for, for the same reason."""
_EDGE = "\x02"
_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)
_MASK = (1 << 64) - 1
_LONGEST = 64
"""Letters of a word that are weighed each by a factor of its own; then the factors come again."""


def blocks(rows: Iterable[tuple[int, str]]) -> Iterator[dict[str, Array]]:
    """The arrays of blocks, out of unit numbers with their compared forms in order of length and code points."""
    forms = Forms()
    for number, text in rows:
        if forms.full(text):
            yield block(forms)
            forms = Forms()
        forms.add(number, text)
    if forms.texts:
        yield block(forms)


class Forms:
    """Compared forms in order, and the units that have them."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.units: list[int] = []
        self.starts: list[int] = []
        self._letters = 0

    def full(self, text: str) -> bool:
        """Whether this form begins another block."""
        full = len(self.texts) == MOST or self._letters + len(text) > _LETTERS_AT_ONCE
        return full and bool(self.texts) and self.texts[-1] != text

    def add(self, unit: int, text: str) -> None:
        if not self.texts or self.texts[-1] != text:
            self.texts.append(text)
            self.starts.append(len(self.units))
            self._letters += len(text) + 1
        self.units.append(unit)


def block(forms: Forms) -> dict[str, Array]:
    """The arrays of one block."""
    texts = _Texts.of(forms.texts)
    sizes = (len(text) if text.isascii() else len(text.encode()) for text in forms.texts)
    return {
        "lengths": texts.lengths if texts.lengths[-1] >> 16 else texts.lengths.astype(np.uint16),
        "texts": np.frombuffer("".join(forms.texts).encode(), np.uint8),
        "text_starts": _starts(sizes, len(forms.texts)),
        "units": np.array(forms.units, np.uint32),
        "unit_starts": np.array([*forms.starts, len(forms.units)], np.uint32),
        **_grams(texts),
        **_words(texts),
    }


@dataclass(frozen=True, slots=True)
class _Texts:
    """Texts as one row of code points, an edge before, between and behind them."""

    joined: str
    letters: Array
    lengths: Array

    @classmethod
    def of(cls, texts: list[str]) -> "_Texts":
        joined = f"{_EDGE}{_EDGE.join(texts)}{_EDGE}"
        letters = np.frombuffer(joined.encode("utf-32-le"), np.uint32)
        return cls(joined, letters, np.fromiter(map(len, texts), np.uint32, len(texts)))

    def owners(self) -> Array:
        """Of each letter the number of its text; an edge belongs to the text behind it."""
        many = np.append(self.lengths + np.uint32(1), np.uint32(1))
        return np.repeat(np.arange(len(many), dtype=np.uint32), many)

    def owning(self, places: Array) -> Array:
        """The same for a few letters."""
        edges = np.flatnonzero(self.letters == ord(_EDGE)).astype(np.uint32)
        return (np.searchsorted(edges, places, "right") - 1).astype(np.uint32)


def gram_keys(text: str) -> Array:
    """The groups of letters of a text, each by its sixteen bits, once; an edge is a letter too."""
    texts = _Texts.of([text])
    return np.unique(_hashed(texts.letters)[_inside(texts.letters)])


def _hashed(letters: Array) -> Array:
    """Of each group the bits, by the place of its first letter."""
    size = max(len(letters) - GROUP + 1, 0)
    sums = letters[:size] * np.uint32(_FACTORS[0])
    for place in range(1, GROUP):
        sums += letters[place : place + size] * np.uint32(_FACTORS[place])
    sums ^= sums >> np.uint32(15)
    sums *= np.uint32(0x2C1B3C6D)
    sums >>= np.uint32(16)
    return sums


def _inside(letters: Array) -> Array:
    """Whether a group lies in one text: an edge is its first letter or its last."""
    size = max(len(letters) - GROUP + 1, 0)
    text = letters != ord(_EDGE)
    inside: Array = text[1 : 1 + size].copy()
    for place in range(2, GROUP - 1):
        inside &= text[place : place + size]
    return inside


def _grams(texts: _Texts) -> dict[str, Array]:
    keys = _hashed(texts.letters)
    keys <<= np.uint32(16)
    keys |= texts.owners()[: len(keys)]
    keys = keys[_inside(texts.letters)]
    keys.sort()
    keys = keys[_news(keys)]
    starts = np.searchsorted(keys, np.arange(_BUCKETS, dtype=np.uint32) << np.uint32(16))
    return {"grams": keys.astype(np.uint16), "gram_starts": np.append(starts, len(keys)).astype(np.uint32)}


def _news(values: Array) -> Array:
    """Which of some sorted values is another than the one before."""
    return np.concatenate((np.ones(min(len(values), 1), bool), values[1:] != values[:-1]))


# -- words ----------------------------------------------------------------------------------------------------


@cache
def _factors() -> tuple[int, ...]:
    """Odd numbers of 64 bits (splitmix64: Steele, Lea and Flood 2014)."""
    found = []
    state = 0
    for _place in range(_LONGEST):
        state = (state + 0x9E3779B97F4A7C15) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        found.append((mixed ^ (mixed >> 31)) | 1)
    return tuple(found)


def word_key(word: str) -> int:
    """By which a word is found in a block."""
    factors = _factors()
    total = sum([ord(c) * factors[place % _LONGEST] for place, c in enumerate(word)]) & _MASK
    return total ^ (total >> 32)


@cache
def _classes() -> Array:
    """Of each code point: 0 white space, 1 a letter or figure that makes words with others, 2 a word of its own."""
    classes = np.full(0x110000, 2, np.uint8)
    classes[:0xD800] = [0 if c.isspace() else 1 if joins_words(c) else 2 for c in map(chr, range(0xD800))]
    classes[0xE000:0x10000] = [1 if joins_words(c) else 2 for c in map(chr, range(0xE000, 0x10000))]
    return classes


def _words(texts: _Texts) -> dict[str, Array]:
    """The words of `compared_words`, all texts at once."""
    first, sizes, keys = _found(texts)
    distinct, at, numbers = np.unique(keys, return_index=True, return_inverse=True)
    owners = texts.owning(first)
    pairs = (numbers.astype(np.uint64) << np.uint64(16)) | owners
    pairs.sort()
    pairs = pairs[_news(pairs)]
    starts = np.zeros(len(distinct) + 1, np.uint32)
    np.cumsum(np.bincount((pairs >> np.uint64(16)).astype(np.int64), minlength=len(distinct)), out=starts[1:])
    phrase_starts = np.zeros(len(texts.lengths) + 1, np.uint32)
    np.cumsum(np.bincount(owners, minlength=len(texts.lengths)), out=phrase_starts[1:])
    joined = texts.joined
    spelled = (joined[a:b] for a, b in zip(first[at].tolist(), (first + sizes)[at].tolist(), strict=True))
    return {
        "words": pairs.astype(np.uint16),
        "word_starts": starts,
        "word_keys": distinct,
        "vocabulary": np.frombuffer("".join(f"{word}\n" for word in spelled).encode(), np.uint8),
        "phrases": _letters(numbers, len(distinct)),
        "phrase_starts": phrase_starts,
        "word_range": np.array([np.diff(phrase_starts).min(), np.diff(phrase_starts).max()], np.uint32),
    }


def _found(texts: _Texts) -> tuple[Array, Array, Array]:
    """Where each word begins, how long it is, and its key."""
    edges = np.flatnonzero(texts.letters == ord(_EDGE))
    cuts = [*edges[:: max(len(edges) // _PIECES, 1)].tolist(), len(texts.letters)]
    pieces = [_in_piece(texts.letters[a:b], a) for a, b in pairwise(cuts)]
    first, sizes, keys = (np.concatenate(parts) for parts in zip(*pieces, strict=True))
    return first, sizes, keys


def _in_piece(letters: Array, start: int) -> tuple[Array, Array, Array]:
    kinds = _classes()[letters]
    kinds[letters == ord(_EDGE)] = 0
    starts = kinds == 2
    starts[1:] |= (kinds[1:] == 1) & (kinds[:-1] != 1)
    words = np.flatnonzero(kinds).astype(
        np.uint32
    )  # the letters of all words; white space and edges are passed over
    first: Array = np.flatnonzero(starts[words]).astype(np.uint32)
    if not len(first):
        return first, first, np.zeros(0, np.uint64)
    sizes: Array = np.diff(np.append(first, np.uint32(len(words))))
    places = np.arange(len(words), dtype=np.uint32) - np.repeat(first, sizes)
    weighed = np.array(_factors(), np.uint64)[places % np.uint32(_LONGEST)]
    weighed *= letters[words]
    keys = np.add.reduceat(weighed, first)
    return words[first] + np.uint32(start), sizes, keys ^ (keys >> np.uint64(32))


def _letters(words: Array, many: int) -> Array:
    """`letter` of each word; in sixteen bits where that is enough."""
    small = letter(many) < 1 << 16
    letters = np.where(words < 0xD7FF, words + 1, words + 0x801)
    return letters.astype(np.uint16 if small else np.uint32)


def _starts(sizes: Iterable[int], many: int) -> Array:
    starts = np.zeros(many + 1, np.uint32)
    np.cumsum(np.fromiter(sizes, np.uint32, many), out=starts[1:])
    return starts
