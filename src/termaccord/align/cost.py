"""What a bead is worth: how alike its sides are beyond chance, how well their lengths fit, what they share."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from termaccord.align.band import Band
from termaccord.align.parameters import Parameters

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Integers = NDArray[np.int64]
Kind = tuple[int, int]

KINDS: tuple[Kind, ...] = (
    (1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1), (2, 3), (3, 2), (3, 3), (1, 5), (5, 1),
)  # fmt: skip
"""Beads with two sides, commonest first; that is also how ties are broken."""
LONGEST = max(max(kind) for kind in KINDS)
SAMPLE = 256
"""Segments that stand for a whole document when we ask what is alike by chance."""

Vectors = Floats | NDArray[np.float16]
"""Rows of vectors; those of runs of segments at half precision."""


@dataclass(frozen=True, slots=True)
class Side:
    """One document as the walk sees it."""

    windows: tuple[Vectors, ...]
    """Unit vectors of every 1, 2, 3 … segments that follow each other."""
    chance: tuple[Floats, ...]
    """For each of these, its mean cosine to segments of the other document."""
    letters: Doubles
    """Letters before each segment, and last of all."""
    blocks: Integers
    """Paragraph of each segment, rising."""
    loose: Doubles
    """Weight of the segments before each one, and last of all, that do not end as sentences do."""

    def __len__(self) -> int:
        return len(self.letters) - 1

    def slice(self, part: range) -> "Side":
        """A stretch of the document."""
        size = len(part)
        return Side(
            tuple(w[part.start : max(part.start, part.stop - k)] for k, w in enumerate(self.windows)),
            tuple(c[part.start : max(part.start, part.stop - k)] for k, c in enumerate(self.chance)),
            self.letters[part.start : part.start + size + 1],
            self.blocks[part.start : part.stop],
            self.loose[part.start : part.start + size + 1],
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of every bead before anything has been learnt from this pair of documents."""

    source: Side
    target: Side
    band: Band
    rows: Integers
    columns: Integers
    cosines: Mapping[Kind, Floats]
    """Of the bead of each kind that begins at each cell; -inf where it does not fit."""
    shared: Mapping[Kind, NDArray[np.float16]]
    """Weight of the anchors that both sides of it have."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a first walk has taught about this pair of documents."""

    ratio: float = 1.0
    """Letters of the target for a letter of the source."""
    variance: float = 6.8
    """Of the difference of lengths, for each letter; 6.8 in Gale and Church 1993."""
    length: float = 0.0
    """How much lengths count."""
    trust: float = 1.0
    """
    Share of the worth that is left to the encoder, 0 to 1; the rest is for lengths.

    Its threshold falls with it, for in a language that it half knows translations are less alike.
    """
    paragraphs: tuple[float, float] = (0.0, 0.0)
    """Worth of a bead whose sides both begin a paragraph, or both do not; and of one where only one does."""
    crossing: float = 0.0
    """Price of a paragraph's border inside a bead."""


def chance(windows: tuple[Vectors, ...], others: Floats) -> tuple[Floats, ...]:
    """Mean cosine of each window to segments of the other document."""
    chosen = np.unique(np.linspace(0, len(others) - 1, min(SAMPLE, len(others))).round().astype(np.int64))
    centre = others[chosen].mean(axis=0)
    return tuple(w @ centre for w in windows)


def evidence(source: Side, target: Side, band: Band, anchored: Floats) -> Evidence:
    """What can be seen of every bead over the band; `anchored` is the weight of what two segments share, by cell."""
    alike = {kind: cosines(source, target, band, kind) for kind in KINDS}
    return Evidence(source, target, band, band.rows, band.columns, alike, _shared(band, anchored))


def _shared(band: Band, anchored: Floats) -> dict[Kind, NDArray[np.float16]]:
    """Anchors of a bead: those of all pairs of its segments."""
    if not anchored.any():
        return dict.fromkeys(KINDS, np.zeros(band.cells, np.float16))
    pairs = sorted({(k, j) for a, b in KINDS for k in range(a) for j in range(b)})
    single = {pair: band.shifted(anchored, *pair) for pair in pairs}
    result = {}
    for a, b in KINDS:
        total = np.zeros(band.cells, np.float32)
        for k in range(a):
            for j in range(b):
                total += single[k, j]
        result[a, b] = total.astype(np.float16)  # few and small numbers: half the room is enough
    return result


