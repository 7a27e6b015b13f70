"""Which glossary term is meant where several fit, or where its words belong to something longer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from termaccord.lint.rule import REJECTED, Text, Use
from termaccord.model import Span
from termaccord.text.analyse import analyser_for, words
from termaccord.text.analyser import Word
from termaccord.text.cues import cues_for
from termaccord.text.normalise import fold, normalise
from termaccord.text.terms.fitting import begins_sentence, quoted
from termaccord.text.tokens import TokenKind

_HYPHENS = "-‐‑"
_REACH = 80
"""Code points around a place in which a longer name would show."""


def meant(uses: Sequence[Use], text: str) -> Iterator[Use]:
    """
    Of the uses at one place those whose term is spelled most like the text, one a concept.

    A term that the finder takes for another because hyphens, number or capitals differ gives way to it;
    between equals the accepted one is meant.
    """
    for span, group in groupby(uses, key=lambda use: use.span):
        together = tuple(group)
        if len(together) == 1 and together[0].term.text[1:].islower():
            yield together[0]
            continue
        surface = normalise(span.of(text)).text
        fitting = [use for use in together if _capitals(use.term.text, surface)]
        if len(fitting) > 1:
            fitting.sort(key=lambda use: _distance(use, surface))
        closest: dict[str, Use] = {}
        for use in fitting:
            closest.setdefault(use.concept.id, use)
        yield from closest.values()


def _capitals(term: str, surface: str) -> bool:
    """Whether an abbreviation inside a term is one in the text as well: the WHO is not who."""
    return not any(
        one.isupper() and len(one) > 1 and one.isalpha() and other.islower() and fold(one) == fold(other)
        for one, other in zip(term.split(), surface.split(), strict=False)
    )


def _distance(use: Use, surface: str) -> tuple[int, int, bool]:
    spelled = normalise(use.term.text).text
    return (
        Levenshtein.distance(fold(spelled), fold(surface)),
        Levenshtein.distance(spelled, surface),
        use.term.status in REJECTED,
    )


def in_longer_word(span: Span, text: str) -> bool:
    """Whether a hyphen joins the words to another: pre-war, if the term is war."""
    before, behind = text[max(span.start - 2, 0) : span.start], text[span.end : span.end + 2]
    return (before[-1:] in _HYPHENS and before[:1].isalnum() and len(before) == 2) or (
        behind[:1] in _HYPHENS and behind[1:].isalpha() and len(behind) == 2
    )


def in_longer_name(use: Use, text: Text) -> bool:
    """
    Whether the words are a part of a name that the glossary does not have.

    An ordinary term is that where it has capitals amid other capitalised words: the Health Service of
    “National Health Service”; a name of one ordinary word unless quotation marks or a label set it off.
    """
    surface = use.span.of(text.text)
    telling = surface[:1].isupper() and cues_for(text.language).capitals
    if not telling or quoted(text.text, use.span):
        return False
    own = use.term.text
    if own[:1].isupper() and (use.year or " " in own or own.isupper() or not ordinary(own, text.language)):
        return False
    if begins_sentence(text.text, use.span.start) and not own[:1].isupper():
        return any(_capital(word) for word in _behind(use.span, text))
    return any(_capital(word) for word in (*_before(use.span, text), *_behind(use.span, text)))


def of_another_country(use: Use, text: Text) -> bool:
    """Whether a name stands behind a country that is no part of it: the Korea Meteorological Service."""
    own = use.term.text
    if not own[:1].isupper() or " " not in own:
        return False
    cues = cues_for(text.language)
    countries = {part for name in cues.territories() for part in (name, name.rpartition(" ")[2])}
    return any(
        fold(word.text) in countries or fold(word.text).endswith(cues.demonyms)
        for word in _before(use.span, text)
        if _capital(word)
    )


def ordinary(word: str, language: str) -> bool:
    """Whether a word is one of the language, not only a name."""
    readings = [a for one in words(word.lower(), language) for a in one.analyses]
    return any(a.known and not a.name and a.part_of_speech != "PROPN" for a in readings)


def _capital(word: Word) -> bool:
    return word.text[:1].isupper() and not (word.text.isupper() and len(word.text) > 1)


def _before(span: Span, text: Text) -> Iterable[Word]:
    """The word before, joiners inside of names passed over, if it may have a capital; no sentence’s first, no label."""
    start = max(span.start - _REACH, 0)
    stretch = text.text[start : span.start]
    if stretch == stretch.lower():  # only capitals are asked for, and most texts have none here
        return
    read = words(stretch, text.language)
    joiners = cues_for(text.language).joiners
    idle = analyser_for(text.language).function_words
    for word in reversed(read):
        low = word.text.lower()
        if word.kind is not TokenKind.WORD:
            return
        if low in joiners and word.text.islower():
            continue
        free = begins_sentence(text.text, start + word.span.start) or low in idle
        if not free and not _label(word, text.language):
            yield word
        return


def _behind(span: Span, text: Text) -> Iterable[Word]:
    """The word behind, if it has a capital and nothing stands between."""
    if not text.text[span.end + 1 : span.end + 2].isupper():
        return
    read = words(text.text[span.end : span.end + _REACH], text.language)
    if not read or not re.fullmatch(r"[ \u00a0\-‐‑]", text.text[span.end : span.end + read[0].span.start]):
        return
    if read[0].kind is TokenKind.WORD and not _label(read[0], text.language):
        yield read[0]


def _label(word: Word, language: str) -> bool:
    labels = cues_for(language).labels
    return any(fold(a.lemma) in labels for a in word.analyses)
