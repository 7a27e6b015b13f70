"""`termaccord rules`: the list and the pages."""

import json
import re
from collections.abc import Callable

import pytest
from click.testing import Result

from termaccord.interfaces.rules import as_markdown, speaks
from termaccord.lint.rules import RULES

Call = Callable[..., Result]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def test_the_list_names_every_rule(termaccord: Call) -> None:
    said = termaccord("rules").stdout

    assert sorted(re.findall(r"^  ([A-Z]\d\d)  ", said, re.MULTILINE)) == sorted(rule.code for rule in RULES)


def test_a_page_says_why_and_shows_what_is_marked_and_what_is_not(termaccord: Call) -> None:
    said = termaccord("rules", "T01").stdout

    assert said.startswith("T01 rejected-term\n")
    assert re.search(r"\nMarked\n.*⟦.*\nLeft alone\n[^⟦]*\Z", said, re.DOTALL)


@pytest.mark.parametrize("code", ["T01", "t01", "rejected-term"])
def test_a_rule_is_asked_for_by_code_or_name(termaccord: Call, code: str) -> None:
    assert termaccord("rules", code).stdout == termaccord("rules", "T01").stdout


def test_the_beginning_of_a_code_means_all_rules_that_begin_so(termaccord: Call) -> None:
    rules = json.loads(termaccord("rules", "N", "--format", "json").stdout)["rules"]

    assert [rule["code"] for rule in rules] == [rule.code for rule in RULES if rule.code.startswith("N")]


def test_a_rule_that_does_not_exist_is_answered_with_what_looks_like_it(termaccord: Call) -> None:
    assert "did you mean rejected-term" in str(termaccord("rules", "rejected-terms").exception)


def test_markdown_has_a_section_a_rule() -> None:
    sections = re.findall(r"^### (\w+) ", as_markdown(RULES), re.MULTILINE)

    assert sorted(sections) == sorted(rule.code for rule in RULES)


def test_every_rule_shows_both_kinds_of_examples() -> None:
    kinds = {rule.code: {speaks(case) for case in rule.cases} for rule in RULES}

    assert [code for code, found in kinds.items() if found != {True, False}] == []


def test_the_pages_are_russian_for_a_russian_reader(
    termaccord: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "ru")

    said = termaccord("rules", "T01").stdout

    assert "\nОтмечается\n" in said
    assert not re.search("[A-Za-z]{4,}", said.splitlines()[1])
