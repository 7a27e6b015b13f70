"""The target gives another date than the source."""

from collections.abc import Iterator

from termaccord.lint.evidence.figures import otherwise
from termaccord.lint.rule import Case, Mark, Passage, Rule, Scope
from termaccord.model import Severity, say


def check(passage: Passage) -> Iterator[Mark]:
    return otherwise(passage, dates=True)


DATE_CHANGED = Rule(
    code="N02",
    name="date-changed",
    scope=Scope.PASSAGE,
    severity=Severity.ERROR,
    summary=say("a date or a time is not the one that the source gives"),
    reason=say("A reader who relies on a wrong date misses the event."),
    source="ISO 5060:2024, accuracy; date forms after Unicode CLDR",
    check=check,
    cases=(
        Case("Ярмарка начнётся 18 марта.", "The fair opens on ⟦13 March⟧.", languages=("ru", "en")),
        Case(
            "Мост открыли в июне 2009 года.", "The bridge was opened in ⟦July⟧ 2009.", languages=("ru", "en")
        ),
        Case("Мост открыли в 2009 году.", "The bridge was opened in ⟦2006⟧.", languages=("ru", "en")),
        Case(
            "Мост открыли 4 мая 2009 года.", "The bridge was opened on 4 May ⟦2006⟧.", languages=("ru", "en")
        ),
        Case("Сбор в 15:30.", "We meet at ⟦3.50 p.m.⟧", languages=("ru", "en")),
        Case(
            "Ярмарка прошла 27 ноября 2025 года.",
            "The fair was on November 27, 2025.",
            languages=("ru", "en"),
        ),
        Case("Ярмарка прошла 27 ноября 2025 года.", "The fair: 27/11/2025.", languages=("ru", "en")),
        Case(
            "Это было в XXI веке, в 1990-х так не делали.",
            "21st century; not in the 1990s.",
            languages=("ru", "en"),
        ),
        Case("Выставка открыта 18–20 марта.", "The show runs from 18 to 20 March.", languages=("ru", "en")),
        Case("Сбор в 15:30.", "We meet at 3.30 p.m.", languages=("ru", "en")),
        Case("Мост открыли в прошлом году.", "The bridge was opened in 2024.", languages=("ru", "en")),
    ),
)
