"""What two segments share that needs no model: numbers, months, names in either script, known terms."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import numpy as np
from babel import Locale, UnknownLocaleError
from numpy.typing import NDArray

from termaccord.align.band import Band
from termaccord.text.analyser import primary_language
from termaccord.text.languages.numerals import NUMERALS
from termaccord.text.transliterate import skeleton

Floats = NDArray[np.float32]

NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ’']\d{3}(?!\d))*(?:[.,]\d+)?")
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
SOUNDS = 4
"""Consonants of a name that count; what follows may be an ending."""
LEAST_SOUNDS = 3
COMMON = 30
"""A key that stands in more segments than this on either side anchors nothing."""


def keys(texts: Sequence[str], language: str) -> list[Counter[str]]:
    """
    The anchors of each text.

    Digits lose their separators, so that 3,5 and 3.5 or 1 200 and 1,200 are one number whatever the language.
    A capitalised word is a name where it does not begin its text, and there too once it is known as one.
    """
    words = [WORD.findall(t) for t in texts]
    found = [
        Counter(_numbers(t)) + Counter(_of_language(w, language)) for t, w in zip(texts, words, strict=True)
    ]
    names = {key for w in words for key in _names(w[1:])}
    for counts, w in zip(found, words, strict=True):
        counts.update(_names(w[1:]))
        counts.update(key for key in _names(w[:1]) if key in names)
    return found


def _numbers(text: str) -> Iterator[str]:
    for match in NUMBER.finditer(text):
        digits = "".join(c for c in match.group() if c.isdigit()).lstrip("0")
        yield f"#{digits or 0}"


def _names(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word[0].isupper():
            sounds = skeleton(word)
            if len(sounds) >= LEAST_SOUNDS:
                yield f"@{sounds[:SOUNDS]}"


def _of_language(words: Iterable[str], language: str) -> Iterator[str]:
    """Months, and numbers written as words."""
    names = months(language)
    numerals = NUMERALS.get(primary_language(language), {})
    for word in words:
        month = names.get(word) or names.get(word.lower() if len(word) > 4 else word)
        if month:
            yield f"%{month}"
        number = numerals.get(word.lower().replace("’", "'"))
        if number:
            yield f"#{number}"


@cache
def months(language: str) -> dict[str, int]:
    """Month names of a language as they are written, inside a date or alone (CLDR)."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        name: number
        for context in ("format", "stand-alone")
        for number, name in locale.months[context]["wide"].items()
        if len(name) > 2
    }


def terms(texts: Sequence[str], wanted: Sequence[str]) -> list[Counter[str]]:
    """Which of the wanted terms stand in each text, whatever their endings."""
    stems = [[_stem(w) for w in WORD.findall(term.lower())] for term in wanted]
    by_first: dict[str, list[int]] = {}
    for number, parts in enumerate(stems):
        if parts:
            by_first.setdefault(parts[0][:3], []).append(number)
    return [Counter(_terms_in(WORD.findall(t.lower()), stems, by_first)) for t in texts]


def _terms_in(
    words: Sequence[str], stems: Sequence[Sequence[str]], by_first: dict[str, list[int]]
) -> Iterator[str]:
    for at, word in enumerate(words):
        for number in by_first.get(word[:3], ()):
            parts = stems[number]
            there = words[at : at + len(parts)]
            if len(there) == len(parts) and all(w.startswith(p) for w, p in zip(there, parts, strict=True)):
                yield f"!{number}"


def _stem(word: str) -> str:
    """What is left of a word in most of its forms: it loses a third, at most three letters."""
    return word[: max(3, len(word) - 3, round(len(word) * 2 / 3))] if len(word) > 3 else word


def anchored(source: Sequence[Counter[str]], target: Sequence[Counter[str]], band: Band) -> Floats:
    """The weight of what the two segments of each cell share; what is rare in both documents weighs most, 1."""
    ours, theirs = _postings(source), _postings(target)
    result = np.zeros(band.cells, np.float32)
    for key in sorted(ours.keys() & theirs.keys()):
        here, there = ours[key], theirs[key]
        if max(len(here), len(there)) <= COMMON:
            weight = _weight(len(here), len(source)) * _weight(len(there), len(target))
            _spread(result, band, here, there, weight)
    return result


def _postings(counts: Sequence[Counter[str]]) -> dict[str, list[int]]:
    result: dict[str, list[int]] = {}
    for i, keys_here in enumerate(counts):
        for key in keys_here:
            result.setdefault(key, []).append(i)
    return result


def _weight(places: int, size: int) -> float:
    """Inverse document frequency, 1 for a key that stands but once."""
    return float(np.log((size + 1) / places) / np.log(size + 1))


def _spread(shared: Floats, band: Band, here: Sequence[int], there: Sequence[int], weight: float) -> None:
    columns = np.array(there)
    for i in here:
        low, high = band.low[i], band.high[i]
        inside = columns[(columns >= low) & (columns < high)]
        shared[band.at[i] + inside - low] += weight
