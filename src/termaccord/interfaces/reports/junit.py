"""Findings as JUnit XML, for the test pages of CI servers."""

import re
from xml.sax.saxutils import escape, quoteattr

from termaccord.interfaces.reports.annotations import in_words
from termaccord.interfaces.reports.manner import Manner
from termaccord.interfaces.reports.wording import where
from termaccord.interfaces.translation import spoken
from termaccord.model import Finding, Severity
from termaccord.project.lint import Report

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""XML 1.0 knows no such characters, not even escaped."""


def as_junit(report: Report, manner: Manner) -> str:
    """
    A suite a file, a case a finding; a file without findings is one case that passes.

    What fails the check fails its case; lesser findings are cases that pass and say what they have found.
    What could not be read is an error.
    """
    files = dict.fromkeys([*(d.path or d.name for d in report.documents), *report.bilingual])
    by_file: dict[str, list[tuple[Finding, bool]]] = {file: [] for file in files}
    for findings, trouble in ((report.trouble, True), (report.findings, False)):
        for finding in findings:
            by_file.setdefault(finding.place.file, []).append((finding, trouble))
    suites = [_suite(file, found, manner) for file, found in sorted(by_file.items())]
    failures = sum(_fails(f, manner) for f in report.findings)
    errors = sum(f.severity is Severity.ERROR for f in report.trouble)
    tests = sum(max(len(found), 1) for found in by_file.values())
    counts = f'tests="{tests}" failures="{failures}" errors="{errors}"'
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="termaccord" {counts}>\n'
    return head + "".join(suites) + "</testsuites>\n"


def _suite(file: str, found: list[tuple[Finding, bool]], manner: Manner) -> str:
    failures = sum(_fails(f, manner) for f, trouble in found if not trouble)
    errors = sum(f.severity is Severity.ERROR for f, trouble in found if trouble)
    counts = f'tests="{max(len(found), 1)}" failures="{failures}" errors="{errors}"'
    name = _attribute(file)
    cases = [_case(name, f, manner, trouble) for f, trouble in found]
    cases = cases or [f'  <testcase classname={name} name="termaccord"/>\n']
    return f" <testsuite name={name} {counts}>\n{''.join(cases)} </testsuite>\n"


def _case(file: str, finding: Finding, manner: Manner, trouble: bool) -> str:
    title = f"{finding.code} {where(finding.place)}"
    line = f' line="{finding.place.line}"' if finding.place.line else ""
    head = f"  <testcase classname={file} name={_attribute(title)} file={file}{line}>"
    words = escape(_legal(in_words(finding)))
    kind = f"message={_attribute(spoken(finding.message))} type={_attribute(finding.rule or finding.code)}"
    if trouble and finding.severity is Severity.ERROR:
        body = f"<error {kind}>{words}</error>"
    elif not trouble and _fails(finding, manner):
        body = f"<failure {kind}>{words}</failure>"
    else:
        body = f"<system-out>{words}</system-out>"
    return f"{head}{body}</testcase>\n"


def _fails(finding: Finding, manner: Manner) -> bool:
    return finding.severity in manner.failing


def _attribute(text: str) -> str:
    return quoteattr(_legal(text), {"\n": " ", "\r": " ", "\t": " "})


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
