"""What the reports say in the user's language: severities, statuses, places, counts."""

from collections.abc import Sequence

from termaccord.interfaces import places
from termaccord.interfaces.matches import status_name
from termaccord.interfaces.reports.drawing import head
from termaccord.interfaces.translation import _, plural
from termaccord.model import Finding, Place, Severity, Status
from termaccord.project.lint import Report


def severity_name(severity: Severity) -> str:
    """The severity in the user's language."""
    names = {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.INFO: _("info")}
    return names[severity]


def status_word(status: str) -> str:
    """An administrative status in the user's language; anything else as it is."""
    return status_name(Status(status)) if status in set(Status) else status


UNIT = 40
"""A longer id of a unit is cut: that of a PO file is its whole message."""


def where(place: Place) -> str:
    """The place as a person is told; a unit's id in its file."""
    said = places.where(place)
    return f"{said} [{head(place.unit, UNIT)}]" if place.unit else said


def counted(findings: Sequence[Finding]) -> str:
    """How many findings of each severity there are, the gravest first."""
    count = {s: sum(f.severity is s for f in findings) for s in Severity}
    said = {
        Severity.ERROR: plural("{count} error", "{count} errors", count[Severity.ERROR]),
        Severity.WARNING: plural("{count} warning", "{count} warnings", count[Severity.WARNING]),
        Severity.INFO: plural("{count} info", "{count} info", count[Severity.INFO]),
    }
    return ", ".join(said[s] for s in Severity if count[s])


def summary(report: Report) -> str:
    """What was found, and in how many files."""
    read = len(report.documents) + len(report.bilingual)
    if not report.findings and not read:
        return _("Nothing was checked.")
    if not report.findings:
        return plural("{count} file checked; all consistent.", "{count} files checked; all consistent.", read)
    touched = len({f.place.file for f in report.findings})
    return _("{findings}; files affected: {affected} of {read}.").format(
        findings=counted(report.findings), affected=touched, read=max(read, touched)
    )


def remedies(findings: Sequence[Finding]) -> str:
    """How much a command would mend; empty where nothing."""
    return " ".join(_remedies(findings))


def _remedies(findings: Sequence[Finding]) -> list[str]:
    safe = sum(bool(f.edits) and all(e.safe for e in f.edits) for f in findings)
    unsafe = sum(any(not e.safe for e in f.edits) for f in findings)
    said = []
    if safe:
        said.append(plural("--fix mends {count} of them.", "--fix mends {count} of them.", safe))
    if unsafe:
        said.append(
            plural("--unsafe-fixes mends {count} more.", "--unsafe-fixes mends {count} more.", unsafe)
            if safe
            else plural(
                "--unsafe-fixes mends {count} of them.", "--unsafe-fixes mends {count} of them.", unsafe
            )
        )
    return said
