"""The parts of words that terms are matched by: hyphens and apostrophes divide, endings of ordinals do not."""

import re
from functools import cache

from termaccord.text.normalise import fold
from termaccord.text.tokens import INVISIBLE, SCRIPTS_WITHOUT_SPACES, marks

_POSSESSIVE = r"(?<=\w)['’ʼ]s(?!\w)"
_ORDINAL = r"\d+[-‐‑][а-яё]{1,3}(?!\w)"
ORDINAL = re.compile(_ORDINAL)


@cache
def _fast() -> re.Pattern[str]:
    return re.compile(rf"{_POSSESSIVE}|({_ORDINAL}|\w+)")


@cache
def _careful() -> re.Pattern[str]:
    """For texts with combining marks, invisible characters or scripts without spaces; several times slower."""
    single, inside = SCRIPTS_WITHOUT_SPACES, marks() + re.escape(INVISIBLE)
    return re.compile(rf"{_POSSESSIVE}|({_ORDINAL}|[{single}][{inside}]*|(?:[^\W{single}]|[{inside}])+)")


@cache
def special() -> re.Pattern[str]:
    """Characters that need care."""
    return re.compile(f"[{SCRIPTS_WITHOUT_SPACES}{marks()}{re.escape(INVISIBLE)}]")


def scanner(text: str) -> re.Pattern[str]:
    """
    The pattern whose first group is a part of a word: hyphens and apostrophes divide.

    A possessive ’s matches without the group.
    """
    return _careful() if not text.isascii() and special().search(text) else _fast()


def parts(text: str) -> list[str]:
    """The parts of a word or text, folded."""
    return [fold(m[1]) for m in scanner(text).finditer(text) if m[1]]
