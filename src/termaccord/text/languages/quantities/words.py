"""What a language must bring so that its amounts, dates and times can be read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

NOTHING = re.compile(r"(?!)")

Measure = tuple[str, Fraction]
"""A dimension and how many of its smallest unit; dimensions of old English measures end in “~”, for they are converted."""


def forms(table: Mapping[int, str]) -> dict[str, int]:
    """Every form of a table written value to forms, between spaces, with its value."""
    return {form: value for value, written in table.items() for form in written.split()}


def measures(table: Mapping[str, Iterable[tuple[str, str]]]) -> dict[str, Measure]:
    """Units written dimension to (factor, forms between spaces)."""
    return {
        form: (dimension, Fraction(factor))
        for dimension, rows in table.items()
        for factor, written in rows
        for form in written.split()
    }


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """
    Number words of a language and what stands around them; everything in lower case, without stress, ё as е.

    A language that leaves all this empty still has its digits, and the months that CLDR knows.
    """

    cardinals: Mapping[str, int] = field(default_factory=dict)
    """Below 1000; they add up from left to right as long as they fall."""
    scales: Mapping[str, int] = field(default_factory=dict)
    """Multiply what stands before them: hundred in English, thousand, million; abbreviations too."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    """They end a number."""
    denominators: Mapping[str, int] = field(default_factory=dict)
    """The second word of a fraction: thirds, quarter."""
    loose: Mapping[str, Fraction] = field(default_factory=dict)
    """Words that say an amount without being a numeral: both, twice, half, first."""
    mixed: Mapping[str, Fraction] = field(default_factory=dict)
    """Words that say a fraction and stand before a scale like a numeral: полтора."""
    and_half: re.Pattern[str] = NOTHING
    """Behind a number, half more: “and a half”."""
    half_before: frozenset[str] = frozenset()
    """Half of the scale that follows: “half a million”."""
    joiners: frozenset[str] = frozenset()
    """May stand inside a number: two hundred and five."""
    articles: frozenset[str] = frozenset()
    months: Mapping[str, int] = field(default_factory=dict)
    """Forms that CLDR does not list."""
    doubtful_months: frozenset[str] = frozenset()
    """Month names that are ordinary words as well; alone they need a word before or a year behind."""
    before_month: frozenset[str] = frozenset()
    """Words before a month that stands alone."""
    in_dates: frozenset[str] = frozenset()
    """Words between day, month and year: of, the."""
    year_before: frozenset[str] = frozenset()
    """Words before a year: in, since."""
    year_behind: frozenset[str] = frozenset()
    """Words behind a year: году, г."""
    decade: re.Pattern[str] = NOTHING
    """What follows the digits of a decade: s, -е."""
    decades: Mapping[str, int] = field(default_factory=dict)
    """Decades in words: nineties."""
    centuries: frozenset[str] = frozenset()
    ordinal: re.Pattern[str] = NOTHING
    """What follows the digits of an ordinal: th, -го."""
    percent: re.Pattern[str] = NOTHING
    """What follows a number of hundredths, beside the sign."""
    noon: Mapping[str, int] = field(default_factory=dict)
    """What follows an hour and tells its half of the day: 0 before noon, 12 after."""
    hours: frozenset[str] = frozenset()
    """Words for the clock's hours behind a number: o'clock, часов, Uhr."""
    units: Mapping[str, Measure] = field(default_factory=dict)
    compound: re.Pattern[str] = NOTHING
    """A word that begins with a numeral: the group `number` holds it, `unit` the stem of what it counts."""
    unit_ending: str = ""
    """What makes such a stem a word of `units`."""
    prefixes: Mapping[str, int] = field(default_factory=dict)
    """What the group `number` of `compound` may hold."""
