"""Something that is carried over: a number, a date, a time, an address, a variable, markup."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termaccord.model import Span
from termaccord.text.fuzzy.comparable import ADDRESS, ADDRESS_PATTERN
from termaccord.text.placeables import placeables

if TYPE_CHECKING:
    from termaccord.text.fuzzy.carrying.figures import Figure
    from termaccord.text.quantities.quantity import Day

_NUMBERED = re.compile(r"(?<![\w%])%L?\d{1,2}(?![\w$.])")
"""A variable of Qt and KDE, %1; a translation has it as it is."""
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


def fixed(text: str) -> list[Carried]:
    """What is written alike in all languages, in order: addresses, variables, markup, entities; nothing overlaps."""
    found = [*_addresses(text), *_codes(text)]
    return _apart(sorted(found, key=lambda c: (c.span.start, -c.span.end)))


def _addresses(text: str) -> Iterator[Carried]:
    for match in ADDRESS_PATTERN.finditer(text):
        yield Carried(Span(*match.span()), match[0], "address", match[0])


def _codes(text: str) -> Iterator[Carried]:
    for one in placeables(text):
        yield Carried(one.span, one.text, _KINDS.get(one.kind, "variable"), one.text)
    if "%" in text:
        for match in _NUMBERED.finditer(text):
            yield Carried(Span(*match.span()), match[0], "variable", match[0])


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
