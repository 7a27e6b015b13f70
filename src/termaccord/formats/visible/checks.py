"""What may be wrong with a text that could be read: nothing in it, endless lines, another script than said."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from babel.core import get_global

from termaccord.model import Document, Finding, Place, say

_LONGEST_BLOCK = 100_000
_FEWEST_LETTERS = 40
_FOREIGN = 0.7
"""Share of letters of another script from which the language cannot be as said."""

SCRIPTS = {
    "Latn": ("LATIN",),
    "Cyrl": ("CYRILLIC",),
    "Grek": ("GREEK",),
    "Armn": ("ARMENIAN",),
    "Geor": ("GEORGIAN",),
    "Hebr": ("HEBREW",),
    "Arab": ("ARABIC",),
    "Deva": ("DEVANAGARI",),
    "Thai": ("THAI",),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "Kore": ("HANGUL", "CJK"),
}
"""How the names of Unicode characters begin in each script (ISO 15924)."""


def checked(document: Document) -> Iterator[Finding]:
    """Warnings; the document is whole all the same."""
    name = document.path
    if not document.text.strip():
        yield Finding(
            "F106",
            say("{file} holds no text to read; check that it is the right file", file=name),
            Place(name),
        )
        return
    for block in document.blocks:
        if len(block.span) > _LONGEST_BLOCK:
            place = replace(document.place(block.span), span=None)
            message = say(
                "{file} has a paragraph of {length} characters; break it up if its sentences matter",
                file=name,
                length=len(block.span),
            )
            yield Finding("F104", message, place)
            break
    yield from _script(document)


def _script(document: Document) -> Iterator[Finding]:
    """The letters of most of a text are of the script that its language is written in (CLDR, likely subtags)."""
    expected = SCRIPTS.get(_usual_script(document.language))
    if expected is None:
        return
    letters: Counter[str] = Counter()
    for letter, count in Counter(document.text[: 1 << 20]).items():
        if letter.isalpha():
            letters[_name(letter)] += count
    total = letters.total()
    strangers = {name: count for name, count in letters.items() if not name.startswith(expected)}
    if total < _FEWEST_LETTERS or sum(strangers.values()) < _FOREIGN * total:
        return
    commonest = max(sorted(strangers), key=lambda name: strangers[name])
    message = say(
        "{file} is said to be in {language}, but most of its letters are {script}; check its language",
        file=document.path,
        language=document.language,
        script=commonest.title(),
    )
    yield Finding("F105", message, Place(document.path))


@cache
def _name(letter: str) -> str:
    """The script's word in the name of a letter."""
    return unicodedata.name(letter, "?").split()[0]


def _usual_script(language: str) -> str:
    parts = language.replace("_", "-").split("-")
    named = next((part.title() for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    likely = get_global("likely_subtags").get(parts[0].lower(), "")
    return named or next((part for part in str(likely).split("_")[1:] if len(part) == 4), "")
