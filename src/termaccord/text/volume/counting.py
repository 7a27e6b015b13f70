"""
Words, characters and placeables of a segment.

The definitions follow GMX-V 2.0 (Global Information Management Metrics eXchange, Volume): text in NFC, white
space in one piece, words by the word boundaries of UAX #29, words with hyphens and apostrophes as one word, numbers
as words, and for scripts without spaces characters divided by the factor that the standard gives for the language.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from termaccord.text.analyser import primary_language
from termaccord.text.placeables import masked, placeables
from termaccord.text.tokens import INVISIBLE, marks

_FACTORS = {"zh": 2.8, "ja": 3.0, "ko": 3.3, "th": 6.0}
"""Characters that make a word, by language (GMX-V 2.0, word count factors)."""
_SCRIPTS = (
    ("zh", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"),
    ("ja", "\u3041-\u309f\u30a1-\u30ff"),
    ("ko", "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"),
    (
        "th",
        "\u0e01-\u0e7f\u0e81-\u0eff\u1000-\u109f\u1780-\u17ff",
    ),  # the standard has no factor for Lao, Burmese, Khmer
)
"""The language whose factor holds for a script where the text is in another language."""


@dataclass(frozen=True, slots=True)
class Volume:
    """How much there is of something; volumes can be added."""

    segments: int = 0
    words: int = 0
    characters: int = 0
    """With white space, a run of which is one character."""
    solid: int = 0
    """Characters without white space."""
    placeables: int = 0
    """Variables, markup and entities that stand in the text itself; they are no words."""
    tags: int = 0
    """Inline codes of the file's format."""

    def __add__(self, other: "Volume") -> "Volume":
        return Volume(
            self.segments + other.segments,
            self.words + other.words,
            self.characters + other.characters,
            self.solid + other.solid,
            self.placeables + other.placeables,
            self.tags + other.tags,
        )


def volume(text: str, language: str = "", tags: int = 0) -> Volume:
    """
    How much a segment is.

    >>> volume("Mother-in-law's  3.5 km of {name}", "en").words
    4
    """
    whole = " ".join(unicodedata.normalize("NFC", text).split())
    solid = len(whole) - whole.count(" ")
    return Volume(1, words(text, language), len(whole), solid, len(placeables(text)), tags)


def words(text: str, language: str = "") -> int:
    """
    The words of a text.

    >>> words("He was well-known on the 7th.", "en"), words("古池や蛙飛び込む", "ja")
    (6, 3)
    """
    text = masked(unicodedata.normalize("NFC", text))
    if text.isascii():
        return len(_pattern().findall(text))
    count = 0
    spoken = primary_language(language)
    for script, pattern in _unspaced():
        text, characters = pattern.subn(" ", text)
        if characters:
            factor = _FACTORS.get(spoken, _FACTORS[script])
            count += max(1, int(characters / factor + 0.5))
    return count + len(_pattern().findall(text))


@cache
def _pattern() -> re.Pattern[str]:
    """A word: letters and digits, joined by a mark that does not part words (UAX #29, WB5 to WB13)."""
    inside = marks() + re.escape(INVISIBLE)
    part = rf"[^\W_][\w{inside}]*"
    return re.compile(rf"{part}(?:(?:[-‐‑.'’ʼ·\u2027]|(?<=\d)[,;٫٬](?=\d)){part})*")


@cache
def _unspaced() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((language, re.compile(f"[{letters}]")) for language, letters in _SCRIPTS)
