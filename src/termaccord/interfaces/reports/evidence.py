"""Why a finding was made: the rule, the words as the dictionary has them, the concept that decided."""

from collections.abc import Iterator

from termaccord.interfaces.concepts import category_name
from termaccord.interfaces.matches import status_name
from termaccord.interfaces.reports.quotes import Quotes, shown
from termaccord.interfaces.translation import _, spoken
from termaccord.lint.rules import RULES
from termaccord.model import Concept, Finding, ProposedConcept, Term
from termaccord.project.lint import Report
from termaccord.text.analyse import words
from termaccord.text.tokens import TokenKind


def evidence(finding: Finding, report: Report, quotes: Quotes) -> Iterator[tuple[str, str]]:
    """Labelled sentences, for `--explain`."""
    yield from _lemmas(finding, quotes)
    yield from _decided(finding, report)
    rule = next((r for r in RULES if r.code == finding.code), None)
    if rule is not None:
        yield _("rule"), f"{spoken(rule.summary)}. {spoken(rule.reason)}"
        yield _("after"), rule.source


def _lemmas(finding: Finding, quotes: Quotes) -> Iterator[tuple[str, str]]:
    language = quotes.language_of(finding)
    if not finding.text or not language:
        return
    lemmas = [w.lemma for w in words(finding.text, language) if w.kind is TokenKind.WORD]
    if lemmas:
        yield _("lemmas"), shown(" ".join(lemmas))


def _decided(finding: Finding, report: Report) -> Iterator[tuple[str, str]]:
    if not finding.concept:
        return
    known = report.glossary.concepts if report.glossary else ()
    accepted = next((c for c in known if c.id == finding.concept), None)
    proposed = next((c for c in report.concepts if c.id == finding.concept), None)
    if accepted is not None:
        said = _("{concept} of the glossary: {terms}").format(concept=accepted.id, terms=_terms(accepted))
    elif proposed is not None:
        said = _("{concept}, {category}, found in the texts: {terms}").format(
            concept=proposed.id, category=category_name(proposed.category), terms=_found(proposed)
        )
    else:
        said = finding.concept
    yield _("concept"), shown(said)


def _terms(concept: Concept) -> str:
    return " · ".join(
        f"{section.language}: {', '.join(_term(t) for t in section.terms)}" for section in concept.languages
    )


def _term(term: Term) -> str:
    return f"{term.text} ({status_name(term.status)})" if term.status else term.text


def _found(concept: ProposedConcept) -> str:
    languages = dict.fromkeys(t.language for t in concept.terms)
    said = {
        tag: ", ".join(f"{t.text} ×{len(t.occurrences)}" for t in concept.terms if t.language == tag)
        for tag in languages
    }
    return " · ".join(f"{tag}: {terms}" for tag, terms in said.items())
