"""A text uses an abbreviation that it never writes out, though the glossary does not prefer it to the full form."""

from collections.abc import Iterator

from termaccord.lint.rule import REJECTED, Case, Mark, Page, Rule, Scope, Text, Use
from termaccord.lint.terms import abbreviated, preferred_of, terms_of
from termaccord.model import Severity, Status, say
from termaccord.text.cues import cues_for
from termaccord.text.normalise import fold

_NEAR = 200
"""Code points behind an abbreviation in which it may still be explained: CSO (the Coast Survey Office)."""


def check(page: Page) -> Iterator[Mark]:
    for text in page.texts:
        if text.document is not None:
            yield from _unexplained(text)


def _unexplained(text: Text) -> Iterator[Mark]:
    common = cues_for(text.language).common
    seen: set[str] = set()
    for use in text.uses:
        if use.concept.id in seen:
            continue
        if not abbreviated(use.term) or use.term.status is Status.PREFERRED:
            seen.add(use.concept.id)
        elif fold(use.term.text) not in common and not _explained(use, text):
            seen.add(use.concept.id)
            full = _full(use, text.language)
            if full:
                message = say(
                    "“{used}” is never written out; it stands for “{full}”", used=use.term.text, full=full
                )
                yield Mark(use.span, message, full, use.concept.id, text=text)


def _explained(use: Use, text: Text) -> bool:
    """Whether it stands in brackets behind some words, or a full form that it may mean stands just behind."""
    if text.text.endswith("(", 0, use.span.start):
        return True
    same = {u.concept.id for u in text.uses if u.span == use.span}
    behind = (u for u in text.uses if use.span.end <= u.span.start <= use.span.end + _NEAR)
    return any(u.concept.id in same and not abbreviated(u.term) for u in behind)


def _full(use: Use, language: str) -> str:
    full = [t for t in terms_of(use.concept, language) if not abbreviated(t) and t.status not in REJECTED]
    preferred = preferred_of(use.concept, language)
    return preferred if any(t.text == preferred for t in full) else next((t.text for t in full), "")


ABBREVIATION_NOT_INTRODUCED = Rule(
    code="T05",
    name="abbreviation-not-introduced",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    summary=say("an abbreviation is never written out"),
    reason=say("A reader who does not know it has nowhere in the text to look."),
    source="New Oxford Style Manual (2016), 10.2.4; GOST R 7.0.12-2011",
    check=check,
    cases=(
        Case(
            target="The ⟦CSO⟧ met. The CSO voted.",
            glossary="Служба = *Coast Survey Office; +CSO",
            languages=("ru", "en"),
        ),
        Case(
            target="The Coast Survey Office (CSO) met. The CSO voted.",
            glossary="Служба = *Coast Survey Office; +CSO",
            languages=("ru", "en"),
        ),
        Case(
            target="The CSO met.",
            glossary="Служба = *Coast Survey Office; *CSO",
            languages=("ru", "en"),
        ),
        Case(
            target="The CSO, or Coast Survey Office, met.",
            glossary="Служба = *Coast Survey Office; +CSO",
            languages=("ru", "en"),
        ),
    ),
)
