"""Findings as programs read them: JSON, SARIF, GitHub, GitLab, JUnit."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

from termaccord.interfaces.reports import FORMATS, Manner, rendered
from termaccord.interfaces.reports.identity import key, keys
from termaccord.model import Document, Finding, Place, Rendering, Severity, Span
from termaccord.project.lint import Report

Golden = Callable[[str, str], None]
FILES = {
    "json": "report.json",
    "sarif": "report.sarif",
    "github": "report.github.txt",
    "gitlab": "report.gitlab.json",
    "junit": "report.junit.xml",
}
ALL = frozenset(Severity)


def written(form: str, report: Report, failing: frozenset[Severity] = frozenset({Severity.ERROR})) -> str:
    return rendered(form, report, Manner(failing=failing)).decode()


def about(words: str, message: str, file: str = "a.txt") -> Report:
    document = Document(file, "en", words, path=file)
    place = Place(file, "", Span(0, len(words)), 1, 1)
    return Report((Finding("X00", message, place, text=words, preferred=words),), (), (document,))


def sarif(report: Report) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(written("sarif", report))["runs"][0]
    return run


@pytest.mark.parametrize("form", FILES)
def test_a_report_for_a_program(report: Report, golden: Golden, form: str) -> None:
    golden(FILES[form], re.sub(r'("semanticVersion": )"[^"]*"', r'\1"0"', written(form, report)))


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_is_the_same_whatever_the_order_of_files(report: Report, form: str) -> None:
    turned = replace(report, documents=report.documents[::-1], concepts=report.concepts[::-1])

    assert written(form, turned) == written(form, report)


@settings(max_examples=50, deadline=None)
@given(words=st.text(min_size=1), message=st.text(), file=st.text(min_size=1))
def test_no_text_breaks_a_report(words: str, message: str, file: str) -> None:
    report = about(words, message, file.replace("\0", ""))

    assert isinstance(json.loads(written("json", report)), dict)
    assert isinstance(json.loads(written("gitlab", report)), list)
    assert SarifLog.model_validate_json(written("sarif", report)).version.value == "2.1.0"
    assert etree.fromstring(written("junit", report).encode()).tag == "testsuites"
    assert written("github", report).count("\n") == 1


def test_sarif_is_what_its_schema_allows(report: Report) -> None:
    # The model is generated from the schema that OASIS publishes and admits no other properties.
    log = SarifLog.model_validate_json(written("sarif", report))

    assert [r.ruleId for r in log.runs[0].results or []] == ["C10", "T01", "C12", "N01"]


def test_sarif_points_at_the_words(report: Report) -> None:
    region = sarif(report)["results"][0]["locations"][0]["physicalLocation"]["region"]

    assert region == {
        "startLine": 1,
        "startColumn": 5,
        "endLine": 1,
        "endColumn": 24,
        "snippet": {"text": "River Harbour Board"},
    }


def test_sarif_names_every_place_of_a_conflict(report: Report) -> None:
    related = sarif(report)["results"][0]["relatedLocations"]

    assert [place["message"]["text"] for place in related] == [
        "Council of River Ports",
        "Council of River Ports",
        "River Harbour Board",
        "Council of Ports",
    ]


def test_sarif_refers_to_its_rules_by_index(report: Report) -> None:
    run = sarif(report)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert [rules[r["ruleIndex"]] for r in run["results"] if "ruleIndex" in r] == ["C10", "T01"]


def test_sarif_says_that_a_file_could_not_be_read(report: Report) -> None:
    invocation = sarif(report)["invocations"][0]

    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "not a ZIP file"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b/ö#1.txt", "a%20b/%C3%B6%231.txt"),
        ("100%.txt", "100%25.txt"),
        ("/abs/ports.txt", "file:///abs/ports.txt"),
    ],
)
def test_sarif_names_files_by_uri(file: str, uri: str) -> None:
    place = sarif(about("words", "message", file))["results"][0]["locations"][0]

    assert place["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_conflict_is_known_again_when_its_lines_have_moved() -> None:
    def conflict(line: int) -> Finding:
        forms = tuple(Rendering(t, (Place("a", "", Span(line, line + 3), line),)) for t in ("one", "two"))
        return Finding("C10", "two forms", Place("a", line=line), concept="c-1", variants=forms)

    assert key(conflict(3)) == key(conflict(70))
    assert key(conflict(3)) != key(replace(conflict(3), concept="c-2"))
    assert key(conflict(3)) != key(replace(conflict(3), variants=conflict(3).variants[:1]))


def test_findings_that_look_alike_are_told_apart() -> None:
    finding = Finding("T01", "rejected", Place("a", line=1), text="lock")

    assert len(set(keys([finding] * 3))) == 3


def test_github_gets_a_command_a_line_whatever_the_text() -> None:
    said = written("github", about("a\nb", "100 % of it:\r\nall", "odd, name: here.txt"))

    assert said.startswith("::warning file=odd%2C name%3A here.txt,line=1,")
    assert "::100 %25 of it:%0D%0Aall%0A" in said


def test_gitlab_knows_each_issue_by_a_print_of_its_own(report: Report) -> None:
    issues = json.loads(written("gitlab", report))

    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}


def test_junit_fails_what_fails_the_check(report: Report) -> None:
    def outcome(failing: frozenset[Severity]) -> tuple[str | None, str | None, str | None]:
        root = etree.fromstring(written("junit", report, failing).encode())
        return root.get("tests"), root.get("failures"), root.get("errors")

    assert outcome(frozenset({Severity.ERROR})) == ("6", "2", "1")
    assert outcome(ALL) == ("6", "4", "1")
    assert outcome(frozenset()) == ("6", "0", "1")


def test_junit_counts_what_it_holds(report: Report) -> None:
    root = etree.fromstring(written("junit", report, ALL).encode())

    for suite in root:
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))


def test_json_counts_what_was_read(report: Report) -> None:
    assert json.loads(written("json", report))["summary"] == {
        "error": 2,
        "warning": 1,
        "info": 1,
        "documents": 4,
    }


def test_json_gives_offsets_of_the_very_words(report: Report) -> None:
    texts = {d.path: d.text for d in report.documents}
    findings = json.loads(written("json", report))["findings"]

    wrong = [
        form["text"]
        for finding in findings
        for form in finding["variants"]
        for o in form["occurrences"]
        if o["path"] in texts and texts[o["path"]][o["start"] : o["end"]] != form["text"]
    ]
    assert wrong == []
