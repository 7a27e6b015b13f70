"""What is read: amounts, dates and times, each with every value it may have."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from termaccord.model import Span
from termaccord.text.languages.quantities.words import Measure


class Kind(StrEnum):
    NUMBER = "number"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    DATE = "date"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is told."""

    day: int | None = None
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount, a date or a time where it stands."""

    span: Span
    kind: Kind
    values: tuple[Fraction, ...] = ()
    """Every number it may be, the likeliest first: 1,200 is 1200, in some hands 1.2.
    A time of day counts minutes; a date has none."""
    days: tuple[Day, ...] = ()
    """Every date it may be: 3/4/2025 is in March or in April."""
    unit: Measure | None = None
    scale: int = 1
    """What its scale word multiplies: 1,000,000 in “5 million”."""
    firm: bool = True
    """Whether a translation must say it: “24” must be said, “both” and “a half” need not be."""
    spelled: bool = False
    """Whether it is written in words."""
    year: Span | None = None
    """Of a date that ends in a year: where that stands."""
    day_end: int = 0
    """Of such a date: where day and month end."""

    @property
    def value(self) -> Fraction:
        return self.values[0]
