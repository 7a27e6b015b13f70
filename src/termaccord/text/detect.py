"""Which language a text is in, by script, small words and letters."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from termaccord.text.languages.profiles import cyrillic, latin

_LIMIT = 20_000
_FEW = 0.1
"""Share of small words below which a text is in none of the languages that we know."""
_STRANGE = 3.0
"""What a letter outside of the alphabet takes away, where a small word that no other language has gives one."""
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)


@dataclass(frozen=True, slots=True)
class _Profile:
    """A language among those of its script; what several of them have speaks less for each of them."""

    language: str
    words: Mapping[str, float]
    letters: Mapping[str, float]

    def share(self, words: Mapping[str, int]) -> float:
        """How many of the words, from 0 to 1, are small words of the language."""
        return sum(words[word] for word in self.words if word in words) / max(sum(words.values()), 1)

    def score(self, words: Mapping[str, int], letters: Mapping[str, int]) -> float:
        """What speaks for the language, by the word and by the letter."""
        small = sum(words[word] * weight for word, weight in self.words.items() if word in words)
        known = sum(
            count * self.letters.get(letter, -_STRANGE)
            for letter, count in letters.items()
            if not letter.isascii()
        )
        return small / max(sum(words.values()), 1) + known / max(sum(letters.values()), 1)


def detect_language(text: str) -> str | None:
    """
    The primary language tag of a text, or None where nothing decides.

    Small words tell languages of one script apart (Grefenstette 1995, Comparing two language identification schemes),
    and so do the letters that only some alphabets have.
    """
    sample = text[:_LIMIT].lower()
    letters = sum(c.isalpha() for c in sample)
    for language, pattern in _SCRIPTS:
        if letters and len(pattern.findall(sample)) > letters * 0.2:
            return language
    words = Counter(_WORD.findall(sample))
    if letters and len(_CYRILLIC.findall(sample)) > letters * 0.5:
        return _best(_cyrillic(), words, Counter(_CYRILLIC.findall(sample))).language
    best = _best(_latin(), words, Counter(filter(str.isalpha, sample)))
    return best.language if best.share(words) > _FEW else None


def _best(profiles: tuple[_Profile, ...], words: Mapping[str, int], letters: Mapping[str, int]) -> _Profile:
    """Of profiles that say the same, the first."""
    return max(profiles, key=lambda profile: profile.score(words, letters))


@cache
def _latin() -> tuple[_Profile, ...]:
    return _profiles(latin.SMALL_WORDS, latin.LETTERS)


@cache
def _cyrillic() -> tuple[_Profile, ...]:
    return _profiles(cyrillic.SMALL_WORDS, cyrillic.LETTERS)


def _profiles(words: Mapping[str, frozenset[str]], letters: Mapping[str, str]) -> tuple[_Profile, ...]:
    """In order of preference."""
    word_counts = Counter(word for listed in words.values() for word in listed)
    letter_counts = Counter(letter for listed in letters.values() for letter in listed)
    return tuple(
        _Profile(
            language,
            {word: 1 / word_counts[word] for word in sorted(words[language])},
            {letter: 1 / letter_counts[letter] for letter in letters[language]},
        )
        for language in words
    )
