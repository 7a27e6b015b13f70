"""Whether a rendering is in a text though not as the finder looks for it: derived, in another order, in part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from termaccord.model import Span
from termaccord.text.analyse import analyser_for, words
from termaccord.text.analyser import Word
from termaccord.text.kinship import kin
from termaccord.text.normalise import fold
from termaccord.text.tokens import TokenKind

_OPTIONAL = re.compile(r"\s*\[[^\[\]]*\]\s*")
"""What a glossary sets in square brackets may be left out: active cases [of the disease]."""
_BRACKETED = re.compile(r"^(?P<full>.+?)\s*\((?P<inside>[^()]+)\)$")
_SYNONYMS = re.compile(r"\s+[:/|]\s+|\s*;\s*")
_COMPOUND = 5
"""Letters of a word that is looked for inside longer ones."""
_STRETCH = 2
"""Words more than a rendering has itself, that a stretch may span which stands for it."""


@dataclass(frozen=True, slots=True)
class Present:
    """How much of a rendering a text has."""

    share: float
    """0 to 1: of its words that carry meaning."""
    span: Span
    """The shortest stretch that has them."""
    exact: bool = False
    """Each word in one of its own forms, not only one of its kin."""


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
    wanted = content(rendering, language)
    there = content(text, language)
    if not wanted:
        return NOTHING
    hits = [[i for i, word in enumerate(there) if alike(word, one, language)] for one in wanted]
    places = sorted({i for row in hits for i in row})
    best, span = 0, Span(0, 0)
    for first in places:
        window = range(first, first + len(wanted) + _STRETCH)
        inside = [i for row in hits if (i := next((i for i in row if i in window), -1)) >= 0]
        stretch = Span(there[first].span.start, there[max(inside, default=first)].span.end)
        if len(inside) > best or (len(inside) == best and len(stretch) < len(span)):
            best, span = len(inside), stretch
    whole = sum(1 for row in hits if row) == len(wanted)
    share = 1.0 if whole else best / len(wanted)
    return Present(
        share, span, whole and all(_own(row, there, one) for row, one in zip(hits, wanted, strict=True))
    )


def _own(row: Sequence[int], there: Sequence[Word], one: Word) -> bool:
    return any(_lemmas(there[i]) & _lemmas(one) for i in row)


def initials(rendering: str, text: str, language: str) -> Span | None:
    """Where an abbreviation made of the first letters of a rendering stands, if anywhere."""
    heads = "".join(w.text[0] for w in content(rendering, language) if w.kind is TokenKind.WORD).casefold()
    if len(heads) < 2:
        return None
    for word in content(text, language):
        letters = word.text.rstrip("s") if word.text[:-1].isupper() else word.text
        if len(letters) > 1 and letters.isupper() and letters.casefold() in {heads, heads[:-1]}:
            return word.span
    return None


@lru_cache(maxsize=1 << 12)
def content(text: str, language: str) -> tuple[Word, ...]:
    """The words and numbers of a text that carry meaning."""
    idle = analyser_for(language).function_words
    return tuple(w for w in _parts(text, language) if w.text.lower() not in idle)


def _parts(text: str, language: str) -> Iterator[Word]:
    for word in words(text, language):
        if word.kind not in {TokenKind.WORD, TokenKind.NUMBER}:
            continue
        yield word


def alike(one: Word, other: Word, language: str) -> bool:
    """Whether two words are forms of one word, or of one root, or one is a part of the other."""
    if one.kind is TokenKind.NUMBER or other.kind is TokenKind.NUMBER:
        return one.text.strip(".,") == other.text.strip(".,")
    if _lemmas(one) & _lemmas(other):
        return True
    first, second = fold(one.text), fold(other.text)
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) >= _COMPOUND and shorter in longer:
        return True
    if one.text.isupper() and len(one.text) > 1:
        return False
    lead, follow = fold(one.lemma), fold(other.lemma)
    return (len(lead) >= _COMPOUND and lead in follow) or kin(lead, follow, language)


def _lemmas(word: Word) -> frozenset[str]:
    return frozenset({fold(word.text), *(fold(a.lemma) for a in word.analyses)})
