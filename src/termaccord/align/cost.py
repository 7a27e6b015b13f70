"""What a bead is worth: how alike its sides are, beyond what chance makes them, and how well their lengths fit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from termaccord.align.band import Band
from termaccord.align.parameters import Parameters

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Kind = tuple[int, int]

KINDS: tuple[Kind, ...] = (
    (1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1), (2, 3), (3, 2), (3, 3), (1, 5), (5, 1),
)  # fmt: skip
"""Beads with two sides, commonest first; that is also how ties are broken."""
LONGEST = max(max(kind) for kind in KINDS)
SAMPLE = 256
"""Segments that stand for a whole document when we ask what is alike by chance."""


@dataclass(frozen=True, slots=True)
class Side:
    """One document as the walk sees it."""

    windows: tuple[Floats, ...]
    """Unit vectors of every 1, 2, 3 … segments that follow each other."""
    chance: tuple[Floats, ...]
    """For each of these, its mean cosine to segments of the other document."""
    letters: Doubles
    """Letters before each segment, and last of all."""

    def __len__(self) -> int:
        return len(self.letters) - 1


@dataclass(frozen=True, slots=True)
class Lengths:
    """How the lengths of translations relate in this pair of documents."""

    ratio: float
    variance: float
    """Of the difference, for each letter (Gale and Church 1993)."""


def chance(windows: tuple[Floats, ...], others: Floats) -> tuple[Floats, ...]:
    """Mean cosine of each window to segments of the other document."""
    chosen = np.unique(np.linspace(0, len(others) - 1, min(SAMPLE, len(others))).round().astype(np.int64))
    centre = others[chosen].mean(axis=0)
    return tuple(w @ centre for w in windows)


def cosines(source: Side, target: Side, band: Band, kind: Kind) -> Floats:
    """Cosine of the sides of the bead of this kind that begins at each cell; -inf where it does not fit."""
    a, b = kind
    result = np.full(band.cells, -np.inf, np.float32)
    left, right = source.windows[a - 1], target.windows[b - 1]
    for rows, low, high in band.blocks():
        stop, end = min(rows.stop, len(left)), min(high, len(right))
        product = left[rows.start : max(rows.start, stop)] @ right[low : max(low, end)].T
        for i in range(rows.start, stop):
            first, width = int(band.low[i]), min(int(band.high[i]), end) - int(band.low[i])
            if width > 0:
                at = int(band.at[i])
                result[at : at + width] = product[i - rows.start, first - low : first - low + width]
    return result


def gains(
    source: Side, target: Side, band: Band, kind: Kind, cosine: Floats, lengths: Lengths | None, p: Parameters
) -> Floats:
    """What each bead of this kind is worth, by the cell where it begins."""
    a, b = kind
    rows, columns = band.rows, band.columns
    by_chance = _at(source.chance[a - 1], rows) + _at(target.chance[b - 1], columns)
    worth = cosine - np.float32(p.threshold + p.extra * (a + b - 2)) - np.float32(p.chance / 2) * by_chance
    if lengths is not None:
        worth -= np.float32(p.length) * deviation(source, target, rows, columns, kind, lengths, p.clip)
    return np.asarray(worth, np.float32)


def deviation(
    source: Side,
    target: Side,
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    kind: Kind,
    lengths: Lengths,
    clip: float,
) -> Floats:
    """Squared standard deviations by which the lengths of both sides differ, at most `clip`."""
    a, b = kind
    ours = _span(source.letters, rows, a) * lengths.ratio
    theirs = _span(target.letters, columns, b)
    squared = (ours - theirs) ** 2 / (lengths.variance * (1 + (ours + theirs) / 2))
    return np.asarray(np.minimum(squared, clip), np.float32)


def _span(letters: Doubles, starts: NDArray[np.int64], size: int) -> Doubles:
    last = len(letters) - 1
    return np.asarray(letters[np.minimum(starts + size, last)] - letters[np.minimum(starts, last)])


def _at(values: Floats, places: NDArray[np.int64]) -> Floats:
    """Values by place; those beyond the end belong to beads that do not fit."""
    return values[np.minimum(places, len(values) - 1)] if len(values) else np.zeros(len(places), np.float32)
