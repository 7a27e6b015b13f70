"""Which one-byte encoding a text is in, where its words leave no doubt."""

import re
from collections import Counter
from dataclasses import dataclass

_CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5")
_SAMPLE = 1 << 17
_FEWEST_LETTERS = 12
_LEAST_REGULAR = 0.97
_LEAST_FREQUENT = 0.5
_CLEARLY = 1.15

FREQUENT_CYRILLIC = frozenset("оеаинтсрвл")
"""The ten commonest letters make up six tenths of any Russian text (Lyashevskaya and Sharov 2009)."""

_FURTHER_LETTERS = frozenset("ёіїєґў")
"""Of East Slavic languages; the letters of others in these code pages stand where MacCyrillic has capitals."""

WESTERN_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒ")
"""Letters of the languages that Windows-1252 was made for."""
MARKS = frozenset("«»“”„‘’‚–—…•§°·¡¿€£№©®™\u00a0ªº²³½¼¾×")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How a decoding looks."""

    text: str
    regular: float
    """Share of what is beyond ASCII that stands in words of one script, capitals where capitals stand."""
    frequent: float
    """Share of common letters among those beyond ASCII."""


def likeliest(data: bytes) -> str | None:
    """
    The encoding whose reading of the bytes looks like text, where only one does.

    Cyrillic encodings differ in where they put letters and capitals: the wrong one gives words such as “рТЙЧЕФ”.
    Windows-1252 is believed where accented letters stand inside words of plain ones.
    """
    sample = data[:_SAMPLE]
    likely: dict[
        str, tuple[float, str]
    ] = {}  # encodings that give the same text do not contradict each other
    for encoding in _CYRILLIC:
        evidence = _cyrillic(sample, encoding)
        if evidence and evidence.regular >= _LEAST_REGULAR and evidence.frequent >= _LEAST_FREQUENT:
            likely.setdefault(evidence.text, (evidence.regular * evidence.frequent, encoding))
    ranked = sorted(likely.values(), reverse=True)
    if ranked and (len(ranked) == 1 or ranked[0][0] > _CLEARLY * ranked[1][0]):
        return _decodable(data, ranked[0][1])
    if not likely and _is_western(sample):
        return _decodable(data, "cp1252")
    return None


def _decodable(data: bytes, encoding: str) -> str | None:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return encoding


def _cyrillic(sample: bytes, encoding: str) -> _Evidence | None:
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return None
    beyond = Counter(character for character in text if not character.isascii() and character not in MARKS)
    letters = Counter("".join(beyond.elements()).casefold())
    total = beyond.total()
    if total < _FEWEST_LETTERS:
        return None
    words = (word for word in _WORD.findall(text) if not word.isascii())
    regular = sum(len(word) for word in words if _is_cyrillic(word) and _is_cased(word))
    frequent = sum(count for letter, count in letters.items() if letter in FREQUENT_CYRILLIC)
    return _Evidence(text, regular / total, frequent / total)


def _is_cyrillic(word: str) -> bool:
    return all("а" <= letter <= "я" or letter in _FURTHER_LETTERS for letter in word.lower())


def _is_cased(word: str) -> bool:
    return word.islower() or word.isupper() or (word[0].isupper() and word[1:].islower())


def _is_western(sample: bytes) -> bool:
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    beyond = [character for character in text if not character.isascii()]
    if not all(character in WESTERN_LETTERS or character in MARKS for character in beyond):
        return False
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    letters = sum(not letter.isascii() for word in words for letter in word)
    plain = sum(letter.isascii() for word in words for letter in word)
    return plain >= 2 * letters and all(_is_cased(word) for word in words)
