"""An abbreviation is introduced with other words than those the glossary says it stands for."""

import re
from collections.abc import Iterator, Sequence

from termaccord.lint.renderings.presence import alternatives, presence
from termaccord.lint.rule import Case, Mark, Passage, Rule, Scope, Text, Use
from termaccord.lint.terms import abbreviated, groups, preferred_of, terms_of
from termaccord.model import Severity, Span, say
from termaccord.text.analyse import analyser_for, words
from termaccord.text.analyser import Word
from termaccord.text.tokens import TokenKind

_REACH = 160
"""Code points before a bracket in which an expansion may begin."""
_CLOSED = re.compile(r"\s*[),;]")
_OPEN = re.compile(r"[^\S\n]*[»”\"’]?[^\S\n]*\([^\S\n]*$")


def check(passage: Passage) -> Iterator[Mark]:
    text = passage.target
    for uses in groups(text.uses):
        short = [use for use in uses if abbreviated(use.term)]
        if not short or not _CLOSED.match(text.text, short[0].span.end):
            continue
        given = _expansion(short[0], text)
        if given is not None and not _known(short, text, given):
            yield _mark(short[0], text, given)


def _expansion(use: Use, text: Text) -> Span | None:
    """The words before “(ABC)” whose first letters are those of the abbreviation."""
    start = max(use.span.start - _REACH, 0)
    opened = _OPEN.search(text.text[start : use.span.start])
    if opened is None:
        return None
    letters = [c for c in use.term.text.casefold() if c.isalpha()]
    before = words(text.text[start : start + opened.start()], text.language)
    taken = _spelling(letters, before, analyser_for(text.language).function_words)
    if not taken:
        return None
    return Span(start + taken[-1].span.start, start + taken[0].span.end)


def _spelling(letters: Sequence[str], before: Sequence[Word], idle: frozenset[str]) -> list[Word]:
    """The words, last first, that begin with the letters in order; function words may have none."""
    taken: list[Word] = []
    left = list(letters)
    for word in reversed(before):
        if not left or word.kind is not TokenKind.WORD:
            break
        initials = [part[:1].casefold() for part in re.split(r"[-‐‑]", word.text)]
        if left[-len(initials) :] == initials:
            del left[-len(initials) :]
        elif initials[0] == left[-1]:
            left.pop()
        elif word.text.lower() not in idle:
            break
        taken.append(word)
    return taken if not left else []


def _known(uses: Sequence[Use], text: Text, given: Span) -> bool:
    """Whether any concept that the abbreviation may mean has these words, accepted or not."""
    said = given.of(text.text)
    if any(u.span.overlaps(given) and u.concept.id in {x.concept.id for x in uses} for u in text.uses):
        return True
    full = [t for use in uses for t in terms_of(use.concept, text.language) if not abbreviated(t)]
    readings = [reading for term in full for reading in alternatives(term.text)]
    return not readings or any(presence(reading, said, text.language).share == 1 for reading in readings)


def _mark(use: Use, text: Text, given: Span) -> Mark:
    better = preferred_of(use.concept, text.language)
    message = say(
        "“{used}” is said to be “{given}”; in the glossary it is “{better}”",
        used=use.term.text,
        given=given.of(text.text),
        better=better,
    )
    return Mark(given, message, better, use.concept.id)


WRONG_EXPANSION = Rule(
    code="T06",
    name="wrong-expansion",
    scope=Scope.PASSAGE,
    severity=Severity.WARNING,
    summary=say("an abbreviation is introduced with other words than the glossary has for it"),
    reason=say("One abbreviation with two expansions is two names for one thing, or one name for two."),
    source="ISO 704:2022, on abbreviated forms; Schwartz and Hearst 2003, on finding them",
    check=check,
    cases=(
        Case(
            target="The ⟦Coastal Safety Organisation⟧ (CSO) met.",
            glossary="Служба = *Coast Survey Office; +CSO",
            languages=("ru", "en"),
        ),
        Case(
            target="The Coast Survey Office (CSO) met. The CSO (and others) voted.",
            glossary="Служба = *Coast Survey Office; +CSO",
            languages=("ru", "en"),
        ),
        Case(
            target="The Coast Survey’s Office (CSO) met.",
            glossary="Служба = *Coast Survey Office; +CSO",
            languages=("ru", "en"),
        ),
        Case(
            target="Собрался ⟦Портовый совет⟧ (ПС).",
            glossary="Pilot Service = *Паромная служба; +ПС",
        ),
    ),
)
