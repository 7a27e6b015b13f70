"""How a catalog breaks its strings into lines, found out so that new ones look like the old."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 79
"""Columns of a line as gettext writes it (gettext manual, section 1.8, ``--width``)."""
_STRING = re.compile(r'^[ \t]*(?P<keyword>msg\w+(?:\[\d+\])?[ \t]+)?"(?P<text>.*)"[ \t\r]*$', re.MULTILINE)
_WORD = re.compile(r"(?:\\.|[^ \\])+?(?: +|(?<=\w)[-/](?=[^\W\d_])|$)| +")
"""A piece behind which a line may end: at spaces, and behind a hyphen or slash between letters (UAX #14)."""
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
    newline = "\r\n" if "\r\n" in source else "\n"
    least, most, longest = _evidence(source)
    if least:
        return Style(_width(least, most), newline)
    return Style(None if longest > WIDTH + 1 else WIDTH, newline)


def _evidence(source: str) -> tuple[list[int], list[int], int]:
    """Of lines that end within a sentence how wide they are, and how wide with one more word; and the widest of all."""
    least: list[int] = []
    most: list[int] = []
    longest = 0
    before: tuple[int, bool] = (0, False)
    for line in _STRING.finditer(source):
        width, broken = before
        longest = max(longest, columns(line[0].rstrip("\r")))
        if broken and line["keyword"] is None:
            word = _WORD.match(line["text"])
            least.append(width)
            most.append(width + columns(word[0] if word else ""))
        text = line["text"]
        before = columns(line[0].rstrip("\r")), text.endswith(" ") and " " in text.strip(" ")
    return sorted(least), sorted(most), longest


def _width(least: Sequence[int], most: Sequence[int]) -> int:
    """The width that the fewest lines speak against: those that are wider, and those that had room for a further word."""

    def against(width: int) -> int:
        return len(least) - bisect_right(least, width) + bisect_right(most, width)

    return min({WIDTH, *least}, key=lambda width: (against(width), abs(width - WIDTH), width))


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
        if current.strip(" ") and columns(current + word) > room:
            parts.append(current)
            current = ""
        current += word
    return [part for part in [*parts, current] if part]
