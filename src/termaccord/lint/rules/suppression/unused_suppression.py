"""A comment silences a rule that has nothing to say there."""

from collections.abc import Iterator

from termaccord.lint.rule import ALL, Case, Mark, Rule, Scope, Silence
from termaccord.model import Severity, Span, say


def check(silence: Silence) -> Iterator[Mark]:
    place = silence.suppression.place
    for name in silence.unknown:
        message = say("there is no rule “{rule}” to suppress; “termaccord rules” lists them all", rule=name)
        yield Mark(Span(0, 0), message, place=place, quoted=name)
    for name in silence.idle:
        message = (
            say("no rule has anything to say here; remove the suppression")
            if name == ALL
            else say("“{rule}” has nothing to say here; remove it from the suppression", rule=name)
        )
        yield Mark(Span(0, 0), message, place=place, quoted=name)


UNUSED_SUPPRESSION = Rule(
    code="X01",
    name="unused-suppression",
    scope=Scope.SUPPRESSION,
    severity=Severity.WARNING,
    summary=say("a comment suppresses what is not found"),
    reason=say("What it was for has been mended; left standing it would hide the next mistake."),
    source="ESLint, reportUnusedDisableDirectives; Ruff, RUF100",
    check=check,
    cases=(
        Case("ignore ⟦C10⟧, T01", "T01"),
        Case("ignore T01", "T01"),
        Case("ignore", "T01"),
    ),
)
