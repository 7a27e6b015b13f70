"""When two quantities say the same: spelled out, converted, rounded, or one told more exactly than the other."""

from fractions import Fraction

from termaccord.text.quantities.likeness import COUNTED
from termaccord.text.quantities.quantity import Day, Kind, Quantity

_EXACT = 3
"""Figures that a number has at least where it is rounded."""
_CONVERTED = Fraction(4, 100)
"""How far a converted measure may be off: 5 miles are 8 km."""
_SCALED = Fraction(2, 100)
"""The same where only the unit's prefix changes: 30 cm for 305 mm."""
_MEASURED = frozenset({"metre", "gram", "litre", "hectare"})
_DEGREE = "degree"


def exact(left: Quantity, right: Quantity) -> bool:
    """The same kind and the same likeliest value."""
    if left.kind is not right.kind:
        return False
    if left.kind is Kind.DATE:
        return left.days[0] == right.days[0]
    return left.value == right.value


def equal(left: Quantity, right: Quantity) -> bool:
    """The same value under some reading of both, and kinds that stand for each other."""
    if Kind.DATE in {left.kind, right.kind}:
        return _same_date(left, right)
    if Kind.CLOCK in {left.kind, right.kind}:
        return left.kind is right.kind and _same_time(left, right)
    if Kind.DECADE in {left.kind, right.kind} and left.kind is right.kind:
        return _same_decade(left, right)
    return not set(left.values).isdisjoint(right.values) or _same_measure(left, right)


def akin(left: Quantity, right: Quantity) -> bool:
    """Equal, or one told more exactly than the other; a number may be rounded on its way from left to right."""
    if equal(left, right):
        return True
    if Kind.DATE in {left.kind, right.kind}:
        return _part_of_date(left, right) or _part_of_date(right, left)
    if Kind.CLOCK in {left.kind, right.kind}:
        return _part_of_time(left, right) or _part_of_time(right, left)
    return _share_of(left, right) or _share_of(right, left) or _round(left, right)


def _same_date(left: Quantity, right: Quantity) -> bool:
    """Dates agree where no part that both tell differs."""
    return any(_agree(a, b) for a in left.days for b in right.days)


def _agree(left: Day, right: Day) -> bool:
    pairs = ((left.day, right.day), (left.month, right.month), (left.year, right.year))
    told = [a == b for a, b in pairs if a is not None and b is not None]
    return bool(told) and all(told)


def _part_of_date(number: Quantity, date: Quantity) -> bool:
    """The 18th, or 2025, where the other text has a whole date."""
    if number.kind not in COUNTED or number.scale > 1 or not number.firm:
        return False
    parts = {part for day in date.days for part in (day.day, day.year) if part is not None}
    return any(v in parts for v in number.values)


def _same_time(left: Quantity, right: Quantity) -> bool:
    return not set(left.values).isdisjoint(right.values)


def _part_of_time(number: Quantity, time: Quantity) -> bool:
    """7.40 or 7 часов 40 минут for 7:40."""
    if number.kind is not Kind.NUMBER:
        return False
    for minutes in time.values:
        hour, minute = divmod(int(minutes), 60)
        told = {Fraction(h) + Fraction(minute, 100) for h in {hour, hour % 12}} | {Fraction(minute)}
        told |= {Fraction(h) for h in (hour, hour % 12 or 12)}
        if not told.isdisjoint(number.values):
            return True
    return False


def _dozens(left: Quantity, right: Quantity) -> bool:
    """Two dozen are два десятка: neither is meant exactly."""
    return {left.scale, right.scale} == {10, 12} and left.value / left.scale == right.value / right.scale


def _same_decade(left: Quantity, right: Quantity) -> bool:
    """The nineties are the 1990s."""
    short = min(left.value, right.value) < 100
    return left.value % 100 == right.value % 100 if short else left.value == right.value


def _same_measure(left: Quantity, right: Quantity) -> bool:
    """72 hours are three days, 5 miles are 8 km, 80 °F are 27 °C."""
    if left.unit is None or right.unit is None:
        return False
    dimension, other = left.unit[0], right.unit[0]
    if dimension == other == _DEGREE:
        return _degrees(left, right) or _degrees(right, left)
    if left.unit == right.unit or dimension.rstrip("~") != other.rstrip("~"):
        return False
    off = _CONVERTED if dimension != other else _SCALED if dimension in _MEASURED else Fraction(0)
    one, two = left.unit[1], right.unit[1]
    return any(abs(a * one - b * two) <= off * a * one for a in left.values for b in right.values)


def _degrees(fahrenheit: Quantity, celsius: Quantity) -> bool:
    return any(
        abs((f - 32) * Fraction(5, 9) - c) <= 1 for f in fahrenheit.values for c in celsius.values if f >= 32
    )


def _share_of(whole: Quantity, part: Quantity) -> bool:
    """50 % is a half, and a fifth is one in five."""
    if whole.kind is Kind.PERCENT:
        return any(v / 100 in part.values for v in whole.values)
    return whole.kind is Kind.ORDINAL and any(v * w == 1 for v in whole.values for w in part.values)


def _round(left: Quantity, right: Quantity) -> bool:
    return _dozens(left, right) or rounded(left, right)


def rounded(exact: Quantity, about: Quantity) -> bool:
    """Whether a number is the other with fewer figures: 1.5 million for 1,483,000."""
    if exact.kind is not about.kind or exact.kind not in {Kind.NUMBER, Kind.PERCENT}:
        return False
    return any(_rounds(e, a) for e in exact.values for a in about.values)


def _rounds(exact: Fraction, about: Fraction) -> bool:
    few, many = significant(about), significant(exact)
    if few >= many or many < _EXACT or not about:
        return False
    return abs(exact - about) * 20 <= exact


def significant(value: Fraction) -> int:
    """How many figures a number shows before its noughts."""
    written = f"{float(value):.6f}".rstrip("0").rstrip(".").replace(".", "").lstrip("0")
    return len(written.rstrip("0") if value == int(value) else written) or 1
