"""Two concepts of a glossary have the same terms in two languages."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from termaccord.lint.entries import category, mark, spelled
from termaccord.lint.rule import REJECTED, Case, Mark, Rule, Scope, Termbase
from termaccord.model import Concept, Severity, say
from termaccord.text.analyser import primary_language


def twins(termbase: Termbase) -> Iterator[tuple[Concept, Concept, str]]:
    """Pairs of concepts of one category that share a term in two languages, with that of the first language."""
    shared: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    concepts = {concept.id: concept for concept in termbase.glossary.concepts}
    for (language, _), held in spelled(termbase).items():
        named = [(concept, term) for concept, term in held if term.status not in REJECTED]
        for (first, term), (second, _) in pairwise(named):
            shared[first.id, second.id].setdefault(primary_language(language), term.text)
    for (one, other), terms in shared.items():
        if len(terms) > 1 and category(concepts[one]) == category(concepts[other]):
            yield concepts[one], concepts[other], next(iter(terms.values()))


def check(termbase: Termbase) -> Iterator[Mark]:
    for one, other, term in twins(termbase):
        message = say(
            "“{concept}” and “{other}” are both “{term}”", concept=other.id, other=one.id, term=term
        )
        yield mark(termbase, other, term, message, one)


DUPLICATE_CONCEPTS = Rule(
    code="G03",
    name="duplicate-concepts",
    scope=Scope.GLOSSARY,
    severity=Severity.WARNING,
    summary=say("two entries are about the same thing"),
    reason=say("A decision made in one of them leaves the other as it was."),
    source="ISO 704:2022, on concept orientation: one entry, one concept",
    check=check,
    cases=(
        Case(glossary="lock; sluice = шлюз\n⟦lock⟧ = шлюз; затвор"),
        Case(glossary="lock = шлюз\nairlock = шлюз"),
        Case(glossary="lock = шлюз\nlock = замок"),
    ),
)
