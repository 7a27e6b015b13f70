"""One name has two abbreviations, or one abbreviation is explained in two ways."""

from collections.abc import Iterator

from termaccord.lint.conflicts.conflict import Kind, conflicts
from termaccord.lint.conflicts.marks import mark
from termaccord.lint.rule import Case, Collection, Mark, Rule, Scope
from termaccord.model import Severity, say

SHORTS = say("one name has several abbreviations: {names}; “{preferred}” is proposed")
EXPANSIONS = say("one abbreviation is explained in several ways: {names}; “{preferred}” is proposed")


def check(collection: Collection) -> Iterator[Mark]:
    for conflict in conflicts(collection):
        if conflict.kind is Kind.ABBREVIATION:
            yield mark(conflict, collection, EXPANSIONS if conflict.shared else SHORTS, Severity.WARNING)


ABBREVIATION_CONFLICT = Rule(
    code="C13",
    name="abbreviation-conflict",
    scope=Scope.CORPUS,
    severity=Severity.WARNING,
    summary=say("a name has two abbreviations, or an abbreviation two explanations"),
    reason=say("An abbreviation stands for exactly the words it was introduced with."),
    source="ISO 704:2022, on abbreviated forms; The Chicago Manual of Style 18, chapter 10",
    check=check,
    cases=(
        Case(
            texts=(
                "ru: Союз горных станций (СГС) растёт. СГС растёт.",
                "en courier: The Union of Mountain Stations (⟦UMS⟧) grows.",
                "en gazette: The Union of Mountain Stations (⟦UMST⟧) grows.",
            ),
            concepts="body: Союз горных станций; СГС = Union of Mountain Stations; UMS; UMST",
        ),
        Case(
            texts=(
                "ru: Союз горных станций (СГС) растёт. СГС растёт.",
                "en courier: The ⟦Union of Mountain Stations⟧ (UMS) grows.",
                "en gazette: The ⟦Union of Mountain Shelters⟧ (UMS) grows.",
            ),
            concepts="body: Союз горных станций; СГС = Union of Mountain Stations; Union of Mountain Shelters; UMS",
        ),
        Case(
            texts=(
                "ru: Союз горных станций (СГС) растёт.",
                "en courier: The Union of Mountain Stations (UMS) grows, and the UMS is proud.",
            ),
            concepts="body: Союз горных станций; СГС = Union of Mountain Stations; UMS",
        ),
    ),
)
