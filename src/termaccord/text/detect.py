"""Which language a text is in, by script and function words."""

import re
from collections import Counter
from functools import cache

from termaccord.text.languages import english, french, german, spanish

_LIMIT = 20_000
_FEW = 0.1
"""Share of function words below which a text is in none of the languages that we know."""
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


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {
        "en": english.FUNCTION_WORDS,
        "de": german.FUNCTION_WORDS,
        "es": spanish.FUNCTION_WORDS,
        "fr": french.FUNCTION_WORDS,
    }


# Letters that one Cyrillic alphabet has and those before it in the list have not: Unicode CLDR, exemplar characters.
_CYRILLIC = (
    ("uk", "іїєґ"),
    ("be", "ў"),
    ("sr", "јљњћђџ"),
    ("mk", "ѓќѕ"),
    ("tg", "ҷҳӯӣ"),
    ("kk", "әқұһі"),
    ("ky", "өүң"),
)


def detect_language(text: str) -> str | None:
    """The primary language tag of a text, or None where nothing decides."""
    sample = text[:_LIMIT].lower()
    letters = sum(c.isalpha() for c in sample)
    for language, pattern in _SCRIPTS:
        if letters and len(pattern.findall(sample)) > letters * 0.2:
            return language
    if letters and len(re.findall(r"[\u0400-\u04ff]", sample)) > letters * 0.5:
        return _cyrillic(sample, letters)
    return _latin(sample)


def _cyrillic(sample: str, letters: int) -> str:
    """By the letters that only some alphabets have; a few of them may be in quoted names."""
    shares = {language: sum(map(sample.count, own)) for language, own in _CYRILLIC}
    best = max(_CYRILLIC, key=lambda row: shares[row[0]])[0]
    return best if shares[best] > letters * 0.01 else "ru"


def _latin(sample: str) -> str | None:
    found = re.findall(r"[^\W\d_]+", sample)
    counts = Counter(found)
    scores = {
        language: sum(counts[word] for word in vocabulary)
        for language, vocabulary in _function_words().items()
    }
    best = max(sorted(scores), key=lambda language: scores[language])
    return best if scores[best] > len(found) * _FEW else None
