"""Names across scripts: Romanisation by the usual schemes, and how alike two names sound."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, JaroWinkler
from rapidfuzz.process import cdist

_COMMON = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip

SCHEMES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        # BGN/PCGN 1947 agreement, Romanization of Russian; ye at the start and after vowels, й, ъ, ь.
        "bgn": _COMMON | {"ё": "yo", "й": "y", "ъ": "”", "ь": "’", "ю": "yu", "я": "ya", "^е": "ye"},
        # ICAO Doc 9303 part 3, section 6 B; Russian passports since 2014.
        "icao": _COMMON | {"ъ": "ie"},
        # GOST R 52535.1-2006, Russian passports 2010-2014.
        "gost52535": _COMMON | {"ц": "tc"},
        # ISO 9:1995 (GOST 7.79-2000 system A): one letter for one letter.
        "iso9": _COMMON
        | {"ё": "ë", "ж": "ž", "й": "j", "х": "h", "ц": "c", "ч": "č", "ш": "š", "щ": "ŝ"}
        | {"ъ": "ʺ", "ь": "ʹ", "э": "è", "ю": "û", "я": "â"},
        # ALA-LC Romanization Tables: Russian (2012), without its ligature ties as most catalogues print it.
        "loc": _COMMON | {"ё": "ë", "й": "ĭ", "ъ": "ʺ", "ь": "ʹ", "э": "ė"},
        # Scientific transliteration as used by Slavists (Comrie and Corbett 1993, p. 832).
        "scientific": _COMMON
        | {"ё": "ë", "ж": "ž", "й": "j", "х": "x", "ц": "c", "ч": "č", "ш": "š", "щ": "šč"}
        | {"ъ": "ʺ", "ь": "ʹ", "э": "è", "ю": "ju", "я": "ja"},
        # What English newspapers print: BGN without signs, -y for -ий and -ый, x for кс.
        "press": _COMMON
        | {"ё": "yo", "й": "y", "ю": "yu", "я": "ya", "^е": "ye", "ий$": "y", "ый$": "y", "кс": "x"},
    }
)  # fmt: skip

_VOWEL_OR_SIGN = frozenset("аеёиоуыэюяйъь")


def transliterations(word: str, language: str) -> dict[str, str]:
    """
    A word in Latin letters by every scheme for its language; empty where we know none.

    >>> transliterations("Желудёв", "ru")["bgn"]
    'Zheludyov'
    """
    if language.split("-", maxsplit=1)[0] != "ru":
        return {}
    return {name: _romanise(word, scheme) for name, scheme in SCHEMES.items()}


def _romanise(text: str, scheme: Mapping[str, str]) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: _romanise_word(match.group(), scheme), text)


def _romanise_word(word: str, scheme: Mapping[str, str]) -> str:
    letters = word.lower()
    parts: list[str] = []
    i = 0
    while i < len(letters):
        size, latin = _piece(letters, i, scheme)
        parts.append(latin.capitalize() if word[i].isupper() else latin)
        i += size
    joined = "".join(parts)
    return joined.upper() if word.isupper() and len(word) > 1 else joined


def _piece(letters: str, i: int, scheme: Mapping[str, str]) -> tuple[int, str]:
    pair = letters[i : i + 2]
    if i + 2 == len(letters) and f"{pair}$" in scheme:
        return 2, scheme[f"{pair}$"]
    if pair in scheme:
        return 2, scheme[pair]
    letter = letters[i]
    if f"^{letter}" in scheme and (i == 0 or letters[i - 1] in _VOWEL_OR_SIGN):
        return 1, scheme[f"^{letter}"]
    return 1, scheme.get(letter, letter)


_CYRILLIC_SOUNDS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "o", "є": "e", "ж": "J",
    "з": "z", "и": "i", "і": "i", "ї": "i", "й": "", "ј": "", "к": "k", "л": "l", "љ": "l", "м": "m",
    "н": "n", "њ": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "v", "ф": "f", "х": "h",
    "ц": "C", "ч": "X", "ћ": "X", "џ": "J", "ђ": "J", "ш": "S", "щ": "S", "ъ": "", "ы": "i", "ь": "",
    "э": "e", "ю": "u", "я": "a", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
    "ҷ": "J", "ҳ": "h", "ӣ": "i", "ӯ": "u", "ѓ": "g", "ќ": "k", "ѕ": "z",
}  # fmt: skip
_CYRILLIC_CLUSTERS = (("дж", "J"), ("дз", "z"), ("тс", "C"), ("кс", "ks"), ("ий", "i"), ("ый", "i"))
_LATIN_CLUSTERS = (
    ("shch", "S"), ("tsch", "X"), ("sch", "S"), ("tch", "X"), ("dzh", "J"), ("zh", "J"), ("kh", "h"),
    ("ch", "X"), ("sh", "S"), ("ts", "C"), ("tz", "C"), ("tc", "C"), ("ph", "f"), ("th", "t"), ("gh", "g"),
    ("ck", "k"), ("qu", "kv"), ("dj", "J"), ("ij", "i"), ("iy", "i"), ("yi", "i"), ("yy", "i"), ("yo", "o"),
    ("yu", "u"), ("ya", "a"), ("ye", "e"), ("iu", "u"), ("ia", "a"), ("ie", "e"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"),
)  # fmt: skip
_LATIN_SOUNDS = {
    "a": "a", "b": "b", "c": "k", "d": "d", "e": "e", "f": "f", "g": "g", "h": "h", "i": "i", "j": "J",
    "k": "k", "l": "l", "m": "m", "n": "n", "o": "o", "p": "p", "q": "k", "r": "r", "s": "s", "t": "t",
    "u": "u", "v": "v", "w": "v", "x": "ks", "y": "i", "z": "z", "č": "X", "š": "S", "ž": "J", "ŝ": "S",
    "ß": "s", "ł": "l", "đ": "d", "ı": "i", "ø": "o", "æ": "e", "œ": "e", "þ": "t", "ð": "d",
}  # fmt: skip
_VOWELS = frozenset("aeiou")


@cache
def _clusters(*, cyrillic: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    """The longest cluster at each place wins."""
    table = dict(_CYRILLIC_CLUSTERS if cyrillic else _LATIN_CLUSTERS)
    return re.compile("|".join(sorted(table, key=lambda cluster: (-len(cluster), cluster)))), table


@lru_cache(maxsize=1 << 16)
def sounds(word: str) -> str:
    """A rough spelling of how a word sounds, the same for Cyrillic and Latin letters."""
    letters = unicodedata.normalize("NFC", word).lower()
    pattern, table = _clusters(cyrillic=_is_cyrillic(letters))
    spelled = "".join(map(_sound, pattern.sub(lambda match: table[match.group()], letters)))
    return re.sub(r"(.)\1+", r"\1", spelled)


def _is_cyrillic(word: str) -> bool:
    return any("\u0400" <= c <= "\u052f" for c in word)


def _sound(letter: str) -> str:
    if letter.isupper():  # a cluster's sound, already found
        return letter
    found = _CYRILLIC_SOUNDS.get(letter, _LATIN_SOUNDS.get(letter))
    if found is not None:
        return found
    plain = unicodedata.normalize("NFD", letter)[0]
    return _LATIN_SOUNDS.get(plain, plain) if plain.isalnum() else ""


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """
    The consonants of a word as they sound, whatever its script.

    >>> skeleton("Жапаров") == skeleton("Japarov") == skeleton("Zhaparov")
    True
    """
    return "".join(sound for sound in sounds(word) if sound not in _VOWELS)


_BLURRED = str.maketrans("oeu", "aia")
"""Unstressed vowels vary most between spellings."""


@lru_cache(maxsize=1 << 16)
def similar(a: str, b: str) -> float:
    """
    How alike two names sound, 0 to 1, in the same script or across scripts.

    Half the weight lies on the consonants; above 0.75 the names are probably one, below 0.6 they are not.
    """
    first, second = sounds(a), sounds(b)
    if not first or not second:
        return 0.0
    consonants = Indel.normalized_similarity(skeleton(a), skeleton(b))
    blurred = Indel.normalized_similarity(first.translate(_BLURRED), second.translate(_BLURRED))
    whole = JaroWinkler.similarity(first, second)
    return 0.4 * consonants + 0.4 * blurred + 0.2 * whole


ROUNDING = 1e-5
"""More than single precision can lose."""
ROWS = 512
"""Words that are compared with all others at once."""


def alike(words: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """
    Pairs of indexes (i < j) of words that are `similar` to at least `least`, in order.

    Only pairs that can be so similar are scored one by one.
    """
    consonants = [skeleton(word) for word in words]
    blurred = [sounds(word).translate(_BLURRED) for word in words]
    for start in range(0, len(words), ROWS):
        rows = slice(start, start + ROWS)
        bound = 0.4 * _likeness(consonants[rows], consonants) + 0.4 * _likeness(blurred[rows], blurred) + 0.2
        for row, j in np.argwhere(bound >= least - ROUNDING).tolist():
            i = start + row
            if i < j and similar(words[i], words[j]) >= least:
                yield i, j


def _likeness(some: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
    found: NDArray[np.float32] = cdist(some, others, scorer=Indel.normalized_similarity, dtype=np.float32)
    return found
