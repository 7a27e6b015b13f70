"""The form in which segments are compared: what a translator would not call a difference is folded away."""

import re

from termaccord.text.normalise import fold
from termaccord.text.placeables import masked_as
from termaccord.text.tokens import SCRIPTS_WITHOUT_SPACES

NUMBER, ADDRESS, PLACEABLE = "\ue001", "\ue002", "\ue003"
"""Private-use characters that stand for any number, address, and variable, tag or entity."""

_FIGURE = re.compile(r"\d")
_WORTH_A_LOOK = re.compile(r"[\d%{<&@:]")
ADDRESS_PATTERN = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>\"«»]*[\w/]|(?<![\w.+-])[\w.+-]{1,64}@\w[\w-]*(?:\.\w[\w-]*)+",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:/\u2010-\u2014-]\d+)*"
)
_JOINING = rf"[^\W_{SCRIPTS_WITHOUT_SPACES}\U00010000-\U0010ffff]"
_WORD = re.compile(rf"{_JOINING}+|[^\s]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def comparable(text: str) -> str:
    """
    The compared form of a segment: one case, one kind of quotes, dashes and spaces; figures and codes without their value.

    Every number, address and placeable becomes one character, so that segments which differ only in what a translator
    carries over are alike to the full.

    >>> comparable("На  «Рубеже-2025»") == comparable('на "рубеже–2026"')
    True
    """
    if not text.isprintable():
        text = _CONTROL.sub(" ", text)
    if _WORTH_A_LOOK.search(text) or "www." in text:
        text = _without_values(text)
    text = text.lower() if text.isascii() else fold(text)
    if text.isascii() and "  " not in text and text[:1] != " " != text[-1:]:
        return text  # there is nothing else that splits printable ASCII
    return " ".join(text.split())


def _without_values(text: str) -> str:
    if "@" in text or "://" in text or "www." in text:
        text = ADDRESS_PATTERN.sub(ADDRESS, text)
    text = masked_as(text, PLACEABLE)
    return _NUMBER.sub(NUMBER, text) if _FIGURE.search(text) else text


def compared_words(compared: str) -> list[str]:
    """
    The words and marks of a compared form; where a script has no spaces, its characters.

    >>> compared_words("the plan, again")
    ['the', 'plan', ',', 'again']
    """
    return _WORD.findall(compared)


joins_words = re.compile(_JOINING).match
"""Whether a character makes words with others like it; every other one is a word of its own."""
runs_of_words = re.compile(f"{_JOINING}+").finditer
"""Runs of such characters."""
