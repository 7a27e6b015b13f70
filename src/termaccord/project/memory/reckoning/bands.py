"""Bands of matches, as translators are paid by: in the same context, repeated, exact, more or less alike, new."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from termaccord.model import UsageError, say

USUAL = (95, 85, 75, 50)
"""Where the bands of fuzzy matches begin in most analyses of CAT tools."""
_EXACT = 100


@dataclass(frozen=True, slots=True)
class Band:
    """A class of segments that cost a translator the same."""

    name: str
    """What scripts call it."""
    least: int = 0
    """The lowest score in it; 0 where the score does not decide."""


LOCKED = Band("locked")
TRANSLATED = Band("translated")
CONTEXT = Band("context", 101)
REPEATED = Band("repetition")
REPEATED_ACROSS = Band("cross-file-repetition")
EXACT = Band("100", _EXACT)
NEW = Band("new")


@dataclass(frozen=True, slots=True)
class Bands:
    """All bands, the cheapest first."""

    fuzzy: tuple[Band, ...]

    @property
    def all(self) -> tuple[Band, ...]:
        """In the order of a report."""
        return (LOCKED, TRANSLATED, CONTEXT, REPEATED, REPEATED_ACROSS, EXACT, *self.fuzzy, NEW)

    @property
    def least(self) -> int:
        """The lowest score that is worth looking for."""
        return min((band.least for band in self.fuzzy), default=_EXACT)

    def of(self, score: int) -> Band:
        """The band of a match that is no repetition."""
        return next((band for band in (CONTEXT, EXACT, *self.fuzzy) if score >= band.least), NEW)


def bands(beginnings: Sequence[int] = USUAL) -> Bands:
    """
    The bands that begin at these scores.

    >>> [band.name for band in bands((90, 70)).fuzzy]
    ['90-99', '70-89']

    Raises
    ------
    UsageError
        When one of them is no score of a fuzzy match.

    """
    wrong = next((one for one in beginnings if not 0 < one < _EXACT), None)
    if wrong is not None:
        raise UsageError(say("a band of fuzzy matches begins between 1 and 99, not at {score}", score=wrong))
    falling = sorted(set(beginnings), reverse=True)
    return Bands(tuple(Band(f"{least}-{above - 1}", least) for above, least in pairwise([_EXACT, *falling])))
