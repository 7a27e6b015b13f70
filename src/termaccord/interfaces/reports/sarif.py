"""Findings as SARIF 2.1.0, for code scanning and for editors."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from termaccord.interfaces.reports.identity import keys
from termaccord.interfaces.reports.manner import Manner
from termaccord.interfaces.reports.quotes import Quotes
from termaccord.interfaces.translation import _, language, spoken
from termaccord.lint.rule import Rule
from termaccord.lint.rules import RULES
from termaccord.model import Edit, Finding, Place, Severity
from termaccord.project.lint import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"


def as_sarif(report: Report, _manner: Manner) -> str:
    """
    One run with all rules and results.

    Source: OASIS, “Static Analysis Results Interchange Format (SARIF) Version 2.1.0”.
    Columns count code points, as the run's columnKind says.
    """
    quotes = Quotes(report)
    order = {rule.code: index for index, rule in enumerate(RULES)}
    marks = keys(report.findings)
    failed = any(f.severity is Severity.ERROR for f in report.trouble)
    run = {
        "tool": {
            "driver": {
                "name": "termaccord",
                "semanticVersion": version("termaccord"),
                "language": language(),
                "rules": [_rule(rule) for rule in RULES],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not failed,
                "toolExecutionNotifications": [_notification(f, quotes) for f in report.trouble],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": [_result(f, mark, order, quotes) for f, mark in zip(report.findings, marks, strict=True)],
    }
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": _sentence(spoken(rule.summary))},
        "fullDescription": {"text": spoken(rule.reason)},
        "help": {"text": f"{spoken(rule.reason)}\n\n{rule.source}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["terminology", rule.scope.value]},
    }


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _result(finding: Finding, mark: str, order: dict[str, int], quotes: Quotes) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in order:
        result["ruleIndex"] = order[finding.code]
    result |= {
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(finding.place, quotes, finding.text)],
        "partialFingerprints": {"conceptAndRendering/v1": mark},
    }
    related = _related(finding, quotes)
    if related:
        result["relatedLocations"] = related
    if finding.edits:
        result["fixes"] = _fixes(finding.edits, quotes)
    properties = {"concept": finding.concept, "preferred": finding.preferred}
    if any(properties.values()):
        result["properties"] = {name: value for name, value in properties.items() if value}
    return result


def _message(finding: Finding) -> str:
    said = [_sentence(spoken(finding.message))]
    if finding.preferred:
        said.append(_sentence(_("write “{preferred}”").format(preferred=finding.preferred)))
    if finding.why:
        said.append(_sentence(spoken(finding.why)))
    return " ".join(said)


def _related(finding: Finding, quotes: Quotes) -> list[dict[str, Any]]:
    places = [(p, v.text) for v in finding.variants for p in v.places] + [(p, "") for p in finding.related]
    return [
        {"id": number, **_location(place, quotes), **({"message": {"text": said}} if said else {})}
        for number, (place, said) in enumerate(places, 1)
    ]


def _notification(finding: Finding, quotes: Quotes) -> dict[str, Any]:
    return {
        "level": _LEVELS[finding.severity],
        "message": {"text": spoken(finding.message)},
        "descriptor": {"id": finding.code},
        "locations": [_location(finding.place, quotes)],
    }


def _location(place: Place, quotes: Quotes, words: str = "") -> dict[str, Any]:
    region = _region(place, quotes)
    if words:
        region["snippet"] = {"text": words}
    physical = {"artifactLocation": _artifact(place.file), "region": region}
    unit = {"logicalLocations": [{"name": place.unit, "kind": "resource"}]} if place.unit else {}
    if place.paragraph:
        unit = {"logicalLocations": [{"name": f"paragraph {place.paragraph}", "kind": "element"}]}
    return {"physicalLocation": physical, **unit}


def _region(place: Place, quotes: Quotes) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": place.line or 1}
    if place.line and place.column:
        region["startColumn"] = place.column
        end = quotes.end(place)
        if end and end >= (place.line, place.column):
            region |= {"endLine": end[0], "endColumn": end[1]}
    return region


def _artifact(file: str) -> dict[str, Any]:
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix()), "uriBaseId": _ROOT}


def _fixes(edits: Sequence[Edit], quotes: Quotes) -> list[dict[str, Any]]:
    """All edits as one fix, file by file; only where the file's own lines and columns are known."""
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in edits:
        region = _region(edit.place, quotes)
        if "endColumn" in region:
            replacement = {"deletedRegion": region, "insertedContent": {"text": edit.replacement}}
            changes.setdefault(edit.place.file, []).append(replacement)
    if not changes:
        return []
    return [
        {
            "artifactChanges": [
                {"artifactLocation": _artifact(file), "replacements": replacements}
                for file, replacements in changes.items()
            ]
        }
    ]
