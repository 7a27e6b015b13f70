"""Reads one amount: digits in any grouping, numerals in words, scales, halves, fractions."""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from math import inf

from termaccord.text.quantities.scan import Item, Row

_MIXED_SCALES = 100
"""Scales up to this stand inside of a larger one: two hundred thousand."""
_GLUED_SCALE = re.compile(r"(k|K|m|M|bn|tn)(?![^\W_])")
_GLUED = {"k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that has been read."""

    values: tuple[Fraction, ...]
    stop: int
    """Index of the item behind it."""
    end: int
    """Position behind it."""
    scale: int = 1
    ordinal: bool = False
    spelled: bool = False
    bare: bool = False
    """A scale without a number: a thousand, millions."""
    fraction: bool = False


def amount(row: Row, index: int) -> Amount | None:
    """The amount that begins at an item; None where none does."""
    item = row.items[index]
    if item.kind == "part":
        return Amount((_part(item),), index + 1, item.end, fraction=True)
    if item.key in row.customs.words.half_before:
        return _half(row, index)
    found = _Sum(row, index).read()
    return found and _fraction(row, index, found)


def _part(item: Item) -> Fraction:
    return Fraction(unicodedata.numeric(item.text)).limit_denominator(8)


def _half(row: Row, index: int) -> Amount | None:
    """Half a million."""
    words = row.customs.words
    at = index + 1 + (row.key(index + 1) in words.articles)
    scale = words.scales.get(row.key(at))
    if scale is None or not all(row.near(i) for i in range(index + 1, at + 1)):
        return None
    return Amount((Fraction(scale, 2),), at + 1, row.items[at].end, spelled=True)


def _fraction(row: Row, index: int, found: Amount) -> Amount:
    """Two thirds; what is behind a denominator is no number of its own."""
    parts = row.customs.words.denominators
    key = row.key(found.stop)
    small = found.spelled and found.stop == index + 1 and not found.ordinal and found.values[0] < 20
    if small and key in parts and row.near(found.stop):
        values = tuple(v / parts[key] for v in found.values)
        return Amount(values, found.stop + 1, row.items[found.stop].end, spelled=True, fraction=True)
    return found


class _Sum:
    """Adds up numerals, digits and scales from left to right for as long as they fall."""

    def __init__(self, row: Row, index: int) -> None:
        self.row, self.words = row, row.customs.words
        self.first = self.at = index
        self.end = row.items[index].start
        self.total: tuple[Fraction, ...] = (Fraction(0),)
        self.group: tuple[Fraction, ...] = ()
        self.last: float = inf
        """The last addend of the group."""
        self.scale = 1
        self.smallest: float = inf
        self.ordinal = self.bare = self.figures = False

    def read(self) -> Amount | None:
        while self.at < len(self.row.items) and not self.ordinal and self._step():
            pass
        if self.at == self.first:
            return None
        values = _plus(self.total, self.group) if self.group else self.total
        return Amount(values, self.at, self.end, self.scale, self.ordinal, not self.figures, self.bare)

    def _step(self) -> bool:
        item = self.row.items[self.at]
        if self.at > self.first and not self.row.near(self.at):
            return False
        if item.figure:
            return self._figure(item)
        if item.key in self.words.scales:
            return self._scale(item, self.words.scales[item.key])
        if item.key in self.words.cardinals or item.key in self.words.mixed:
            return self._numeral(item)
        if item.key in self.words.ordinals:
            self.ordinal = self._add(item, Fraction(self.words.ordinals[item.key]))
            return self.ordinal
        return self._join(item)

    def _figure(self, item: Item) -> bool:
        """Digits begin a number, or go on behind a scale: 2 тысячи 300."""
        values = digits(item, self.row.customs.decimal)
        if self.group or (self.at > self.first and (self.scale == 1 or max(values) >= self.smallest)):
            return False
        self.figures, self.group, self.last = True, values, 0
        self._take(item)
        self._letters(item)
        self._half()
        return True

    def _letters(self, item: Item) -> None:
        """5k, £3m: letters that are a scale because they touch the digits; an m without money is a metre."""
        match = _GLUED_SCALE.match(self.row.text, item.end)
        money = self.row.text[max(0, item.start - 1) : item.start] in {*"$€£¥₽"}
        if match and self.words.articles and (money or match[0] not in {"m", "M"}):
            by = _GLUED[match[0].lower()]
            self.scale, self.smallest = by, by
            self.total, self.group = _times(self.group, by), ()
            self.end, self.at = match.end(), self.row.after(match.end(), self.at)

    def _numeral(self, item: Item) -> bool:
        if item.key in self.words.mixed:
            return self._add(item, self.words.mixed[item.key])
        added = self._add(item, Fraction(self.words.cardinals[item.key]))
        if added:
            self._half()
        return added

    def _add(self, item: Item, value: Fraction) -> bool:
        if self.group and not _falls(self.last, value):
            return False
        if not self.group and value >= self.smallest:
            return False
        self.group = _plus(self.group or (Fraction(0),), (value,))
        self.last, self.bare = float(value), False
        self._take(item)
        return True

    def _scale(self, item: Item, by: int) -> bool:
        if not self.group:
            if self.at > self.first:
                return False
            self.bare, self.group = True, (Fraction(1),)
        if by <= _MIXED_SCALES:
            if self.last == by:
                return False
            self.group, self.last = _times(self.group, by), by
            self.scale = max(self.scale, by)
        elif by >= self.smallest:
            return False
        else:
            self.total = _plus(self.total, _times(self.group, by))
            self.group, self.last = (), inf
            self.scale, self.smallest = max(self.scale, by), by
        self._take(item)
        return True

    def _join(self, item: Item) -> bool:
        """And stands between a scale and what is less: two hundred and five."""
        following = self.row.key(self.at + 1)
        known = following in self.words.cardinals or following in self.words.ordinals
        value = self.words.cardinals.get(following, self.words.ordinals.get(following, 0))
        inside = self.scale >= 100 and not self.figures and self.at > self.first
        if item.key in self.words.joiners and inside and known and value < 100 and self.row.near(self.at + 1):
            self.at += 1
            return True
        return False

    def _half(self) -> None:
        match = self.words.and_half.match(self.row.text, self.end)
        if match:
            self.group = _plus(self.group or (Fraction(0),), (Fraction(1, 2),))
            self.end = match.end()
            self.at = self.row.after(self.end, self.at)

    def _take(self, item: Item) -> None:
        self.end = item.end
        self.at += 1


def digits(item: Item, decimal: str) -> tuple[Fraction, ...]:
    """
    Every number that digits with marks may be, the language's own reading first.

    A single mark before three digits is either kind: 1,200 is 1200 in English and 1.2 in Russian.
    """
    text = item.text
    marks = re.findall(r"\D", text)
    if not marks:
        return (Fraction(int(text)),)
    whole = Fraction(int(re.sub(r"\D", "", text)))
    if item.kind == "plain":
        return (Fraction(text.replace(",", ".")),)
    if len(set(marks)) > 1:
        head, tail = text[: text.rindex(marks[-1])], text[text.rindex(marks[-1]) + 1 :]
        return (Fraction(re.sub(r"\D", "", head) + "." + tail),)
    if len(marks) > 1 or marks[0] not in ".,":
        return (whole,)
    part = Fraction(text.replace(",", "."))
    return (part, whole) if marks[0] == decimal else (whole, part)


def _falls(last: float, value: Fraction) -> bool:
    """Whether a numeral may follow another in one number: hundreds, tens, units."""
    if last == 0 or value != int(value):
        return False
    if last >= 100:
        return value < 100
    return last >= 20 and last % 10 == 0 and 0 < value < 10


def _plus(left: tuple[Fraction, ...], right: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return tuple(dict.fromkeys(a + b for a in left for b in right))


def _times(values: tuple[Fraction, ...], by: int) -> tuple[Fraction, ...]:
    return tuple(v * by for v in values)
