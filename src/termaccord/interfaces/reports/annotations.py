"""Findings for the code-review pages of GitHub and GitLab."""

import json

from termaccord.interfaces.reports.identity import keys
from termaccord.interfaces.reports.manner import Manner
from termaccord.interfaces.reports.quotes import Quotes
from termaccord.interfaces.translation import _, spoken
from termaccord.model import Finding, Severity
from termaccord.project.lint import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_GRAVITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_github(report: Report, _manner: Manner) -> str:
    """
    A workflow command a line, which GitHub Actions shows beside the text.

    Source: GitHub Docs, “Workflow commands for GitHub Actions”, and the escapes of its toolkit.
    """
    quotes = Quotes(report)
    return "".join(f"{_command(f, quotes)}\n" for f in (*report.trouble, *report.findings))


def _command(finding: Finding, quotes: Quotes) -> str:
    place = finding.place
    end = quotes.end(place)
    properties = {
        "file": place.file,
        "line": place.line,
        "endLine": end[0] if end else None,
        "col": place.column,
        "endColumn": end[1] if end and end[0] == place.line else None,
        "title": f"{finding.code} {finding.rule}".rstrip(),
    }
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
    return f"::{_COMMANDS[finding.severity]} {given}::{_data(in_words(finding))}"


def in_words(finding: Finding) -> str:
    """The message with what to write instead and why, a line each."""
    said = [spoken(finding.message)]
    if finding.place.paragraph:
        said.append(_("paragraph {number}").format(number=finding.place.paragraph))
    if finding.place.unit:
        said.append(_("unit {unit}").format(unit=finding.place.unit))
    if finding.preferred:
        said.append(_("write “{preferred}”").format(preferred=finding.preferred))
    if finding.why:
        said.append(spoken(finding.why))
    return "\n".join(said)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(report: Report, _manner: Manner) -> str:
    """
    A code quality report.

    Source: GitLab Docs, “Code Quality”, report format; a fingerprint stays the same while a finding does.
    """
    findings = (*report.trouble, *report.findings)
    issues = [
        {
            "description": in_words(finding),
            "check_name": f"{finding.code} {finding.rule}".rstrip(),
            "fingerprint": fingerprint,
            "severity": _GRAVITY[finding.severity],
            "location": {"path": finding.place.file, "lines": {"begin": finding.place.line or 1}},
        }
        for finding, fingerprint in zip(findings, keys(findings), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"
