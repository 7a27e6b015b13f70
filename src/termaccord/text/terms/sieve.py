"""Which words of a text may begin a term, told from their hashes alone."""

import numpy as np
import numpy.typing as npt

from termaccord.text.terms.columns import ODD, Columns, Hashes, Whole, hashes
from termaccord.text.terms.trie import Trie

Rows = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

_ALL = (1 << 64) - 1
_NOTHING = (False, 0, 0)


class Sieve:
    """
    Lets through every word where a term stands and few others.

    A word passes if it is a term alone, or if the next word may follow it in a term.
    Each second word has one of 64 bits, a first word those of all its followers: a Bloom filter (Bloom 1970).
    What passes it is looked up among the pairs, unless a form belongs to several words.
    """

    def __init__(self, trie: Trie) -> None:
        alone, after, own = _bits(trie)
        forms: dict[str, tuple[bool, int, int]] = {}
        for held in (trie.forms, trie.endings):
            for form, numbers in held.items():
                row = forms.get(form, _NOTHING)
                for number in numbers:
                    row = (
                        row[0] or number in alone,
                        row[1] | after.get(number, 0),
                        row[2] | own.get(number, 0),
                    )
                if row is not _NOTHING:
                    forms[form] = row
        self._alone = np.array([*(row[0] for row in forms.values()), False, True], bool)
        self._after = np.array([*(row[1] for row in forms.values()), 0, _ALL], np.uint64)
        self._own = np.array([*(row[2] for row in forms.values()), 0, _ALL], np.uint64)
        self._only = np.array([*(trie.only(form) for form in forms), -1, -1], np.int64)
        self._pairs = np.array(sorted(first << 32 | second for first, second in trie.pairs()), np.int64)
        self._table = _Table(hashes(list(forms)))

    def passing(self, read: Columns) -> Whole:
        """The indices of words at which a term may begin, in order."""
        rows = self._table.rows(read.hashes)
        passing = self._alone[rows]
        pairs = np.flatnonzero(self._after[rows[:-1]] & self._own[rows[1:]])
        passing[pairs[self._paired(rows[pairs], rows[pairs + 1])]] = True
        return np.flatnonzero(passing)

    def _paired(self, first: Rows, second: Rows) -> Flags:
        """Whether terms begin with these two words, as far as that can be told."""
        one, other = self._only[first], self._only[second]
        paired: Flags = (one < 0) | (other < 0)
        if len(self._pairs):
            asked = one << 32 | other
            at = np.minimum(np.searchsorted(self._pairs, asked), len(self._pairs) - 1)
            paired |= self._pairs[at] == asked
        return paired


def _bits(trie: Trie) -> tuple[set[int], dict[int, int], dict[int, int]]:
    """Words that are a term alone; of words that begin one the bits of those behind; of the latter their bit."""
    after: dict[int, int] = {}
    own: dict[int, int] = {}
    for first, second in trie.pairs():
        bit = 1 << (second * 0x9E3779B1 >> 7) % 64
        own[second] = bit
        after[first] = after.get(first, 0) | bit
    return trie.alone(), after, own


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

    def rows(self, keys: Hashes) -> Rows:
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
