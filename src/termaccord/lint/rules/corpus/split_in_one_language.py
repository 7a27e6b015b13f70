"""A word of the source is rendered in several ways in one language, and always alike in another."""

from collections.abc import Iterator

from termaccord.lint.conflicts.conflict import Kind, conflicts
from termaccord.lint.conflicts.marks import mark
from termaccord.lint.rule import Case, Collection, Mark, Rule, Scope
from termaccord.model import Severity, say

MESSAGE = say("rendered in several ways here, always alike in another language: {names}")


def check(collection: Collection) -> Iterator[Mark]:
    for conflict in conflicts(collection):
        if conflict.kind is Kind.SPLIT:
            yield mark(conflict, collection, MESSAGE, Severity.INFO)


SPLIT_IN_ONE_LANGUAGE = Rule(
    code="C15",
    name="split-in-one-language",
    scope=Scope.CORPUS,
    severity=Severity.INFO,
    summary=say("a word has several renderings in one language and a single one in another"),
    reason=say("Where one translator needed one word, another may have used two without meaning two things."),
    source="Dyvik (2004), Translations as Semantic Mirrors",
    check=check,
    cases=(
        Case(
            texts=(
                "ru: Сводка пришла. Сводка готова. Сводка верна. Сводка нужна.",
                "en courier: The ⟦bulletin⟧ came. The ⟦bulletin⟧ is ready. The ⟦digest⟧ is right. The ⟦digest⟧ is needed.",
                "de kurier: Die Meldung kam. Die Meldung ist fertig. Die Meldung stimmt. Die Meldung fehlt.",
            ),
            concepts="concept: сводка = bulletin; digest = Meldung",
        ),
        Case(
            texts=(
                "ru: Сводка пришла. Сводка готова. Сводка верна. Сводка нужна.",
                "en courier: The bulletin came. The bulletin is ready. The digest is right. The digest is needed.",
            ),
            concepts="concept: сводка = bulletin; digest",
        ),
        Case(
            texts=(
                "ru: Сводка пришла. Сводка готова. Сводка верна. Сводка нужна.",
                "en courier: The bulletin came. The bulletin is ready. The digest is right. The digest is needed.",
                "de kurier: Die Meldung kam. Die Nachricht ist fertig. Die Meldung stimmt. Die Nachricht fehlt.",
            ),
            concepts="concept: сводка = bulletin; digest = Meldung; Nachricht",
        ),
    ),
)
