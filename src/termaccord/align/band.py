"""Where in the plane of two documents the walk may go: for each row of the source a stretch of the target."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

LARGE = 500_000
"""Cells between two points of a chain from which on the way between them is kept to the diagonal."""
SPACING = 128
"""Segments between two such points."""
BLOCK = 64
"""Rows that are multiplied together."""


@dataclass(frozen=True, slots=True)
class Band:
    """
    Cells (i, j), borders before the i-th source and the j-th target segment, row after row.

    `low` and `high`, half-open, never fall from one row to the next; there is one row more than segments.
    """

    low: Integers
    high: Integers
    at: Integers
    """Index of each row's first cell, and last their number."""

    @property
    def cells(self) -> int:
        return int(self.at[-1])

    @property
    def rows(self) -> Integers:
        """The row of each cell."""
        return np.repeat(np.arange(len(self.low)), self.high - self.low)

    @property
    def columns(self) -> Integers:
        """The column of each cell."""
        starts = np.repeat(self.low - self.at[:-1], self.high - self.low)
        return np.asarray(np.arange(self.cells) + starts)

    def shifted(self, values: Floats, rows: int, columns: int) -> Floats:
        """The value, for each cell, of the cell so many rows and columns further; 0 outside the band."""
        if not rows and not columns:
            return values
        row = np.minimum(self.rows + rows, len(self.low) - 1)
        column = self.columns + columns
        inside = (column >= self.low[row]) & (column < self.high[row]) & (self.rows + rows < len(self.low))
        at = np.where(inside, self.at[row] + column - self.low[row], 0)
        return np.asarray(np.where(inside, values[at], 0), np.float32)

    def cell(self, i: int, j: int) -> int:
        """The index of a cell."""
        return int(self.at[i]) + j - int(self.low[i])

    def blocks(self) -> Iterator[tuple[range, int, int]]:
        """Rows that follow each other, with the stretch of columns that holds all of theirs."""
        for start in range(0, len(self.low), BLOCK):
            rows = range(start, min(start + BLOCK, len(self.low)))
            yield rows, int(self.low[rows.start]), int(self.high[rows[-1]])


def band(low: Integers, high: Integers) -> Band:
    """A band with rows from `low` to below `high`."""
    return Band(low, high, np.concatenate(([0], np.cumsum(high - low))))


def whole(source: int, target: int) -> Band:
    """The whole plane."""
    return band(np.zeros(source + 1, np.int64), np.full(source + 1, target + 1, np.int64))


def filled(points: Sequence[tuple[int, int]], source: int, target: int) -> list[tuple[int, int]]:
    """A rising chain with points on the diagonal of gaps that would hold too many cells; ends are -1 and the sizes."""
    result: list[tuple[int, int]] = []
    i, j = -1, -1
    for row, column in (*points, (source, target)):
        down, right = row - i, column - j
        if down * right > LARGE:
            steps = max(down, right) // SPACING + 1
            places = [(i + down * k // steps, j + right * k // steps) for k in range(1, steps)]
            result += [p for p in places if p[0] >= 0 and p[1] >= 0]
        if row < source:
            result.append((row, column))
        i, j = row, column
    return result


def around(points: Sequence[tuple[int, int]], source: int, target: int, margin: int) -> Band:
    """
    All cells between one point of a rising chain and the next, and `margin` more on every side.

    Points are pairs of segments that belong together.
    """
    rows = np.array([-1, *(i for i, _ in points), source], np.int64)
    columns = np.array([-1, *(j for _, j in points), target], np.int64)
    at = np.arange(source + 1)
    before = np.searchsorted(rows, at - margin, side="right") - 1
    after = np.searchsorted(rows, at + margin, side="left")
    low = columns[np.maximum(before, 0)] - margin
    high = columns[np.minimum(after, len(rows) - 1)] + margin + 2
    low[at <= margin] = 0
    high[at >= source - margin] = target + 1
    return band(
        np.maximum.accumulate(np.clip(low, 0, target)), np.maximum.accumulate(np.clip(high, 1, target + 1))
    )
