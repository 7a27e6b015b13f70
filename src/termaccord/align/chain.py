"""Pairs of segments that are each other's best match, and the heaviest rising chain of them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termaccord.align.cost import Floats, Side
from termaccord.align.parameters import Parameters

ROWS = 512
"""Source segments that are compared with the target at once."""
REACH = 30_000
"""Target segments to either side of the diagonal that are looked at; keeps the search linear beyond."""


class Pair(NamedTuple):
    """A source and a target segment, and what a bead of the two is worth."""

    source: int
    target: int
    worth: float


def best_pairs(source: Side, target: Side, p: Parameters, least: float = 0.0) -> list[Pair]:
    """Segments that are each other's best match and worth at least so much, in order of the source."""
    n, m = len(source), len(target)
    best_row = np.full(n, -1, np.int64)
    worth_row = np.full(n, -np.inf, np.float32)
    best_column = np.full(m, -1, np.int64)
    worth_column = np.full(m, -np.inf, np.float32)
    for start in range(0, n, ROWS):
        rows = slice(start, min(start + ROWS, n))
        columns = _reach(start, n, m)
        worth = _worth(source, target, rows, columns, p)
        best_row[rows] = worth.argmax(axis=1) + columns.start
        worth_row[rows] = worth.max(axis=1)
        _improve(best_column[columns], worth_column[columns], worth, start)
    mutual = (best_column[best_row] == np.arange(n)) & (worth_row >= least)
    return [Pair(int(i), int(best_row[i]), float(worth_row[i])) for i in np.flatnonzero(mutual)]


def _reach(start: int, n: int, m: int) -> slice:
    centre = (start + ROWS // 2) * m // n
    return slice(max(0, min(centre - REACH, m - 2 * REACH)), min(m, max(centre + REACH, 2 * REACH)))


def _worth(source: Side, target: Side, rows: slice, columns: slice, p: Parameters) -> Floats:
    cosine = source.windows[0][rows] @ target.windows[0][columns].T
    cosine -= np.float32(p.chance / 2) * source.chance[0][rows, None]
    cosine -= np.float32(p.chance / 2) * target.chance[0][columns] + np.float32(p.threshold)
    return cosine


def _improve(best: NDArray[np.int64], worth: Floats, found: Floats, start: int) -> None:
    rows = found.argmax(axis=0)
    new = found[rows, np.arange(len(best))]
    better = new > worth
    best[better] = rows[better] + start
    worth[better] = new[better]


def heaviest_chain(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, rising on both sides, with the greatest sum of worths; `pairs` rise on the source side."""
    targets: list[int] = []
    totals: list[float] = []
    ends: list[int] = []
    before: list[int] = []
    for index, pair in enumerate(pairs):
        at = bisect_left(targets, pair.target)
        before.append(ends[at - 1] if at else -1)
        total = pair.worth + (totals[at - 1] if at else 0.0)
        stop = at
        while stop < len(targets) and totals[stop] <= total:
            stop += 1
        targets[at:stop], totals[at:stop], ends[at:stop] = [pair.target], [total], [index]
    chain: list[Pair] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]
