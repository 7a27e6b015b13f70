"""
Making blocks of the fuzzy index out of compared forms.

Groups of letters as in Ukkonen, Approximate string-matching with q-grams and maximal matches (1992);
forms are numbered in order of length, so that a threshold is a window of numbers.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import chain

import numpy as np

from termaccord.store.memory.block import MOST, Array, letter
from termaccord.text.fuzzy.comparable import compared_words

GROUP = 4
"""Letters in a group."""
BUCKETS = 1 << 16
"""Groups are told apart by sixteen bits; two that share them lengthen a list, and cost nothing but time."""
_LETTERS_AT_ONCE = 1 << 20
"""Letters in a block, which bounds the memory that making one takes to about 40 MB."""
_EDGE = "\x02"
_FACTORS = np.array([0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F], np.uint32)

Form = tuple[str, list[int]]
"""A compared form and the units that have it."""


def blocks(rows: Iterable[tuple[int, str]]) -> Iterator[dict[str, Array]]:
    """The arrays of blocks, out of unit numbers with their compared forms in order of length and code points."""
    forms: list[Form] = []
    letters = 0
    for number, text in rows:
        if forms and forms[-1][0] == text:
            forms[-1][1].append(number)
            continue
        if len(forms) == MOST or (forms and letters + len(text) > _LETTERS_AT_ONCE):
            yield block(forms)
            forms, letters = [], 0
        forms.append((text, [number]))
        letters += len(text) + 2
    if forms:
        yield block(forms)


def block(forms: list[Form]) -> dict[str, Array]:
    """The arrays of one block, out of its forms in order."""
    texts = [text for text, _units in forms]
    lengths = np.fromiter(map(len, texts), np.uint32, len(texts))
    encoded = [text.encode() for text in texts]
    units = [sorted(numbers) for _text, numbers in forms]
    grams, gram_starts = _grams(texts, lengths)
    return {
        "lengths": lengths if lengths[-1] >> 16 else lengths.astype(np.uint16),
        "texts": np.frombuffer(b"".join(encoded), np.uint8),
        "text_starts": _starts(map(len, encoded), len(texts)),
        "units": np.fromiter(chain.from_iterable(units), np.uint32),
        "unit_starts": _starts(map(len, units), len(texts)),
        "grams": grams,
        "gram_starts": gram_starts,
        **_words(texts),
    }


def gram_keys(texts: list[str], lengths: Array) -> tuple[Array, Array]:
    """Of each group of letters of some texts its sixteen bits, and the number of its text; an edge is a letter too."""
    joined = _EDGE + _EDGE.join(texts) + _EDGE * GROUP
    letters = np.frombuffer(joined.encode("utf-32-le", "replace"), np.uint32)
    sums = np.zeros(len(letters) - GROUP, np.uint32)
    for place in range(GROUP):
        sums += letters[place : place + len(sums)] * _FACTORS[place]
    sums ^= sums >> np.uint32(15)
    sums *= np.uint32(0x2C1B3C6D)
    counts = np.maximum(lengths.astype(np.int64) + 3 - GROUP, 1)  # a text with both its edges
    owners = np.repeat(np.arange(len(texts), dtype=np.uint32), counts)
    first = np.concatenate(([0], np.cumsum(lengths.astype(np.int64) + 1)[:-1]))
    at = np.arange(len(owners)) + np.repeat(first - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
    return sums[at] >> np.uint32(16), owners


def _grams(texts: list[str], lengths: Array) -> tuple[Array, Array]:
    buckets, owners = gram_keys(texts, lengths)
    keys = (buckets << np.uint32(16)) | owners
    keys.sort()
    keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))]
    starts = np.zeros(BUCKETS + 1, np.uint32)
    np.cumsum(np.bincount(keys >> np.uint32(16), minlength=BUCKETS), out=starts[1:])
    return keys.astype(np.uint16), starts


def word_key(word: str) -> int:
    """By which a word is found in a block."""
    return int.from_bytes(blake2b(word.encode(errors="replace"), digest_size=8).digest(), "little")


def _words(texts: list[str]) -> dict[str, Array]:
    split = [compared_words(text) for text in texts]
    distinct = sorted((word_key(word), word) for word in set(chain.from_iterable(split)))
    numbers = {word: number for number, (_key, word) in enumerate(distinct)}
    flat = np.fromiter((numbers[word] for words in split for word in words), np.uint32)
    owners = np.repeat(np.arange(len(texts), dtype=np.uint32), [len(words) for words in split])
    keys = np.unique((flat.astype(np.uint64) << np.uint64(16)) | owners)
    starts = np.zeros(len(distinct) + 1, np.uint32)
    np.cumsum(np.bincount((keys >> np.uint64(16)).astype(np.int64), minlength=len(distinct)), out=starts[1:])
    return {
        "words": (keys & np.uint64(0xFFFF)).astype(np.uint16),
        "word_starts": starts,
        "word_keys": np.array([key for key, _word in distinct], np.uint64),
        "vocabulary": np.frombuffer("".join(f"{word}\n" for _key, word in distinct).encode(), np.uint8),
        "phrases": _letters(flat, len(distinct)),
        "phrase_starts": _starts(map(len, split), len(texts)),
    }


def _letters(words: Array, many: int) -> Array:
    """`letter` of each word; in sixteen bits where that is enough."""
    small = letter(many) < 1 << 16
    letters = np.where(words < 0xD7FF, words + np.uint32(1), words + np.uint32(0x801))
    return letters.astype(np.uint16 if small else np.uint32)


def _starts(sizes: Iterable[int], many: int) -> Array:
    starts = np.zeros(many + 1, np.uint32)
    np.cumsum(np.fromiter(sizes, np.uint32, many), out=starts[1:])
    return starts
