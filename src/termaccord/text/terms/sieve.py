"""Which words of a text may begin a term, told from their hashes alone."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from termaccord.text.terms.columns import ODD, Columns, Hashes, Whole, hashes
from termaccord.text.terms.trie import Trie

_ALL = (1 << 64) - 1
Bits = npt.NDArray[np.uint64]


class Sieve:
    """
    Lets through every word where a term stands and few others.

    Each word of a second place in a term has one of 64 bits.
    A word passes if it is a term alone, or if the next word has a bit of those that may follow it:
    a Bloom filter (Bloom 1970) of one hash a word.
    """

    def __init__(self, trie: Trie) -> None:
        forms = sorted({*trie.forms, *trie.endings})
        numbers = [[*trie.forms.get(form, ()), *trie.endings.get(form, ())] for form in forms]
        alone, after, own = _bits(trie)
        self._alone = np.array([any(n in alone for n in ns) for ns in numbers] + [False, True], bool)
        self._after = _column([_together(after, ns) for ns in numbers])
        self._own = _column([_together(own, ns) for ns in numbers])
        self._table = _Table(hashes(forms))

    def passing(self, read: Columns) -> Whole:
        """The indices of words at which a term may begin, in order."""
        rows = self._table.rows(read.hashes)
        passing = self._alone[rows]
        passing[:-1] |= (self._after[rows[:-1]] & self._own[rows[1:]]) != 0
        return np.flatnonzero(passing)


def _bits(trie: Trie) -> tuple[set[int], dict[int, int], dict[int, int]]:
    """Words that are a term alone; of words that begin one the bits of those behind; of the latter their bit."""
    after: dict[int, int] = {}
    own: dict[int, int] = {}
    for first, second in trie.pairs():
        bit = 1 << (second * 0x9E3779B1 >> 7) % 64
        own[second] = bit
        after[first] = after.get(first, 0) | bit
    return trie.alone(), after, own


def _together(bits: dict[int, int], numbers: Sequence[int]) -> int:
    together = 0
    for number in numbers:
        together |= bits.get(number, 0)
    return together


def _column(rows: Sequence[int]) -> Bits:
    """The bits of each form, of words that are none, and of those that only a look tells."""
    return np.array([*rows, 0, _ALL], np.uint64)


class _Table:
    """A hash table with open addressing: from the hash of a form to its row."""

    def __init__(self, keys: Hashes) -> None:
        self._keys = np.concatenate((keys, np.array([1], np.uint64)))
        self._none, self._odd = len(keys), len(keys) + 1
        self._shift = np.uint64(64 - max(4, (4 * len(keys)).bit_length()))
        self._rows = np.full(1 << (64 - int(self._shift)), self._none, np.int32)
        waiting = np.arange(len(keys), dtype=np.int32)
        at = self._first(keys)
        while len(waiting):
            free = self._rows[at] == self._none
            self._rows[at[free]] = waiting[free]
            placed = self._rows[at] == waiting
            waiting, at = waiting[~placed], self._next(at[~placed])

    def rows(self, keys: Hashes) -> npt.NDArray[np.int32]:
        """The row of each hash; behind the last row: no form, and behind that: only a look tells."""
        at = self._first(keys)
        rows = self._rows[at]
        wrong = np.flatnonzero((rows != self._none) & (self._keys[rows] != keys))
        while len(wrong):
            at[wrong] = self._next(at[wrong])
            rows[wrong] = self._rows[at[wrong]]
            wrong = wrong[(rows[wrong] != self._none) & (self._keys[rows[wrong]] != keys[wrong])]
        rows[keys == ODD] = self._odd
        return rows

    def _first(self, keys: Hashes) -> Whole:
        return (keys >> self._shift).astype(np.int64)

    def _next(self, at: Whole) -> Whole:
        return (at + 1) & (len(self._rows) - 1)
