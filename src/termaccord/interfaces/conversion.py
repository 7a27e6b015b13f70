"""What a conversion did and what was lost, as text, JSON and a table of all losses."""

import csv
import io
import json

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.losses import print_losses
from termaccord.interfaces.translation import _, plural, spoken
from termaccord.model import Degree, Finding, Loss, Severity
from termaccord.project.conversion.request import Conversion, File
from termaccord.project.conversion.tally import KEPT

HEADER = ("subject", "degree", "id", "language", "text", "became", "why", "tool", "term")


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
        "term": loss.term,
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
    """A line a file, then what was lost, kind by kind."""
    for file in done.files:
        page.print(_line(file, done))
        if file.note:
            page.print(Text(f"  {spoken(file.note)}", style="dim"))
    if not done.files:
        page.print(_("nothing is written"), markup=False)
        return
    if not done.lost.total:
        broken = any(finding.severity is Severity.ERROR for finding in done.findings)
        if broken:
            page.print(_("of what could be read nothing is lost"), style="yellow", markup=False)
        else:
            page.print(_("nothing is lost"), style="green", markup=False)
        return
    page.print()
    print_losses(page, done.lost)


def _line(file: File, done: Conversion) -> Text:
    parts = [plural("{count} concept", "{count} concepts", file.concepts)] if file.concepts else []
    parts += [plural("{count} term", "{count} terms", file.terms)] if file.terms else []
    if file.holds_units or (not parts and not file.note):
        parts.append(plural("{count} unit", "{count} units", file.units))
    source, target = file.languages if file.languages[0] else done.languages
    said = f" ({file.format}{f', {source} → {target}' if source else ''})"
    said += f": {', '.join(parts)}" if parts else ""
    return Text(str(file.path or "-"), style="bold").append(said, style="not bold")
