"""What a translator carries over instead of translating it: numbers, dates, times, addresses, variables, markup."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from termaccord.model import Span
from termaccord.text.fuzzy.comparable import ADDRESS, ADDRESS_PATTERN
from termaccord.text.placeables import placeables

if TYPE_CHECKING:
    from termaccord.text.fuzzy.figures import Figure
    from termaccord.text.quantities.quantity import Day

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
    figure: "Figure | None" = None
    """Of a number."""
    days: "tuple[Day, ...]" = ()
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
    plain = without(text, fixed)
    if not _DIGIT.search(plain):
        return tuple(fixed)
    from termaccord.text.fuzzy.told import told  # noqa: PLC0415  # most segments have no figures, and it takes long

    return tuple(sorted((*fixed, *told(plain, language)), key=lambda c: c.span.start))


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


def without(text: str, found: Sequence[Carried]) -> str:
    """The text with something that no number continues in place of what has been found; every offset stays."""
    for one in found:
        text = text[: one.span.start] + ADDRESS * len(one.span) + text[one.span.end :]
    return text
