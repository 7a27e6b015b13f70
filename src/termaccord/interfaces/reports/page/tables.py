"""The tables of the page: names in several forms, and names that are the same everywhere."""

from collections.abc import Mapping, Sequence

from termaccord.interfaces.concepts import category_name
from termaccord.interfaces.reports.page.columns import Column, Columns
from termaccord.interfaces.reports.page.matrix import Form, Row, Standing
from termaccord.interfaces.reports.page.parts import badge, form_mark, row_kind, safe, standing_name
from termaccord.interfaces.translation import _, plural
from termaccord.model import Place

ROOMY = 6
"""More columns than this scroll sideways."""
LISTED = 1_000
"""So many consistent names are listed."""
Cells = Mapping[Column, Sequence[tuple[Form, Sequence[Place]]]]


def matrix(rows: Sequence[Row], columns: Columns) -> str:
    """Every name that a finding is about, with its forms by outlet; a form leads to its sentences."""
    cells = [row.cells(columns) for row in rows]
    order = sorted({column for row in cells for column in row})
    body = [
        _matrix_row(number, row, own, order)
        for number, (row, own) in enumerate(zip(rows, cells, strict=True), 1)
    ]
    title = _("Names in several forms")
    return f'<h2 id="names">{safe(title)}</h2>\n{_legend(rows)}\n{_table(order, body)}'


def _legend(rows: Sequence[Row]) -> str:
    used = {form.standing for row in rows for form in row.forms.values()}
    items = "".join(
        f'<li><span class="form {standing.value}">{safe(standing_name(standing))}</span></li>'
        for standing in Standing
        if standing in used
    )
    return f'<ul class="legend">{items}</ul>'


def _table(columns: Sequence[Column], rows: Sequence[str]) -> str:
    heads = "".join(f'<th scope="col" role="columnheader">{safe(c.label)}</th>' for c in columns)
    title = _("Name")
    name = f'<th scope="col" role="columnheader">{safe(title)}</th>'
    wide = ' class="wide" tabindex="0"' if len(columns) > ROOMY else ""
    return (
        f'<div{wide}><table role="table"><thead role="rowgroup"><tr role="row">{name}{heads}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{"".join(rows)}</tbody></table></div>'
    )


def _matrix_row(number: int, row: Row, cells: Cells, columns: Sequence[Column]) -> str:
    grade = badge(row.severity, _codes(row)) if row.severity else ""
    head = (
        f'<a href="#n{number}" lang="{safe(row.name_language)}" dir="auto">{safe(row.name)}</a>'
        f'<div class="soft">{_category(row)} {grade}</div>'
    )
    listed = "".join(_cell(row, cells, column, f"n{number}c{columns.index(column)}") for column in columns)
    return f'<tr role="row" id="r{number}" {row_kind(row)}><th scope="row" role="rowheader">{head}</th>{listed}</tr>\n'


def _codes(row: Row) -> str:
    return " ".join(dict.fromkeys(f.code for f in row.findings))


def _category(row: Row) -> str:
    return safe(category_name(row.category)) if row.category else ""


def _cell(row: Row, cells: Cells, column: Column, target: str = "") -> str:
    items = "".join(
        f"<li>{form_mark(form, row.language, len(places), target)}</li>"
        for form, places in cells.get(column, ())
    )
    forms = f"<ul>{items}</ul>" if items else ""
    return f'<td role="cell" data-column="{safe(column.label)}">{forms}</td>'


def consistent_names(rows: Sequence[Row], columns: Columns) -> str:
    """The names that no finding is about, folded away."""
    if not rows:
        return ""
    cells = [row.cells(columns) for row in rows[:LISTED]]
    order = sorted({column for row in cells for column in row})
    body = [
        f'<tr role="row"><th scope="row" role="rowheader"><span lang="{safe(row.name_language)}" dir="auto">'
        f'{safe(row.name)}</span><div class="soft">{_category(row)}</div></th>'
        f"{''.join(_cell(row, own, column) for column in order)}</tr>\n"
        for row, own in zip(rows, cells, strict=False)
    ]
    said = plural("{count} name without a finding", "{count} names without a finding", len(rows))
    more = len(rows) - len(body)
    rest = plural("and {count} more", "and {count} more", more) if more else ""
    return f"<details><summary>{safe(said)}</summary>\n{_table(order, body)}<p>{safe(rest)}</p></details>"
