"""What a conversion did and what was lost, as text, JSON and a table of all losses."""

import csv
import io
import json

from rich.console import Console
from rich.table import Table
from rich.text import Text

from termaccord.interfaces.translation import _, plural, spoken
from termaccord.model import Degree, Finding, Loss, Subject
from termaccord.project.conversion.request import Conversion, File
from termaccord.project.conversion.tally import KEPT

SHOWN = 8
"""So many examples are shown, one of each kind; a report has them all."""
LONGEST = 60
"""Characters of a text in an example."""
BEFORE = 15
"""Characters shown before the first difference of two texts."""
SEEN = str.maketrans({"\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽", "\u202f": "⍽"})
"""White space that is not to be overlooked."""
HEADER = ("subject", "degree", "id", "language", "text", "became", "why", "tool")


def as_json(done: Conversion) -> str:
    """The contract of docs/json.md."""
    source, target = done.languages
    counts = [
        {"subject": subject.value, **{degree.value: count for degree, count in row.items()}}
        for subject, row in done.lost.table()
    ]
    answer = {
        "files": [_file(file) for file in done.files],
        "source_language": source,
        "target_language": target,
        "losses": [_loss(loss) for loss in done.lost.kept],
        "summary": {degree.value: done.lost.of(degree) for degree in Degree} | {"subjects": counts},
        "complete": done.lost.total <= KEPT,
        "findings": [_finding(finding) for finding in done.findings],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _file(file: File) -> dict[str, object]:
    return {
        "path": str(file.path) if file.path else "-",
        "format": file.format,
        "concepts": file.concepts,
        "terms": file.terms,
        "units": file.units,
        "note": spoken(file.note),
    }


def _loss(loss: Loss) -> dict[str, object]:
    return {
        "subject": loss.subject.value,
        "degree": loss.degree.value,
        "id": loss.id,
        "language": loss.language,
        "text": loss.text,
        "became": loss.became,
        "why": spoken(loss.why),
        "tool": loss.tool,
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": spoken(finding.message),
        "path": finding.place.file,
        "line": finding.place.line,
        "unit": finding.place.unit,
    }


def as_table(losses: list[Loss]) -> str:
    """All losses as TSV, a row each."""
    out = io.StringIO()
    rows = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    rows.writerow(HEADER)
    rows.writerows([_loss(loss)[name] for name in HEADER] for loss in losses)
    return out.getvalue()


def print_conversion(page: Console, done: Conversion) -> None:
    """A line a file, then what was lost: how much of what, and an example of each kind."""
    for file in done.files:
        page.print(_line(file, done))
        if file.note:
            page.print(Text(f"  {spoken(file.note)}", style="dim"))
    if not done.files:
        page.print(_("nothing is written"), markup=False)
        return
    if not done.lost.total:
        page.print(_("nothing is lost"), style="green", markup=False)
        return
    page.print()
    page.print(_counts(done))
    page.print()
    _print_examples(page, done)


def _line(file: File, done: Conversion) -> Text:
    parts = [plural("{count} concept", "{count} concepts", file.concepts)] if file.concepts else []
    parts += [plural("{count} term", "{count} terms", file.terms)] if file.terms else []
    if file.holds_units or (not parts and not file.note):
        parts.append(plural("{count} unit", "{count} units", file.units))
    source, target = file.languages if file.languages[0] else done.languages
    said = f" ({file.format}{f', {source} → {target}' if source else ''})"
    said += f": {', '.join(parts)}" if parts else ""
    return Text(str(file.path or "-"), style="bold").append(said, style="not bold")


def _counts(done: Conversion) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(_("lost"))
    for degree in Degree:
        table.add_column(degree_name(degree), justify="right")
    for subject, row in done.lost.table():
        table.add_row(subject_name(subject), *(str(row[degree] or "–") for degree in Degree))
    return table


def _print_examples(page: Console, done: Conversion) -> None:
    shown: dict[tuple[Subject, Degree], Loss] = {}
    for loss in done.lost.kept:
        shown.setdefault((loss.subject, loss.degree), loss)
    order = list(Degree)
    first = sorted(shown.values(), key=lambda loss: order.index(loss.degree))[:SHOWN]
    for loss in first:
        where = " ".join(part for part in (loss.id, loss.language) if part)
        head = Text("  ").append(f"{degree_name(loss.degree)}: {subject_name(loss.subject)} ", style="yellow")
        text = " → ".join(_("“{text}”").format(text=side) for side in _apart(loss.text, loss.became) if side)
        page.print(head.append(text, style="not bold").append(f"  {where}" if where else "", style="dim"))
        page.print(Text(f"    {spoken(loss.why)}", style="dim"))
    left = done.lost.total - len(first)
    if left:
        page.print(
            plural(
                "  and {count} more; --report FILE writes them all",
                "  and {count} more; --report FILE writes them all",
                left,
            ),
            markup=False,
        )


def _apart(text: str, became: str) -> tuple[str, str]:
    """Two texts, each cut to where they begin to differ."""
    pairs = enumerate(zip(text, became, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(text), len(became)))
    start = max(0, same - BEFORE) if max(len(text), len(became)) > LONGEST else 0
    return _short(text, start), _short(became, start)


def _short(text: str, start: int) -> str:
    seen = text[start : start + LONGEST]
    return ("…" if start else "") + seen.translate(SEEN) + ("…" if len(text) > start + LONGEST else "")


def degree_name(degree: Degree) -> str:
    """How much is left, in the user's language."""
    return {Degree.GONE: _("gone"), Degree.CHANGED: _("changed"), Degree.MOVED: _("moved")}[degree]


def subject_name(subject: Subject) -> str:
    """What was lost, in the user's language."""
    return {
        Subject.CONCEPT: _("concept"),
        Subject.LANGUAGE: _("language"),
        Subject.TERM: _("term"),
        Subject.STATUS: _("status"),
        Subject.PART_OF_SPEECH: _("part of speech"),
        Subject.TERM_TYPE: _("term type"),
        Subject.SUBJECT_FIELD: _("subject field"),
        Subject.DEFINITION: _("definition"),
        Subject.CONTEXT: _("context"),
        Subject.NOTE: _("note"),
        Subject.DATA_CATEGORY: _("data category"),
        Subject.MARKUP: _("markup"),
        Subject.ID: _("id"),
        Subject.UNIT: _("unit"),
        Subject.SEGMENT: _("segment"),
        Subject.CODE: _("inline code"),
        Subject.PROPERTY: _("property"),
        Subject.ATTRIBUTE: _("attribute"),
        Subject.HEADER: _("header"),
        Subject.ORDER: _("order"),
    }[subject]
