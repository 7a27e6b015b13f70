"""Which rules run, how severe their findings are, and where they keep silent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from fnmatch import fnmatchcase

from termaccord.lint.rule import ALL, Rule
from termaccord.model import Finding, Severity

_NAME = 100
"""A name is more specific than any code."""
LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)
"""Severest first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """
    What a user wants checked.

    A rule is meant by its code, by the beginning of a code, by its name, or by ALL.
    Where several mean the same rule the most specific decides, and of two equal ones the silent.
    """

    select: tuple[str, ...] = ()
    """Empty: all rules but those that wait to be asked for."""
    extend_select: tuple[str, ...] = ()
    """Besides `select`."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    """None: off."""
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Pattern of paths, rules that keep silent there."""
    least: Severity = Severity.INFO
    """Findings less severe are not told."""

    @property
    def named(self) -> tuple[str, ...]:
        """Everything that is meant to mean a rule."""
        ignored = (rule for _, rules in self.per_file_ignores for rule in rules)
        return (*self.select, *self.extend_select, *self.ignore, *self.severity, *ignored)


def specificity(wanted: str, rule: Rule) -> int:
    """How closely `wanted` means the rule: letters of the code; 0 for ALL, -1 where it means another."""
    if wanted == ALL:
        return 0
    if wanted == rule.name:
        return _NAME
    return len(wanted) if wanted and rule.code.startswith(wanted) else -1


def chosen(rules: Sequence[Rule], choice: Choice) -> tuple[Rule, ...]:
    """The rules that run."""
    return tuple(rule for rule in rules if _runs(rule, choice))


def _runs(rule: Rule, choice: Choice) -> bool:
    wanted = [specificity(s, rule) for s in (*choice.select, *choice.extend_select)]
    if not choice.select and rule.default:
        wanted.append(0)
    off = (code for code, severity in choice.severity.items() if severity is None)
    unwanted = [specificity(s, rule) for s in (*choice.ignore, *off)]
    for_it, against = max(wanted, default=-1), max(unwanted, default=-1)
    return for_it > against


def unknown(wanted: Iterable[str], rules: Sequence[Rule]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What means no rule, each with codes and names that look like it."""
    known = [word for rule in rules for word in (rule.code, rule.name)]
    return tuple(
        (one, tuple(get_close_matches(one, known, 3, 0.5)))
        for one in dict.fromkeys(wanted)
        if all(specificity(one, rule) < 0 for rule in rules)
    )


def severe(findings: Iterable[Finding], rules: Sequence[Rule], choice: Choice) -> tuple[Finding, ...]:
    """
    The findings with the severities that were chosen, without what is less severe than was asked for.

    A hint that a rule gives because its evidence is weak stays a hint.
    """
    by_code = {rule.code: rule for rule in rules}
    weighed = (_weighed(finding, by_code.get(finding.code), choice) for finding in findings)
    return tuple(f for f in weighed if LEVELS.index(f.severity) <= LEVELS.index(choice.least))


def _weighed(finding: Finding, rule: Rule | None, choice: Choice) -> Finding:
    if rule is None:
        return finding
    best, wanted = max(
        ((specificity(code, rule), severity) for code, severity in choice.severity.items()),
        key=lambda found: found[0],
        default=(-1, None),
    )
    hint = finding.severity is Severity.INFO and rule.severity is not Severity.INFO
    if best < 0 or wanted is None or hint:
        return finding
    return replace(finding, severity=wanted)


def ignored_in(path: str, choice: Choice) -> tuple[str, ...]:
    """
    The rules that keep silent in a file.

    A pattern means whole paths, the ends of paths, and with a slash at its own end all that is in a folder.
    """
    return tuple(rule for pattern, rules in choice.per_file_ignores if fits(path, pattern) for rule in rules)


def fits(path: str, pattern: str) -> bool:
    """
    Whether a path is one of those that a pattern means.

    >>> fits("corpus/en-gull/ports.txt", "en-gull/*.txt"), fits("en-gull/ports.txt", "en-crow/")
    (True, False)
    """
    whole = f"{pattern}*" if pattern.endswith("/") else pattern
    return fnmatchcase(path, whole) or fnmatchcase(f"/{path}", f"*/{whole}")
