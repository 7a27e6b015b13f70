"""What became of imported and exported units, as text and JSON."""

import json
from collections.abc import Mapping, Sequence

from rich.console import Console

from termaccord.interfaces.translation import _, plural, spoken
from termaccord.model import Finding
from termaccord.project.memory.importing import FileReport
from termaccord.project.memory.intake.tally import FEW, Reason


def reason_name(reason: Reason) -> str:
    """Why units are dropped or changed, in the user's language."""
    names = {
        Reason.LANGUAGE: _("language"),
        Reason.EMPTY: _("empty"),
        Reason.DUPLICATE: _("duplicate"),
        Reason.LONG: _("too long"),
        Reason.TAGS: _("inline code"),
        Reason.ONE_LANGUAGE: _("one language only"),
        Reason.UNTRANSLATED: _("not translated"),
        Reason.FORMAT: _("broken format"),
    }
    return names[reason]


def as_json(reports: Sequence[FileReport], size: int) -> str:
    """The contract of docs/json.md."""
    files = [
        {
            "path": report.path,
            "origin": report.origin,
            "read": report.read,
            "added": report.added,
            "unchanged": report.unchanged,
            "removed": report.removed,
            "dropped": {reason.value: count for reason, count in report.dropped.items()},
            "changed": {reason.value: count for reason, count in report.changed.items()},
            "complete": not report.broken,
            "findings": [_finding(finding) for finding in report.findings],
        }
        for report in reports
    ]
    return json.dumps({"files": files, "units": size}, ensure_ascii=False, indent=1) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": spoken(finding.message),
        "line": finding.place.line,
        "unit": finding.place.unit,
    }


def print_reports(console: Console, reports: Sequence[FileReport], size: int, *, told: bool = False) -> None:
    """A line a file, and why units were dropped or changed; `told`: every one of them has been shown."""
    for report in reports:
        console.print(report.path, style="bold", end=": ", markup=False)
        console.print(_sums(report), markup=False)
        for title, counts in ((_("dropped"), report.dropped), (_("changed"), report.changed)):
            if counts:
                console.print(f"  {title}: {_listed(counts)}", markup=False)
        if not told and any(count > FEW for count in (*report.dropped.values(), *report.changed.values())):
            console.print(
                _("  the first of each kind are shown above, all of them with --verbose"), markup=False
            )
    console.print(
        plural("The memory holds {count} unit.", "The memory holds {count} units.", size), markup=False
    )


def _sums(report: FileReport) -> str:
    parts = [plural("{count} unit read", "{count} units read", report.read)]
    parts += [plural("{count} added", "{count} added", report.added)] if report.added else []
    parts += [plural("{count} unchanged", "{count} unchanged", report.unchanged)] if report.unchanged else []
    if report.removed:
        parts.append(
            plural("{count} that is gone taken out", "{count} that are gone taken out", report.removed)
        )
    return ", ".join(parts)


def _listed(counts: Mapping[Reason, int]) -> str:
    return ", ".join(f"{reason_name(reason)} {count}" for reason, count in counts.items())
