"""The sentences behind the cells, and the passages in which something else is wrong."""

from collections.abc import Sequence
from itertools import groupby

from termaccord.interfaces.concepts import category_name
from termaccord.interfaces.reports.page.columns import Column, Columns
from termaccord.interfaces.reports.page.matrix import Form, Row
from termaccord.interfaces.reports.page.parts import (
    finding_line,
    form_mark,
    passage,
    quotation,
    row_kind,
    safe,
)
from termaccord.interfaces.reports.quotes import Quotes
from termaccord.interfaces.reports.wording import where
from termaccord.interfaces.translation import _, plural
from termaccord.model import Finding, Place

QUOTED = 6
"""So many sentences are quoted for a form in a column; the places of the others are named."""


def evidence(rows: Sequence[Row], columns: Columns, quotes: Quotes) -> str:
    """Every name with what was found and the sentences that it stands in."""
    order = sorted(
        {columns.of(place) for row in rows for form in row.forms.values() for place in form.places}
    )
    articles = [_article(number, row, columns, order, quotes) for number, row in enumerate(rows, 1)]
    title = _("The sentences")
    return f"<h2>{safe(title)}</h2>\n{''.join(articles)}"


def _article(number: int, row: Row, columns: Columns, order: Sequence[Column], quotes: Quotes) -> str:
    category = f'<span class="soft">{safe(category_name(row.category))}</span>' if row.category else ""
    name = f'<span lang="{safe(row.name_language)}" dir="auto">{safe(row.name)}</span>'
    up = _("to the table")
    back = f'<a class="up" href="#r{number}">{safe(up)}</a>'
    cells = row.cells(columns)
    parts = [
        f'<h4 id="n{number}c{index}">{safe(column.label)}</h4>{_forms(row, cells[column], quotes)}'
        for index, column in enumerate(order)
        if column in cells
    ]
    return (
        f'<article id="n{number}" {row_kind(row)}>{back}<h3>{name} {category}</h3>\n'
        f'<ul class="findings">{_told(row)}</ul>{"".join(parts)}</article>\n'
    )


def _told(row: Row) -> str:
    """What was found, each thing once however many places it was found in."""
    alike: dict[str, list[Finding]] = {}
    for finding in row.findings:
        alike.setdefault(finding_line(finding), []).append(finding)
    return "".join(f"<li>{finding_line(same[0], len(same))}</li>" for same in alike.values())


def _forms(row: Row, forms: Sequence[tuple[Form, Sequence[Place]]], quotes: Quotes) -> str:
    return "".join(_quoted(row, form, places, quotes) for form, places in forms)


def _quoted(row: Row, form: Form, places: Sequence[Place], quotes: Quotes) -> str:
    note = f' <span class="soft">{safe(form.note)}</span>' if form.note else ""
    head = f"<p>{form_mark(form, row.language, len(places))}{note}</p>"
    sentences = [
        quotation(quotes.sentence(place, row.language), place, form.standing.value, row.language)
        for place in places[:QUOTED]
    ]
    return head + "".join(sentences) + _rest(places[QUOTED:])


def _rest(places: Sequence[Place]) -> str:
    if not places:
        return ""
    more = plural("{count} more", "{count} more", len(places))
    named = ", ".join(where(place) for place in places)
    return f'<p class="soft">{safe(f"{more}: {named}")}</p>'


def passages(findings: Sequence[Finding], quotes: Quotes) -> str:
    """What is about no name: numbers, dates, spelling, file by file."""
    ordered = sorted(
        findings, key=lambda f: (f.place.file, f.place.line or f.place.paragraph or 0, f.place.column or 0)
    )
    files = [
        f'<article><h3>{safe(file)}</h3><ul class="findings">'
        f"{''.join(passage(f, quotes) for f in group)}</ul></article>\n"
        for file, group in groupby(ordered, key=lambda f: f.place.file)
    ]
    title = _("Passages")
    return f'<h2 id="passages">{safe(title)}</h2>\n{"".join(files)}'
