"""One name is translated here and only written in other letters there."""

from collections.abc import Iterator

from termaccord.lint.conflicts.conflict import Kind, conflicts
from termaccord.lint.conflicts.marks import mark
from termaccord.lint.conflicts.people import written_as
from termaccord.lint.rule import Case, Collection, Mark, Rule, Scope
from termaccord.model import Severity, say

MESSAGE = say("one name is translated here and transliterated there: {names}; “{preferred}” is proposed")


def check(collection: Collection) -> Iterator[Mark]:
    for conflict in conflicts(collection):
        if conflict.kind is Kind.TRANSLITERATED:
            notes = {
                p.text: say("transliterated") if written_as(p.head, conflict.sources) else say("translated")
                for p in conflict.parties
            }
            yield mark(
                conflict, collection, MESSAGE, Severity.ERROR if conflict.aligned else Severity.WARNING, notes
            )


TRANSLATED_OR_TRANSLITERATED = Rule(
    code="C14",
    name="translated-or-transliterated",
    scope=Scope.CORPUS,
    severity=Severity.ERROR,
    summary=say("a name is translated in one place and transliterated in another"),
    reason=say("Nobody who knows only one of the languages can see that the two are one name."),
    source="UNGEGN Manual for the National Standardization of Geographical Names; ISO 704:2022",
    check=check,
    cases=(
        Case(
            texts=(
                "ru: Прошло учение «Тихий омут-2031». Учение «Тихий омут-2031» прошло.",
                "en courier: The exercise ⟦Still Pool-2031⟧ took place.",
                "en gazette: The exercise ⟦Tikhiy Omut-2031⟧ took place.",
            ),
            concepts="exercise: Тихий омут-2031 = Still Pool-2031; Tikhiy Omut-2031",
        ),
        Case(
            texts=(
                "ru: Прошло учение «Тихий омут-2031», а до него «Тихий омут-2029».",
                "en courier: The exercise Still Pool-2031 took place, after Still Pool-2029.",
            ),
            concepts="exercise: Тихий омут-2031 = Still Pool-2031\nexercise: Тихий омут-2029 = Still Pool-2029",
        ),
    ),
)
