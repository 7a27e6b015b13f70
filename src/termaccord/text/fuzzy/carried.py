"""What a translator carries over instead of translating it: numbers, dates, times, addresses, variables, markup."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from termaccord.model import Span
from termaccord.text.fuzzy.comparable import ADDRESS, ADDRESS_PATTERN
from termaccord.text.fuzzy.figures import FIGURE, Figure, figure
from termaccord.text.placeables import placeables
from termaccord.text.quantities.quantity import Day, Kind, Quantity
from termaccord.text.quantities.read import quantities

_DIGIT = re.compile(r"\d")
_NUMBERING = frozenset({Kind.YEAR, Kind.DECADE, Kind.CENTURY})
_KINDS = {"tag": "markup", "entity": "entity"}


@dataclass(frozen=True, slots=True)
class Carried:
    """Something that is carried over, where it stands."""

    span: Span
    text: str
    kind: str
    """number, code, date, time, address, variable, markup or entity."""
    value: Hashable
    """The same for two that say the same, in whatever language."""
    figure: Figure | None = None
    """Of a number."""
    days: tuple[Day, ...] = ()
    """Of a date: every one it may be, the likeliest first."""
    counts: bool = False
    """Of a number: whether it may tell how many there are of something; a year does not."""


@lru_cache(maxsize=4096)
def carried(text: str, language: str) -> tuple[Carried, ...]:
    """
    All that is to be carried over from a segment, in order; nothing overlaps.

    Numbers in words are words, and so is a month without figures.

    >>> [(c.kind, c.text) for c in carried("On 3 May 2025 at 15:30, %s sent 1,200 files to ann@example.org", "en")]
    [('date', '3 May 2025'), ('time', '15:30'), ('variable', '%s'), ('number', '1,200'), ('address', 'ann@example.org')]
    """
    fixed = [*_addresses(text), *_codes(text)]
    fixed = _apart(sorted(fixed, key=lambda c: (c.span.start, -c.span.end)))
    plain = _without(text, fixed)
    if not _DIGIT.search(plain):
        return tuple(fixed)
    found = quantities(plain, language)
    told = list(_told(found, plain))
    numbering = frozenset(i for q in found if q.kind in _NUMBERING for i in range(q.span.start, q.span.end))
    figures = _figures(_without(plain, told), language, numbering)
    return tuple(sorted((*fixed, *told, *figures), key=lambda c: c.span.start))


def _addresses(text: str) -> Iterator[Carried]:
    for match in ADDRESS_PATTERN.finditer(text):
        yield Carried(Span(*match.span()), match[0], "address", match[0])


def _codes(text: str) -> Iterator[Carried]:
    for one in placeables(text):
        yield Carried(one.span, one.text, _KINDS.get(one.kind, "variable"), one.text)


def _apart(found: list[Carried]) -> list[Carried]:
    """Of those that overlap the first."""
    kept: list[Carried] = []
    for one in found:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


def _without(text: str, found: list[Carried]) -> str:
    """The text with something that no number continues in place of what has been found; every offset stays."""
    for one in found:
        text = text[: one.span.start] + ADDRESS * len(one.span) + text[one.span.end :]
    return text


def _told(found: Sequence[Quantity], text: str) -> Iterator[Carried]:
    """Dates and times that are told with figures."""
    for quantity, behind in zip(found, (*found[1:], None), strict=False):
        words = quantity.span.of(text)
        if quantity.spelled or not _DIGIT.search(words):
            continue
        if quantity.kind is Kind.DATE:
            span = _with_year(quantity, behind, text)
            yield Carried(span, span.of(text), "date", quantity.days, days=quantity.days)
        elif quantity.kind is Kind.CLOCK:
            yield Carried(quantity.span, words, "time", quantity.values)


def _with_year(date: Quantity, behind: Quantity | None, text: str) -> Span:
    """The date with a year that stands apart from it: March 18–20, 2025."""
    if behind is None or behind.kind is not Kind.YEAR or date.days[0].year != behind.value:
        return date.span
    between = text[date.span.end : behind.span.start]
    return Span(date.span.start, behind.span.end) if between in {", ", ","} else date.span


def _figures(text: str, language: str, numbering: frozenset[int]) -> Iterator[Carried]:
    for match in FIGURE.finditer(text):
        read = figure(match[0], language)
        kind, value = ("number", read.value) if read else ("code", match[0])
        counts = read is not None and match.start() not in numbering
        yield Carried(Span(*match.span()), match[0], kind, value, read, counts=counts)
