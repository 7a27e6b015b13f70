"""What a term is found by: its words in every spelling, form and script that lead to the same key."""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from termaccord.text.analyse import analyser_for
from termaccord.text.languages.writing.scripts import script
from termaccord.text.normalise import fold, normalise
from termaccord.text.tokens import TokenKind, scan
from termaccord.text.transliterate import skeleton

_NOT_ALNUM = re.compile(r"[\W_]+")
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_PAD = "  "
_MOST_READINGS = 3
_SHORTEST_INITIALS = 3


class Kind(IntEnum):
    """The kinds of keys, surest first."""

    SPELLING = 0
    LEMMAS = 1
    ANY_ORDER = 2
    INITIALS = 3
    SOUND = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """A term or a query as one language reads it."""

    language: str
    lemmas: tuple[tuple[str, ...], ...]
    """Of each word that carries meaning, likeliest first."""
    written: tuple[str, ...]
    """The same words as they stand there, folded."""

    @property
    def plain(self) -> tuple[str, ...]:
        """The likeliest lemma of each word."""
        return tuple(lemmas[0] for lemmas in self.lemmas)


@lru_cache(maxsize=1 << 16)
def bare(text: str) -> str:
    """
    A text folded, and its Latin letters without accents: people leave out what their keyboard has not.

    >>> bare("Sécurité"), bare("Ёжик, йод")
    ('securite', 'ежик, йод')
    """
    folded = fold(text)
    if not _ACCENTED.search(folded):
        return folded
    return "".join(_unaccented(letter) for letter in folded)


def _unaccented(letter: str) -> str:
    """A Latin letter without its accents; й is another letter than и."""
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter


_STRESS = str.maketrans("", "", "\u0300\u0301")


@lru_cache(maxsize=1 << 16)
def lemmas_of(form: str, language: str) -> tuple[str, ...]:
    """What a word may be a form of, bare, likeliest first; never empty."""
    plain = bare(form)
    if _foreign(plain, language):
        return (plain,)  # no dictionary need be loaded to know that
    readings = analyser_for(language).analyses(normalise(form).text.translate(_STRESS))
    return tuple(dict.fromkeys(bare(one.lemma) for one in readings))[:_MOST_READINGS] or (plain,)


def _foreign(word: str, language: str) -> bool:
    """Whether a folded word is in Latin letters and the language in Cyrillic ones, or the other way round."""
    written = script(language)
    if written == "Cyrl":
        return word.isascii()
    return written == "Latn" and bool(word) and all("\u0400" <= letter <= "\u052f" for letter in word)


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(bare(word) for word in analyser_for(language).function_words)


def read(text: str, language: str) -> Reading:
    """Read a text's words; function words are passed over unless there is nothing else."""
    found = [
        (lemmas_of(form, language), bare(form))
        for _start, _end, form, kind in scan(text)
        if kind in {TokenKind.WORD, TokenKind.NUMBER} and form != "'s"
    ]
    meaning = [one for one in found if one[1] not in _function_words(language)] or found
    return Reading(language, tuple(one[0] for one in meaning), tuple(one[1] for one in meaning))


def spelling(text: str) -> str:
    """
    The letters and digits of a text, so that quotes, dashes, spaces and capitals do not matter.

    >>> spelling("Counter-Terrorism «Shield»") == spelling("counterterrorism shield")
    True
    """
    folded = bare(text)
    return _NOT_ALNUM.sub("", folded) or folded


def keys(text: str, reading: Reading) -> set[tuple[int, str]]:
    """Every key that leads to a text, each with its kind."""
    found = {(int(Kind.SPELLING), spelling(text))}
    for lemmas in _alternatives(reading.lemmas):
        found.add((int(Kind.LEMMAS), " ".join(lemmas)))
        found.add((int(Kind.ANY_ORDER), " ".join(sorted(lemmas))))
        found.add((int(Kind.SOUND), sound(lemmas)))
    found.add((int(Kind.SOUND), sound(reading.written)))
    if len(reading.written) >= _SHORTEST_INITIALS:
        found.add((int(Kind.INITIALS), "".join(word[0] for word in reading.written)))
    return {key for key in found if key[1].strip()}


def alone(text: str) -> tuple[str, ...]:
    """
    What of a term can stand for it alone: all but what is in brackets, an abbreviation in brackets, each of two names.

    >>> alone("Harbour Watch Council (HWC)"), alone("meeting / session"), alone("lantern")
    (('Harbour Watch Council', 'HWC'), ('meeting', 'session'), ())
    """
    outside = " ".join(_BRACKETED.sub(" ", text).split())
    inside = (found for found in _BRACKETED.findall(text) if found.isupper() and found.isalnum())
    halves = outside.split(" / ")
    return tuple(one for one in dict.fromkeys((*halves, *inside)) if one and one != text)


def sound(parts: tuple[str, ...]) -> str:
    """How words sound in whatever script, vowels apart."""
    return " ".join(skeleton(part) for part in parts)


def _alternatives(lemmas: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """The likeliest lemmas, and each other lemma of one word at a time: linear in the number of words."""
    first = tuple(options[0] for options in lemmas)
    others = [
        (*first[:n], option, *first[n + 1 :]) for n, options in enumerate(lemmas) for option in options[1:]
    ]
    return [first, *others] if first else []


def trigrams(text: str) -> set[str]:
    """
    Groups of three letters of a text in its folded spelling, its edges marked by spaces.

    >>> sorted(trigrams("Ab"))
    ['  a', ' ab', 'ab ']
    """
    padded = f"{_PAD}{' '.join(_NOT_ALNUM.sub(' ', bare(text)).split())} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
