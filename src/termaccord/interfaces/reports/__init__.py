"""Findings in every form people and programs read them in."""

from collections.abc import Callable
from typing import Any

from termaccord.interfaces.reports import plain, structured
from termaccord.project.lint import Report

FORMATS: dict[str, Callable[..., Any]] = {"text": plain.print_report, "json": structured.as_json}
"""`text` prints to a console; the others make a whole file."""


def rendered(form: str, report: Report) -> bytes:
    """The report as a file in one of FORMATS, `text` apart."""
    written: str = FORMATS[form](report)
    return written.encode()
