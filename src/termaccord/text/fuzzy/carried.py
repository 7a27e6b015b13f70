"""What a translator carries over instead of translating it: numbers, dates, times, addresses, variables, markup."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from termaccord.model import Span
from termaccord.text.fuzzy.comparable import ADDRESS, ADDRESS_PATTERN
from termaccord.text.fuzzy.figures import FIGURE, Figure, figure
from termaccord.text.placeables import placeables
from termaccord.text.quantities.quantity import Day, Kind
from termaccord.text.quantities.read import quantities

_DIGIT = re.compile(r"\d")
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
    told = list(_told(plain, language))
    figures = _figures(_without(plain, told), language)
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


def _told(text: str, language: str) -> Iterator[Carried]:
    """Dates and times that are told with figures."""
    for quantity in quantities(text, language):
        words = quantity.span.of(text)
        if quantity.spelled or not _DIGIT.search(words):
            continue
        if quantity.kind is Kind.DATE:
            yield Carried(quantity.span, words, "date", quantity.days, days=quantity.days)
        elif quantity.kind is Kind.CLOCK:
            yield Carried(quantity.span, words, "time", quantity.values)


def _figures(text: str, language: str) -> Iterator[Carried]:
    for match in FIGURE.finditer(text):
        read = figure(match[0], language)
        kind, value = ("number", read.value) if read else ("code", match[0])
        yield Carried(Span(*match.span()), match[0], kind, value, read)
