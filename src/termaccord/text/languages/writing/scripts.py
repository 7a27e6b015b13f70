"""Which script a language is written in (CLDR, likely subtags), and where words of another stand in a text."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from babel.core import get_global

from termaccord.model import Span

_OF_SCRIPT = {
    "Latn": ("LATIN",),
    "Cyrl": ("CYRILLIC",),
    "Grek": ("GREEK",),
    "Armn": ("ARMENIAN",),
    "Geor": ("GEORGIAN",),
    "Arab": ("ARABIC",),
    "Hebr": ("HEBREW",),
    "Deva": ("DEVANAGARI",),
    "Thai": ("THAI",),
    "Kore": ("HANGUL", "CJK"),
    "Jpan": ("HIRAGANA", "KATAKANA", "CJK"),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
}
"""The first words of the Unicode names of a script's letters."""
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
_SHORTEST = 2
_NO_WORDS = frozenset(
    {
        "MICRO",
        "OHM",
        "KELVIN",
        "ANGSTROM",
        "FEMININE",
        "MASCULINE",
        "SUPERSCRIPT",
        "MODIFIER",
        "DOUBLE-STRUCK",
    }
)


@cache
def script(language: str) -> str:
    """
    The script of a BCP 47 tag, as ISO 15924 names it; empty where CLDR does not know the language.

    >>> script("ru"), script("en-GB"), script("sr-Latn")
    ('Cyrl', 'Latn', 'Latn')
    """
    parts = language.replace("_", "-").split("-")
    named = next((p for p in parts[1:] if len(p) == 4 and p.isalpha()), "")
    if named:
        return named.title()
    likely = get_global("likely_subtags").get(parts[0].lower(), "")
    return next((p for p in likely.split("_")[1:] if len(p) == 4), "")


@cache
def _letter(character: str) -> str:
    return unicodedata.name(character, "UNKNOWN").split()[0]


def scripts_of(word: str) -> frozenset[str]:
    """The scripts of a word's letters: the first words of their Unicode names."""
    return frozenset(_letter(c) for c in word if c.isalpha())


def written_in(text: str, language: str) -> bool:
    """
    Whether some letter of a text is of the script that a language is written in.

    >>> written_in("Причал 7", "ru"), written_in("Причал 7", "en")
    (True, False)
    """
    own = frozenset(_OF_SCRIPT.get(script(language), ()))
    return any(_letter(c) in own for c in text if c.isalpha())


def foreign(text: str, language: str) -> Iterator[Span]:
    """
    Runs of words that are wholly in another script than the language's; Latin stands in any text.

    >>> [span.of("The лоцман was late.") for span in foreign("The лоцман was late.", "en")]
    ['лоцман']
    """
    own = _OF_SCRIPT.get(script(language))
    if own is None or text.isascii():
        return
    start = end = -1
    for match in _WORD.finditer(text):
        found = scripts_of(match[0])
        other = not found & {*own, "LATIN"} and not found & _NO_WORDS
        if other and start >= 0 and text[end : match.start()].strip(" \u00a0\n") == "":
            end = match.end()
            continue
        if start >= 0:
            yield from _long_enough(text, start, end)
        start, end = match.span() if other else (-1, -1)
    if start >= 0:
        yield from _long_enough(text, start, end)


def _long_enough(text: str, start: int, end: int) -> Iterator[Span]:
    if sum(c.isalpha() for c in text[start:end]) >= _SHORTEST:
        yield Span(start, end)


def mixed(text: str, language: str) -> Iterator[Span]:
    """
    Words that mix letters of two scripts that look alike: a Cyrillic С in CSTO.

    >>> [span.of("Тhe end") for span in mixed("Тhe end", "en")]
    ['Тhe']
    """
    own = _OF_SCRIPT.get(script(language))
    if own is None or text.isascii():
        return
    for match in re.finditer(r"[^\W\d_]+", text):
        found = scripts_of(match[0])
        if found == {"LATIN", "CYRILLIC"}:
            yield Span(*match.span())
