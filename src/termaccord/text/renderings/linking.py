"""
Words of pairs of texts linked by how they go together.

IBM Model 1 (Brown, Della Pietra, Della Pietra and Mercer 1993), trained in both directions on the pairs at hand, its
links those that both directions believe (Liang, Taskar and Klein 2006); the first guess favours words that are written
or sound alike, as Moore (2004) advises to begin with something better than chance.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from termaccord.text.transliterate import skeleton

Array = NDArray[np.float64]
Integers = NDArray[np.int64]
Pair = tuple[Sequence[str], Sequence[str]]
"""The words of a source and of its target, as keys."""
Favour = Callable[[str, str], float]
"""How many times likelier than chance two words are at the start; 1 where nothing is known."""

ROUNDS = 6
_ALIKE = 8.0
"""Times that equal figures, equal words and words of the same sound are favoured."""
_UNLIKE = 0.01
"""A figure is seldom rendered by a word."""
_SOUNDS = 3
"""Consonants that make a sound."""
_SMOOTH = 0.02
"""Added to what is counted, so that one pair alone proves nothing (Moore 2004)."""
_NOBODY = 0.3
"""Weight of the empty word beside a word of the text, which gives each word as often as it stands anywhere."""


@dataclass(frozen=True, slots=True)
class Links:
    """For each pair the belief, from 0 to 1, that a source word and a target word render each other."""

    tables: tuple[Array, ...]
    """One a pair, of shape (source words, target words)."""


def linked(pairs: Sequence[Pair], favour: Favour | None = None) -> Links:
    """Learn from all pairs, and link the words of each."""
    sources, targets = _numbered([one for one, _ in pairs]), _numbered([two for _, two in pairs])
    cells = _Cells.of(sources.rows, targets.rows)
    start = _start(cells, sources.words, targets.words, favour)
    forth = _trained(cells, start, cells.by_target, cells.source, cells.target)
    back = _trained(cells, start, cells.by_source, cells.target, cells.source)
    belief = np.sqrt(forth * back)
    tables = []
    at = 0
    for one, two in zip(sources.rows, targets.rows, strict=True):
        size = len(one) * len(two)
        tables.append(belief[at : at + size].reshape(len(one), len(two)))
        at += size
    return Links(tuple(tables))


@dataclass(frozen=True, slots=True)
class _Numbered:
    words: list[str]
    rows: list[Integers]


def _numbered(texts: Sequence[Sequence[str]]) -> _Numbered:
    numbers: dict[str, int] = {}
    rows = [np.array([numbers.setdefault(word, len(numbers)) for word in text], np.int64) for text in texts]
    return _Numbered(list(numbers), rows)


@dataclass(frozen=True, slots=True)
class _Cells:
    """Every source word with every target word of its pair."""

    source: Integers
    target: Integers
    by_target: Integers
    """Of each cell, which target word of which pair it is for."""
    by_source: Integers
    kind: Integers
    """Which two words it is about, wherever they stand."""
    kinds: Integers
    """The first cell of each kind."""

    @classmethod
    def of(cls, sources: Sequence[Integers], targets: Sequence[Integers]) -> "_Cells":
        source = _joined([np.repeat(one, len(two)) for one, two in zip(sources, targets, strict=True)])
        target = _joined([np.tile(two, len(one)) for one, two in zip(sources, targets, strict=True)])
        there = _joined(_places(sources, targets, turned=False))
        here = _joined(_places(sources, targets, turned=True))
        width = int(target.max(initial=0)) + 1
        _, first, kind = np.unique(source * width + target, return_index=True, return_inverse=True)
        return cls(source, target, there, here, kind, first)


def _places(sources: Sequence[Integers], targets: Sequence[Integers], *, turned: bool) -> list[Integers]:
    found: list[Integers] = []
    at = 0
    for one, two in zip(sources, targets, strict=True):
        own = np.arange(len(one) if turned else len(two), dtype=np.int64) + at
        found.append(np.repeat(own, len(two)) if turned else np.tile(own, len(one)))
        at += len(own)
    return found


def _joined(parts: Sequence[Integers]) -> Integers:
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)


def _start(cells: _Cells, sources: Sequence[str], targets: Sequence[str], favour: Favour | None) -> Array:
    """The first guess of each kind of cell."""
    known: dict[str, int] = {}
    one = np.array([known.setdefault(_sound(word), len(known)) for word in sources], np.int64)
    two = np.array([known.setdefault(_sound(word), len(known)) for word in targets], np.int64)
    source, target = cells.source[cells.kinds], cells.target[cells.kinds]
    start = np.ones(len(cells.kinds))
    if len(start):
        figures = [np.array([word[:1].isdigit() for word in words], bool) for words in (sources, targets)]
        start[one[source] == two[target]] = _ALIKE
        start[figures[0][source] != figures[1][target]] = _UNLIKE
    if favour is not None:
        pairs = zip(source.tolist(), target.tolist(), strict=True)
        start *= np.array([favour(sources[s], targets[t]) for s, t in pairs])
    return start


def alike(one: str, other: str) -> bool:
    """
    Whether two words are the same, or sound the same.

    >>> alike("озёрск", "ozyorsk"), alike("пристань", "pier")
    (True, False)
    """
    return _sound(one) == _sound(other)


def _sound(word: str) -> str:
    """What two words in whatever letters are equal by; words too short to have a sound are themselves."""
    consonants = skeleton(word) if word[:1].isalpha() else ""
    return f"\0{consonants}" if len(consonants) >= _SOUNDS else word


def _trained(cells: _Cells, start: Array, owner: Integers, giver: Integers, receiver: Integers) -> Array:
    """
    The belief in each cell that its giver stands for its receiver.

    Each owner, a word in its place, was given by one of the words beside it, or by nobody, as its frequency would have it.
    """
    if not len(owner):
        return np.zeros(0)
    first = giver[cells.kinds]
    _, one = np.unique(owner, return_index=True)
    often = np.bincount(receiver[one]) / len(one)
    nobody = _NOBODY * often[receiver]
    guess = _SMOOTH * start / start.mean()
    table = start / np.bincount(first, start)[first]
    belief = np.zeros(len(owner))
    for _ in range(ROUNDS):
        given = table[cells.kind]
        belief = given / (np.bincount(owner, given)[owner] + nobody)
        counts = np.bincount(cells.kind, belief, len(table)) + guess
        table = counts / np.bincount(first, counts)[first]
    return belief
