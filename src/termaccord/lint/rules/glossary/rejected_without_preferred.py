"""All terms that a concept has in a language are rejected."""

from collections.abc import Iterator

from termaccord.lint.entries import mark, sections
from termaccord.lint.rule import REJECTED, Case, Mark, Rule, Scope, Termbase
from termaccord.model import Severity, say


def check(termbase: Termbase) -> Iterator[Mark]:
    for concept, section in sections(termbase):
        if section.terms and all(term.status in REJECTED for term in section.terms):
            first = section.terms[0].text
            message = say(
                "“{term}” is rejected in {language} and nothing is accepted in its place",
                term=first,
                language=section.language,
            )
            yield mark(termbase, concept, first, message)


REJECTED_WITHOUT_PREFERRED = Rule(
    code="G04",
    name="rejected-without-preferred",
    scope=Scope.GLOSSARY,
    severity=Severity.WARNING,
    summary=say("a term is rejected and none accepted"),
    reason=say("Who is told not to write a word has to be told what to write."),
    source="ISO 12620, administrative status",
    check=check,
    cases=(
        Case(glossary="lock = †⟦плотина⟧"),
        Case(glossary="lock = шлюз; †плотина"),
    ),
)
