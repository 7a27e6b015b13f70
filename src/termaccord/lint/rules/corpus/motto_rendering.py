"""One motto has several wordings."""

from collections.abc import Iterator

from termaccord.lint.conflicts.conflict import Kind, conflicts
from termaccord.lint.conflicts.marks import mark
from termaccord.lint.rule import Case, Collection, Mark, Rule, Scope
from termaccord.model import Severity, say

MESSAGE = say("one motto has several wordings: {names}; “{preferred}” is proposed")


def check(collection: Collection) -> Iterator[Mark]:
    for conflict in conflicts(collection):
        if conflict.kind is Kind.MOTTO:
            yield mark(conflict, collection, MESSAGE, Severity.ERROR)


MOTTO_RENDERING = Rule(
    code="C12",
    name="motto-rendering",
    scope=Scope.CORPUS,
    severity=Severity.ERROR,
    summary=say("a motto has several wordings"),
    reason=say("A motto is quoted, not described: it has one wording in a language."),
    source="Interinstitutional Style Guide of the EU, on official titles and slogans",
    check=check,
    cases=(
        Case(
            texts=(
                "ru: Девиз: «Берег помнит всё». Девиз года: «Берег помнит всё».",
                "en courier: The motto is “⟦The Shore Remembers Everything⟧”.",
                "en gazette: The motto is “⟦Shores That Remember⟧”.",
            ),
            concepts="motto: Берег помнит всё = The Shore Remembers Everything; Shores That Remember",
        ),
        Case(
            texts=(
                "ru: Девиз: «Берег помнит всё».",
                "en courier: The motto is “The Shore Remembers Everything”.",
                "en gazette: The motto is ‘The shore remembers everything’.",
            ),
            concepts="motto: Берег помнит всё = The Shore Remembers Everything",
        ),
    ),
)
