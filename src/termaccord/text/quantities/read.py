"""Reads every amount, date and time of a text."""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from termaccord.model import Span
from termaccord.text.languages.quantities.words import Measure
from termaccord.text.quantities.amounts import Amount, amount
from termaccord.text.quantities.dates import clock, date, is_year
from termaccord.text.quantities.joining import joined
from termaccord.text.quantities.quantity import Kind, Quantity
from termaccord.text.quantities.scan import Item, Row, row

Found = tuple[Quantity, int]
"""A quantity and the index of the item behind it."""

_ROMAN = re.compile(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SPACES = re.compile(r"[ \u00a0\u202f-]?")
_SIGN = re.compile(r"[ \u00a0\u202f]?[%‰]")
_LISTED = re.compile(r"[ \u00a0]?[.)](?:\s|$)")
_GENERATIONS = range(1900, 2101)


@lru_cache(maxsize=4096)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """
    The amounts, dates and times of a text in reading order.

    Figures that belong to a name or a code (COVID-19, A4, 5G, 2.0.1) are none.

    >>> [(str(q.kind), int(q.value)) for q in quantities("Около двух с половиной тысяч человек, 15 % из них", "ru")]
    [('number', 2500), ('percent', 15)]
    """
    line = row(text, language)
    found: list[Quantity] = []
    index = 0
    while index < len(line.items):
        quantity, index = _read(line, index)
        if quantity:
            found.append(quantity)
    return joined(line, found)


def _read(line: Row, index: int) -> tuple[Quantity | None, int]:
    item = line.items[index]
    if item.kind == "code" or (item.kind == "word" and not _promising(line, item)):
        return None, index + 1
    for reader in (_date, _clock, _decade, _century, _number, _loose):
        found = reader(line, index)
        if found:
            return found
    return None, index + 1


def _promising(line: Row, item: Item) -> bool:
    """Whether a quantity may begin with a word: a look-up that spares most words the readers."""
    known = line.customs.beginnings
    return (
        item.key in known
        or item.text in line.customs.months
        or _ROMAN.fullmatch(item.text) is not None
        or line.customs.words.compound.match(item.key) is not None
    )


def _date(line: Row, index: int) -> Found | None:
    found = date(line, index)
    if found is None:
        return None
    span = Span(line.items[index].start, found.end)
    return Quantity(span, Kind.DATE, days=found.days, year=found.year, day_end=found.day_end), found.stop


def _clock(line: Row, index: int) -> Found | None:
    found = clock(line, index)
    if found is None:
        return None
    return Quantity(Span(line.items[index].start, found.end), Kind.CLOCK, found.minutes), found.stop


def _decade(line: Row, index: int) -> Found | None:
    item, words = line.items[index], line.customs.words
    if item.key in words.decades and not _falling(line, index):
        value = words.decades[item.key]
        return Quantity(
            Span(item.start, item.end), Kind.DECADE, (Fraction(value),), firm=False, spelled=True
        ), index + 1
    digits = item.text
    match = words.decade.match(line.text, item.end) if item.kind == "plain" and digits.isdigit() else None
    if match is None or len(digits) not in {2, 4} or digits[-1] != "0":
        return None
    return Quantity(Span(item.start, match.end()), Kind.DECADE, (Fraction(int(digits)),)), line.after(
        match.end(), index
    )


def _falling(line: Row, index: int) -> bool:
    """Whether a decade's word is the end of a number: тысяча двухсотые."""
    return index > 0 and line.near(index) and line.key(index - 1) in line.customs.words.scales


def _century(line: Row, index: int) -> Found | None:
    """XXI век, 19th century, двадцатый век."""
    item = line.items[index]
    roman = roman_value(item.text)
    if roman:
        return _roman(line, index, roman)
    found = amount(line, index) if item.figure or item.key in line.customs.words.ordinals else None
    if found is None:
        return None
    end, stop, ordinal = _ordinal(line, index, found)
    if ordinal and _is_century(line, stop, end):
        return Quantity(Span(item.start, end), Kind.CENTURY, found.values, spelled=found.spelled), stop + 1
    return None


def _roman(line: Row, index: int, value: int) -> Found | None:
    item = line.items[index]
    span = Span(item.start, item.end)
    if _is_century(line, index + 1, item.end):
        return Quantity(span, Kind.CENTURY, (Fraction(value),)), index + 2
    if len(item.text) > 1 and line.text[item.end : item.end + 1] != "-":
        return Quantity(span, Kind.ORDINAL, (Fraction(value),), firm=False), index + 1
    return None


def roman_value(text: str) -> int:
    """The value of a Roman numeral up to 399 in capitals; 0 for anything else."""
    if not _ROMAN.fullmatch(text):
        return 0
    values = [_VALUES[c] for c in text]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def _is_century(line: Row, index: int, at: int) -> bool:
    key = line.key(index)
    if key not in line.customs.words.centuries or not _SPACES.fullmatch(
        line.text[at : line.items[index].start]
    ):
        return False
    end = line.items[index].end
    return len(key) > 2 or line.text[end : end + 1] == "."


def _number(line: Row, index: int) -> Found | None:
    item = line.items[index]
    if item.kind not in {"digits", "plain", "part", "word"}:
        return None
    found = amount(line, index)
    if found is None:
        return None
    if item.figure and _in_name(line, index, found):
        return _named(line, index, found)
    end, stop, ordinal = _ordinal(line, index, found)
    kind, end, stop = _kind(line, index, end, stop, ordinal)
    unit, behind = _unit(line, stop) if kind is Kind.NUMBER else (None, stop)
    firm = not (found.bare or found.fraction or _weak(line, index, found, kind))
    quantity = Quantity(Span(item.start, end), kind, found.values, (), unit, found.scale, firm, found.spelled)
    return quantity, max(stop, behind)


def _named(line: Row, index: int, found: Amount) -> Found:
    """The figures of a name: another text may take them for a number."""
    stop = found.stop + (not line.gap(found.stop) and found.stop < len(line.items))
    span = Span(line.items[index].start, found.end)
    return Quantity(span, Kind.NUMBER, found.values, firm=False), stop


def _weak(line: Row, index: int, found: Amount, kind: Kind) -> bool:
    """A number that says no amount of its own: one, first, the numbers of a list and of notes."""
    item = line.items[index]
    if found.spelled:
        alone = found.stop == index + 1
        few = found.values[0] <= 1 + found.ordinal
        return alone and (few or item.key in line.customs.words.loose)
    if kind is not Kind.NUMBER:
        return False
    before, behind = line.text[: item.start].rstrip(" \u00a0"), line.text[item.end : item.end + 1]
    listed = not before or before.endswith("\n")
    bracketed = before[-1:] in {"[", "("} and behind in {"]", ")"} and not is_year(item)
    sliced = "/" in {before[-1:], behind} and len(item.text) < 4
    return sliced or (listed and _LISTED.match(line.text, item.end) is not None) or bracketed


def _in_name(line: Row, index: int, found: Amount) -> bool:
    """Whether figures belong to a word that they touch: A4, 5G, Су-57; a year behind a hyphen does not."""
    item = line.items[index]
    text = line.text
    before = text[max(0, item.start - 2) : item.start]
    touching = before[-1:].isalpha() or before[-1:] == "_"
    hyphened = before[-1:] in {"-", "‐", "‑"} and before[:1].isalpha()
    if touching or (
        hyphened and not (is_year(item) and int(item.text) in _GENERATIONS) and not _spelled(line, index)
    ):
        return True
    behind = text[item.end : item.end + 1]
    if found.stop > index + 1 or not (behind.isalpha() or behind == "_"):
        return False
    words = line.customs.words
    return not (words.ordinal.match(text, item.end) or _is_unit(line, index + 1))


def _is_unit(line: Row, index: int) -> bool:
    """Whether a word that touches figures is a unit: 5km, but not 5G."""
    if index >= len(line.items):
        return False
    written = line.items[index].text
    return line.key(index) in line.customs.words.units and (len(written) > 1 or written.islower())


def _spelled(line: Row, index: int) -> bool:
    """Whether the word before a hyphen is a number itself."""
    words = line.customs.words
    key = line.key(index - 1)
    return key in words.cardinals or key in words.scales or key in words.units


def _ordinal(line: Row, index: int, found: Amount) -> tuple[int, int, bool]:
    """Position and index behind a number with the letters that make it an ordinal."""
    if found.ordinal or found.spelled:
        return found.end, found.stop, found.ordinal
    match = line.customs.words.ordinal.match(line.text, found.end)
    if match is None:
        return found.end, found.stop, False
    return match.end(), line.after(match.end(), index), True


def _kind(line: Row, index: int, end: int, stop: int, ordinal: bool) -> tuple[Kind, int, int]:
    words = line.customs.words
    if ordinal:
        return Kind.ORDINAL, end, stop
    sign = _SIGN.match(line.text, end)
    if sign:
        return Kind.PERCENT, sign.end(), stop
    match = words.percent.match(line.text, end)
    if match:
        return Kind.PERCENT, match.end(), line.after(match.end(), index)
    return (Kind.YEAR if _is_year(line, index, stop) else Kind.NUMBER), end, stop


def _is_year(line: Row, index: int, stop: int) -> bool:
    words = line.customs.words
    item = line.items[index]
    if stop != index + 1 or not is_year(item):
        return False
    if line.key(stop) in words.year_behind and line.gap(stop) in {" ", "\u00a0", "\u202f", ""}:
        return True
    if line.key(stop) in words.units and line.near(stop):
        return False
    text = line.text
    before = text[max(0, item.start - 1) : item.start]
    if before in {"-", "–", "‑"} or (before == "(" and text[item.end : item.end + 1] in {")", "–", "-"}):
        return True
    return int(item.text) in _GENERATIONS and line.key(index - 1) in words.year_before and line.near(index)


def _unit(line: Row, index: int) -> tuple[Measure | None, int]:
    """The unit behind a number; the ends of 25-летие and 5-дневный count too."""
    key = line.key(index)
    if not line.near(index):
        return None, index
    words = line.customs.words
    if key in words.units:
        return words.units[key], index + 1
    return None, index


def _loose(line: Row, index: int) -> Found | None:
    """Both, twice, a half; трёхдневный; a day, which is 24 hours."""
    item = line.items[index]
    if item.kind != "word":
        return None
    words = line.customs.words
    span = Span(item.start, item.end)
    if item.key in words.loose:
        return Quantity(span, Kind.NUMBER, (words.loose[item.key],), firm=False, spelled=True), index + 1
    if item.key in words.units:
        more = words.and_half.match(line.text, item.end)
        value = Fraction(3, 2) if more else Fraction(1)
        stop = line.after(more.end(), index) if more else index + 1
        return Quantity(
            span, Kind.NUMBER, (value,), (), words.units[item.key], firm=False, spelled=True
        ), stop
    match = words.compound.fullmatch(item.key)
    if match:
        value, stem = _prefix(match["number"], words.prefixes), match["unit"] or ""
        unit = words.units.get(stem + words.unit_ending) if stem else None
        return Quantity(span, Kind.NUMBER, (value,), (), unit, firm=bool(unit), spelled=True), index + 1
    return None


def _prefix(written: str, prefixes: Mapping[str, int]) -> Fraction:
    total = 0
    while written:
        head = max((p for p in prefixes if written.startswith(p)), key=len)
        total, written = total + prefixes[head], written[len(head) :]
    return Fraction(total)
