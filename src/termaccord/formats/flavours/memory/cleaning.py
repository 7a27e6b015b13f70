"""Segments as every tool can match them: composed, in one line, without outer space and control characters."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from termaccord.formats.markup.text import ILLEGAL
from termaccord.model import Content, Inline

DATE = re.compile("[0-9]{8}T[0-9]{6}Z")
"""A moment as TMX writes it."""
Level = Literal[1, 2]
"""Whether native code is kept (2) or only the text (1)."""
BREAK = re.compile("[ \t]*[\r\n\v\f\x85\u2028\u2029]+[ \t\r\n\v\f\x85\u2028\u2029]*")
"""A line break with the indentation around it; tabulators and runs of blanks inside a line are the text's own."""


def cleaned(content: Content, level: Level) -> Content:
    r"""
    A segment as it is written.

    >>> cleaned(("  high\n   tide ",), 2)
    ('high tide',)
    """
    parts = list(_joined(content, level))
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return tuple(part for part in parts if part != "")


def _joined(content: Content, level: Level) -> Iterator[str | Inline]:
    """The parts, neighbouring texts as one, so that a letter and its accent come together."""
    text = ""
    for part in content:
        if isinstance(part, str):
            text += part
        elif level == 2:
            yield _line(text)
            yield _legal(part)
            text = ""
    yield _line(text)


def _line(text: str) -> str:
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    return BREAK.sub(" ", unicodedata.normalize("NFC", ILLEGAL.sub("", text)))


def _legal(part: Inline) -> Inline:
    if not ILLEGAL.search(part.code) and not part.inside:
        return part
    inside = tuple(
        _legal(inner) if isinstance(inner, Inline) else ILLEGAL.sub("", inner) for inner in part.inside
    )
    return replace(part, code=ILLEGAL.sub("", part.code), inside=inside)


def text_of(content: Content) -> str:
    """What a translator reads."""
    return "".join([part for part in content if isinstance(part, str)])


def whole_text(content: Content) -> str:
    """The text with its native code, which is what a tool compares that knows of no codes."""
    return "".join([part if isinstance(part, str) else part.code for part in content])


def codes(content: Content) -> tuple[str, ...]:
    """The native codes."""
    return tuple(part.code or f"<{part.tag}>" for part in content if isinstance(part, Inline))
