"""Every case of every rule."""

import pytest

from termaccord.lint.cases import run
from termaccord.lint.rule import Case, Rule
from termaccord.lint.rules import RULES

CASES = [(rule, case) for rule in RULES for case in rule.cases]


def label(value: object) -> str:
    return value.code if isinstance(value, Rule) else ""


@pytest.mark.parametrize(("rule", "case"), CASES, ids=label)
def test_a_rule_marks_what_its_case_says_and_nothing_else(rule: Rule, case: Case) -> None:
    outcome = run(rule, case)

    assert outcome.marked == outcome.expected


@pytest.mark.parametrize("rule", RULES, ids=label)
def test_a_rule_shows_what_it_marks_and_what_it_leaves_alone(rule: Rule) -> None:
    speaks = [bool(run(rule, case).expected) for case in rule.cases]

    assert any(speaks)
    assert not all(speaks)


def test_codes_are_unique_and_in_order_within_their_scope() -> None:
    codes = [rule.code for rule in RULES]

    assert len(set(codes)) == len(codes)
    assert len({rule.name for rule in RULES}) == len(RULES)
