"""
XML as it is written: tags, and text with its places.

For changing a file without writing it anew: no parser tells where a character of its text stands in the source.
The parser of `source` judges what may be read; this one is only given what that one has read without an error.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from termaccord.formats.markup.source import skipped_entity
from termaccord.formats.markup.text import ILLEGAL, REPLACEMENT

_MARKUP = re.compile(
    r"""<!--.*?-->
      | <!\[CDATA\[(?P<cdata>.*?)\]\]>
      | <\?.*?\?>
      | (?P<doctype><!DOCTYPE(?:[^\[>"']|"[^"]*"|'[^']*')*(?:\[(?:[^\]"'<]|"[^"]*"|'[^']*'|<!--.*?-->|<)*\]\s*)?>)
      | </(?P<close>[^\s>]+)\s*>
      | <(?P<open>[^\s/>!?]+)(?P<attributes>(?:[^"'<>/]++|"[^"]*+"|'[^']*+'|/(?!>))*+)(?P<empty>/?)>""",
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ENTITY = re.compile(r"""<!ENTITY\s+([^\s%]+)\s+(?:"([^"]*)"|'([^']*)')\s*>""")
_SPECIAL = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([A-Za-z_:][\w.:-]*));|\r\n?|" + ILLEGAL.pattern)
_PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_HIGHEST = 0x10FFFF
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, an end tag or, as both in one, the tag of an empty element."""

    name: str
    """The local name."""
    start: int
    """Code point of the source where the tag begins."""
    end: int
    """Where what is behind it begins."""
    opens: bool
    closes: bool
    written: str = ""
    """The attributes as they stand in the source."""

    @property
    def attributes(self) -> dict[str, str]:
        """By their names as written, prefixes included."""
        return {
            one[1]: "".join(text.text for text in texts(one[2] or one[3] or "", 0))
            for one in _ATTRIBUTE.finditer(self.written)
        }


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text, in the source either word for word or as something that stands for it."""

    text: str
    start: int
    length: int
    """Code points of the source."""
    raw: bool = False
    """Whether it stands in a CDATA section."""


def scan(source: str, start: int = 0, entities: Mapping[str, str] = _NONE) -> Iterator[Tag | Text]:
    """
    Tags and texts in the order of the source, from `start` on; comments and instructions are passed over.

    The entities that a document type declares are known from there on; where the scan starts behind it, they are given.
    """
    at = start
    for markup in _MARKUP.finditer(source, start):
        if markup.start() > at:
            yield from texts(source[at : markup.start()], at, entities)
        at = markup.end()
        if markup["cdata"] is not None:
            yield from _raw(markup["cdata"], markup.start("cdata"))
        elif markup["doctype"]:
            entities = _declared(markup["doctype"])
        elif markup["close"] or markup["open"]:
            yield _tag(markup)
    if at < len(source):
        yield from texts(source[at:], at, entities)


def tags(source: str) -> Iterator[Tag]:
    """All tags in the order of the source."""
    return (_tag(markup) for markup in _MARKUP.finditer(source) if markup["close"] or markup["open"])


def entities(source: str) -> Mapping[str, str]:
    """What a document type declares, by name."""
    for markup in _MARKUP.finditer(source):
        if markup["doctype"] or markup["open"]:
            return _declared(markup["doctype"] or "")
    return _NONE


def _declared(doctype: str) -> dict[str, str]:
    return {one[1]: one[2] or one[3] or "" for one in _ENTITY.finditer(doctype)}


def _tag(markup: re.Match[str]) -> Tag:
    if markup["close"]:
        return Tag(_local(markup["close"]), markup.start(), markup.end(), opens=False, closes=True)
    closes = bool(markup["empty"])
    return Tag(
        _local(markup["open"]),
        markup.start(),
        markup.end(),
        opens=True,
        closes=closes,
        written=markup["attributes"],
    )


def texts(written: str, start: int, entities: Mapping[str, str] = _NONE) -> Iterator[Text]:
    """
    Text in pieces: what stands for something else, as a reference or a line end, is a piece of its own.

    >>> [piece.text for piece in texts("R&amp;D", 0)]
    ['R', '&', 'D']
    """
    at = 0
    for special in _SPECIAL.finditer(written):
        if special.start() > at:
            yield Text(written[at : special.start()], start + at, special.start() - at)
        yield Text(_meant(special, entities), start + special.start(), len(special[0]))
        at = special.end()
    if at < len(written):
        yield Text(written[at:], start + at, len(written) - at)


def _meant(special: re.Match[str], entities: Mapping[str, str]) -> str:
    """XML 1.0, sections 2.11, 4.1 and 4.6."""
    if digits := special[1] or special[2]:
        number = int(digits, 16 if special[1] else 10) if len(digits) < 12 else _HIGHEST + 1
        character = chr(number) if number <= _HIGHEST else REPLACEMENT
        return ILLEGAL.sub(REPLACEMENT, character)
    if name := special[3]:
        return _PREDEFINED.get(name) or (entities[name] if name in entities else skipped_entity(name))
    return "\n" if special[0][0] == "\r" else REPLACEMENT


def _raw(text: str, start: int) -> Iterator[Text]:
    at = 0
    for end in re.finditer(r"\r\n?", text):
        if end.start() > at:
            yield Text(text[at : end.start()], start + at, end.start() - at, raw=True)
        yield Text("\n", start + end.start(), len(end[0]), raw=True)
        at = end.end()
    if at < len(text):
        yield Text(text[at:], start + at, len(text) - at, raw=True)


@cache
def _local(name: str) -> str:
    return name.rpartition(":")[2]
