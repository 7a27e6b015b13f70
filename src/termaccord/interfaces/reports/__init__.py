"""Findings in every form people and programs read them in."""

from collections.abc import Callable

from termaccord.interfaces.reports import annotations, junit, plain, sarif, structured
from termaccord.interfaces.reports.location import on_disk
from termaccord.interfaces.reports.manner import Manner
from termaccord.interfaces.reports.page.html import as_html
from termaccord.interfaces.reports.plain import DEFAULT
from termaccord.project.lint import Report

__all__ = ["FORMATS", "Manner", "on_disk", "print_report", "rendered"]

FORMATS: dict[str, Callable[[Report, Manner], str]] = {
    "json": structured.as_json,
    "sarif": sarif.as_sarif,
    "github": annotations.as_github,
    "gitlab": annotations.as_gitlab,
    "junit": junit.as_junit,
    "html": as_html,
}
"""Each makes a whole file; `text`, which fits its terminal, is printed by `print_report`."""

print_report = plain.print_report


def rendered(form: str, report: Report, manner: Manner = DEFAULT) -> bytes:
    """
    The report as a file in one of FORMATS.

    JSON names documents as their corpus does; all others name files that can be opened.
    """
    named = report if form == "json" else on_disk(report)
    return FORMATS[form](named, manner).encode()
