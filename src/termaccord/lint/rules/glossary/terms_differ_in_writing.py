"""A concept has accepted terms that differ in capitals, hyphens or dashes only."""

import re
from collections.abc import Iterator

from termaccord.lint.entries import mark, sections
from termaccord.lint.rule import REJECTED, Case, Mark, Rule, Scope, Termbase
from termaccord.model import LanguageSection, Severity, Term, say
from termaccord.text.normalise import fold

_LAYOUT = re.compile(r"[\s\-‐‑–—«»“”„\"'’‘.,]+")


def check(termbase: Termbase) -> Iterator[Mark]:
    for concept, section in sections(termbase):
        for one, other in _pairs(section):
            message = say(
                "“{term}” and “{other}” differ in capitals, hyphens or dashes only, and both are accepted",
                term=other.text,
                other=one.text,
            )
            yield mark(termbase, concept, other.text, message)


def _pairs(section: LanguageSection) -> Iterator[tuple[Term, Term]]:
    first: dict[str, Term] = {}
    for term in section.terms:
        if term.status in REJECTED:
            continue
        held = first.setdefault(_LAYOUT.sub("", fold(term.text)), term)
        if held is not term and held.text != term.text:
            yield held, term


TERMS_DIFFER_IN_WRITING = Rule(
    code="G05",
    name="terms-differ-in-writing",
    scope=Scope.GLOSSARY,
    severity=Severity.INFO,
    summary=say("two accepted terms differ in capitals, hyphens or dashes only"),
    reason=say("Choose one and reject the other, or the texts will have both."),
    source="ISO 704:2022, 7.2, on linguistic correctness and consistency of designations",
    check=check,
    cases=(
        Case(glossary="harbour master; ⟦harbour-master⟧ = смотритель порта"),
        Case(glossary="harbour master; †harbour-master = смотритель порта"),
        Case(glossary="harbour master; port master = смотритель порта"),
    ),
)
