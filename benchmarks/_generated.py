"""Texts and glossaries of any size for the benchmarks: the same on every run, made of dictionary words."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import pymorphy3
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from termaccord.text.analyse import analyser_for

CORPUS = Path(__file__).parents[1] / "corpus"
VOCABULARY = 120_000
"""Word forms that texts are made of; ten megabytes of news have about as many."""
TEXT_EXPONENT = 1.05
"""Of Zipf's law among content words, and among the terms that stand in a text."""
TERM_EXPONENT = 0.6
"""Terms are made of common words too, though less than texts are."""
ALONE = 0.05
"""Share of terms of one word, a rare one: a glossary has no other words of its own."""
WORDS_A_TERM = 60
"""So many words of text to one that begins a term."""
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


@cache
def _morph() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def _russian() -> tuple[list[str], list[str], list[str]]:
    """Forms, nouns and adjectives with a sixth of all beginnings, each sorted."""
    found: tuple[set[str], ...] = (set(), set(), set())
    kinds: dict[int, tuple[int, ...]] = {}
    letters = "абвгдежзиклмнопрстуфхцчшэюя"
    beginnings = random.Random(3).sample([a + b for a in letters for b in letters], 120)  # noqa: S311  # no secret
    dictionary = _morph().dictionary
    words = (known for beginning in sorted(beginnings) for known in dictionary.iter_known_words(beginning))
    for word, tag, *_ in words:
        if len(word) < 3:
            continue
        if id(tag) not in kinds:
            kinds[id(tag)] = tuple(_kinds(str(tag)))
        for kind in kinds[id(tag)]:
            found[kind].add(word)
    forms, nouns, adjectives = found
    return sorted(forms), sorted(nouns), sorted(adjectives)


def _kinds(tag: str) -> Iterator[int]:
    """Which of the lists of `_russian` a form with this tag is in."""
    grammemes = frozenset(re.split("[, ]", tag))
    if grammemes & {"Name", "Surn", "Patr", "Abbr", "Infr", "Erro", "Arch"}:
        return
    yield 0
    if {"nomn", "sing", "NOUN"} <= grammemes:
        yield 1
    if {"nomn", "sing", "masc", "ADJF"} <= grammemes:
        yield 2


@cache
def _english() -> list[str]:
    known = DefaultDictionaryFactory().get_dictionary("en")
    words = {word.decode() if isinstance(word, bytes) else word for word in known}
    return sorted(word for word in words if word.isascii() and word.isalpha() and len(word) > 2)


def _commonest_first(words: Sequence[str], count: int, chosen: random.Random) -> list[str]:
    """A sample where shorter words tend to be commoner, as Zipf found."""
    sample = chosen.sample(words, min(count, len(words)))
    return sorted(sample, key=lambda word: len(word) + 10 * chosen.random())


def _zipf(size: int, exponent: float) -> list[float]:
    return list(accumulate((rank + 3) ** -exponent for rank in range(size)))


