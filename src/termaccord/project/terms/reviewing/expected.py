"""How many of the next proposals are expected to be wrong, from what was decided so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma

NEAR = 0.1
"""Scores this far apart tell half as much about each other."""
PRIOR = 2.0
"""Before anything is decided, the score counts as much as this many decisions."""
LEVEL = 0.9


@dataclass(frozen=True, slots=True)
class Verdict:
    """A proposal that somebody has decided about."""

    concept: str
    score: float
    wrong: bool


@dataclass(frozen=True, slots=True)
class Expected:
    """Of the next `count` proposals about `wrong` are wrong; with 90 % certainty between `low` and `high`."""

    count: int
    wrong: int
    low: int
    high: int


def expected(decided: Sequence[Verdict], coming: Sequence[float]) -> Expected:
    """
    Predict how many of the coming proposals, given by their scores, will be turned down.

    The number is beta-binomial (Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.4): the share of wrong
    ones has a beta prior with the mean 1 - score, and each decision counts the more, the nearer its score is
    (a power prior, Ibrahim and Chen 2000), for what was wrong among the best says little about the worst.
    """
    if not coming:
        return Expected(0, 0, 0, 0)
    middle = sum(coming) / len(coming)
    wrong, right = PRIOR * min(max(1 - middle, 0.05), 0.95), PRIOR * min(max(middle, 0.05), 0.95)
    for one in decided:
        weight = 0.5 ** (abs(one.score - middle) / NEAR)
        wrong += weight if one.wrong else 0
        right += 0 if one.wrong else weight
    count = len(coming)
    chances = [beta_binomial(k, count, wrong, right) for k in range(count + 1)]
    return Expected(
        count,
        round(count * wrong / (wrong + right)),
        _quantile(chances, (1 - LEVEL) / 2),
        _quantile(chances, (1 + LEVEL) / 2),
    )


def beta_binomial(k: int, n: int, a: float, b: float) -> float:
    """
    The chance of k among n where the share has the distribution beta(a, b).

    >>> round(sum(beta_binomial(k, 5, 2, 3) for k in range(6)), 6)
    1.0
    """
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return exp(ways + _log_beta(k + a, n - k + b) - _log_beta(a, b))


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def _quantile(chances: Sequence[float], level: float) -> int:
    total = 0.0
    for number, chance in enumerate(chances):
        total += chance
        if total >= level:
            return number
    return len(chances) - 1
