"""What quantities that stand side by side share: the month of 18–20 марта, the million of 5–7 million."""

import re
from collections.abc import Sequence
from dataclasses import replace

from termaccord.text.quantities.quantity import Day, Kind, Quantity
from termaccord.text.quantities.scan import Row

_RANGE = re.compile(r" ?[-‐‑–—/] ?|,? (?:to|and|or|до|по|и|или|bis|und|oder|à|et|a|y|і|та|до) ")
_DAYS = 31


def joined(line: Row, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Ranges and lists share what stands once: 5–7 million, 18–20 марта, 2025/26."""
    parts = list(found)
    for i in range(len(parts) - 1, 0, -1):
        parts[i - 1], parts[i] = _share(line, parts[i - 1], parts[i])
    for i in range(1, len(parts)):
        parts[i - 1], parts[i] = _share_back(line, parts[i - 1], parts[i])
    return tuple(parts)


def _between(line: Row, left: Quantity, right: Quantity) -> str:
    """How two quantities are joined: range, list or not at all."""
    gap = line.text[left.span.end : right.span.start]
    return "range" if _RANGE.fullmatch(gap) else "list" if gap in {", ", ","} else ""


def _share(line: Row, left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """What stands behind the second belongs to the first as well."""
    how = _between(line, left, right)
    if how and right.kind is Kind.DATE and _is_day(left) and any(d.day for d in right.days):
        days = tuple(Day(int(left.value), d.month, d.year) for d in right.days)
        return replace(left, kind=Kind.DATE, values=(), days=days), right
    if how == "range" and left.kind is Kind.NUMBER and right.kind in {Kind.NUMBER, Kind.PERCENT}:
        values = left.values
        if right.scale > 1 and left.scale == 1:
            values += tuple(v * right.scale for v in left.values)
        kind = right.kind if right.kind is Kind.PERCENT else left.kind
        return replace(left, values=values, unit=left.unit or right.unit, kind=kind), right
    return left, right


def _share_back(line: Row, left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """What stands before the first belongs to the second as well: March 18–20, 2025–26."""
    how = _between(line, left, right)
    if how == "list" and left.kind is Kind.DATE and _plain_year(right):
        days = tuple(replace(d, year=d.year or int(right.value)) for d in left.days)
        return replace(left, days=days), replace(right, kind=Kind.YEAR)
    if how and left.kind is Kind.DATE and _is_day(right) and any(d.day for d in left.days):
        days = tuple(Day(int(right.value), d.month, d.year) for d in left.days)
        return left, replace(right, kind=Kind.DATE, values=(), days=days)
    if how != "range" or len(left.span) != 4 or not _plain_year(left):
        return left, right
    if _plain_year(right):
        return replace(left, kind=Kind.YEAR), replace(right, kind=Kind.YEAR)
    if len(right.span) == 2 and right.kind is Kind.NUMBER:
        century = left.value - left.value % 100
        return replace(left, kind=Kind.YEAR), replace(right, values=(*right.values, century + right.value))
    return left, right


def _is_day(quantity: Quantity) -> bool:
    return (
        quantity.kind in {Kind.NUMBER, Kind.ORDINAL}
        and not quantity.spelled
        and quantity.unit is None
        and quantity.scale == 1
        and 1 <= quantity.value <= _DAYS
        and quantity.value == int(quantity.value)
    )


def _plain_year(quantity: Quantity) -> bool:
    return (
        quantity.kind in {Kind.NUMBER, Kind.YEAR}
        and quantity.unit is None
        and 1000 <= quantity.value < 2200
        and quantity.value == int(quantity.value)
        and len(quantity.span) == 4
    )
