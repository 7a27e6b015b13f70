"""How many of the next proposals are expected to be wrong, from what was decided so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma, log

MEAN = (0.0, 1.0)
"""Before anything is decided, a proposal is wrong with the probability 1 - score."""
PRECISION = (1.0, 1.0)
"""How sure that is: the inverse variances of shift and slope."""
NEAR = 0.1
"""A decision about a proposal whose score is so far from those to come counts half."""
ROUNDS = 25

_Line = tuple[float, float]
"""Shift and slope."""
_Spread = tuple[tuple[float, float], tuple[float, float]]
"""Their variances and covariance."""

LEVEL = 0.9
CLEAR = 0.02
"""No score is taken for nearer to 0 or 1."""


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

    The log odds of a proposal's being wrong are a straight line over those that its score gives (Platt 1999, with a
    Gaussian prior that believes the scores; mode and curvature as in Bishop 2006, section 4.5.1): proposals come
    best first, so what is to come is guessed from a trend, to which near decisions count more than far ones.
    The number is beta-binomial (Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.4), its beta having
    the mean and the variance that the line gives for the share.
    """
    if not coming:
        return Expected(0, 0, 0, 0)
    middle = sum(coming) / len(coming)
    told = [(_odds(one.score), one.wrong, 0.5 ** (abs(one.score - middle) / NEAR)) for one in decided]
    line, spread = _fitted(told)
    chances = [_chance(line, _odds(score)) for score in coming]
    count, share = len(coming), sum(chances) / len(coming)
    slopes = [
        sum(p * (1 - p) * x for p, x in zip(chances, xs, strict=True)) / count for xs in _columns(coming)
    ]
    variance = sum(slopes[i] * spread[i][j] * slopes[j] for i in (0, 1) for j in (0, 1))
    weight = max(share * (1 - share) / max(variance, 1e-9) - 1, 1.0)
    found = [beta_binomial(k, count, share * weight, (1 - share) * weight) for k in range(count + 1)]
    low, high = _quantile(found, (1 - LEVEL) / 2), _quantile(found, (1 + LEVEL) / 2)
    return Expected(count, round(count * share), low, high)


def _odds(score: float) -> float:
    """The log odds of being wrong that a score gives."""
    wrong = min(max(1 - score, CLEAR), 1 - CLEAR)
    return log(wrong / (1 - wrong))


def _columns(coming: Sequence[float]) -> tuple[list[float], list[float]]:
    return [1.0] * len(coming), [_odds(score) for score in coming]


def _chance(line: _Line, odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, line[0] + line[1] * odds))))


def _fitted(decided: Sequence[tuple[float, bool, float]]) -> tuple[_Line, _Spread]:
    """The likeliest shift and slope, and how they are spread about it, by Newton's method."""
    line = MEAN
    spread = _inverse(PRECISION[0], 0.0, PRECISION[1])
    for _ in range(ROUNDS):
        first, second = (PRECISION[i] * (line[i] - MEAN[i]) for i in (0, 1))
        a, b, c = PRECISION[0], 0.0, PRECISION[1]
        for odds, wrong, counts in decided:
            chance = _chance(line, odds)
            first += (chance - wrong) * counts
            second += (chance - wrong) * counts * odds
            weight = chance * (1 - chance) * counts
            a, b, c = a + weight, b + weight * odds, c + weight * odds * odds
        spread = _inverse(a, b, c)
        step = tuple(spread[i][0] * first + spread[i][1] * second for i in (0, 1))
        size = max(1.0, abs(step[0]), abs(step[1]))  # never farther than 1 at once
        line = (line[0] - step[0] / size, line[1] - step[1] / size)
    return line, spread


def _inverse(a: float, b: float, c: float) -> _Spread:
    """Of the symmetric matrix a b, b c."""
    determinant = a * c - b * b
    return (c / determinant, -b / determinant), (-b / determinant, a / determinant)


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
