"""What the beads of a first walk teach about a pair of documents: lengths, paragraphs, how far to trust the encoder."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from termaccord.align.cost import Evidence, Learnt, Side
from termaccord.align.parameters import Parameters
from termaccord.align.walk import Step

FEW = 5
"""Beads below which nothing is learnt of lengths."""
SEPARATION = (0.15, 0.5)
"""
Cosine beyond chance of what the first walk joins: at the first figure the encoder says nothing, at the second all.

Languages that it knows show .3 to .7; with every vector noise, the first walk still picks out pairs at .2.
"""


def learn(known: Evidence, steps: Sequence[Step], trust: float, p: Parameters) -> Learnt:
    """Medians and counts, so that single wrong beads do no harm."""
    pairs = [(s.start, t.start) for s, t in steps if len(s) == len(t) == 1]
    ratio, variance = _lengths(known, pairs)
    same, other, crossing = _paragraphs(known, pairs, p)
    return Learnt(
        ratio=ratio,
        variance=variance,
        length=p.length if len(pairs) >= FEW else 0.0,
        trust=trust,
        paragraphs=(same, other),
        crossing=crossing,
    )


def blind(known: Evidence, trust: float) -> Learnt:
    """What can be said before any bead: the documents' lengths as wholes."""
    total = float(known.target.letters[-1] / known.source.letters[-1])
    return Learnt(ratio=total, trust=trust)


def separation(known: Evidence, steps: Sequence[Step]) -> float:
    """Mean cosine beyond chance of the beads of one segment a side."""
    pairs = [(s.start, t.start) for s, t in steps if len(s) == len(t) == 1]
    if not pairs:
        return 0.0
    cosines = known.cosines[1, 1][[known.band.cell(i, j) for i, j in pairs]]
    by_chance = [(known.source.chance[0][i] + known.target.chance[0][j]) / 2 for i, j in pairs]
    return float(np.mean(cosines - np.array(by_chance)))


def trust(known: Evidence, steps: Sequence[Step]) -> float:
    """How far the encoder tells translations from other sentences here, 0 to 1."""
    low, high = SEPARATION
    return float(np.clip((separation(known, steps) - low) / (high - low), 0, 1))


def _lengths(known: Evidence, pairs: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Ratio of letters and variance for each letter, from beads of one segment a side."""
    if len(pairs) < FEW:
        return float(known.target.letters[-1] / known.source.letters[-1]), Learnt().variance
    ours = np.diff(known.source.letters)[[i for i, _ in pairs]]
    theirs = np.diff(known.target.letters)[[j for _, j in pairs]]
    ratio = float(np.exp(np.median(np.log(theirs / ours))))
    squared = (ours * ratio - theirs) ** 2 / (1 + (ours * ratio + theirs) / 2)
    return ratio, max(0.5, float(np.median(squared)) / CHI_SQUARED_MEDIAN)


CHI_SQUARED_MEDIAN = 0.455
"""Median of a squared standard normal deviate."""


def _paragraphs(
    known: Evidence, pairs: Sequence[tuple[int, int]], p: Parameters
) -> tuple[float, float, float]:
    """
    How far paragraphs begin together, as pointwise mutual information over the beads found without them.

    Nothing is gained where they are unknown, and where every segment is a paragraph of its own.
    """
    ours, theirs = _begins(known.source), _begins(known.target)
    counts = np.ones((2, 2))
    for i, j in pairs:
        counts[int(ours[i]), int(theirs[j])] += 1
    joint = counts / counts.sum()
    apart = joint.sum(axis=1, keepdims=True) * joint.sum(axis=0, keepdims=True)
    information = np.log(joint / apart)
    same = max(0.0, float(information[1, 1]))
    other = min(0.0, float(information[0, 1] + information[1, 0]) / 2)
    return p.paragraph * same, p.paragraph * other, p.paragraph * min(2.0, 2 * same)


def _begins(side: Side) -> NDArray[np.bool_]:
    return np.concatenate(([True], np.diff(side.blocks) != 0))
