"""
Segments like a segment, out of blocks: candidates by what they share with it, then the exact likeness of each.

By characters: the forms that share most groups of letters, compared by Levenshtein distance.
By words: forms that are alike to a share t have t of the words of the longer one in common (the count filter of Gravano
and others, Approximate string joins in a database (almost) for free, 2001), so one of any n - t n + 1 of them; the rarest
are looked up (prefix filtering: Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007), and none is missed.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from termaccord.store.memory.block import Array, Block, letter
from termaccord.store.memory.building import gram_keys, letters, word_key
from termaccord.text.fuzzy.comparable import compared_words

_CANDIDATES = 150
"""As many are compared, and all that share as much as the last of them; the best five were among the first 30 wherever tried."""
_TOO_MANY = 450
"""Unless that makes so many: then only those that share more."""
_FEW = 3000
"""Of so few forms that may be alike each is compared: short ones need share no group of letters."""
_PLACES = 1.0
"""Rarest groups of letters first, so many of their places are counted in proportion to the forms."""
_WORTH = 16
"""A further word is looked up when it has no more than so many times the forms of the ones before."""
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


# -- characters -----------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Sharing:
    """Forms of a window, and how many groups of letters each shares with the query."""

    window: _Window
    forms: Array
    counts: Array


def by_characters(blocks: Sequence[Block], compared: str, least: float, limit: int) -> list[Hit]:
    """The `limit` forms that are most alike by characters, `least` or more; best first, ties in order of the forms."""
    windows = list(_windows(blocks, len(compared), least))
    keys = gram_keys(compared)
    if sum(window.high - window.low for window in windows) <= _FEW:
        chosen = [(window, np.arange(window.low, window.high)) for window in windows]
    elif len(keys):
        chosen = _sharing_most(windows, keys)
    else:  # a single letter
        return [Hit(1.0, *place) for place in same(blocks, compared)][:limit]
    places = [(window.index, form) for window, forms in chosen for form in forms.tolist()]
    return _best(compared, _texts(chosen), places, least, limit)


def _sharing_most(windows: Sequence[_Window], keys: Array) -> list[tuple[_Window, Array]]:
    """The forms that share most groups of letters with the query."""
    found: list[_Sharing] = []
    cut, many = 1, 0
    for window, bounds in zip(windows, _bounds(windows, keys), strict=True):
        counts = _counts(window, *bounds)
        forms = (counts >= cut).nonzero()[0]
        found.append(_Sharing(window, forms + window.low, counts[forms]))
        many += len(forms)
        if many > 4 * _TOO_MANY:
            cut, many = _raised(found, cut)
    _raised(found, cut)
    return [(one.window, one.forms) for one in found]


def _bounds(windows: Sequence[_Window], keys: Array) -> list[list[list[int]]]:
    """For each window where the lists of the rarest groups of letters begin, and where they end."""
    both = np.stack((keys, keys + np.uint32(1)))
    places = np.stack([window.block.gram_starts[both] for window in windows])
    sizes = (places[:, 1] - places[:, 0]).sum(0)
    most = _PLACES * sum(len(window.block) for window in windows)
    if sizes.sum() > most:
        order = sizes.argsort(kind="stable")
        places = places[:, :, order[: max(1, int(sizes[order].cumsum().searchsorted(most)))]]
    found: list[list[list[int]]] = places.tolist()
    return found


def _counts(window: _Window, starts: Sequence[int], ends: Sequence[int]) -> Array:
    grams = window.block.grams
    lists = [grams[a:b] for a, b in zip(starts, ends, strict=True) if a < b]
    if not lists:
        return np.zeros(window.high - window.low, np.int64)
    return np.bincount(np.concatenate(lists), minlength=window.high)[window.low : window.high]


def _raised(found: Sequence[_Sharing], cut: int) -> tuple[int, int]:
    """Leave only as many forms as are compared, those that share most; how much they share, and how many they are."""
    spread = np.bincount(np.concatenate([one.counts for one in found])).tolist()
    many, least = 0, len(spread)
    while least > cut and many < _CANDIDATES and (not many or many + spread[least - 1] <= _TOO_MANY):
        least -= 1
        many += spread[least]
    for one in found:
        kept = one.counts >= least
        one.forms, one.counts = one.forms[kept], one.counts[kept]
    return least, many


def _texts(chosen: Iterable[tuple[_Window, Array]]) -> list[str]:
    """The forms themselves; all are decoded at once, for each by itself takes longer than comparing it."""
    pieces: list[memoryview] = []
    ends = [0]
    for window, forms in chosen:
        block = window.block
        starts, stops = block.text_starts[forms].tolist(), block.text_starts[1:][forms].tolist()
        data = block.texts.data
        pieces += [data[a:b] for a, b in zip(starts, stops, strict=True)]
        ends += (block.lengths[forms].cumsum(dtype=np.int64) + ends[-1]).tolist()
    joined = b"".join(pieces).decode()
    return [joined[a:b] for a, b in pairwise(ends)]


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


@dataclass(frozen=True, slots=True)
class _Words:
    """A query by its distinct words."""

    keys: Array
    times: Array
    """How often each stands in the query."""
    fewest: int
    """Words that a form has in common with the query if it is alike enough, and that it has at all."""
    most: int
    """Words that it has at all."""
    size: int
    least: float


def by_words(blocks: Sequence[Block], compared: str, least: float, limit: int) -> list[Hit]:
    """The `limit` forms that are most alike by words, `least` or more; best first, ties in order of the forms."""
    words = compared_words(compared)
    if not words:
        return []
    times = Counter(words)
    keys = np.array([word_key(word) for word in times], np.uint64)
    fewest, most = math.ceil(len(words) * least - _SLACK), math.floor(len(words) / least + _SLACK)
    query = _Words(keys, np.fromiter(times.values(), np.int64), fewest, most, len(words), least)
    phrases: list[str] = []
    places: list[tuple[int, int]] = []
    for index, block in enumerate(blocks):
        if block.word_range[0] <= most and block.word_range[1] >= fewest:
            forms, spelled = _with_words(block, query)
            phrases += spelled
            places += [(index, form) for form in forms]
    numbers = {word: number for number, word in enumerate(times)}
    return _best("".join([chr(letter(numbers[word])) for word in words]), phrases, places, least, limit)


def _with_words(block: Block, query: _Words) -> tuple[list[int], list[str]]:
    """The forms that have enough words of the query, and the words of each as letters of the query."""
    at = block.word_keys.searchsorted(query.keys)
    at[at == len(block.word_keys)] = 0
    known = (block.word_keys[at] == query.keys).nonzero()[0]
    if int(query.times[known].sum()) < query.fewest:
        return [], []
    forms = _with_rarest(block, at[known], query.times[known], query.fewest)
    first = block.phrase_starts[forms].astype(np.int64)
    sizes = block.phrase_starts[1:][forms] - first
    fitting = ((sizes >= query.fewest) & (sizes <= query.most)).nonzero()[0]
    if not len(fitting):
        return [], []
    forms, first, sizes = forms[fitting], first[fitting], sizes[fitting]
    ends = sizes.cumsum()
    begins = ends - sizes
    ours = np.zeros(letter(len(block.word_keys)), np.uint32)  # of each of the block's letters the query's
    ours[letters(at[known])] = letters(known)
    spelled = ours[block.phrases[np.repeat(first - begins, sizes) + np.arange(ends[-1])]]
    shared = np.add.reduceat(spelled != 0, begins)
    kept = (shared >= np.maximum(sizes, query.size) * query.least - _SLACK).nonzero()[0]
    pairs = zip(begins[kept].tolist(), ends[kept].tolist(), strict=True)
    return forms[kept].tolist(), [spelled[a:b].tobytes().decode("utf-32-le") for a, b in pairs]


def _with_rarest(block: Block, numbers: Array, times: Array, fewest: int) -> Array:
    """
    Forms with so many of the rarest words that the others, all of them, would not be enough.

    One is always enough; two, where the second costs little, leave far fewer forms.
    """
    starts, ends = block.word_starts[numbers].tolist(), block.word_starts[1:][numbers].tolist()
    rarest = sorted((b - a, a, b, often) for a, b, often in zip(starts, ends, times.tolist(), strict=True))
    left, total, most = int(times.sum()), 0, 0
    lists: list[Array] = []
    for size, a, b, often in rarest:
        if left < fewest and (size > _WORTH * total or fewest - left > most):
            break
        lists.append(block.words[a:b])
        left, total, most = left - often, total + size, max(most, often)
    forms = np.concatenate(lists)
    forms.sort()
    if fewest - left > most:  # a word that stands often in the query may count that often
        forms = forms[1:][forms[1:] == forms[:-1]]
    again = forms[1:] == forms[:-1]
    return np.concatenate((forms[:1], forms[1:][~again]))


def same(blocks: Sequence[Block], compared: str) -> list[tuple[int, int]]:
    """Where exactly this form stands: block and form."""
    found = []
    for window in _windows(blocks, len(compared), 1.0):
        forms = range(window.low, window.high)
        at = window.low + bisect_left(forms, compared, key=window.block.form)
        if at < window.high and window.block.form(at) == compared:
            found.append((window.index, at))
    return found
