"""British and American spellings stand in one document."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termaccord.lint.rule import Case, Mark, Page, Rule, Scope, Text
from termaccord.model import Place, Rendering, Severity, Span, say
from termaccord.text.languages.varieties_english import Spelling, Variety, respelled, spelling

_WORD = re.compile(r"(?<![\w@/.#-])[^\W\d_]{4,}(?![\w@/])")
_QUOTED = re.compile(r"“[^”\n]{1,600}”|«[^»\n]{1,600}»|\"[^\"\n]{1,600}\"|(?<!\w)‘[^’\n]{1,600}’(?!\w)")
_STARTS = re.compile(r"(?:^|[.!?…:]['\"”’)]?\s+|[\n“\"«‘(•*-]\s*)$")
_ARTICLES = re.compile(r"\b(?:the|this|that|our|its|an|a)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word whose spelling tells a variety, where it stands."""

    text: Text
    span: Span
    entry: Spelling
    quoted: bool
    """Whether somebody else's spelling may have been kept: it stands in quotation marks."""

    @property
    def written(self) -> str:
        return self.span.of(self.text.text)


def check(page: Page) -> Iterator[Mark]:
    if page.language.split("-")[0].lower() != "en":
        return
    words = [w for text in page.texts for w in _words(text)]
    mixed = _mixed(words)
    if not mixed:
        return
    preferred = _preferred(mixed, words)
    wrong = [w for w in mixed if (w.entry.variety is Variety.BRITISH) is not (preferred is Variety.BRITISH)]
    right = [w for w in mixed if w not in wrong]
    yield _mark(wrong, right, preferred)


def _words(text: Text) -> Iterator[Word]:
    quotations = [m.span() for m in _QUOTED.finditer(text.text)]
    for match in _WORD.finditer(text.text):
        entry = spelling(match[0].lower())
        if entry and not _in_name(text.text, match):
            quoted = any(start < match.start() < end for start, end in quotations)
            yield Word(text, Span(*match.span()), entry, quoted)


def _in_name(text: str, match: re.Match[str]) -> bool:
    """Whether the word belongs to a name, which keeps the spelling of its bearer: World Health Organization."""
    if match[0].islower():
        return False
    behind = text[match.end() : match.end() + 40]
    goes_on = re.match(r"[ -](?:(?:of|for|on|and|to|the|in) )*[A-Z]", behind) is not None
    before = text[max(0, match.start() - 40) : match.start()]
    if match[0].isupper() or goes_on:
        return True
    return not (_STARTS.search(before) or _ARTICLES.search(before))


def _mixed(words: Sequence[Word]) -> list[Word]:
    """Words of the classes that are spelled both ways; where there is none, of British beside American ones."""
    kinds: dict[str, set[Variety]] = {}
    for word in words:
        kinds.setdefault(word.entry.kind, set()).add(word.entry.variety)
    both = {kind for kind, varieties in kinds.items() if len(varieties) > 1}
    if both:
        return [w for w in words if w.entry.kind in both]
    sure = [w for w in words if w.entry.variety is not Variety.EITHER]
    return sure if len({w.entry.variety for w in sure}) > 1 else []


def _preferred(mixed: Sequence[Word], words: Sequence[Word]) -> Variety:
    """What most of the mixed words follow; where they are even, what the whole text does, then British."""
    british = sum(1 if w.entry.variety is Variety.BRITISH else -1 for w in mixed if not w.quoted)
    overall = sum(1 if w.entry.variety is Variety.BRITISH else -1 for w in words)
    return Variety.AMERICAN if (british or overall) < 0 else Variety.BRITISH


def _mark(wrong: Sequence[Word], right: Sequence[Word], preferred: Variety) -> Mark:
    first = next((w for w in wrong if not w.quoted), wrong[0])
    better = respelled(first.written, preferred)
    message = say(
        "“{word}” beside “{other}”: two spellings in one document; “{better}” would match",
        word=first.written,
        other=_commonest(right),
        better=better,
    )
    open_ = any(not w.quoted for w in wrong) and any(not w.quoted for w in right)
    return Mark(
        first.span,
        message,
        preferred=better,
        why=say("most words of this kind here are spelled like “{other}”", other=_commonest(right)),
        severity=None if open_ else Severity.INFO,
        text=first.text,
        variants=(*_variants(right, "preferred"), *_variants(wrong, "")),
    )


def _commonest(words: Sequence[Word]) -> str:
    counts = Counter(w.written for w in words)
    return min(counts, key=lambda written: (-counts[written], written))


def _variants(words: Sequence[Word], status: str) -> Iterator[Rendering]:
    places: dict[str, list[Place]] = {}
    for word in words:
        places.setdefault(word.written, []).append(word.text.place(word.span))
    for written, stands in places.items():
        yield Rendering(written, tuple(stands), status)


MIXED_SPELLING = Rule(
    code="L01",
    name="mixed-spelling",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    summary=say("British and American spellings are mixed in one document"),
    reason=say("A reader takes it for the work of two hands, and a search finds only half."),
    source="New Hart's Rules (2014), 3.1; Chicago Manual of Style (17th ed.), 7.3",
    check=check,
    cases=(
        Case(target="The ⟦harmonisation⟧ of fares and the ⟦modernization⟧ of stops.", languages=("ru", "en")),
        Case(target="A ⟦neighbour⟧ chose the ⟦color⟧.", languages=("ru", "en")),
        Case(target="The ⟦centre⟧ of the ⟦harbor⟧.", languages=("ru", "en")),
        Case(target="The colour of the organization.", languages=("ru", "en")),
        Case(
            target="They advertise an exercise of the right size and organise a prize.",
            languages=("ru", "en"),
        ),
        Case(target="The World Health Organization organised it.", languages=("ru", "en")),
        Case(target="Die Organisation und die Modernization.", languages=("ru", "de")),
    ),
)
