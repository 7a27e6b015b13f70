"""The target gives another number than the source."""

from collections.abc import Iterator

from termaccord.lint.evidence.figures import otherwise
from termaccord.lint.rule import Case, Mark, Passage, Rule, Scope
from termaccord.model import Severity, say


def check(passage: Passage) -> Iterator[Mark]:
    return otherwise(passage, dates=False)


NUMBER_CHANGED = Rule(
    code="N01",
    name="number-changed",
    scope=Scope.PASSAGE,
    severity=Severity.ERROR,
    summary=say("a number is not the one that the source gives"),
    reason=say("A swapped digit is the error that a reader cannot see and that misleads him most."),
    source="ISO 5060:2024, accuracy; number forms after Unicode CLDR",
    check=check,
    cases=(
        Case("На склад привезли 386 ящиков.", "The depot received ⟦368⟧ crates.", languages=("ru", "en")),
        Case("Built in three years.", "Построили за ⟦четыре⟧ года."),
        Case("Fifteen barges came.", "Пришло ⟦50⟧ барж."),
        Case("Истрачено 1,5 млн рублей.", "The cost was 1,500,000 roubles.", languages=("ru", "en")),
        Case("Прошло двое суток.", "Forty-eight hours went by.", languages=("ru", "en")),
        Case("Собралось полтора десятка мастеров.", "Fifteen craftsmen came.", languages=("ru", "en")),
        Case("Построили 1483 дома.", "Almost 1,500 houses were built.", languages=("ru", "en")),
        Case("Обе стороны подписали акт.", "The two sides signed the act.", languages=("ru", "en")),
    ),
)
