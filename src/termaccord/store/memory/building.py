"""
Making blocks of the fuzzy index out of compared forms.

Groups of letters as in Ukkonen, Approximate string-matching with q-grams and maximal matches (1992);
forms are numbered in order of length, so that a threshold is a window of numbers.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import numpy as np

from termaccord.store.memory.block import MOST, Array, letter
from termaccord.text.fuzzy.comparable import runs_of_words

GROUP = 4
"""Letters in a group."""
_BUCKETS = 1 << 16
"""Groups are told apart by sixteen bits; two that share them lengthen a list, and cost nothing but time."""
_LETTERS = 3 << 19
"""In a block, or a little more."""
_LETTERS_AT_ONCE = 1 << 17
"""A block is made piece by piece, which bounds the memory that making one takes."""
_EDGE = "\x02"
_SPACES = re.compile(r"\s+")
_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)
_MASK = (1 << 64) - 1
_LONGEST = 64
"""Letters of a word that are weighed each by a factor of its own; then the factors come again. A power of two."""


@dataclass(frozen=True, slots=True)
class Forms:
    """Compared forms in order, and the units that have them."""

    texts: list[str] = field(default_factory=list)
    units: "array[int]" = field(default_factory=lambda: array("I"))
    starts: "array[int]" = field(default_factory=lambda: array("I"))
    """Where the units of each form begin."""


def blocks(rows: Iterable[tuple[int, str]]) -> Iterator[dict[str, Array]]:
    """The arrays of blocks, out of unit numbers with their compared forms in order of length and code points."""
    forms = Forms()
    texts, units, starts = forms.texts, forms.units, forms.starts
    letters, last = 0, ""
    for number, text in rows:
        if text != last:
            if texts and (len(texts) == MOST or letters + len(text) > _LETTERS):
                yield block(forms)
                forms, letters = Forms(), 0
                texts, units, starts = forms.texts, forms.units, forms.starts
            texts.append(text)
            starts.append(len(units))
            letters, last = letters + len(text) + 1, text
        units.append(number)
    if texts:
        yield block(forms)


def block(forms: Forms) -> dict[str, Array]:
    """The arrays of one block."""
    lengths = np.fromiter(map(len, forms.texts), np.uint32, len(forms.texts))
    sizes = [len(text) if text.isascii() else len(text.encode()) for text in forms.texts]
    grams: list[Array] = []
    words = _Words()
    for piece in _pieces(forms.texts, lengths):
        grams.append(_grams(piece))
        words.add(piece)
    gram_forms, gram_starts = _postings(grams, _BUCKETS)
    grams.clear()
    return {
        "lengths": lengths if lengths[-1] >> 16 else lengths.astype(np.uint16),
        "texts": np.frombuffer("".join(forms.texts).encode(), np.uint8),
        "text_starts": _starts(sizes, len(forms.texts)),
        "units": np.array(forms.units, np.uint32),
        "unit_starts": np.append(np.array(forms.starts, np.uint32), np.uint32(len(forms.units))),
        "grams": gram_forms,
        "gram_starts": gram_starts,
        **words.arrays(len(forms.texts)),
    }


@dataclass(frozen=True, slots=True)
class _Piece:
    """Texts as one row of code points, an edge before, between and behind them."""

    joined: str
    letters: Array
    owners: Array
    """Of each letter the number of its text; an edge belongs to the text behind it."""

    @classmethod
    def of(cls, texts: Sequence[str], lengths: Array, first: int = 0) -> "_Piece":
        """Texts that are numbered from `first` on."""
        joined = f"{_EDGE}{_EDGE.join(texts)}{_EDGE}"
        letters = np.frombuffer(joined.encode("utf-32-le"), np.uint32)
        numbers = np.arange(first, first + len(texts) + 1, dtype=np.uint32)
        return cls(joined, letters, np.repeat(numbers, np.append(lengths + np.uint32(1), np.uint32(1))))


def _pieces(texts: Sequence[str], lengths: Array) -> Iterator[_Piece]:
    piece = lengths.cumsum(dtype=np.int64) // _LETTERS_AT_ONCE
    cuts = [0, *(np.flatnonzero(np.diff(piece)) + 1).tolist(), len(texts)]
    for first, end in pairwise(cuts):
        yield _Piece.of(texts[first:end], lengths[first:end], first)


def _postings(parts: list[Array], many: int) -> tuple[Array, Array]:
    """
    Lists of forms, one behind the other, and where each begins.

    A part holds numbers of lists, each with a form in its lower sixteen bits, rising; forms rise from part to part.
    """
    starts = np.zeros(many + 1, np.int64)
    for part in parts:
        starts[1:] += _sizes(part, many)
    np.cumsum(starts, out=starts)
    forms = np.zeros(int(starts[-1]), np.uint16)
    filled = starts[:-1].copy()
    for part in parts:
        sizes = _sizes(part, many)
        filled += sizes
        places = np.repeat((filled - sizes.cumsum()).astype(np.int32), sizes)
        places += np.arange(len(part), dtype=np.int32)
        forms[places] = part
    return forms, starts.astype(np.uint32)


def _sizes(part: Array, many: int) -> Array:
    """How many forms a part has for each list."""
    return np.bincount((part >> np.uint64(16)).astype(np.int64), minlength=many)


def gram_keys(text: str) -> Array:
    """The groups of letters of a text, each by its sixteen bits, once; an edge is a letter too."""
    letters = _Piece.of([text], np.array([len(text)], np.uint32)).letters
    keys = _hashed(letters)[_inside(letters)]
    keys.sort()
    return keys[_news(keys)]  # np.unique would load numpy.ma, which takes longer than a query


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


def _grams(piece: _Piece) -> Array:
    """Each group of letters with its form in the lower half, rising."""
    keys = _hashed(piece.letters)
    keys <<= np.uint32(16)
    keys |= piece.owners[: len(keys)]
    keys = keys[_inside(piece.letters)]
    keys.sort()
    return keys[_news(keys)]


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
    for first, end in ((0, 0xD800), (0xE000, 0x10000)):
        plane = "".join(map(chr, range(first, end)))
        for run in runs_of_words(plane):
            classes[first + run.start() : first + run.end()] = 1
        for run in _SPACES.finditer(plane):
            classes[first + run.start() : first + run.end()] = 0
    return classes


class _Words:
    """The words of `compared_words`, of one piece after the other."""

    def __init__(self) -> None:
        self._found: list[tuple[Array, Array, Array]] = []
        """Of each piece: the keys of its words, which of them stands at each place, and in which form."""
        self._spelled: dict[int, str] = {}

    def add(self, piece: _Piece) -> None:
        first, sizes, keys = _found(piece.letters)
        order = keys.argsort()
        ranked = keys[order]
        begins = _news(ranked)
        new, at = ranked[begins], order[begins]
        which = np.empty(len(keys), np.uint32)
        which[order] = begins.cumsum(dtype=np.uint32) - np.uint32(1)
        unseen = [number for number, key in enumerate(new.tolist()) if key not in self._spelled]
        at = at[unseen]
        starts, ends = first[at].tolist(), (first[at] + sizes[at]).tolist()
        for key, start, end in zip(new[unseen].tolist(), starts, ends, strict=True):
            self._spelled[key] = piece.joined[start:end]
        self._found.append((new, which, piece.owners[first].astype(np.uint16)))

    def arrays(self, forms: int) -> dict[str, Array]:
        distinct = np.array(sorted(self._spelled), np.uint64)
        numbers = [distinct.searchsorted(new).astype(np.uint32)[which] for new, which, _owners in self._found]
        owners = [owners for _new, _which, owners in self._found]
        words, starts = _postings(list(map(_pairs, numbers, owners)), len(distinct))
        sizes = np.bincount(np.concatenate(owners), minlength=forms)
        kind = np.uint16 if letter(len(distinct)) < 1 << 16 else np.uint32
        vocabulary = "".join([f"{self._spelled[key]}\n" for key in distinct.tolist()])
        return {
            "words": words,
            "word_starts": starts,
            "word_keys": distinct,
            "vocabulary": np.frombuffer(vocabulary.encode(), np.uint8),
            "phrases": np.concatenate([letters(number).astype(kind) for number in numbers]),
            "phrase_starts": _starts(sizes, forms),
            "word_range": np.array([sizes.min(), sizes.max()], np.uint32),
        }


def _pairs(numbers: Array, forms: Array) -> Array:
    """Each word with its form in the lower bits, rising."""
    pairs: Array = (numbers.astype(np.uint64) << np.uint64(16)) | forms
    pairs.sort()
    return pairs[_news(pairs)]


def _found(letters: Array) -> tuple[Array, Array, Array]:
    """Where each word begins, how long it is, and its key."""
    kinds = _classes()[letters]
    kinds[letters == ord(_EDGE)] = 0
    starts = kinds == 2
    starts[1:] |= (kinds[1:] == 1) & (kinds[:-1] != 1)
    # The letters of all words; white space and edges are passed over.
    words = np.flatnonzero(kinds).astype(np.uint32)
    first: Array = np.flatnonzero(starts[words]).astype(np.uint32)
    if not len(first):
        return first, first, np.zeros(0, np.uint64)
    sizes: Array = np.diff(np.append(first, np.uint32(len(words))))
    places = np.arange(len(words), dtype=np.uint32) - np.repeat(first, sizes)
    weighed = np.array(_factors(), np.uint64)[places & np.uint32(_LONGEST - 1)]
    weighed *= letters[words]
    keys = np.add.reduceat(weighed, first)
    return words[first], sizes, keys ^ (keys >> np.uint64(32))


def letters(words: Array) -> Array:
    """`letter` of each word."""
    return np.where(words < 0xD7FF, words + 1, words + 0x801)


def _starts(sizes: Iterable[int], many: int) -> Array:
    starts = np.zeros(many + 1, np.uint32)
    np.cumsum(np.fromiter(sizes, np.uint32, many), out=starts[1:])
    return starts
