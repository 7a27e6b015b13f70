"""Which amounts, dates and times of a text its translation does not have, and what stands there instead."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from termaccord.model import Span
from termaccord.text.quantities.likeness import COUNTED, alike, comparable, family
from termaccord.text.quantities.quantity import Day, Kind, Quantity
from termaccord.text.quantities.read import quantities

_EXACT = 3
"""Figures that a number has at least where it is rounded."""
_CONVERTED = Fraction(4, 100)
"""How far a converted measure may be off: 5 miles are 8 km."""
_SCALED = Fraction(2, 100)
"""The same where only the unit's prefix changes: 30 cm for 305 mm."""
_MEASURED = frozenset({"metre", "gram", "litre", "hectare"})
_DEGREE = "degree"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair of texts, with what stands before and behind it in its document."""

    text: str
    language: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A quantity that its translation has not got."""

    source: Quantity
    target: Quantity | None
    """What stands in its place; None where nothing does."""
    near: bool = False
    """Whether the two look like one another, as a slip of the pen does: 386 and 368."""

    @property
    def wrong(self) -> Span:
        """The words of the target that differ: of a date the year alone, or day and month without the year."""
        target = self.target or self.source
        if target.year is None or not self.source.days:
            return target.span
        one, other = self.source.days[0], target.days[0]
        if (one.day, one.month) == (other.day, other.month):
            return target.year
        if one.year in {None, other.year}:
            return Span(target.span.start, target.day_end)
        return target.span


def compare(source: Side, target: Side) -> tuple[Mismatch, ...]:
    """
    Quantities of the source without a counterpart, in reading order.

    A figure may be spelled out, rounded, converted, drawn into a neighbouring sentence or said twice;
    a mismatch is what no such reading explains.
    Where exactly such a leftover of the same kind stands in the target, it is the likely counterpart.

    >>> found = compare(Side("В учении участвовали 386 человек.", "ru"), Side("The drill brought 368 people.", "en"))
    >>> [(int(m.source.value), int(m.target.value), m.near) for m in found if m.target]
    [(386, 368, True)]
    """
    here, there = quantities(source.text, source.language), quantities(target.text, target.language)
    if not any(q.firm for q in here):
        return ()
    left, right = _unmatched(here, there)
    spare_here, spare_there = _unmatched(_around(source), _around(target)) if left or right else ([], [])
    missing = [q for q in left if q.firm and not _said(q, there, spare_there)]
    added = [q for q in right if q.firm and not _given(q, here, spare_here)]
    found = _paired(missing, added)
    unpaired = [q for q in added if all(m.target is not q for m in found)]
    twice = [q for q in left if q.firm and q not in missing]
    return tuple(sorted((*found, *_slips(twice, unpaired)), key=lambda m: m.source.span))


def _around(side: Side) -> tuple[Quantity, ...]:
    """What stands beside a passage; where its own counterpart stands beside the other one, it explains nothing."""
    return quantities(side.before, side.language) + quantities(side.after, side.language)


def _unmatched(here: Sequence[Quantity], there: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """What is left when each quantity has found one partner; close partners are given away first."""
    left, right = list(here), list(there)
    for same in (_exact, _equal, _akin):
        left, right = _give(left, right, same)
    return left, right


def _give(
    left: list[Quantity], right: list[Quantity], same: Callable[[Quantity, Quantity], bool]
) -> tuple[list[Quantity], list[Quantity]]:
    rest: list[Quantity] = []
    for quantity in left:
        partner = next((i for i, other in enumerate(right) if same(quantity, other)), None)
        if partner is None:
            rest.append(quantity)
        else:
            del right[partner]
    return rest, right


def _said(source: Quantity, there: Iterable[Quantity], around: Iterable[Quantity]) -> bool:
    """Whether the target says it once for all, or beside the passage."""
    return any(_equal(source, q) for q in there) or any(_akin(source, q) for q in around)


def _given(target: Quantity, here: Iterable[Quantity], around: Iterable[Quantity]) -> bool:
    """Whether the source gives it once for all, or beside the passage."""
    return any(_equal(q, target) for q in here) or any(_akin(q, target) for q in around)


def _exact(left: Quantity, right: Quantity) -> bool:
    """The same kind and the same likeliest value."""
    if left.kind is not right.kind:
        return False
    if left.kind is Kind.DATE:
        return left.days[0] == right.days[0]
    return left.value == right.value


def _equal(left: Quantity, right: Quantity) -> bool:
    """The same value under some reading of both, and kinds that stand for each other."""
    if Kind.DATE in {left.kind, right.kind}:
        return _same_date(left, right)
    if Kind.CLOCK in {left.kind, right.kind}:
        return left.kind is right.kind and _same_time(left, right)
    if Kind.DECADE in {left.kind, right.kind} and left.kind is right.kind:
        return _same_decade(left, right)
    return not set(left.values).isdisjoint(right.values) or _same_measure(left, right)


def _akin(left: Quantity, right: Quantity) -> bool:
    """Equal, or one told more exactly than the other; a number may be rounded on its way from left to right."""
    if _equal(left, right):
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


def _paired(missing: Sequence[Quantity], added: Sequence[Quantity]) -> list[Mismatch]:
    """Each missing quantity with the likeliest of those that were added, the most alike first."""
    ranked = sorted(
        (
            (alike(s, t), -abs(i - j), i, j)
            for i, s in enumerate(missing)
            for j, t in enumerate(added)
            if family(s, t) and alike(s, t) > 0
        ),
        key=lambda r: (-r[0], -r[1], r[2], r[3]),
    )
    partner: dict[int, int] = {}
    for _, _, i, j in ranked:
        if i not in partner and j not in partner.values():
            partner[i] = j
    alone = len(missing) == 1 == len(added)
    return [_mismatch(s, added[partner[i]] if i in partner else None, alone) for i, s in enumerate(missing)]


def _mismatch(source: Quantity, target: Quantity | None, alone: bool) -> Mismatch:
    slip = target is not None and (alike(source, target) >= 1 or (alone and comparable(source, target)))
    return Mismatch(source, target, slip)


def _slips(twice: Sequence[Quantity], added: Sequence[Quantity]) -> Iterator[Mismatch]:
    """What the source says twice and the target says once right and once wrong."""
    for target in added:
        source = next((q for q in twice if q.kind is target.kind and alike(q, target) >= 2), None)
        if source:
            yield Mismatch(source, target, True)
