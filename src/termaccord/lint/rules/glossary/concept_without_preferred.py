"""A concept has several terms in a language and none of them is preferred."""

from collections.abc import Iterator

from termaccord.lint.entries import mark, sections
from termaccord.lint.rule import REJECTED, Case, Mark, Rule, Scope, Termbase
from termaccord.lint.terms import abbreviated
from termaccord.model import Severity, Status, say


def check(termbase: Termbase) -> Iterator[Mark]:
    decided = any(t.status is Status.PREFERRED for _, s in sections(termbase) for t in s.terms)
    for concept, section in sections(termbase):
        open_terms = [t for t in section.terms if t.status not in REJECTED]
        full = [t for t in open_terms if not abbreviated(t)] or open_terms
        if len(full) > 1 and not any(t.status is Status.PREFERRED for t in open_terms):
            first = full[0].text
            message = say(
                "{number} terms of “{term}” are accepted in {language} and none is preferred",
                number=len(full),
                term=first,
                language=section.language,
            )
            found = mark(termbase, concept, first, message)
            yield found if decided else _unsaid(found)


def _unsaid(found: Mark) -> Mark:
    """A glossary that prefers nothing anywhere has another way of saying it, or none."""
    return Mark(
        found.span,
        found.message,
        concept=found.concept,
        severity=Severity.INFO,
        place=found.place,
        quoted=found.quoted,
    )


CONCEPT_WITHOUT_PREFERRED = Rule(
    code="G01",
    name="concept-without-preferred",
    scope=Scope.GLOSSARY,
    severity=Severity.WARNING,
    summary=say("several accepted terms and none preferred"),
    reason=say("Nobody can tell which of them to write, and every translator will choose another."),
    source="ISO 704:2022, 7.2, on the selection of designations; ISO 12620, administrative status",
    check=check,
    cases=(
        Case(glossary="lock = *шлюз\nquay = ⟦набережная⟧; причал"),
        Case(glossary="quay = *набережная; причал\nlock = шлюз"),
        Case(glossary="Coast Survey Office; CSO = *Служба\nlock = *шлюз"),
    ),
)
