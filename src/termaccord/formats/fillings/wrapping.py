"""How a catalog breaks its strings into lines, found out so that new ones look like the old."""

import re
import unicodedata
from dataclasses import dataclass

WIDTH = 79
"""Columns of a line as gettext writes it (gettext manual, section 1.8, ``--width``)."""
_STRING = re.compile(r'^[ \t]*(?:msg\w+(?:\[\d+\])?[ \t]+)?"(.*)"[ \t\r]*$', re.MULTILINE)
_WORD = re.compile(r"(?:\\.|[^ \\])*[ ]*")
_LINE = re.compile(r"(?:\\[^n]|[^\\])*\\n|(?:\\.|[^\\])+$")
_ESCAPES = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r"))


@dataclass(frozen=True, slots=True)
class Style:
    """How a catalog writes its strings."""

    width: int | None
    """Columns of the longest line; None where lines are broken at line ends only."""
    newline: str = "\n"


def style(source: str) -> Style:
    """The style of a catalog; that of gettext where its strings do not show it."""
    widths, broken, longest = [], [], 0
    for line in _STRING.finditer(source):
        width = columns(line[0].rstrip("\r"))
        longest = max(longest, width)
        if line[1].endswith(" ") and source[line.end() : line.end() + 2].lstrip("\r\n").startswith('"'):
            broken.append(width)
        widths.append(width)
    newline = "\r\n" if "\r\n" in source else "\n"
    if broken:
        return Style(max(WIDTH if max(broken) > WIDTH - 20 and max(broken) <= WIDTH else 0, *broken), newline)
    return Style(None if longest > WIDTH + 1 else WIDTH, newline)


def columns(text: str) -> int:
    """The width of a text in a terminal: characters of East Asian scripts take two columns (UAX #11)."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def escaped(text: str) -> str:
    r"""
    Text as it stands between quotes.

    >>> print(escaped('a "b"'))
    a \"b\"
    """
    for sign, meant in _ESCAPES:
        text = text.replace(sign, meant)
    return text


def lines(keyword: str, text: str, how: Style, prefix: str = "") -> list[str]:
    r"""
    A string with its keyword as the lines of a catalog.

    >>> lines("msgstr", "one\ntwo", Style(79))
    ['msgstr ""', '"one\\n"', '"two"']
    """
    written = escaped(text)
    whole = f'{prefix}{keyword} "{written}"'
    inner = written[:-2] if text.endswith("\n") else written
    if (how.width is None or columns(whole) <= how.width) and "\n" not in text[:-1]:
        return [whole]
    room = None if how.width is None else how.width - 2 - len(prefix)
    parts = [part for line in _LINE.findall(written) for part in _wrapped(line, room)]
    if len(parts) == 1 and (how.width is None or " " not in inner):
        return [whole]
    return [f'{prefix}{keyword} ""', *(f'{prefix}"{part}"' for part in parts)]


def _wrapped(line: str, room: int | None) -> list[str]:
    """One line of a string in lines of so many columns; broken behind spaces only."""
    if room is None:
        return [line]
    parts, current = [], ""
    for word in _WORD.findall(line):
        if current and columns(current + word.rstrip(" ")) > room:
            parts.append(current)
            current = ""
        current += word
    return [part for part in [*parts, current] if part]
