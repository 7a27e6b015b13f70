"""A unit of a memory would bring back a rendering that the glossary has rejected."""

from collections.abc import Iterator

from termaccord.lint.rule import REJECTED, Case, Mark, Rule, Scope, Store
from termaccord.lint.standing import in_longer_name
from termaccord.lint.terms import groups, preferred_of
from termaccord.model import Severity, say


def check(store: Store) -> Iterator[Mark]:
    for pair in store.pairs:
        asked = {use.concept.id for use in pair.source.uses}
        for uses in groups(pair.target.uses):
            use = uses[0]
            rejected = all(u.term.status in REJECTED for u in uses)
            if rejected and use.concept.id in asked and not in_longer_name(use, pair.target):
                used = use.span.of(pair.target.text)
                better = use.instead or preferred_of(use.concept, store.target_language, use.term)
                message = say(
                    "this unit would bring “{used}” back, which the glossary has rejected", used=used
                )
                yield Mark(use.span, message, better, use.concept.id, text=pair.target)


REJECTED_RENDERING = Rule(
    code="R03",
    name="rejected-rendering",
    scope=Scope.MEMORY,
    severity=Severity.WARNING,
    summary=say("a unit would bring back a rejected rendering"),
    reason=say(
        "What was decided in the glossary comes back with every match until the memory is mended; "
        "where rejected-term runs too, that rule tells it."
    ),
    source="ISO 17100:2015, 3.1.6, on maintaining resources",
    check=check,
    cases=(
        Case(
            texts=("Restart the cluster. = Перезапустите ⟦скопление⟧.", "Wait. = Ждите."),
            glossary="cluster = кластер; †скопление",
        ),
        Case(texts=("A crowd grew. = Росло скопление людей.",), glossary="cluster = кластер; †скопление"),
        Case(
            texts=("Restart the cluster. = Перезапустите кластер.",), glossary="cluster = кластер; †скопление"
        ),
    ),
)
