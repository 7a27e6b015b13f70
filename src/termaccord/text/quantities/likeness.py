"""How much two quantities look like one another: a slip of the pen, a misheard number, or nothing at all."""

from fractions import Fraction

from termaccord.text.quantities.quantity import Day, Kind, Quantity

COUNTED = frozenset({Kind.NUMBER, Kind.ORDINAL, Kind.PERCENT, Kind.YEAR})
_SMALL = 20
"""Numerals up to this are mistaken for one another."""
_YEAR_FIGURES = 4
_RATIO = 3
"""How many times larger than the other a number of the same unit may be, to be it with a slip."""


def family(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities may stand for each other at all."""
    if left.kind is right.kind:
        return True
    kinds = {left.kind, right.kind}
    if kinds <= COUNTED:
        return Kind.YEAR not in kinds or all(len(figures(q.value)) == _YEAR_FIGURES for q in (left, right))
    return kinds == {Kind.CENTURY, Kind.ORDINAL}


def comparable(left: Quantity, right: Quantity) -> bool:
    """
    Whether two that stand alone may well be meant to be one: of a size, and counting the same as far as is told.

    4 % and 3 %, семь and 9, 5 million and 8 million, 350 and 470.
    """
    if left.kind is not right.kind or left.kind in {Kind.DATE, Kind.CLOCK}:
        return False
    small, large = sorted((left.value, right.value))
    of_a_size = large <= _RATIO * small and (large <= _SMALL or len(figures(small)) == len(figures(large)))
    return of_a_size and (left.unit, left.scale) == (right.unit, right.scale)


def alike(left: Quantity, right: Quantity) -> float:
    """
    From 0 to 2 how much two quantities of one family look like a slip.

    2: the same figures in another order or with the mark elsewhere; of a date, one part of several is wrong.
    1: one figure is wrong, lost or added; fifteen and fifty.
    0.5: as many figures, most of them others; two small numerals in words.
    """
    if left.kind is Kind.DATE:
        return max(_alike_days(a, b) for a in left.days for b in right.days)
    if left.kind is Kind.CLOCK:
        return _alike_times(left.value, right.value)
    if _teens(left.value, right.value) or _teens(right.value, left.value):
        return 1.0
    if left.unit and right.unit and left.unit != right.unit and left.unit[0] == right.unit[0]:
        return 0.5
    if left.spelled and right.spelled:
        return 0.5 if max(left.value, right.value) <= _SMALL and left.kind is right.kind else 0.0
    return _alike_figures(left, right)


def figures(value: Fraction) -> str:
    """The figures of a number, however large."""
    return f"{float(value):.6f}".rstrip("0").rstrip(".")


def _alike_figures(left: Quantity, right: Quantity) -> float:
    one, other = figures(left.value), figures(right.value)
    if len(one) == len(other) and sorted(one) == sorted(other):
        return 2.0
    if one.replace(".", "").strip("0") == other.replace(".", "").strip("0"):
        return 2.0 if left.scale == right.scale or min(left.scale, right.scale) > 1 else 0.5
    if len(one) == len(other):
        return _shared(one, other)
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return 1.0 if len(long) - len(short) == 1 and all(c in rest for c in short) else 0.0


def _shared(one: str, other: str) -> float:
    """Of numbers of one length, whether half of the figures before the common noughts are the same."""
    told = max(len(one.rstrip("0")), len(other.rstrip("0")))
    same = sum(a == b for a, b in zip(one[:told], other[:told], strict=True))
    return 1.0 if same * 2 >= told else 0.5


def _teens(teen: Fraction, ten: Fraction) -> bool:
    """Fifteen and fifty sound alike."""
    return 13 <= teen <= 19 and ten == (teen - 10) * 10


def _alike_days(left: Day, right: Day) -> float:
    pairs = ((left.day, right.day), (left.month, right.month), (left.year, right.year))
    told = [a == b for a, b in pairs if a is not None and b is not None]
    return 2.0 if len(told) > told.count(True) > 0 else 1.0 if len(told) == 1 else 0.5


def _alike_times(left: Fraction, right: Fraction) -> float:
    """Minutes of the day: where only the hour differs, it may be another zone’s."""
    return 1.0 if left // 60 % 12 == right // 60 % 12 else 0.5
