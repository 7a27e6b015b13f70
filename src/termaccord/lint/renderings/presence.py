"""Whether a rendering is in a text though not as the finder looks for it: derived, in another order, in part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from termaccord.model import Span
from termaccord.text.analyse import analyser_for, words
from termaccord.text.analyser import Word
from termaccord.text.cues import cues_for
from termaccord.text.kinship import kin
from termaccord.text.normalise import fold
from termaccord.text.tokens import TokenKind

_OPTIONAL = re.compile(r"\s*\[[^\[\]]*\]\s*")
"""What a glossary sets in square brackets may be left out: active cases [of the disease]."""
_BRACKETED = re.compile(r"^(?P<full>.+?)\s*\((?P<inside>[^()]+)\)$")
_SYNONYMS = re.compile(r"\s+[:/|]\s+|\s*;\s*")
_QUOTED = re.compile(r"[«“„\"‘]([^«»“”„\"‘\n]{2,120}?)[»”“\"’](?!\w)")
_COMPOUND = 5
"""Letters of a word that is looked for inside longer ones."""
_CLIPPED = 3
"""Letters that are left of a word cut short."""
_STRETCH = 2
"""Words more than a rendering has itself, that a stretch may span which stands for it; one for a name."""
_SAME, _KIN, _PART = 1.0, 0.9, 0.8
"""What a word counts that is another form, of the same root, or inside a compound."""


@dataclass(frozen=True, slots=True)
class Present:
    """How much of a rendering a text has."""

    share: float
    """0 to 1: of its words that carry meaning."""
    span: Span
    """The shortest stretch that has them."""
    exact: bool = False
    """Each word in one of its own forms, not only one of its kin."""
    pure: bool = False
    """Nothing in the stretch but words of the rendering: it is shortened, not changed."""


NOTHING = Present(0.0, Span(0, 0))


@lru_cache(maxsize=1 << 14)
def alternatives(term: str) -> tuple[str, ...]:
    """
    The ways to read a glossary's term: without what is in square brackets, either of two synonyms in one field.

    >>> alternatives("active cases [of a disease]"), alternatives("World Bank (WB)")
    (('active cases of a disease', 'active cases'), ('World Bank (WB)', 'World Bank', 'WB'))
    """
    found: list[str] = []
    for one in _SYNONYMS.split(term):
        if "[" in one:
            found += [one.replace("[", "").replace("]", ""), _OPTIONAL.sub(" ", one).strip()]
            continue
        found.append(one)
        bracketed = _BRACKETED.match(one)
        if bracketed and bracketed["inside"].isupper():
            found += [bracketed["full"], bracketed["inside"]]
    return tuple(dict.fromkeys(text for text in found if text))


def presence(rendering: str, text: str, language: str) -> Present:
    """How much of a rendering stands in a text, in any form, order or part of speech."""
    wanted = simple(content(rendering, language))
    there = content(text, language)
    if not wanted:
        return NOTHING
    rows = [_row(one, there, language) for one in wanted]
    if not any(rows):
        return NOTHING
    name = _name(wanted, language)
    fit, span = max(
        _windows(rows, there, 1 if name else _STRETCH), key=lambda w: (w[0], -len(w[1]), -w[1].start)
    )
    whole = fit == len(rows) if name else all(rows)
    exact = whole and all(_SAME in row.values() for row in rows)
    known = {i for row in rows for i in row}
    pure = all(i in known for i, word in enumerate(there) if span.contains(word.span))
    return Present(1.0 if whole else fit / len(wanted), span, exact, pure)


def simple(found: Sequence[Word]) -> tuple[Word, ...]:
    """Words without those that are made of the ones behind them: Anti-Smuggling is anti and smuggling."""
    return tuple(
        word
        for word, after in zip_longest(found, found[1:])
        if after is None or not word.span.contains(after.span)
    )


def _row(one: Word, there: Sequence[Word], language: str) -> dict[int, float]:
    """Where a word stands in a text, and how well each place fits."""
    fits = ((i, likeness(one, word, language)) for i, word in enumerate(there))
    return {i: fit for i, fit in fits if fit}


def _windows(
    rows: Sequence[dict[int, float]], there: Sequence[Word], more: int
) -> Iterator[tuple[float, Span]]:
    """Stretches that begin with a word of the rendering, with what their words count together."""
    for first in sorted({i for row in rows for i in row}):
        window = range(first, first + len(rows) + more)
        inside = [max(((row[i], -i) for i in row if i in window), default=(0.0, -first)) for row in rows]
        last = max(-place for fit, place in inside if fit)
        yield sum(fit for fit, _ in inside), Span(there[first].span.start, there[last].span.end)


def _name(wanted: Sequence[Word], language: str) -> bool:
    """Whether a rendering is a name of several words: these stand together and are no others of their roots."""
    return cues_for(language).capitals and sum(word.text[:1].isupper() for word in wanted) > 1


def initials(rendering: str, text: str, language: str) -> bool:
    """Whether an abbreviation made of the first letters of a rendering stands in a text."""
    heads = "".join(w.text[0] for w in content(rendering, language) if w.kind is TokenKind.WORD).casefold()
    if len(heads) < 2:
        return False
    short = (w.text.rstrip("s") for w in content(text, language) if w.text[:2].isupper())
    return any(letters.casefold() in {heads, heads[:-1]} for letters in short if len(letters) > 1)


def clipped(rendering: str, text: str, language: str) -> bool:
    """Whether a text has the words of a rendering in one, the first cut short: главный врач, главврач."""
    wanted = simple(content(rendering, language))
    if len(wanted) != 2:
        return False
    head, noun = fold(wanted[0].text)[:_CLIPPED], fold(wanted[1].lemma)
    ends = noun if len(noun) < 2 * _CLIPPED else noun[:_CLIPPED]
    return any(
        lemma.startswith(head) and len(lemma) > len(noun) and lemma.find(ends, _CLIPPED) >= 0
        for word in content(text, language)
        for lemma in (fold(word.lemma),)
    )


@lru_cache(maxsize=1 << 12)
def content(text: str, language: str) -> tuple[Word, ...]:
    """The words and numbers of a text that carry meaning; what a hyphen joins counts as several."""
    idle = analyser_for(language).function_words
    kinds = {TokenKind.WORD, TokenKind.NUMBER}
    found = (w for w in _parts(text, language) if w.kind in kinds)
    return tuple(w for w in found if w.text.lower() not in idle and not _pronoun(w))


def _pronoun(word: Word) -> bool:
    return bool(word.analyses) and word.analyses[0].part_of_speech in {"PRON", "DET"}


def _parts(text: str, language: str) -> Iterator[Word]:
    for word in words(text, language):
        yield word
        if "-" in word.text.strip("-") and word.kind is TokenKind.WORD:
            for part in words(word.text.replace("-", " "), language):
                yield Word(part.span.shifted(word.span.start), part.text, part.kind, part.analyses)


@lru_cache(maxsize=1 << 17)
def likeness(one: Word, other: Word, language: str) -> float:
    """How well a word of a text stands for a word of a rendering; 0 where it does not."""
    if TokenKind.NUMBER in {one.kind, other.kind}:
        return _SAME if one.text.strip(".,") == other.text.strip(".,") else 0.0
    mine, theirs = lemmas(one), lemmas(other)
    spelled = analyser_for(language).spelled
    if mine & theirs or {spelled(lemma) for lemma in mine} & {spelled(lemma) for lemma in theirs}:
        return _SAME
    if one.text.isupper() and len(one.text) > 1:
        return 0.0
    lead, follow = fold(one.lemma), fold(other.lemma)
    if kin(lead, follow, language, verbs=_verb(one) and _verb(other)):
        return _KIN
    return _PART if len(lead) >= _COMPOUND and lead in follow else 0.0


def _verb(word: Word) -> bool:
    return bool(word.analyses) and word.analyses[0].part_of_speech == "VERB"


def lemmas(word: Word) -> frozenset[str]:
    """The folded form of a word and all its lemmas."""
    return frozenset({fold(word.text), *(fold(a.lemma) for a in word.analyses)})


def phrase(near: Present, rendering: str, text: str, language: str) -> Span:
    """
    The words of a text that take the place of a rendering of which they have a part.

    Words missing from the rendering are looked for beside the part: an adjective takes what follows it,
    a noun its adjective, a noun in the genitive what governs it, a capitalised word its capitalised neighbours.
    """
    span = near.span
    if _name(content(rendering, language), language) and (title := _title(span, text)):
        return title
    wanted, there = simple(content(rendering, language)), simple(content(span.of(text), language))
    if any(likeness(one, word, language) == _PART for one in wanted for word in there):
        return span
    missing = len(wanted) - len(there)
    for _ in range(max(missing, 0)):
        wider = _wider(span, text, language)
        if wider == span:
            break
        span = wider
    return span


def _title(span: Span, text: str) -> Span | None:
    """The words in quotation marks that a stretch is among: the whole title takes the place of a name."""
    around = (Span(*m.span(1)) for m in _QUOTED.finditer(text))
    return next((quoted for quoted in around if quoted.contains(span)), None)


def _wider(span: Span, text: str, language: str) -> Span:
    parts = words(text, language)
    inside = [i for i, w in enumerate(parts) if span.contains(w.span)]
    if not inside:
        return span
    first, last = parts[inside[0]], parts[inside[-1]]
    before = parts[inside[0] - 1] if inside[0] else None
    after = parts[inside[-1] + 1] if inside[-1] + 1 < len(parts) else None
    if after is not None and _carries(after, language) and (_adjective(last) or _both_named(last, after)):
        return Span(span.start, after.span.end)
    if before is None or not _carries(before, language):
        return span
    joined = _adjective(before) or _both_named(before, first) or _governs(before, first)
    return Span(before.span.start, span.end) if joined else span


def _carries(word: Word, language: str) -> bool:
    return word.kind is TokenKind.WORD and word.text.lower() not in analyser_for(language).function_words


def _adjective(word: Word) -> bool:
    return bool(word.analyses) and word.analyses[0].part_of_speech == "ADJ"


def _both_named(one: Word, other: Word) -> bool:
    return one.text[:1].isupper() and other.text[:1].isupper()


def _governs(one: Word, other: Word) -> bool:
    nouns = {"NOUN", "PROPN"}
    genitive = bool(other.analyses) and other.analyses[0].case == "gen"
    return genitive and bool(one.analyses) and one.analyses[0].part_of_speech in nouns
