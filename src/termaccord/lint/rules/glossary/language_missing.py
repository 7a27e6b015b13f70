"""A concept has no term in a language that the other concepts have."""

from collections import Counter
from collections.abc import Iterator

from termaccord.lint.entries import mark
from termaccord.lint.rule import Case, Mark, Rule, Scope, Termbase
from termaccord.model import Concept, Severity, say
from termaccord.text.analyser import primary_language

_MOST = 0.8
"""Share of the concepts that must have a language for the rest to miss it."""


def check(termbase: Termbase) -> Iterator[Mark]:
    wanted = termbase.languages or _usual(termbase)
    for concept in termbase.glossary.concepts:
        have = _languages(concept)
        first = next((s.terms[0].text for s in concept.languages if s.terms), concept.id)
        for language in wanted:
            if have and primary_language(language) not in have:
                message = say("“{term}” has no term in {language}", term=first, language=language)
                yield mark(termbase, concept, first, message)


def _usual(termbase: Termbase) -> tuple[str, ...]:
    concepts = termbase.glossary.concepts
    counted = Counter(language for concept in concepts for language in _languages(concept))
    return tuple(
        sorted(language for language, n in counted.items() if _MOST * len(concepts) <= n < len(concepts))
    )


def _languages(concept: Concept) -> frozenset[str]:
    return frozenset(primary_language(s.language) for s in concept.languages if s.terms)


LANGUAGE_MISSING = Rule(
    code="G06",
    name="language-missing",
    scope=Scope.GLOSSARY,
    severity=Severity.INFO,
    summary=say("a concept has no term in a language that the others have"),
    reason=say("A text in that language cannot be held against the entry."),
    source="ISO 30042:2019, on language sections",
    check=check,
    cases=(
        Case(glossary="lock = шлюз\nquay = набережная\npier = пирс\ntug = буксир\n⟦weir⟧"),
        Case(glossary="lock = шлюз\nquay = набережная"),
        Case(glossary="lock\nquay\npier\ntug = буксир"),
    ),
)
