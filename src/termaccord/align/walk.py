"""The best walk of beads through two documents: dynamic programming, a row at a time."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from termaccord.align.band import Band
from termaccord.align.cost import Floats, Kind

Doubles = NDArray[np.float64]
SOURCE_ALONE = 254
TARGET_ALONE = 255


@dataclass(frozen=True, slots=True)
class Prices:
    """What it costs to leave segments alone."""

    source: Doubles
    """For each source segment."""
    target: Doubles
    opening: float
    """For the first of a run."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Best sums up to each cell: over all ways, over ways that end with a source or a target segment alone."""

    best: Doubles
    source: Doubles
    target: Doubles
    last: NDArray[np.uint8]
    """The kind of the last bead on the best way."""


Step = tuple[range, range]


def walk(band: Band, gains: Mapping[Kind, Floats], prices: Prices) -> list[Step]:
    """
    The beads with the greatest sum of gains less prices, in order; segments alone are beads of their own.

    Runs of segments alone have affine prices (Gotoh 1982).
    """
    kinds = tuple(gains)
    size = band.cells
    nowhere = np.full(size, -np.inf)
    table = _Table(nowhere, nowhere.copy(), nowhere.copy(), np.full(size, TARGET_ALONE, np.uint8))
    before = np.concatenate(([0.0], np.cumsum(prices.target)))
    for i in range(len(band.low)):
        _row(band, gains, kinds, prices, before, table, i)
    return _trace(band, kinds, table, prices)


def _row(
    band: Band,
    gains: Mapping[Kind, Floats],
    kinds: tuple[Kind, ...],
    prices: Prices,
    before: Doubles,
    table: _Table,
    i: int,
) -> None:
    low, high, at = int(band.low[i]), int(band.high[i]), int(band.at[i])
    here = slice(at, at + high - low)
    best, last = table.best[here], table.last[here]
    if i == 0 and low == 0:
        best[0] = 0.0
    for number, kind in enumerate(kinds):
        if kind[0] <= i:
            _extend(band, gains[kind], kind, number, table, i)
    if i > 0:
        _leave_source(band, prices, table, i)
    _leave_target(best, table.target[here], last, before[low:high], prices.opening)


def _extend(band: Band, gain: Floats, kind: Kind, number: int, table: _Table, i: int) -> None:
    """Ways that end here with a bead of this kind."""
    row = i - kind[0]
    low, high, shift = int(band.low[row]), int(band.high[row]), kind[1]
    first, end = max(int(band.low[i]), low + shift), min(int(band.high[i]), high + shift)
    if first >= end:
        return
    begin = int(band.at[row]) + first - shift - low
    there = slice(begin, begin + end - first)
    start = int(band.at[i]) + first - int(band.low[i])
    here = slice(start, start + end - first)
    ways = table.best[there] + gain[there]
    better = ways > table.best[here]
    np.copyto(table.best[here], ways, where=better)
    table.last[here][better] = number


def _leave_source(band: Band, prices: Prices, table: _Table, i: int) -> None:
    """Ways that end here with the source segment before this row alone."""
    first, end = int(band.low[i]), min(int(band.high[i]), int(band.high[i - 1]))
    if first >= end:
        return
    begin = int(band.at[i - 1]) + first - int(band.low[i - 1])
    there = slice(begin, begin + end - first)
    start = int(band.at[i])
    here = slice(start, start + end - first)
    ways = np.maximum(table.best[there] - prices.opening, table.source[there]) - prices.source[i - 1]
    table.source[here] = ways
    better = ways > table.best[here]
    np.copyto(table.best[here], ways, where=better)
    table.last[here][better] = SOURCE_ALONE


def _leave_target(
    best: Doubles, alone: Doubles, last: NDArray[np.uint8], before: Doubles, opening: float
) -> None:
    """Ways that end here with target segments alone, in one sweep: the price of a run is a difference of sums."""
    if len(best) < 2:
        return
    entered = np.maximum.accumulate(best[:-1] - opening + before[:-1])
    alone[1:] = entered - before[1:]
    better = alone > best
    np.copyto(best, alone, where=better)
    last[better] = TARGET_ALONE


def _trace(band: Band, kinds: tuple[Kind, ...], table: _Table, prices: Prices) -> list[Step]:
    i, j = len(band.low) - 1, int(band.high[-1]) - 1
    steps: list[Step] = []
    run = 0
    while i or j:
        cell = int(band.at[i]) + j - int(band.low[i])
        code = run or int(table.last[cell])
        if code == SOURCE_ALONE:
            i -= 1
            steps.append((range(i, i + 1), range(j, j)))
            above = int(band.at[i]) + j - int(band.low[i])
            run = SOURCE_ALONE if table.source[above] >= table.best[above] - prices.opening else 0
        elif code == TARGET_ALONE:
            j -= 1
            steps.append((range(i, i), range(j, j + 1)))
            run = TARGET_ALONE if table.target[cell - 1] > table.best[cell - 1] - prices.opening else 0
        else:
            a, b = kinds[code]
            i, j, run = i - a, j - b, 0
            steps.append((range(i, i + a), range(j, j + b)))
    return steps[::-1]
