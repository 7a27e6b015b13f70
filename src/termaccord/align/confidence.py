"""How sure a bead is: by how much it beats the next best way to join its segments, and how its neighbours fare."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from termaccord.align.band import Band
from termaccord.align.cost import Floats, Kind
from termaccord.align.parameters import Parameters
from termaccord.align.walk import Step

Doubles = NDArray[np.float64]

ENOUGH = 0.5
"""A worth or margin beyond this says no more."""


@dataclass(frozen=True, slots=True)
class Values:
    """What any bead is worth, segments alone included."""

    band: Band
    worth: Mapping[Kind, Floats]
    null: float
    opening: float

    def __call__(self, i: int, j: int, a: int, b: int) -> float:
        """The bead of `a` source segments from i on and `b` target segments from j on."""
        if not a or not b:
            return -(self.opening + self.null * (a + b)) if a or b else 0.0
        gain = self.worth.get((a, b))
        if gain is None or not self.band.low[i] <= j < self.band.high[i]:
            return -np.inf
        return float(gain[self.band.cell(i, j)])


def values(band: Band, worth: Mapping[Kind, Floats], p: Parameters) -> Values:
    """Values with the prices of a walk."""
    return Values(band, worth, p.null, p.opening)


def confidences(steps: Sequence[Step], value: Values, p: Parameters) -> list[float]:
    """The probability that each step is right, by logistic regression over `traits`; see its parameters."""
    return [sure(trait, p) for trait in traits(steps, value)]


def sure(trait: tuple[float, ...], p: Parameters) -> float:
    """The probability for one row of `traits`."""
    weights = p.confidence if trait[0] else p.confidence_alone
    odds = weights[0] + sum(w * t for w, t in zip(weights[1:], trait[1:], strict=True))
    return float(1 / (1 + np.exp(-odds)))


def traits(steps: Sequence[Step], value: Values) -> list[tuple[float, ...]]:
    """For each step: whether it has two sides, its margin, its worth for each segment, and that of its neighbours."""
    if not steps:
        return []
    margins = _margins(steps, value)
    worths = [_worth(s, t, value) if s and t else 0.0 for s, t in steps]
    around = _around(worths)
    return [
        (float(bool(s and t)), min(m, ENOUGH), min(w, ENOUGH), min(n, ENOUGH))
        for (s, t), m, w, n in zip(steps, margins, worths, around, strict=True)
    ]


def _worth(s: range, t: range, value: Values) -> float:
    return value(s.start, t.start, len(s), len(t))


def _around(worths: Sequence[float]) -> Doubles:
    """Mean worth of the two steps before and the two after."""
    padded = np.concatenate(([0.0, 0.0], worths, [0.0, 0.0]))
    total = np.convolve(padded, [1, 1, 0, 1, 1], mode="valid")
    return np.asarray(total / 4)


def _margins(steps: Sequence[Step], value: Values) -> Doubles:
    """How much worse the best other way to join each step's segments is, alone or together with a neighbour."""
    margins = np.array([_alone(s, t, value) for s, t in steps])
    for at, (one, other) in enumerate(pairwise(steps)):
        margin = _together(one, other, value)
        margins[at : at + 2] = np.minimum(margins[at : at + 2], margin)
    return margins


def _alone(s: range, t: range, value: Values) -> float:
    """Against leaving all of it alone, or some at either end."""
    if not s or not t:
        return np.inf
    here = _worth(s, t, value)
    return here - _best_split(s.start, t.start, len(s), len(t), value, {(0, 0), (len(s), len(t))})


def _together(one: Step, other: Step, value: Values) -> float:
    """Against all other ways to make two beads, or one, of the segments of two neighbours."""
    i, j = one[0].start, one[1].start
    a, b = len(one[0]) + len(other[0]), len(one[1]) + len(other[1])
    first = (len(one[0]), len(one[1]))
    if not a or not b:
        return np.inf
    here = value(i, j, *first) + value(i + first[0], j + first[1], len(other[0]), len(other[1]))
    same = {first} | (
        {(len(other[0]), len(other[1]))} if not (one[0] and one[1]) and not (other[0] and other[1]) else set()
    )
    return here - _best_split(i, j, a, b, value, same)


def _best_split(i: int, j: int, a: int, b: int, value: Values, but: set[tuple[int, int]]) -> float:
    ways = ((x, y) for x in range(a + 1) for y in range(b + 1) if (x, y) not in but)
    return max((value(i, j, x, y) + value(i + x, j + y, a - x, b - y) for x, y in ways), default=-np.inf)
