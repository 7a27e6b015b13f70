"""A text as columns of numbers: where its words begin and end, and a hash of each word's folded letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from unicodedata import is_normalized

import numpy as np
import numpy.typing as npt

from termaccord.text.normalise import fold
from termaccord.text.terms.scanning import ORDINAL, special

Whole = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Kinds = npt.NDArray[np.uint8]

_CHUNK = 1 << 15
"""Characters that are read at once: their columns stay in the processor's cache."""
_WORD, _SPECIAL, _ODD, _DIGIT = 1, 2, 4, 8
_PLANE = 0x10000
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_APOSTROPHES = (ord("'"), ord("’"))
_HYPHENS = tuple(map(ord, "-‐‑"))
_FACTOR = 0x9FB21C651E98DF25
"""Of the polynomial; any odd number would do."""
ODD = 0
"""The hash of a word whose letters do not fold one by one, Straße: only a look at the word itself tells."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The words of a text in order: one word is one index."""

    starts: Whole
    ends: Whole
    hashes: Hashes


def columns(text: str) -> Columns | None:
    """
    The parts of words as `scanner` divides them, many times faster than it.

    None for a text that needs care: with combining marks, invisible characters or scripts without spaces.
    """
    units = _units(text)
    if units is None:
        return None
    read: list[Columns] = []
    for start, end in _chunks(text):
        chunk = _chunk(units[start:end], text, start)
        if chunk is None:
            return None
        read.append(chunk)
    if not read:
        return Columns(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.uint64))
    return Columns(
        np.concatenate([c.starts for c in read]),
        np.concatenate([c.ends for c in read]),
        np.concatenate([c.hashes for c in read]),
    )


def hashes(words: Sequence[str]) -> Hashes:
    """The hash of each of some folded words."""
    found: list[Hashes] = []
    for first in range(0, len(words), 1000):
        some = words[first : first + 1000]
        units = _units("".join(some), strict=False)
        ends = np.fromiter(accumulate(map(len, some)), np.int64, len(some))
        if units is not None:
            found.append(_hashed(_characters()[1][units], np.concatenate(([0], ends[:-1])), ends))
    return np.concatenate(found) if found else np.empty(0, np.uint64)


def _units(text: str, *, strict: bool = True) -> npt.NDArray[np.uint16] | None:
    """The text's characters as numbers; those beyond the first plane become one that is in no word."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    if len(encoded) != 2 * len(text):
        beyond = "".join(sorted(set(_BEYOND.findall(text))))
        if strict and any(c.isalnum() or special().match(c) for c in beyond):
            return None
        encoded = _BEYOND.sub("\uffff", text).encode("utf-16-le", "surrogatepass")
    return np.frombuffer(encoded, np.uint16)


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that end before a space or line break."""
    start, length = 0, len(text)
    while start < length:
        end = start + _CHUNK
        if end < length:
            cut = max(text.rfind(" ", start + 1, end), text.rfind("\n", start + 1, end))
            end = cut if cut > 0 else text.find(" ", end)
        if end < 0 or end > length:
            end = length
        yield start, end
        start = end


def _chunk(units: npt.NDArray[np.uint16], text: str, offset: int) -> Columns | None:
    kinds_of, values_of = _characters()
    kinds = kinds_of[units]
    if (seen := int(np.bitwise_or.reduce(kinds))) & _SPECIAL:
        return None
    inside = np.zeros(len(units) + 2, np.int8)
    inside[1:-1] = kinds & _WORD
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[0::2], edges[1::2]
    starts, ends = _without_possessives(units, starts, ends)
    if seen & _DIGIT:
        starts, ends = _with_ordinals(units, kinds, starts, ends, text, offset)
    hashed = _hashed(values_of[units], starts, ends)
    if seen & _ODD:
        counted = np.concatenate(([0], np.cumsum(kinds & _ODD, dtype=np.int64)))
        hashed[counted[starts] != counted[ends]] = ODD
    return Columns(starts + offset, ends + offset, hashed)


def _without_possessives(units: npt.NDArray[np.uint16], starts: Whole, ends: Whole) -> tuple[Whole, Whole]:
    """An s right behind an apostrophe that is right behind a word is no word."""
    alone = np.flatnonzero((ends - starts == 1) & (units[starts] == ord("s")))
    alone = alone[alone > 0]
    before = starts[alone] - 1
    dropped = alone[(ends[alone - 1] == before) & np.isin(units[before], _APOSTROPHES)]
    return (np.delete(starts, dropped), np.delete(ends, dropped)) if len(dropped) else (starts, ends)


def _with_ordinals(
    units: npt.NDArray[np.uint16], kinds: Kinds, starts: Whole, ends: Whole, text: str, offset: int
) -> tuple[Whole, Whole]:
    """Digits, a hyphen and an ending are one word: 27-го."""
    near = np.flatnonzero((starts[1:] - ends[:-1] == 1) & ((kinds[ends[:-1] - 1] & _DIGIT) > 0))
    near = near[np.isin(units[ends[near]], _HYPHENS)]
    joined = []
    for index in near.tolist():
        match = ORDINAL.match(text, offset + int(starts[index]))
        if match and match.end() == offset + int(ends[index + 1]):
            joined.append(index)
    if joined:
        ends = ends.copy()
        ends[joined] = ends[np.array(joined) + 1]
        starts, ends = np.delete(starts, np.array(joined) + 1), np.delete(ends, np.array(joined) + 1)
    return starts, ends


def _hashed(values: Hashes, starts: Whole, ends: Whole) -> Hashes:
    """
    Of each stretch the sum of its values times rising powers of the factor, modulo 2 to the 64th.

    The sums over all beginnings give it for any stretch: Karp and Rabin 1987.
    """
    powers, inverse = _powers((len(values) + _CHUNK) // _CHUNK)
    sums = np.empty(len(values) + 1, np.uint64)
    sums[0] = 0
    np.cumsum(values * powers[: len(values)], out=sums[1:])
    hashed: Hashes = (sums[ends] - sums[starts]) * inverse[starts]
    return hashed


@cache
def _powers(chunks: int) -> tuple[Hashes, Hashes]:
    def rising(factor: int) -> Hashes:
        factors = np.full(chunks * _CHUNK + 1, factor, np.uint64)
        factors[0] = 1
        return np.cumprod(factors, dtype=np.uint64)

    return rising(_FACTOR), rising(pow(_FACTOR, -1, 1 << 64))


@cache
def _characters() -> tuple[Kinds, Hashes]:
    """Of each character of the first plane: what it is, and the value of its folded form, 0 outside of words."""
    kinds, folded = np.zeros(_PLANE, np.uint8), np.arange(_PLANE, dtype=np.uint64)
    unusual = special()
    everything = "".join(map(chr, range(_PLANE)))
    for match in unusual.finditer(everything):
        kinds[match.start()] = _SPECIAL
    for point, character in enumerate(everything):
        if not (character.isalnum() or character == "_"):
            continue
        kinds[point] |= _WORD | (_DIGIT if character.isdecimal() else 0)
        if character.casefold() != character or not is_normalized("NFC", character) or character in "ёʼ":
            low = fold(character)
            alone = len(low) == 1 and ord(low) < _PLANE
            folded[point] = ord(low) if alone else 0
            kinds[point] |= 0 if alone else _ODD
    values = _mixed(folded)
    values[(kinds[folded] & _WORD) == 0] = 0
    return kinds, values


def _mixed(values: Hashes) -> Hashes:
    """Neighbours become numbers that have nothing in common: splitmix64 (Steele, Lea and Flood 2014)."""
    mixed = (values + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))
