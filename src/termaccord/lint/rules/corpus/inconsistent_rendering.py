"""One body, exercise, operation, event, programme or position has several names."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from termaccord.lint.conflicts.conflict import Conflict, Kind, Slip, conflicts
from termaccord.lint.conflicts.marks import mark
from termaccord.lint.rule import Case, Collection, Mark, Rule, Scope
from termaccord.model import Category, Severity, say

MESSAGES: Mapping[Category, str] = MappingProxyType(
    {
        Category.BODY: say("one body has several names: {names}; “{preferred}” is proposed"),
        Category.EXERCISE: say("one exercise has several names: {names}; “{preferred}” is proposed"),
        Category.OPERATION: say("one operation has several names: {names}; “{preferred}” is proposed"),
        Category.EVENT: say("one event has several names: {names}; “{preferred}” is proposed"),
        Category.PROGRAMME: say("one programme has several names: {names}; “{preferred}” is proposed"),
        Category.POSITION: say("one position has several names: {names}; “{preferred}” is proposed"),
        Category.CONCEPT: say("one thing has several names: {names}; “{preferred}” is proposed"),
        Category.PLACE: say("one place has several names: {names}; “{preferred}” is proposed"),
    }
)


DESCRIBED = frozenset({Category.POSITION, Category.EVENT, Category.PLACE})
"""Kinds that are as often described as named: a session of the council, the council’s session."""


def check(collection: Collection) -> Iterator[Mark]:
    for conflict in conflicts(collection):
        if conflict.kind is Kind.RENDERING:
            yield mark(conflict, collection, MESSAGES[conflict.concept.category], severity(conflict))


def severity(conflict: Conflict) -> Severity:
    """An error where aligned texts prove it, and no more than a remark where the words are ordinary ones."""
    if not conflict.proper or conflict.slip is Slip.MOVED:
        return Severity.INFO
    if conflict.slip is Slip.ABRIDGED:
        return Severity.WARNING if conflict.aligned else Severity.INFO
    if conflict.concept.category in DESCRIBED and (conflict.slight or conflict.short):
        return Severity.INFO
    if conflict.concept.category is Category.CONCEPT:
        return Severity.WARNING if conflict.aligned else Severity.INFO
    return Severity.ERROR if conflict.aligned else Severity.WARNING


INCONSISTENT_RENDERING = Rule(
    code="C10",
    name="inconsistent-rendering",
    scope=Scope.CORPUS,
    severity=Severity.WARNING,
    summary=say("one thing has several names"),
    reason=say("A reader who meets two names looks for two things."),
    source="ISO 704:2022, on designations: one concept, one preferred term",
    check=check,
    cases=(
        Case(
            texts=(
                "ru: Совет по делам рыболовства собрался утром. Совет по делам рыболовства принял план.",
                "en courier: The ⟦Fisheries Council⟧ met in the morning.",
                "en gazette: The ⟦Board of Fishing Affairs⟧ adopted a plan.",
            ),
            concepts="body: Совет по делам рыболовства = Fisheries Council; Board of Fishing Affairs",
        ),
        Case(
            texts=(
                "ru: Речной надзорный комитет собрался утром. Комитет принял план.",
                "en courier: The River Supervision Committee met in the morning. The Committee adopted a plan.",
            ),
            concepts="body: Речной надзорный комитет; Комитет = River Supervision Committee; Committee",
        ),
        Case(
            texts=(
                "ru: Речные дозоры вышли в море.",
                "en courier: The River Patrols put to sea.",
                "en gazette: Every River Patrol put to sea.",
            ),
            concepts="body: речной дозор = River Patrol",
        ),
    ),
)
