"""Where the units of a TMX file stand in its bytes, so that some can be taken out and all else stays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from termaccord.formats.markup.encoding import encoding
from termaccord.formats.patches.coding import Coding, coding

_MARK = re.compile(
    rb"<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>|(?P<end>/?)(?:[\w.-]+:)?(?P<name>tuv?|seg)(?=[\s/>]))",
    re.DOTALL,
)
_WIDE = ("utf-16", "utf-32")
"""Encodings in which a tag is not written in the bytes of ASCII."""
_BLANK = b" \t"


@dataclass(frozen=True, slots=True)
class UnitPlace:
    """A ``tu`` element in the bytes of its file."""

    start: int
    end: int
    """Behind its end tag."""
    line: int
    """1-based line where it begins."""
    variants: tuple[tuple[int, int], ...] = ()
    """Its ``tuv`` elements that hold a ``seg``, as start and end; the parser leaves out a unit without any."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A file in an encoding that writes tags in ASCII, with the way back to its own bytes."""

    data: bytes
    encoding: str
    own: Coding | None = None
    """Of a file in UTF-16 or UTF-32, which `data` holds in UTF-8; None where `data` is the file itself."""

    def original(self, data: bytes) -> bytes:
        """Changed `data` as the file has it."""
        return data if self.own is None else self.own.encode(data.decode())


def plain(data: bytes) -> Plain | None:
    """
    The file as bytes that can be searched for tags; None where it cannot be given back as it is.

    >>> plain("<tmx/>".encode("utf-16")).data
    b'<tmx/>'
    """
    name, _ = encoding(data)
    if not name.startswith(_WIDE):
        return Plain(data, name)
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    own = coding(data, text, (name,))
    return Plain(text.encode(), "utf-8", own) if own else None


def unit_places(data: bytes) -> Iterator[UnitPlace]:
    """
    The units of a TMX file in their order, one with a missing end tag left out.

    What is in comments and CDATA sections is no element.
    """
    opened = -1
    variant = -1
    full = False
    held: list[tuple[int, int]] = []
    line, counted = 1, 0
    for mark in _MARK.finditer(data):
        name, closes = mark["name"], bool(mark["end"])
        if name is None:
            continue
        if name == b"tu" and not closes:
            opened, held, variant = mark.start(), [], -1
            if _is_empty(data, mark.end()):
                closes = True
        elif name == b"tuv":
            variant, full = _variant(data, mark, variant, held, full=full)
        elif name == b"seg" and not closes:
            full = True
        if name == b"tu" and closes and opened >= 0:
            line, counted = line + data.count(b"\n", counted, opened), opened
            yield UnitPlace(opened, data.index(b">", mark.end()) + 1, line, tuple(held))
            opened = -1


def _variant(
    data: bytes, mark: re.Match[bytes], opened: int, held: list[tuple[int, int]], *, full: bool
) -> tuple[int, bool]:
    """Open a variant, or close it; answers where the open one begins and whether it has a segment."""
    if not mark["end"]:
        return mark.start(), False
    if opened >= 0 and full:
        held.append((opened, data.index(b">", mark.end()) + 1))
    return -1, False


def _is_empty(data: bytes, at: int) -> bool:
    """Whether a start tag is that of an empty element; values may hold a closing bracket."""
    tag = re.compile(rb"""(?:[^"'>]|"[^"]*"|'[^']*')*>""").match(data, at)
    return bool(tag) and data[tag.end() - 2 : tag.end() - 1] == b"/" if tag else False


def with_line(data: bytes, start: int, end: int) -> tuple[int, int]:
    r"""
    The stretch of an element, with its whole lines where it has them to itself.

    >>> data = b"<body>\n  <tu/>\n</body>"
    >>> data[slice(*with_line(data, 9, 14))]
    b'  <tu/>\n'
    """
    first, last = start, end
    while first and data[first - 1] in _BLANK:
        first -= 1
    while last < len(data) and data[last] in _BLANK:
        last += 1
    if data[last : last + 2] == b"\r\n":
        last += 2
    elif data[last : last + 1] == b"\n":
        last += 1
    else:
        return start, end
    alone = first == 0 or data[first - 1 : first] == b"\n"
    return (first, last) if alone else (start, end)
