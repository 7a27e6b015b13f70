"""The page itself."""

from collections.abc import Sequence

from termaccord.interfaces.concepts import category_name
from termaccord.interfaces.reports.manner import Manner
from termaccord.interfaces.reports.page.columns import Columns
from termaccord.interfaces.reports.page.matrix import Row, consistent, inconsistent
from termaccord.interfaces.reports.page.parts import badge, safe
from termaccord.interfaces.reports.page.sentences import evidence, passages
from termaccord.interfaces.reports.page.style import STYLE, filters
from termaccord.interfaces.reports.page.tables import consistent_names, matrix
from termaccord.interfaces.reports.quotes import Quotes
from termaccord.interfaces.reports.wording import severity_name, summary, where
from termaccord.interfaces.translation import _, language, plural, spoken
from termaccord.model import Category, Finding, Severity
from termaccord.project.lint import Report

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p class="lead">{summary}</p>
{trouble}</header>
<main>
{body}
</main>
</body>
</html>
"""


def as_html(report: Report, _manner: Manner) -> str:
    """A matrix of names by outlet, with the sentences behind every cell; without scripts, for any screen."""
    quotes = Quotes(report)
    columns = Columns(report, quotes)
    rows, others = inconsistent(report, quotes)
    grades = [s.value for s in Severity if any(f.severity is s for f in report.findings)]
    categories = [c for c in Category if any(row.category is c for row in rows)]
    body = [
        _filters(grades, categories) if rows or others else _nothing_wrong(),
        _contents(rows, others),
        matrix(rows, columns) if rows else "",
        evidence(rows, columns, quotes) if rows else "",
        passages(others, quotes) if others else "",
        consistent_names(list(consistent(report, rows, quotes)), columns),
    ]
    return _PAGE.format(
        language=language(),
        title=safe(_("Names and their renderings")),
        style=STYLE + filters(grades, [c.value for c in categories]),
        summary=safe(summary(report)),
        trouble=_trouble(report.trouble),
        body="\n".join(part for part in body if part),
    )


def _nothing_wrong() -> str:
    said = _("All consistent.")
    return f'<p class="clean">{safe(said)}</p>'


def _trouble(trouble: Sequence[Finding]) -> str:
    if not trouble:
        return ""
    items = "".join(
        f"<li>{badge(f.severity, f.code)} {safe(where(f.place))}: {safe(spoken(f.message))}</li>"
        for f in trouble
    )
    title = _("Not everything could be read:")
    return f'<div class="trouble"><p>{safe(title)}</p><ul>{items}</ul></div>\n'


def _filters(grades: Sequence[str], categories: Sequence[Category]) -> str:
    choices = [("grade", _("Show"), [(g, severity_name(Severity(g))) for g in grades])]
    choices.append(("category", _("Names of"), [(c.value, category_name(c)) for c in categories]))
    said = "".join(_radio(group, title, options) for group, title, options in choices if len(options) > 1)
    return f"<form>{said}</form>" if said else ""


def _radio(group: str, title: str, options: Sequence[tuple[str, str]]) -> str:
    every = _("all")
    buttons = [f'<label><input type="radio" name="{group}" id="{group}-all" checked> {safe(every)}</label>']
    buttons += [
        f'<label><input type="radio" name="{group}" id="{group}-{value}"> {safe(label)}</label>'
        for value, label in options
    ]
    return f"<fieldset><legend>{safe(title)}</legend>{''.join(buttons)}</fieldset>"


def _contents(rows: Sequence[Row], others: Sequence[Finding]) -> str:
    parts = [
        ("names", plural("{count} name in several forms", "{count} names in several forms", len(rows)), rows),
        ("passages", plural("{count} passage", "{count} passages", len(others)), others),
    ]
    links = "".join(f'<li><a href="#{name}">{safe(said)}</a></li>' for name, said, what in parts if what)
    return f"<nav><ul>{links}</ul></nav>" if rows and others else ""
