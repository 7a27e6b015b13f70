"""A term is written with other capitals than in the glossary."""

import re
from collections.abc import Iterator

from termaccord.lint.rule import REJECTED, Case, Change, Mark, Passage, Rule, Scope, Text, Use
from termaccord.lint.terms import abbreviated, groups
from termaccord.model import Severity, Span, say
from termaccord.text.analyse import analyser_for, words
from termaccord.text.normalise import fold
from termaccord.text.terms.fitting import begins_sentence
from termaccord.text.tokens import TokenKind

_TITLE = 0.6
"""Share of capitalised words that makes a line one in title case."""
_FEW = 3
"""Words a line must have for that."""


def check(passage: Passage) -> Iterator[Mark]:
    text = passage.target
    for uses in groups(text.uses):
        use = uses[0]
        used = use.span.of(text.text)
        if len(uses) > 1 or used == use.term.text or used.islower() or use.term.status in REJECTED:
            continue
        better = used if abbreviated(use.term) else _rightly(use, text)
        if better != used and not _titled(use.span, text):
            message = say("“{used}” is written “{better}”", used=used, better=better)
            change = Change(use.span, better, safe=True)
            yield Mark(use.span, message, better, use.concept.id, changes=(change,))


def _rightly(use: Use, text: Text) -> str:
    """The words of the text with the capitals of the term; as they are where these need not be the term's."""
    used = use.span.of(text.text)
    mine, theirs = re.findall(r"\w+", used), re.findall(r"\w+", use.term.text)
    if len(mine) != len(theirs) or used.isupper():
        return used
    behind = [_cased(m, t, free=False) for m, t in zip(mine[1:], theirs[1:], strict=True)]
    free = behind == mine[1:] or begins_sentence(text.text, use.span.start)
    rows = iter((_cased(mine[0], theirs[0], free=free), *behind))
    return re.sub(r"\w+", lambda _: next(rows), used)


def _cased(word: str, model: str, *, free: bool) -> str:
    if not word.isalpha() or not model.isalpha() or fold(word[:1]) != fold(model[:1]):
        return word
    if free and model[:1].islower():
        return word
    return model[:1] + word[1:]


def _titled(span: Span, text: Text) -> bool:
    """Whether capitals follow other rules there: those of a heading, or of the first word of a sentence."""
    whole = text.text
    start = whole.rfind("\n", 0, span.start) + 1
    end = whole.find("\n", span.end)
    line = whole[start : end if end >= 0 else len(whole)]
    idle = analyser_for(text.language).function_words
    found = [
        w.text for w in words(line, text.language) if w.kind is TokenKind.WORD and w.text.lower() not in idle
    ]
    capital = sum(word[:1].isupper() for word in found)
    heading = line.rstrip()[-1:] not in {*".!?…:;,"}
    if heading and len(found) >= _FEW and capital >= _TITLE * len(found):
        return True
    return begins_sentence(whole, span.start) and span.of(whole)[1:].islower()


WRONG_CAPITALS = Rule(
    code="T04",
    name="wrong-capitals",
    scope=Scope.PASSAGE,
    severity=Severity.INFO,
    summary=say("a term has other capitals than in the glossary"),
    reason=say("Capitals tell a name from ordinary words."),
    source="Chicago Manual of Style (17th ed.), 8.1; Lopatin (ed.), Rules of Russian Orthography (2006), §§ 189–190",
    check=check,
    cases=(
        Case(
            target="Заседал ⟦Совет Береговой Охраны⟧.",
            glossary="Coast Guard Council = Совет береговой охраны",
        ),
        Case(
            target="Заседал Совет береговой охраны.", glossary="Coast Guard Council = Совет береговой охраны"
        ),
        Case(target="СОВЕТ БЕРЕГОВОЙ ОХРАНЫ", glossary="Coast Guard Council = Совет береговой охраны"),
        Case(
            target="The ⟦Harbour board⟧ sat at noon.",
            glossary="Совет порта = Harbour Board",
            languages=("ru", "en"),
        ),
        Case(
            target="We saw the ⟦Pilot Boat⟧ leave.",
            glossary="лоцманский катер = pilot boat",
            languages=("ru", "en"),
        ),
        Case(
            target="A Pilot Boat for Every Harbour\n",
            glossary="лоцманский катер = pilot boat",
            languages=("ru", "en"),
        ),
        Case(
            target="Pilot boats left the quay.",
            glossary="лоцманский катер = pilot boat",
            languages=("ru", "en"),
        ),
    ),
)
