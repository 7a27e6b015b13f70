"""Reads dates and times of day: 27 ноября 2025 года, November 27, 2025, 27/11/2025, 3.30 p.m."""

import re
from dataclasses import dataclass
from fractions import Fraction

from termaccord.model import Span
from termaccord.text.quantities.amounts import amount
from termaccord.text.quantities.quantity import Day
from termaccord.text.quantities.scan import Item, Row

_DAYS = 31
_WRITTEN = 99
"""The figures of a day may be wrong: 81 марта."""
_MONTHS = 12
_YEARS = range(1000, 2200)
_TO_YEAR = re.compile(r"(?:,? |, of |\u00a0|\.? )$")
_TO_DAY = re.compile(r"\.?[ \u00a0\u202f]$|^$")
_NOON = re.compile(r"[ \u00a0]?(?:(?P<am>a\.? ?m\b\.?)|(?P<pm>p\.? ?m\b\.?))", re.IGNORECASE)
_FOUR = re.compile(r"\d{4}")
_HOUR = re.compile(r"\d{1,2}(?:\.\d{2})?")
_HALF_DAY = 720


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or a time that has been read."""

    stop: int
    end: int
    days: tuple[Day, ...] = ()
    minutes: tuple[Fraction, ...] = ()
    year: Span | None = None
    day_end: int = 0


def date(row: Row, index: int) -> Dated | None:
    """The date that begins at an item; None where none does."""
    item = row.items[index]
    if item.kind == "date":
        return _figures(row, index)
    return _day_month(row, index) or _month_first(row, index)


def _figures(row: Row, index: int) -> Dated | None:
    """27.11.2025, 11/27/2025, 2025-11-27."""
    item = row.items[index]
    parts = [int(p) for p in re.split(r"\D", item.text)]
    if len(item.text.split("-")) == 3:
        orders = [(parts[2], parts[1], parts[0])]
    else:
        year = parts[2] + (0 if parts[2] > 99 else 2000 if parts[2] < 70 else 1900)
        first_day, first_month = (parts[0], parts[1], year), (parts[1], parts[0], year)
        first = row.customs.day_first
        dotted = "." in item.text
        orders = (
            [first_day] if first or dotted else [first_month] if first is False else [first_day, first_month]
        )
        orders += [o for o in (first_day, first_month) if not dotted and o not in orders]
    days = tuple(Day(*o) for o in orders if 1 <= o[0] <= _DAYS and 1 <= o[1] <= _MONTHS)
    return Dated(index + 1, item.end, days) if days else None


def month_at(row: Row, index: int) -> int | None:
    """The month that an item names."""
    if not 0 <= index < len(row.items):
        return None
    item = row.items[index]
    if item.kind != "word":
        return None
    months = row.customs.months
    return months.get(item.text if row.customs.capital else item.key)


def _day_month(row: Row, index: int) -> Dated | None:
    """27 ноября 2025, the 27th of November, первого мая."""
    found = _day(row, index)
    if found is None:
        return None
    day, at, end = found
    while row.key(at) in row.customs.words.in_dates and row.gap(at).isspace():
        at, end = at + 1, row.items[at].end
    month = month_at(row, at)
    if month is None or not _TO_DAY.match(row.text[end : row.items[at].start]):
        return None
    return _with_year(row, at + 1, row.items[at].end, day, month)


def _day(row: Row, index: int) -> tuple[int, int, int] | None:
    """A day of the month with the index and the position behind it."""
    item = row.items[index]
    words = row.customs.words
    if item.kind == "plain" and item.text.isdigit() and 1 <= int(item.text) <= _WRITTEN:
        match = words.ordinal.match(row.text, item.end)
        end = match.end() if match else item.end
        return int(item.text), row.after(end, index), end
    found = amount(row, index) if item.key in words.ordinals or item.key in words.cardinals else None
    if found is None or not found.ordinal or found.values[0] not in range(1, _DAYS + 1):
        return None
    return int(found.values[0]), found.stop, found.end


def _month_first(row: Row, index: int) -> Dated | None:
    """November 27, 2025; November 2025; November."""
    month = month_at(row, index)
    if month is None or (index and not row.gap(index) and row.items[index - 1].kind != "word"):
        return None
    item = row.items[index]
    at = index + 1
    if row.key(at) == "the" and row.gap(at).isspace():
        at += 1
    day = _day(row, at) if at < len(row.items) and row.gap(at) in {" ", "\u00a0", ". "} else None
    if day and day[0] <= _DAYS and not _amount_behind(row, day[1]) and row.customs.words.in_dates:
        return _with_year(row, day[1], day[2], day[0], month)
    found = _with_year(row, index + 1, item.end, None, month)
    if item.text in row.customs.words.doubtful_months and not found.days[0].year:
        sure = row.key(index - 1) in row.customs.words.before_month and row.gap(index).isspace()
        return found if sure else None
    return found


def _amount_behind(row: Row, index: int) -> bool:
    """Whether a number is no day but counts something: in May 20 million."""
    return row.key(index) in row.customs.words.scales and row.near(index)


def _with_year(row: Row, at: int, end: int, day: int | None, month: int) -> Dated:
    there = at
    while row.key(there) in row.customs.words.in_dates and row.gap(there).isspace():
        there += 1
    if there < len(row.items):
        item = row.items[there]
        gap = row.gap(there)
        if _FOUR.fullmatch(item.text) and _TO_YEAR.match(gap):
            year = Span(item.start, item.end)
            return Dated(there + 1, item.end, (Day(day, month, int(item.text)),), year=year, day_end=end)
    return Dated(at, end, (Day(day, month),))


def is_year(item: Item) -> bool:
    """Whether digits look like a year."""
    return item.kind == "plain" and len(item.text) == 4 and item.text.isdigit() and int(item.text) in _YEARS


def clock(row: Row, index: int) -> Dated | None:
    """The time of day that begins at an item: 15:30, 3.30 p.m., 3 часа дня."""
    item = row.items[index]
    if item.kind not in {"clock", "plain"}:
        return None
    if item.kind == "plain" and not _HOUR.fullmatch(item.text):
        return None
    parts = [int(p) for p in re.split(r"[:.]", item.text)[:2]]
    hour, minute = parts[0], parts[1] if len(parts) > 1 else 0
    if hour > 24 or minute > 59:
        return None
    end, half = _noon(row, index)
    if item.kind == "plain" and half is None and not _on_the_clock(row, index):
        return None
    first = hour * 60 + minute
    if half is not None:
        first = (hour % 12) * 60 + minute + half * 60
    open_half = half is None and hour <= 12
    minutes = (first, (first + _HALF_DAY) % (2 * _HALF_DAY)) if open_half else (first,)
    return Dated(row.after(end, index), end, minutes=tuple(Fraction(m) for m in minutes))


def _on_the_clock(row: Row, index: int) -> bool:
    """Whether the word behind an hour is the clock's alone: Uhr, o'clock."""
    words, key = row.customs.words, row.key(index + 1)
    return key in words.hours and key not in words.units and row.near(index + 1)


def _noon(row: Row, index: int) -> tuple[int, int | None]:
    """Position behind the time and 0 or 12 for the half of the day; None where it is not told."""
    item = row.items[index]
    match = _NOON.match(row.text, item.end)
    if match:
        return match.end(), 12 if match["pm"] else 0
    words = row.customs.words
    at = index + 1
    told = row.key(at) in words.hours and row.near(at)
    at += told
    sure = told or row.key(at) not in words.units
    if row.key(at) in words.noon and row.near(at) and sure:
        return row.items[at].end, words.noon[row.key(at)]
    return item.end, None
