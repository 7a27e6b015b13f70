"""Findings as JSON: the contract of docs/json.md."""

import json
from typing import Any

from termaccord.interfaces.reports.manner import Manner
from termaccord.interfaces.translation import spoken
from termaccord.model import Finding, Place
from termaccord.project.lint import Report


def as_json(report: Report, _manner: Manner) -> str:
    """All findings, those about the input included, and the counts."""
    findings = [as_record(f) for f in (*report.trouble, *report.findings)]
    answer = {"findings": findings, "summary": report.counts}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def as_record(finding: Finding) -> dict[str, Any]:
    """One finding, as docs/json.md describes it."""
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": spoken(finding.message),
        "concept": finding.concept or None,
        **_place(finding.place),
        "text": finding.text,
        "preferred": finding.preferred,
        "variants": [
            {
                "text": v.text,
                "status": v.status or None,
                "note": spoken(v.note),
                "occurrences": [_place(p) for p in v.places],
            }
            for v in finding.variants
        ],
        "related": [_place(p) for p in finding.related],
        "fixes": [{**_place(e.place), "replacement": e.replacement, "safe": e.safe} for e in finding.edits],
        "why": spoken(finding.why),
    }


def _place(place: Place) -> dict[str, Any]:
    span = {"start": place.span.start, "end": place.span.end} if place.span else {"start": 0, "end": 0}
    where = {"line": place.line, "column": place.column}
    if place.paragraph:
        where |= {"paragraph": place.paragraph, "page": place.page}
    return {"path": place.file, **where, **span, **({"unit": place.unit} if place.unit else {})}
