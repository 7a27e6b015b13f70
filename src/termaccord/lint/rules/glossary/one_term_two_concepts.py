"""One term names two concepts."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from termaccord.lint.entries import category, mark, spelled
from termaccord.lint.rule import REJECTED, Case, Mark, Rule, Scope, Termbase
from termaccord.lint.rules.glossary.duplicate_concepts import twins
from termaccord.model import Concept, Severity, Term, say


def check(termbase: Termbase) -> Iterator[Mark]:
    doubled = {frozenset((one.id, other.id)) for one, other, _ in twins(termbase)}
    for (language, _), held in spelled(termbase).items():
        named = [(concept, term) for concept, term in held if term.status not in REJECTED]
        for (first, term), (second, _) in pairwise(named):
            if frozenset((first.id, second.id)) not in doubled:
                yield _mark(termbase, first, second, term, language)


def _mark(termbase: Termbase, first: Concept, second: Concept, term: Term, language: str) -> Mark:
    message = say(
        "“{term}” names “{other}” as well as “{concept}” in {language}",
        term=term.text,
        other=first.id,
        concept=second.id,
        language=language,
    )
    found = mark(termbase, second, term.text, message, first)
    apart = category(first) != category(second) or _parts(first, term) != _parts(second, term)
    return replace(found, severity=Severity.INFO) if apart else found


def _parts(concept: Concept, term: Term) -> set[str]:
    return {t.part_of_speech for s in concept.languages for t in s.terms if t.text == term.text}


ONE_TERM_TWO_CONCEPTS = Rule(
    code="G02",
    name="one-term-two-concepts",
    scope=Scope.GLOSSARY,
    severity=Severity.WARNING,
    summary=say("one term names two concepts"),
    reason=say("A reader cannot tell which is meant; say what tells them apart, or make them one."),
    source="ISO 704:2022, on homonymy and polysemy",
    check=check,
    cases=(
        Case(glossary="lock = шлюз\nairlock = ⟦шлюз⟧"),
        Case(glossary="lock = шлюз\nairlock = тамбур-шлюз"),
        # The same thing twice is told by duplicate-concepts.
        Case(glossary="lock = шлюз\nlock = шлюз"),
        Case(glossary="lock = шлюз\nairlock = тамбур; †шлюз"),
    ),
)
