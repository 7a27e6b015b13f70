"""Findings as text, in the manner of ruff."""

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.translation import _, plural, spoken
from termaccord.model import Finding, Place, Severity
from termaccord.project.lint import Report

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def print_report(page: Console, report: Report) -> None:
    """Every finding with its place, then how many there are."""
    for finding in report.findings:
        _print_finding(page, finding)
    count = len(report.findings)
    page.print(plural("{count} finding", "{count} findings", count) if count else _("All consistent."))


def _print_finding(page: Console, finding: Finding) -> None:
    line = Text(f"{where(finding.place)}: ", style="bold")
    line.append(f"{finding.code} ", style=COLOURS[finding.severity]).append(
        spoken(finding.message), "not bold"
    )
    page.print(line)
    for variant in finding.variants:
        places = ", ".join(where(p) for p in variant.places)
        page.print(Text(f"    {variant.text}  ", style="cyan").append(places, style="dim"))


def where(place: Place) -> str:
    """path:line:column, as far as known; a unit's id in its file."""
    parts = [place.file, place.line, place.column if place.line else None]
    said = ":".join(str(p) for p in parts if p)
    return f"{said} [{place.unit}]" if place.unit else said
