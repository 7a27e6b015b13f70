"""Blocks that stand elsewhere in the translation: found among what the walk has left alone on both sides."""

from collections.abc import Iterator, Sequence

import numpy as np

from termaccord.align import band as bands
from termaccord.align.chain import Pair, best_pairs
from termaccord.align.confidence import confidences, values
from termaccord.align.cost import KINDS, Learnt, Side, evidence, gains
from termaccord.align.parameters import Parameters
from termaccord.align.walk import Prices, Step, walk

NEAR = 3
"""Segments that may lie between two pairs of one block."""
AROUND = 3
"""Segments before and after the pairs of a block that may belong to it."""


def moved(
    sides: tuple[Side, Side], steps: Sequence[tuple[Step, float]], learnt: Learnt, p: Parameters
) -> list[tuple[Step, float]]:
    """The steps and their scores, with moved blocks joined; their target parts stand out of the order of the others."""
    ours = sorted(s.start for (s, t), _ in steps if not t)
    theirs = sorted(t.start for (s, t), _ in steps if not s)
    if not ours or not theirs:
        return list(steps)
    free = set(ours), set(theirs)
    found: list[tuple[Step, float]] = []
    for block in _blocks(_pairs(sides, ours, theirs, p)):
        found += _joined(sides, block, free, learnt, p)
    return _instead(steps, found) if found else list(steps)


def _pairs(sides: tuple[Side, Side], ours: list[int], theirs: list[int], p: Parameters) -> list[Pair]:
    """Best matches among the segments that were left alone."""
    here, there = _chosen(sides[0], ours), _chosen(sides[1], theirs)
    return [Pair(ours[i], theirs[j], worth) for i, j, worth in best_pairs(here, there, p, p.moved_pair)]


def _chosen(side: Side, places: list[int]) -> Side:
    """Some segments of a document, each for itself."""
    running = np.arange(len(places) + 1.0)
    return Side((side.windows[0][places],), (side.chance[0][places],), running, side.blocks[places], running)


def _blocks(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Pairs that follow each other closely on both sides."""
    block: list[Pair] = []
    for pair in pairs:
        if block and not (
            pair.source - block[-1].source <= NEAR and 0 < pair.target - block[-1].target <= NEAR
        ):
            yield block
            block = []
        block.append(pair)
    if block:
        yield block


def _joined(
    sides: tuple[Side, Side],
    block: list[Pair],
    free: tuple[set[int], set[int]],
    learnt: Learnt,
    p: Parameters,
) -> list[tuple[Step, float]]:
    """The beads of one block, or none where they are worth too little to believe that it has moved."""
    ours = _stretch(block[0].source, block[-1].source, free[0])
    theirs = _stretch(block[0].target, block[-1].target, free[1])
    here, there = sides[0].slice(ours), sides[1].slice(theirs)
    band = bands.whole(len(here), len(there))
    known = evidence(here, there, band, np.zeros(band.cells, np.float32))
    worth = {kind: gains(known, kind, learnt, p) for kind in KINDS}
    prices = Prices(np.full(len(here), p.null), np.full(len(there), p.null), p.opening)
    steps = walk(band, worth, prices)
    value = values(band, worth, p)
    scored = zip(steps, confidences(steps, value, p), strict=True)
    beads = [(step, score) for step, score in scored if step[0] and step[1]]
    if sum(value(s.start, t.start, len(s), len(t)) for (s, t), _ in beads) < p.moved_block:
        return []
    for (s, t), _ in beads:
        free[0].difference_update(ours[s.start : s.stop])
        free[1].difference_update(theirs[t.start : t.stop])
    return [((_shifted(s, ours.start), _shifted(t, theirs.start)), score) for (s, t), score in beads]


def _stretch(first: int, last: int, free: set[int]) -> range:
    """From the first to the last, and a little more, as far as everything between is free."""
    start, stop = first, first + 1
    while start - 1 in free and start > first - AROUND:
        start -= 1
    while stop in free and stop < last + 1 + AROUND:
        stop += 1
    return range(start, stop)


def _shifted(part: range, by: int) -> range:
    return range(part.start + by, part.stop + by)


def _instead(
    steps: Sequence[tuple[Step, float]], found: Sequence[tuple[Step, float]]
) -> list[tuple[Step, float]]:
    """The found beads in place of the segments alone that they join."""
    ours = {i for (s, _), _ in found for i in s}
    theirs = {j for (_, t), _ in found for j in t}
    at = {s.start: ((s, t), score) for (s, t), score in found}
    result: list[tuple[Step, float]] = []
    for (s, t), score in steps:
        alone = not s or not t
        if alone and s and s.start in at:
            result.append(at[s.start])
        elif not alone or not ((s and s.start in ours) or (t and t.start in theirs)):
            result.append(((s, t), score))
    return result
