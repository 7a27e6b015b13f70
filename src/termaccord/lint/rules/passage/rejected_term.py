"""The text uses a term that the glossary has deprecated, superseded or forbidden."""

from collections.abc import Iterator

from termaccord.lint.rule import REJECTED, Case, Mark, Passage, Rule, Scope
from termaccord.lint.terms import preferred_of
from termaccord.model import Severity, say


def check(passage: Passage) -> Iterator[Mark]:
    for use in passage.target.uses:
        if use.term.status in REJECTED:
            better = preferred_of(use.concept, passage.target.language)
            used = use.span.of(passage.target.text)
            status = str(use.term.status)
            message = (
                say(
                    "“{used}” is {status}; the preferred term is “{better}”",
                    used=used,
                    status=say(status),
                    better=better,
                )
                if better
                else say("“{used}” is {status}", used=used, status=say(status))
            )
            yield Mark(use.span, message, better, use.concept.id)


REJECTED_TERM = Rule(
    code="T01",
    name="rejected-term",
    scope=Scope.PASSAGE,
    severity=Severity.ERROR,
    summary=say("a term that the glossary has rejected is used"),
    reason=say(
        "A reader who meets two names looks for two things, and somebody has decided against this one."
    ),
    source="ISO 704:2022, on synonymy; ISO 12620, administrative status",
    check=check,
    cases=(
        Case("Restart the cluster.", "Перезапустите ⟦скопление⟧.", "cluster = кластер; †скопление"),
        Case("Restart the cluster.", "Перезапустите кластер.", "cluster = кластер; †скопление"),
        Case("Restart the host.", "Перезапустите узел."),
    ),
)
