"""Text to words, numbers and marks, each with its span."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from termaccord.model import Span


class TokenKind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    PUNCTUATION = "punctuation"
    SYMBOL = "symbol"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of text that is read as one; `text` is exactly what stands at `span`."""

    span: Span
    text: str
    kind: TokenKind


INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width spaces and joiners: they may stand inside a word without ending it."""

SCRIPTS_WITHOUT_SPACES = (
    "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Myanmar, Khmer
    "\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"  # Hiragana, Han
)
"""Every character with its marks is a token of its own, so that a term is found wherever it stands."""


_LAST_MARK = 0x1E950
"""Behind it Unicode 15 has only variation selectors."""


@cache
def marks() -> str:
    """A character class body of all combining marks, which the regular expressions of Python leave out of words."""
    points = [p for p in range(0x300, _LAST_MARK) if unicodedata.category(chr(p)).startswith("M")]
    starts = [p for p, before in zip(points, [-1, *points], strict=False) if p != before + 1]
    ends = [p for p, after in zip(points, [*points[1:], -1], strict=True) if p + 1 != after]
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(starts, ends, strict=True))


@cache
def _pattern() -> re.Pattern[str]:
    """Alternatives in order of precedence; the name of the group that matched says the kind."""
    inside = marks() + re.escape(INVISIBLE)
    letter = rf"[^\W\d_{SCRIPTS_WITHOUT_SPACES}]"
    part = rf"{letter}(?:{letter}|[\d{inside}])*"
    end = rf"(?![\w{inside}])"
    return re.compile(
        rf"""
        (?P<address>https?://\S*[\w/] | www\.\S*[\w/]
                   | (?<![\w.+-])[\w.+-]{{1,64}}@\w[\w-]*(?:\.\w[\w-]*)+ | [\#@]\w[\w{inside}]*)
      | (?P<clitic>(?<=\w)['’ʼ]s{end})
      | (?P<dotted>(?<![\w.])(?:{letter}\.){{2,}}(?:{letter}{end})? | (?<![\w.]){letter}\.{letter}{end}\.?)
      | (?P<joined>\d+[-‐‑]{part}(?:[-‐‑]{part})* | \d+{part})
      | (?P<number>\d{{1,3}}(?:[ \u00a0\u2009\u202f]\d{{3}})+(?!\d)(?:[.,]\d+)? | \d+(?:[.,:']\d+)*)
      | (?P<single>[{SCRIPTS_WITHOUT_SPACES}][{inside}]*)
      | (?P<word>{part}(?:(?:['’ʼ](?!s{end})|[-‐‑])(?:{part}))*)
      | (?P<other>\S)
        """,
        re.VERBOSE,
    )


def tokens(text: str) -> tuple[Token, ...]:
    """
    Split text in any script into tokens that do not overlap; only white space lies between them.

    Hyphenated words are one word and a possessive ’s is a word of its own.
    A year behind a hyphen stands apart, so that yearly editions share their name.

    >>> [token.text for token in tokens("«Взаимодействие-2024» и CSTO's")]
    ['«', 'Взаимодействие', '-', '2024', '»', 'и', 'CSTO', "'s"]
    """
    return tuple(Token(Span(start, end), form, kind) for start, end, form, kind in scan(text))


def scan(text: str) -> Iterator[tuple[int, int, str, TokenKind]]:
    """The same as start, end, text and kind, for callers who make something else of them."""
    for match in _pattern().finditer(text):
        start, end = match.span()
        form = match[0]
        yield start, end, form, _kind(match.lastgroup or "other", form)


@lru_cache(maxsize=1 << 16)
def _kind(group: str, text: str) -> TokenKind:
    if group == "joined":
        return TokenKind.NUMBER if _ordinal(text) else TokenKind.WORD
    if group == "number":
        return TokenKind.NUMBER
    if group == "address":
        return TokenKind.SYMBOL
    if group != "other" and unicodedata.category(text[0])[0] != "N":
        return TokenKind.WORD
    return _kind_of_mark(text[0])


def _kind_of_mark(text: str) -> TokenKind:
    category = unicodedata.category(text)
    if category.startswith("N"):
        return TokenKind.NUMBER
    return TokenKind.PUNCTUATION if category.startswith("P") and text not in "%&*@#/\\" else TokenKind.SYMBOL


def _ordinal(text: str) -> bool:
    """Whether the letters behind the digits are an ending only: 12-й, 5th, 27-го."""
    ending = text.lstrip("0123456789").lstrip("-‐‑")
    return len(ending) <= 3 and ending.islower()
