import pytest

from termaccord.lint.choice import Choice, chosen, fits, ignored_in, severe, unknown
from termaccord.lint.rule import Rule, Scope
from termaccord.model import Finding, Place, Severity


def rule(code: str, name: str, default: bool = True) -> Rule:
    return Rule(code, name, Scope.PASSAGE, Severity.ERROR, "", "", "", lambda _view: (), default=default)


RULES = (
    rule("C10", "inconsistent-rendering"),
    rule("C11", "name-spelling"),
    rule("T01", "rejected-term"),
    rule("T05", "abbreviation-not-introduced", default=False),
)


def codes(choice: Choice) -> list[str]:
    return [r.code for r in chosen(RULES, choice)]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), ["C10", "C11", "T01"]),
        (Choice(select=("C",)), ["C10", "C11"]),
        (Choice(select=("name-spelling", "T0")), ["C11", "T01", "T05"]),
        (Choice(ignore=("C1",)), ["T01"]),
        (Choice(ignore=("C",), select=("C10",)), ["C10"]),
        (Choice(select=("C",), ignore=("C10",)), ["C11"]),
        (Choice(select=("C10",), ignore=("C10",)), []),
        (Choice(extend_select=("T05",)), ["C10", "C11", "T01", "T05"]),
        (Choice(select=("C11",), extend_select=("T05",)), ["C11", "T05"]),
        (Choice(select=("ALL",)), ["C10", "C11", "T01", "T05"]),
        (Choice(ignore=("ALL",), extend_select=("T",)), ["T01", "T05"]),
        (Choice(severity={"C10": None}), ["C11", "T01"]),
        (Choice(severity={"C": None, "C11": Severity.INFO}), ["T01"]),
    ],
)
def test_the_most_specific_wish_decides_which_rules_run(choice: Choice, expected: list[str]) -> None:
    assert codes(choice) == expected


def test_what_means_no_rule_is_told_with_what_looks_like_it() -> None:
    assert unknown(("C1", "name-speling", "Q7"), RULES) == (("name-speling", ("name-spelling",)), ("Q7", ()))


def finding(code: str, severity: Severity) -> Finding:
    return Finding(code, "", Place("a.txt"), severity)


def severities(choice: Choice, *findings: Finding) -> list[Severity]:
    return [f.severity for f in severe(findings, RULES, choice)]


def test_the_most_specific_severity_counts() -> None:
    choice = Choice(severity={"C": Severity.WARNING, "C11": Severity.INFO})

    assert severities(choice, finding("C10", Severity.ERROR), finding("C11", Severity.ERROR)) == [
        Severity.WARNING,
        Severity.INFO,
    ]


def test_a_hint_is_not_made_an_error() -> None:
    choice = Choice(severity={"C": Severity.ERROR})

    assert severities(choice, finding("C10", Severity.WARNING), finding("C10", Severity.INFO)) == [
        Severity.ERROR,
        Severity.INFO,
    ]


def test_what_is_less_severe_than_asked_for_is_not_told() -> None:
    choice = Choice(severity={"T01": Severity.INFO}, least=Severity.WARNING)

    assert severities(choice, finding("C10", Severity.WARNING), finding("T01", Severity.ERROR)) == [
        Severity.WARNING
    ]


@pytest.mark.parametrize(
    ("path", "pattern", "meant"),
    [
        ("en-gull/ports.txt", "en-gull/*.txt", True),
        ("corpus/en-gull/ports.txt", "en-gull/*.txt", True),
        ("corpus/en-gull/ports.txt", "en-gull/", True),
        ("corpus/en-gull/old/ports.txt", "en-gull/", True),
        ("corpus/len-gull/ports.txt", "en-gull/", False),
        ("corpus/en-gull/ports.txt", "*.md", False),
        ("ports.txt", "ports.txt", True),
        ("airports.txt", "ports.txt", False),
        ("a/b/[c].txt", "*.txt", True),
    ],
)
def test_a_pattern_means_whole_paths_ends_and_folders(path: str, pattern: str, meant: bool) -> None:
    assert fits(path, pattern) is meant


def test_all_patterns_that_fit_count() -> None:
    choice = Choice(per_file_ignores=(("*.md", ("C",)), ("notes/", ("T01", "C11")), ("en/", ("X",))))

    assert ignored_in("notes/a.md", choice) == ("C", "T01", "C11")
