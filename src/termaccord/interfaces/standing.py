"""The glossary's terms that stand in a text, as a table and as JSON."""

import json

from rich.console import Console
from rich.table import Table
from rich.text import Text

from termaccord.interfaces.matches import category_of, status_name
from termaccord.interfaces.translation import _
from termaccord.project.terms.standing import REJECTED, InText, Occurrence, Standing


def as_json(found: InText) -> str:
    """The contract of docs/json.md."""
    held = {
        "document": found.document,
        "language": found.language,
        "terms": [_standing(one) for one in found.terms],
    }
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def _standing(one: Standing) -> dict[str, object]:
    return {
        "concept": one.concept.id,
        "category": category_of(one.concept),
        "language": one.language,
        "text": one.term.text,
        "status": one.term.status.value if one.term.status else None,
        "instead": list(one.instead),
        "proposed": one.proposed,
        "occurrences": [_occurrence(place) for place in one.occurrences],
        "renderings": [
            {"language": r.language, "text": r.text, "status": r.status.value if r.status else None}
            for r in one.renderings
        ],
    }


def _occurrence(place: Occurrence) -> dict[str, object]:
    held: dict[str, object] = {
        "start": place.span.start,
        "end": place.span.end,
        "line": place.line,
        "column": place.column,
        "text": place.text,
    }
    if place.paragraph:
        held["paragraph"] = place.paragraph
    return {**held, "unit": place.unit} if place.unit else held


def print_standing(page: Console, found: InText) -> None:
    """A row for each term in order of first appearance: place, term, how others say it, how often it stands there."""
    if not found.terms:
        page.print(
            _("No term of the glossary stands in {document}.").format(document=found.document), markup=False
        )
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column(_("place"), style="dim", no_wrap=True)
    table.add_column(_("term"), ratio=1)
    table.add_column(_("rendering"), ratio=1)
    table.add_column(_("times"), justify="right", no_wrap=True)
    several = len({r.language for one in found.terms for r in one.renderings}) > 1
    for one in found.terms:
        table.add_row(
            _place(one.occurrences[0]), _term(one), _renderings(one, several), str(len(one.occurrences))
        )
    page.print(table)


def _place(place: Occurrence) -> str:
    if place.paragraph:
        return f"¶{place.paragraph}"
    if place.line is None:
        return place.unit
    return f"{place.line}:{place.column}"


def _term(one: Standing) -> Text:
    status = one.term.status
    if status is None or status not in REJECTED:
        return Text(one.term.text)
    line = Text(one.term.text, style="strike").append(f"  {status_name(status)}", style="not strike red")
    for term in one.instead[:1]:
        line.append("; " + _("use “{term}”").format(term=term), style="not strike dim")
    return line


def _renderings(one: Standing, several: bool) -> Text:
    """What to write, the language named where there is a choice of them; a proposal says that it is one."""
    names = [f"{r.language} {r.text}" if several else r.text for r in one.renderings]
    text = Text("; ".join(names) or "—", style="cyan")
    return text.append(f"  {_('proposed')}", style="yellow") if one.proposed else text
