"""A memory holds several translations of one segment."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from termaccord.lint.rule import Case, Mark, Pair, Rule, Scope, Store
from termaccord.lint.segments import (
    joined,
    key,
    length,
    names_of_placeables,
    origin,
    plural,
    renderings,
    same_words,
    whole,
)
from termaccord.model import Severity, say

_SHORT = 2
"""Words of a label, which one language may need in several genders and cases."""


def check(store: Store) -> Iterator[Mark]:
    by_source: dict[object, list[Pair]] = defaultdict(list)
    for pair in store.pairs:
        if key(pair.source.text) and key(pair.target.text) and not plural(pair):
            by_source[key(pair.source.text), origin(pair)].append(pair)
    for pairs in by_source.values():
        forms = _forms(pairs)
        if len(forms) > 1:
            yield _mark(forms, store.target_language)


def together(stores: Sequence[Store]) -> Iterator[tuple[Store, Mark]]:
    """All files of one direction are one memory."""
    yield from ((store, mark) for store in joined(stores) for mark in check(store))


def _forms(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Translations that differ in more than layout, the most frequent first."""
    by_target: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_target[key(pair.target.text)].append(pair)
    return sorted(by_target.values(), key=len, reverse=True)


def _mark(forms: Sequence[Sequence[Pair]], language: str) -> Mark:
    first, other = forms[0][0], forms[1][0]
    label = length(first.source.text) <= _SHORT
    named = {names_of_placeables(form[0].source.text) for form in forms}
    endings = all(same_words(form[0].target.text, first.target.text, language) for form in forms)
    message = say("“{source}” is translated in {number} ways", source=first.source.text, number=len(forms))
    return Mark(
        whole(other.target),
        message,
        first.target.text,
        text=other.target,
        severity=Severity.INFO if label or endings or len(named) > 1 else None,
        variants=renderings(forms),
        why=say("the source segments are the same but for layout"),
    )


INCONSISTENT_TRANSLATION = Rule(
    code="R01",
    name="inconsistent-translation",
    scope=Scope.MEMORY,
    severity=Severity.WARNING,
    summary=say("one segment has several translations"),
    reason=say("The memory will offer one of them by chance; decide which, and delete or mend the others."),
    source="Moorkens 2012, on inconsistencies in translation memories",
    check=check,
    together=together,
    cases=(
        Case(
            texts=(
                "Close the lock gates before noon. = ⟦Закройте ворота шлюза до полудня.⟧",
                "Close the lock gates before noon = ⟦Створки шлюза запереть до обеда⟧",
            )
        ),
        # Endings only: told, but as information.
        Case(texts=("The gate is closed. = ⟦Закрыты ворота.⟧", "The gate is closed. = ⟦Ворота закрыт.⟧")),
        Case(texts=("Open {0} gates. = Открыть {0} ворот.", "Open {1} gates. = Открыть {1} ворот.")),
        Case(texts=("Close the gates. = Закройте ворота.", "Open the gates. = Откройте ворота.")),
    ),
)
