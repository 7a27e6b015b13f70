"""The source has a term of the glossary, and the target none of its accepted renderings."""

from collections.abc import Iterator, Sequence

from termaccord.lint.presence import alternatives, initials, presence
from termaccord.lint.rule import Case, Mark, Passage, Rule, Scope, Text, Use
from termaccord.lint.terms import accepted, groups, preferred_of
from termaccord.model import Severity, Span, say

_CONFIDENT = 0.5
"""Of a bead, below which source and target may not translate each other."""
_NEAR = 0.5
"""Share of a rendering's words that make a stretch of the target a variant of it."""


def check(passage: Passage) -> Iterator[Mark]:
    source, target = passage.source, passage.target
    if source is None or passage.confidence < _CONFIDENT:
        return
    named = {use.concept.id for use in target.uses}
    for uses in groups(source.uses):
        if any(use.concept.id in named for use in uses):
            continue
        wanted = list(_renderings(uses, target))
        if wanted and not _hidden(wanted, passage):
            yield _mark(uses[0], wanted, source, target)


def _renderings(uses: Sequence[Use], target: Text) -> Iterator[str]:
    """Of all concepts that the words of the source may mean, every accepted term in every reading."""
    for use in uses:
        for term in accepted(use.concept, target.language):
            yield from alternatives(term.text)


def _hidden(wanted: Sequence[str], passage: Passage) -> bool:
    """Whether one of the renderings is there after all: derived, turned round, abbreviated, or next door."""
    text, language = passage.target.text, passage.target.language
    around = (passage.before, passage.after)
    for rendering in wanted:
        if presence(rendering, text, language).share == 1 or initials(rendering, text, language):
            return True
        if any(presence(rendering, other, language).exact for other in around if other):
            return True
    return False


def _mark(use: Use, wanted: Sequence[str], source: Text, target: Text) -> Mark:
    better = preferred_of(use.concept, target.language)
    said = use.span.of(source.text)
    near = max((presence(w, target.text, target.language) for w in wanted), key=lambda p: p.share)
    if near.share >= _NEAR:
        return Mark(
            near.span,
            say(
                "“{said}” is “{better}” in the glossary; here it is “{instead}”",
                said=said,
                better=better,
                instead=near.span.of(target.text),
            ),
            better,
            use.concept.id,
        )
    message = say(
        "“{said}” is “{better}” in the glossary, which is not in this passage", said=said, better=better
    )
    return Mark(Span(0, len(target.text)), message, better, use.concept.id, severity=Severity.INFO)


TERM_NOT_USED = Rule(
    code="T02",
    name="term-not-used",
    scope=Scope.PASSAGE,
    severity=Severity.WARNING,
    summary=say("a term of the source is not rendered as the glossary says"),
    reason=say("One thing keeps one name from text to text only if every translator uses the agreed one."),
    source="ISO 17100:2015, 5.3.1, on consistent terminology",
    check=check,
    cases=(
        Case(
            "The harbour office counts the ferries.",
            "Контора ⟦порта⟧ считает паромы.",
            "harbour office = портовая служба",
        ),
        Case(
            "The harbour office counts the ferries.",
            "Портовая служба считает паромы.",
            "harbour office = портовая служба",
        ),
        Case("The pilot boat left.", "Лоцманский катер отошёл.", "pilot = лоцман"),
    ),
)
