"""Texts of a termbase: white space that means something, and white space that does not."""

import re

from termaccord.model import MarkedText, Markup

LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
"""The shape of a language tag (BCP 47, section 2.1)."""
FOLDED = re.compile(r"[ \t]*\n[ \t\n]*")
RUN = re.compile(r"[ \t\r\n]+")


def flat(marked: MarkedText) -> str:
    """The text of a marked text."""
    return "".join([part if isinstance(part, str) else flat(part.content) for part in marked])


def folded(text: str) -> str:
    r"""
    A text without the line breaks that only wrap it; a blank line and an unindented break are the author's.

    >>> folded("wrapped and\n      indented"), folded("one\ntwo"), folded("one\n\n   two")
    ('wrapped and indented', 'one\ntwo', 'one\n\ntwo')
    """
    return FOLDED.sub(_fold, text) if "\n" in text else text


def _fold(match: re.Match[str]) -> str:
    breaks = match[0].count("\n")
    if breaks > 1:
        return "\n\n"
    return "\n" if match[0].endswith("\n") else " "


def trimmed(marked: MarkedText) -> MarkedText:
    """The content without white space at its two ends, neighbouring strings joined."""
    parts: list[str | Markup] = []
    for part in marked:
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        else:
            parts.append(part)
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip(" \t\r\n")
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip(" \t\r\n")
    return tuple(part for part in parts if part != "")