def cosines(source: Side, target: Side, band: Band, kind: Kind) -> Floats:
    """Cosine of the sides of the bead of this kind that begins at each cell; -inf where it does not fit."""
    a, b = kind
    result = np.full(band.cells, -np.inf, np.float32)
    left, right = source.windows[a - 1], target.windows[b - 1]
    for rows, low, high in band.blocks():
        stop, end = min(rows.stop, len(left)), min(high, len(right))
        ours, theirs = left[rows.start : max(rows.start, stop)], right[low : max(low, end)]
        product = ours.astype(np.float32, copy=False) @ theirs.astype(np.float32, copy=False).T
        for i in range(rows.start, stop):
            first, width = int(band.low[i]), min(int(band.high[i]), end) - int(band.low[i])
            if width > 0:
                at = int(band.at[i])
                result[at : at + width] = product[i - rows.start, first - low : first - low + width]
    return result


def gains(known: Evidence, kind: Kind, learnt: Learnt, p: Parameters) -> Floats:
    """What each bead of this kind is worth, by the cell where it begins."""
    a, b = kind
    cosine = known.cosines[kind]
    fits = np.isfinite(cosine)
    by_chance = _at(known.source.chance[a - 1], known.rows) + _at(known.target.chance[b - 1], known.columns)
    threshold = p.threshold * learnt.trust + p.extra * (a + b - 2)
    worth = cosine - np.float32(threshold) - np.float32(p.chance / 2) * by_chance
    worth[~fits] = 0
    worth *= np.float32(learnt.trust)
    if learnt.trust < 1:
        worth += np.float32(1 - learnt.trust) * _blind(known, kind, learnt, p)
    if learnt.length:
        worth -= np.float32(learnt.trust * learnt.length) * _deviation(known, kind, learnt, p.clip)
    worth += np.float32(p.anchor) * np.minimum(known.shared[kind].astype(np.float32), np.float32(p.enough))
    if kind != (1, 1):
        worth -= np.float32(p.loose) * _loose(known, kind)
    if any(learnt.paragraphs) or learnt.crossing:
        worth += _paragraphs(known, kind, learnt)
    worth[~fits] = -np.inf
    return np.asarray(worth, np.float32)


def _blind(known: Evidence, kind: Kind, learnt: Learnt, p: Parameters) -> Floats:
    """What lengths alone say, as Gale and Church 1993 have it, in our unit."""
    prior = p.priors[0] if kind == (1, 1) else p.priors[1] if sum(kind) == 3 else p.priors[2]
    return np.asarray(p.nat * (prior - _deviation(known, kind, learnt, 2 * p.clip) / 2), np.float32)


def _deviation(known: Evidence, kind: Kind, learnt: Learnt, clip: float) -> Floats:
    """Squared standard deviations by which the lengths of both sides differ, at most `clip`."""
    ours = _span(known.source.letters, known.rows, kind[0]) * learnt.ratio
    theirs = _span(known.target.letters, known.columns, kind[1])
    squared = (ours - theirs) ** 2 / (learnt.variance * (1 + (ours + theirs) / 2))
    return np.asarray(np.minimum(squared, clip), np.float32)


def _loose(known: Evidence, kind: Kind) -> Floats:
    """Weight of the segments in a bead that are no whole sentences, on a side that has more than one."""
    ours = _span(known.source.loose, known.rows, kind[0]) if kind[0] > 1 else 0.0
    theirs = _span(known.target.loose, known.columns, kind[1]) if kind[1] > 1 else 0.0
    return np.asarray(ours + theirs, np.float32)


def _paragraphs(known: Evidence, kind: Kind, learnt: Learnt) -> Floats:
    """Agreement of paragraph beginnings, less a price for the borders inside."""
    ours, theirs = _begins(known.source.blocks), _begins(known.target.blocks)
    at = known.rows.clip(max=len(ours) - 1), known.columns.clip(max=len(theirs) - 1)
    same, other = learnt.paragraphs
    worth = np.where(ours[at[0]], np.where(theirs[at[1]], same, other), np.where(theirs[at[1]], other, 0.0))
    inside = _inside(ours, at[0], kind[0]) + _inside(theirs, at[1], kind[1])
    return np.asarray(worth - learnt.crossing * inside, np.float32)


def _begins(blocks: Integers) -> NDArray[np.bool_]:
    return np.concatenate(([True], np.diff(blocks) != 0))


def _inside(begins: NDArray[np.bool_], starts: Integers, size: int) -> Integers:
    before = np.concatenate(([0], np.cumsum(begins)))
    last = len(begins)
    return np.asarray(before[np.minimum(starts + size, last)] - before[np.minimum(starts + 1, last)])


def _span(before: Doubles, starts: Integers, size: int) -> Doubles:
    """Of running sums, what falls to `size` segments from each start on."""
    last = len(before) - 1
    return np.asarray(before[np.minimum(starts + size, last)] - before[np.minimum(starts, last)])


def _at(values: Floats, places: Integers) -> Floats:
    """Values by place; those beyond the end belong to beads that do not fit."""
    return values[np.minimum(places, len(values) - 1)] if len(values) else np.zeros(len(places), np.float32)
