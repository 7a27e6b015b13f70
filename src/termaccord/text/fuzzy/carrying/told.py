"""What is told in figures: numbers, dates, times."""

import re
from collections.abc import Iterator, Sequence

from termaccord.model import Span
from termaccord.text.fuzzy.carrying.carried import Carried, without
from termaccord.text.fuzzy.carrying.figures import FIGURE, figure
from termaccord.text.quantities.quantity import Kind, Quantity
from termaccord.text.quantities.read import quantities

_DIGIT = re.compile(r"\d")
_NUMBERING = frozenset({Kind.YEAR, Kind.DECADE, Kind.CENTURY})


def told(text: str, language: str) -> list[Carried]:
    """Every number, date and time of a text, in no order."""
    found = quantities(text, language)
    dated = list(_told(found, text))
    numbering = frozenset(i for q in found if q.kind in _NUMBERING for i in range(q.span.start, q.span.end))
    return [*dated, *_figures(without(text, dated), language, numbering)]


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
