"""
Segments like a segment, out of blocks: candidates by what they share with it, then the exact likeness of each.

By characters: the forms that share most groups of letters, compared by Levenshtein distance.
By words: forms that are alike to a share t have t of the words of the longer one in common (the count filter of Gravano
and others, Approximate string joins in a database (almost) for free, 2001), so that none is missed.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from termaccord.store.memory.block import Array, Block, letter
from termaccord.store.memory.building import gram_keys, word_key
from termaccord.text.fuzzy.comparable import compared_words

_CANDIDATES = 1000
"""As many are compared, and all that share as much as the last of them."""
_TOO_MANY = 4000
"""Unless that makes so many: then only those that share more."""
_PLACES = 0.5
"""Rarest groups of letters first, so many of their places are counted in a block in proportion to its forms."""
_FREQUENT = 0.1
"""Words that more forms than this share of a block have are counted only where nothing rarer is left."""
_SLACK = 1e-9


class Hit(NamedTuple):
    """A form like the one that is asked for."""

    likeness: float
    """From 0 to 1: 1 less the edits in proportion to the longer of both."""
    block: int
    """Which block holds it."""
    form: int


@dataclass(frozen=True, slots=True)
class _Window:
    """The forms of a block whose length allows the likeness that is wanted."""

    index: int
    block: Block
    low: int
    high: int


def _windows(blocks: Sequence[Block], size: int, least: float) -> Iterator[_Window]:
    shortest, longest = math.ceil(size * least - _SLACK), math.floor(size / least + _SLACK)
    for index, block in enumerate(blocks):
        if block.shortest <= longest and block.longest >= shortest:
            low, high = block.lengths.searchsorted((shortest, longest + 1)).tolist()
            if high > low:
                yield _Window(index, block, low, high)


def by_characters(blocks: Sequence[Block], compared: str, least: float, limit: int) -> list[Hit]:
    """The `limit` forms that are most alike by characters, `least` or more; best first, ties in order of the forms."""
    keys = gram_keys(compared)
    if not len(keys):  # a single letter
        return [Hit(1.0, *place) for place in same(blocks, compared)][:limit]
    windows = list(_windows(blocks, len(compared), least))
    counts = [_sharing(window, keys) for window in windows]
    texts: list[str] = []
    places: list[tuple[int, int]] = []
    cut = _cut(counts)
    for window, found in zip(windows, counts, strict=True):
        forms = (found >= cut).nonzero()[0]
        if len(forms):
            forms += window.low
            texts += _forms(window.block, forms)
            places += [(window.index, form) for form in forms.tolist()]
    return _best(compared, texts, places, least, limit)


def _sharing(window: _Window, keys: Array) -> Array:
    """How many groups of letters each form in the window shares with the query."""
    block = window.block
    starts, ends = block.gram_starts[keys], block.gram_starts[1:][keys]
    sizes = ends - starts
    most = max(int(len(block) * _PLACES), 1000)
    if int(sizes.sum()) > most:
        order = sizes.argsort(kind="stable")
        order = order[: max(1, int(sizes[order].cumsum().searchsorted(most)))]
        starts, ends = starts[order], ends[order]
    grams = block.grams
    lists = [grams[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
    counts: Array = np.bincount(np.concatenate(lists), minlength=len(block))
    return counts[window.low : window.high]


def _cut(counts: Sequence[Array]) -> int:
    """How much a form shares that is worth comparing."""
    spread = np.zeros(256, np.int64)
    for found in counts:
        part = np.bincount(found)
        if len(part) > len(spread):
            spread = np.append(spread, np.zeros(len(part) - len(spread), np.int64))
        spread[: len(part)] += part
    many = spread[::-1].cumsum()[::-1]  # forms that share so much or more
    cut = max(int(np.count_nonzero(many >= _CANDIDATES)) - 1, 1)
    return cut + 1 if many[cut] > _TOO_MANY and cut + 1 < len(many) and many[cut + 1] else cut


def _forms(block: Block, forms: Array) -> list[str]:
    starts, ends = block.text_starts[forms].tolist(), block.text_starts[forms + 1].tolist()
    texts = block.texts.data
    return [str(texts[a:b], "utf-8") for a, b in zip(starts, ends, strict=True)]


def _best(
    query: str, texts: Sequence[str], places: Sequence[tuple[int, int]], least: float, limit: int
) -> list[Hit]:
    if not texts:
        return []
    longer = np.maximum(np.fromiter(map(len, texts), np.int64, len(texts)), len(query))
    most = math.floor(float(longer.max()) * (1 - least) + _SLACK)
    distances = cdist([query], texts, scorer=Levenshtein.distance, score_cutoff=most, dtype=np.int32)[0]
    likeness = 1 - distances / longer
    kept = (likeness >= least - _SLACK).nonzero()[0]
    if len(kept) > limit:
        cut = np.partition(likeness[kept], -limit)[-limit]
        kept = kept[likeness[kept] >= cut]
    hits = [Hit(float(likeness[i]), *places[i]) for i in kept.tolist()]
    return sorted(hits, key=lambda hit: (-hit.likeness, hit.block, hit.form))[:limit]


# -- words ----------------------------------------------------------------------------------------------------


def by_words(blocks: Sequence[Block], compared: str, least: float, limit: int) -> list[Hit]:
    """The `limit` forms that are most alike by words, `least` or more; best first, ties in order of the forms."""
    words = compared_words(compared)
    if not words:
        return []
    keys = np.array([word_key(word) for word in words], np.uint64)
    fewest, most = math.ceil(len(words) * least - _SLACK), math.floor(len(words) / least + _SLACK)
    hits: list[Hit] = []
    for index, block in enumerate(blocks):
        if block.word_range[0] <= most and block.word_range[1] >= fewest:
            hits += _by_words(index, block, keys, (fewest, most), least, limit)
    return sorted(hits, key=lambda hit: (-hit.likeness, hit.block, hit.form))[:limit]


def _by_words(
    index: int, block: Block, keys: Array, sizes: tuple[int, int], least: float, limit: int
) -> list[Hit]:
    numbers = _numbers(block, keys)
    known = np.unique(numbers[numbers >= 0])
    # Words that stand twice in the query count once here, and may be missing once more.
    needed = sizes[0] - (len(numbers) - len(np.unique(keys)))
    starts, ends = block.word_starts[known], block.word_starts[1:][known]
    if len(known) < needed or not len(known):
        return []
    frequent = ends - starts > len(block) * _FREQUENT
    dropped = min(int(np.count_nonzero(frequent)), needed - 1)
    if dropped > 0:
        order = (ends - starts).argsort(kind="stable")[: len(known) - dropped]
        starts, ends = starts[order], ends[order]
    words = block.words
    lists = [words[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
    forms = (np.bincount(np.concatenate(lists)) >= max(needed - max(dropped, 0), 1)).nonzero()[0]
    long = block.phrase_starts[forms + 1] - block.phrase_starts[forms]
    forms = forms[(long >= sizes[0]) & (long <= sizes[1])]
    if not len(forms):
        return []
    # A word that the block does not know is like no other, and like none of its own.
    query = "".join(
        [chr(letter(n)) if n >= 0 else chr(0x10_0000 + at) for at, n in enumerate(numbers.tolist())]
    )
    places = [(index, form) for form in forms.tolist()]
    return _best(query, _phrases(block, forms), places, least, limit)


def _numbers(block: Block, keys: Array) -> Array:
    """Of each word its number in the block; -1 where the block has none."""
    at = block.word_keys.searchsorted(keys)
    at[at == len(block.word_keys)] = 0
    return np.where(block.word_keys[at] == keys, at, -1)


def _phrases(block: Block, forms: Array) -> list[str]:
    width = block.phrases.dtype.itemsize
    coding = "utf-16-le" if width == 2 else "utf-32-le"
    data = block.phrases.data.cast("B")
    starts, ends = block.phrase_starts[forms].tolist(), block.phrase_starts[forms + 1].tolist()
    return [str(data[a * width : b * width], coding) for a, b in zip(starts, ends, strict=True)]


def same(blocks: Sequence[Block], compared: str) -> list[tuple[int, int]]:
    """Where exactly this form stands: block and form."""
    found = []
    for window in _windows(blocks, len(compared), 1.0):
        forms = range(window.low, window.high)
        at = window.low + bisect_left(forms, compared, key=window.block.form)
        if at < window.high and window.block.form(at) == compared:
            found.append((window.index, at))
    return found
