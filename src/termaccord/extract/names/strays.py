"""Words of one language left standing in texts of another: a term that a translator did not know how to say."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from termaccord.extract.names.sentence import FAIR, Found, Sentence
from termaccord.model import Category
from termaccord.text.normalise import folded

SHORTEST = 4
"""Letters in the shortest word that is looked at."""


@lru_cache(maxsize=1 << 12)
def script(text: str) -> str:
    """The script of a word’s first letter, as Unicode names it: LATIN, CYRILLIC."""
    return unicodedata.name(text[0], "").split(" ")[0]


def strays(by_language: Mapping[str, Sequence[Sentence]]) -> dict[str, frozenset[str]]:
    """By language: lemmas of its words that stand in another language’s texts, in lower case and in their own script."""
    own = {language: _script_of(read) for language, read in by_language.items()}
    lemmas: dict[str, frozenset[str]] = {}
    for language, read in by_language.items():
        foreign = {
            form
            for other, texts in by_language.items()
            if own[other] != own[language]
            for form in _foreign_words(texts, own[other])
            if script(form) == own[language]
        }
        lemmas[language] = _lemmas(read, foreign) if foreign else frozenset()
    return lemmas


def _script_of(read: Sequence[Sentence]) -> str:
    """The script of most words."""
    counts: dict[str, int] = {}
    for sentence in read:
        for i in range(len(sentence)):
            if sentence.word(i):
                name = script(sentence.form(i))
                counts[name] = counts.get(name, 0) + 1
    return max(sorted(counts), key=lambda name: counts[name]) if counts else ""


def _foreign_words(read: Sequence[Sentence], own: str) -> Iterator[str]:
    for sentence in read:
        yield from (sentence.form(i) for i in range(len(sentence)) if _stray(sentence, i, own))


def _stray(sentence: Sentence, i: int, own: str) -> bool:
    plain = sentence.word(i) and not sentence.capital(i) and len(sentence.form(i)) >= SHORTEST
    return plain and sentence.form(i).isalpha() and script(sentence.form(i)) != own


def _lemmas(read: Sequence[Sentence], foreign: set[str]) -> frozenset[str]:
    """Lemmas of nouns that a form left elsewhere may belong to."""
    found: set[str] = set()
    for sentence in read:
        for i in range(len(sentence)):
            if sentence.word(i) and (sentence.form(i) in foreign or sentence.lemmas(i) & foreign):
                found.update(
                    folded(a.lemma) for a in sentence.words[i].analyses[:1] if _noun(a.part_of_speech)
                )
    return frozenset(found)


def _noun(part: str) -> bool:
    return part in {"NOUN", "PROPN"}


def find(sentences: Sequence[Sentence], known: frozenset[str]) -> Iterator[Found]:
    """Words of other scripts in these sentences, and those of these sentences that other languages have taken over."""
    own = _script_of(sentences)
    for index, sentence in enumerate(sentences):
        for i in range(len(sentence)):
            if not sentence.word(i) or sentence.capital(i):
                continue
            if _stray(sentence, i, own):
                yield Found(index, i, i + 1, None, "foreign word", FAIR, head=i)
            elif known and sentence.lemma(i) in known:
                animate = any(a.animate for a in sentence.words[i].analyses[:1])
                category = Category.POSITION if animate else None
                lemmas = {i: sentence.lemma(i)}
                yield Found(index, i, i + 1, category, "left untranslated", FAIR, head=i, lemmas=lemmas)
