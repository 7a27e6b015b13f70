"""
What is asked of a memory, and the whole truth about it.

easy   200 queries made of segments of the memory: as many each exact, about 90 %, 80 % and 70 % alike by edits of whole
       words and of letters, and of no match
hard   100 queries with single letters edited all over the segment, 72 to 82 % alike: few groups of letters survive
All are compared forms (`comparable`), the same on every run. The truth is an exhaustive scan by RapidFuzz.
"""

import random
import re
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from termaccord.text.fuzzy.comparable import comparable, compared_words

EASY = 40
"""Queries of each of the five kinds."""
HARD = 100
LEAST = 0.7
LIMIT = 5
SEGMENT = re.compile(r'<tuv xml:lang="(\w+)"><seg>([^<]*)')
LETTERS = "etaoinshrdlu"


def forms(path: Path, language: str = "en") -> list[str]:
    """The compared forms of a memory made by `_memory.py`, each once, in order of their first place."""
    found: dict[str, None] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            segment = SEGMENT.search(line)
            if segment and segment[1] == language:
                found[comparable(unescape(segment[2]))] = None
    found.pop("", None)
    return list(found)


class Queries:
    """Query sets out of a memory's compared forms."""

    def __init__(self, held: Sequence[str], seed: int = 20_310_402) -> None:
        self._random = random.Random(seed)  # noqa: S311  # the same on every run
        self._held = held
        self._vocabulary = [word for form in held[:20_000] for word in form.split()]

    def easy(self) -> list[str]:
        exact = [self._segment() for _ in range(EASY)]
        near = [self._about(likeness) for likeness in (0.9, 0.8, 0.7) for _ in range(EASY)]
        return [*exact, *near, *(self._strange() for _ in range(EASY))]

    def hard(self) -> list[str]:
        return [self._scattered(self._random.uniform(0.72, 0.82)) for _ in range(HARD)]

    def _segment(self, least: int = 15) -> str:
        while True:
            form = self._random.choice(self._held)
            if least <= len(form) <= 300:
                return form

    def _about(self, likeness: float) -> str:
        """A segment edited until it is no more than so alike: words changed, left out, put in, letters mistyped."""
        while True:
            form = self._segment(25)
            words = form.split()
            for _ in range(40):
                self._edit(words)
                edited = " ".join(words)
                now = Levenshtein.normalized_similarity(form, edited)
                if now < likeness - 0.04:
                    break
                if now <= likeness + 0.02:
                    return edited

    def _edit(self, words: list[str]) -> None:
        place = self._random.randrange(len(words))
        kind = self._random.random()
        if kind < 0.35:
            words[place] = self._random.choice(self._vocabulary)
        elif kind < 0.55:
            words.insert(place, self._random.choice(self._vocabulary))
        elif kind < 0.75 and len(words) > 1:
            del words[place]
        else:
            words[place] = self._mistyped(words[place])

    def _mistyped(self, text: str) -> str:
        place = self._random.randrange(len(text))
        middle = self._random.choice(
            ("", self._random.choice(LETTERS), text[place] + self._random.choice(LETTERS))
        )
        return text[:place] + middle + text[place + 1 :] or text

    def _strange(self) -> str:
        """Words of the memory in an order of no meaning."""
        return " ".join(self._random.choice(self._vocabulary) for _ in range(self._random.randint(5, 14)))

    def _scattered(self, likeness: float) -> str:
        while True:
            form = edited = self._segment(30)
            while Levenshtein.normalized_similarity(form, edited) > likeness:
                edited = self._mistyped(edited)
            if Levenshtein.normalized_similarity(form, edited) >= likeness - 0.03:
                return edited


class Truth:
    """The best scores of all segments, found by comparing every one."""

    def __init__(self, held: Sequence[str], *, words: bool = False) -> None:
        self._numbers: dict[str, int] = {}
        self._words = words
        self._held = [self._written(form) for form in held]

    def _written(self, form: str) -> str:
        """By words, each word is one code point, so that RapidFuzz compares words as fast as letters."""
        if not self._words:
            return form
        numbers = (self._numbers.setdefault(word, len(self._numbers)) for word in compared_words(form))
        return "".join(chr(number + 1 if number < 0xD7FF else number + 0x801) for number in numbers)

    def scan(self, query: str) -> NDArray[Any]:
        """One pass over everything: what an index is measured beside."""
        return cdist([self._written(query)], self._held, scorer=Levenshtein.normalized_similarity,
                     score_cutoff=LEAST, dtype=np.float64)[0]  # fmt: skip

    def best(self, query: str) -> list[float]:
        return top(self.scan(query))


def top(scores: NDArray[Any]) -> list[float]:
    """The five highest of at least 70 %."""
    many = min(LIMIT, len(scores))
    highest = np.sort(np.partition(scores, -many)[-many:])[::-1]
    return [float(score) for score in highest if score >= LEAST]


def recall(truth: Sequence[Sequence[float]], found: Sequence[Sequence[float]]) -> float:
    """Share of the true best scores that were found, whichever of equals."""
    hits = wanted = 0
    for true, got in zip(truth, found, strict=True):
        hits += sum(1 for _ in _common(true, got))
        wanted += len(true)
    return hits / wanted if wanted else 1.0


def _common(true: Sequence[float], got: Sequence[float]) -> Iterator[float]:
    left = [round(score, 6) for score in got]
    for score in true:
        if round(score, 6) in left:
            left.remove(round(score, 6))
            yield score


def percentile(values: Sequence[float], share: float) -> float:
    return float(np.quantile(np.array(values), share)) if len(values) else float("nan")