class World:
    """One language's vocabulary, terms and texts."""

    def __init__(self, language: str, seed: int = 20_310_401) -> None:
        self.language = language
        self._random = random.Random(seed)  # noqa: S311  # the same on every run
        if language == "ru":
            forms, self._nouns, self._adjectives = (list(words) for words in _russian())
        else:
            forms = self._nouns = self._adjectives = list(_english())
        self._forms = _commonest_first(forms, VOCABULARY, self._random)
        if language == "ru":
            found = _commonest_first(self._nouns, 60_000, self._random)
            common = min(20_000, len(found) // 2)
            self._nouns, self._rare = found[:common], found[common:]
            self._adjectives = _commonest_first(self._adjectives, 10_000, self._random)
            # Common words of texts are those that terms are made of.
            mixed = [word for pair in zip(self._nouns, self._adjectives, strict=False) for word in pair]
            self._forms[: 2 * len(mixed) : 2] = mixed
        else:
            self._nouns = self._adjectives = self._forms[:30_000]
            self._rare = self._forms[60_000:]

    def terms(self, count: int) -> list[str]:
        """Distinct terms of one to four words; the first ones of a longer list are the shorter list."""
        found: dict[str, None] = {}
        make = self._russian_term if self.language == "ru" else self._english_term
        chosen = random.Random(7)  # noqa: S311  # the same on every run
        nouns, adjectives = (_zipf(len(words), TERM_EXPONENT) for words in (self._nouns, self._adjectives))
        while len(found) < count:
            found[make(chosen, nouns, adjectives)] = None
        return list(found)

    def _russian_term(
        self, chosen: random.Random, nouns: Sequence[float], adjectives: Sequence[float]
    ) -> str:
        if chosen.random() < ALONE:
            return chosen.choice(self._rare)
        head, dependent = chosen.choices(self._nouns, cum_weights=nouns, k=2)
        adjective = chosen.choices(self._adjectives, cum_weights=adjectives)[0]
        genitive = _inflected(dependent, "gent")
        before = f"{_agreeing(adjective, head)} {head}"
        return chosen.choice((before, f"{head} {genitive}", f"{before} {genitive}"))

    def _english_term(
        self, chosen: random.Random, nouns: Sequence[float], _adjectives: Sequence[float]
    ) -> str:
        if chosen.random() < ALONE:
            return chosen.choice(self._rare)
        return " ".join(chosen.choices(self._nouns, cum_weights=nouns, k=chosen.choice((2, 2, 3, 4))))

    def text(self, size: int, terms: Sequence[str]) -> str:
        """At least `size` bytes of UTF-8: the project's own texts with other words, and now and then a term."""
        filled = self.filler(terms)
        paragraphs: list[str] = []
        while size > 0:
            for skeleton in self._skeletons():
                paragraph = filled(skeleton)
                paragraphs.append(paragraph)
                size -= len(paragraph.encode()) + 1
                if size <= 0:
                    break
        return "\n".join(paragraphs)

    def filler(self, terms: Sequence[str]) -> Callable[[str], str]:
        """What puts other words, and now and then a term, into a text; always in the same order of words."""
        chosen = random.Random(11)  # noqa: S311  # the same on every run
        words = iter(self._drawn(chosen, self._forms, TEXT_EXPONENT))
        named = iter(self._drawn(chosen, terms, TEXT_EXPONENT))
        kept = analyser_for(self.language).function_words
        return lambda text: "".join(_filled(re.split(r"(\w+)", text), words, named, kept, chosen, self._form))

    def _drawn(self, chosen: random.Random, items: Sequence[str], exponent: float) -> Iterator[str]:
        weights = _zipf(len(items), exponent)
        while True:
            yield from chosen.choices(items, cum_weights=weights, k=10_000)

    def _skeletons(self) -> list[str]:
        folders = sorted(CORPUS.glob(f"{self.language}*"))
        paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
        return [line for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]

    def _form(self, term: str, chosen: random.Random) -> str:
        if self.language == "ru":
            return _declined(term, chosen.choice(_CASES))
        return term + "s" if chosen.random() < 0.2 else term


def _filled(
    skeleton: Sequence[str],
    words: Iterator[str],
    terms: Iterator[str],
    kept: frozenset[str],
    chosen: random.Random,
    form: Callable[[str, random.Random], str],
) -> Iterator[str]:
    """Marks, numbers and function words stay; other words become others, now and then with a term behind."""
    for piece in skeleton:
        if not piece[:1].isalpha() or piece.lower() in kept or piece.isupper():
            yield piece
        elif chosen.random() < 2 / WORDS_A_TERM:
            yield form(next(terms), chosen)
        else:
            word = next(words)
            yield word.capitalize() if piece[0].isupper() else word


@cache
def _parsed(word: str) -> Any:
    parses = _morph().parse(word)
    return next((p for p in parses if p.tag.case == "nomn" and p.tag.POS in {"NOUN", "ADJF"}), parses[0])


@cache
def _inflected(word: str, *grammemes: str) -> str:
    made = _parsed(word).inflect(set(grammemes))
    return str(made.word) if made else word


def _agreeing(adjective: str, head: str) -> str:
    gender = _parsed(head).tag.gender
    return _inflected(adjective, str(gender)) if gender else adjective


@cache
def _declined(term: str, case: str) -> str:
    """The head and the adjective before it in another case; what follows stays."""
    words = term.split()
    for index, word in enumerate(words):
        words[index] = _inflected(word, case)
        if _parsed(word).tag.POS == "NOUN":
            break
    return " ".join(words)
