"""
Segments like a segment, out of blocks: candidates by what they share with it, then the exact likeness of each.

By characters: the forms that share most groups of letters, compared by Levenshtein distance.
By words: whoever is alike to a share t shares one of the n - ceil(t n) + 1 rarest words of n at least
(prefix filtering: Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007), so none is missed.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from termaccord.store.memory.block import Array, Block, letter
from termaccord.store.memory.building import GROUP, gram_keys, word_key
from termaccord.text.fuzzy.comparable import compared_words

_CANDIDATES = 1000
"""As many are compared; ties at the end all are."""
_POSTINGS = 60_000
"""Rarest groups of letters first, so many of their places in a block are counted at most."""
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
            low, high = np.searchsorted(block.lengths, (shortest, longest + 1)).tolist()
            if high > low:
                yield _Window(index, block, low, high)


def by_characters(blocks: Sequence[Block], compared: str, least: float, limit: int) -> list[Hit]:
    """The `limit` forms that are most alike by characters, `least` or more; best first, ties in order of the forms."""
    keys = gram_keys(compared)
    if not len(keys):  # a single letter
        return [Hit(1.0, *place) for place in same(blocks, compared)][:limit]
    windows = list(_windows(blocks, len(compared), least))
    found = [(w, *_sharing(w, keys, _fewest(len(keys), len(compared), least))) for w in windows]
    chosen = _most(found)
    places = [
        (w.index, form)
        for (w, forms, _counts), kept in zip(found, chosen, strict=True)
        for form in forms[kept].tolist()
    ]
    texts = [
        text
        for (w, forms, _counts), kept in zip(found, chosen, strict=True)
        for text in _forms(w.block, forms[kept])
    ]
    return _best(compared, texts, places, least, limit)


def _fewest(keys: int, size: int, least: float) -> int:
    """Groups that a form shares which no longer than the query and alike enough; an edit spoils as many as it has letters."""
    return max(1, keys - GROUP * math.floor((1 - least) * size / least))


def _sharing(window: _Window, keys: Array, fewest: int) -> tuple[Array, Array]:
    """Forms in the window that share groups of letters with the query, and how many."""
    block = window.block
    starts, ends = block.gram_starts[keys], block.gram_starts[keys + np.uint32(1)]
    sizes = ends - starts
    if int(sizes.sum()) > _POSTINGS:
        order = np.argsort(sizes, kind="stable")
        many = max(1, int(np.searchsorted(np.cumsum(sizes[order]), _POSTINGS)))
        starts, ends = starts[order[:many]], ends[order[:many]]
    grams = block.grams
    lists = [grams[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
    counts = np.bincount(np.concatenate(lists), minlength=len(block))[window.low : window.high]
    forms = np.flatnonzero(counts >= fewest)
    return forms + window.low, counts[forms]


def _most(found: Sequence[tuple[_Window, Array, Array]]) -> list[Array]:
    """Which of the forms are compared: those with the highest counts."""
    counts = [one[2] for one in found]
    total = sum(map(len, counts))
    if total <= _CANDIDATES:
        return [np.ones(len(one), bool) for one in counts]
    spread = np.bincount(np.concatenate(counts))[::-1].cumsum()
    cut = len(spread) - 1 - int(np.searchsorted(spread, _CANDIDATES))
    return [one >= cut for one in counts]


def _forms(block: Block, forms: Array) -> list[str]:
    starts, ends = block.text_starts[forms].tolist(), block.text_starts[forms + 1].tolist()
    texts = block.texts.data
    return [str(texts[a:b], "utf-8") for a, b in zip(starts, ends, strict=True)]


def _best(
    query: str, texts: Sequence[str], places: Sequence[tuple[int, int]], least: float, limit: int
) -> list[Hit]:
    if not texts:
        return []
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    longer = np.maximum(lengths, len(query))
    most = math.floor(float(longer.max()) * (1 - least) + _SLACK)
    distances = cdist([query], texts, scorer=Levenshtein.distance, score_cutoff=most, dtype=np.int32)[0]
    likeness = 1 - distances / longer
    kept = np.flatnonzero(likeness >= least - _SLACK)
    if len(kept) > limit:
        cut = np.partition(likeness[kept], -limit)[-limit]
        kept = kept[likeness[kept] >= cut]
    hits = [Hit(float(likeness[i]), *places[i]) for i in kept.tolist()]
    return sorted(hits, key=lambda hit: (-hit.likeness, hit.block, hit.form))[:limit]


def by_words(blocks: Sequence[Block], compared: str, least: float, limit: int) -> list[Hit]:
    """The `limit` forms that are most alike by words, `least` or more; best first, ties in order of the forms."""
    words = compared_words(compared)
    if not words:
        return []
    hits: list[Hit] = []
    shared = len(words) - math.ceil(least * len(words) - _SLACK) + 1
    for index, block in enumerate(blocks):
        hits += _by_words(_Window(index, block, 0, len(block)), words, shared, least, limit)
    return sorted(hits, key=lambda hit: (-hit.likeness, hit.block, hit.form))[:limit]


def _by_words(window: _Window, words: list[str], shared: int, least: float, limit: int) -> list[Hit]:
    block = window.block
    numbers = _numbers(block, words)
    known = sorted((int(block.word_starts[n + 1] - block.word_starts[n]), n) for n in set(numbers) if n >= 0)
    times = Counter(numbers)
    unknown = times[-1]
    # The rarest first: words that the block does not know, then its own, as often as they stand in the query.
    budget = shared - unknown
    lists = []
    for _size, number in known:
        if budget <= 0:
            break
        lists.append(block.words[block.word_starts[number] : block.word_starts[number + 1]])
        budget -= times[number]
    if not lists:
        return []
    forms = np.unique(np.concatenate(lists)).astype(np.int64)
    sizes = (block.phrase_starts[forms + 1] - block.phrase_starts[forms]).astype(np.int64)
    fits = (sizes >= len(words) * least - _SLACK) & (sizes <= len(words) / least + _SLACK)
    forms = forms[fits]
    strange = iter(range(0xE000, 0xF8FF))
    query = "".join(chr(letter(n)) if n >= 0 else chr(next(strange) + 0x100000) for n in numbers)
    return _best(
        query, _phrases(block, forms), [(window.index, form) for form in forms.tolist()], least, limit
    )


def _numbers(block: Block, words: Sequence[str]) -> list[int]:
    """Of each word its number in the block; -1 where the block has none."""
    keys = np.array([word_key(word) for word in words], np.uint64)
    at = np.searchsorted(block.word_keys, keys)
    at[at == len(block.word_keys)] = 0
    return np.where(block.word_keys[at] == keys, at, -1).tolist()  # type: ignore[no-any-return]


def _phrases(block: Block, forms: Array) -> list[str]:
    coding = "utf-16-le" if block.phrases.dtype.itemsize == 2 else "utf-32-le"
    width = block.phrases.dtype.itemsize
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
