"""HTML to a stream of tags and text, each with its place in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from termaccord.formats.visible.canvas import Piece

_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)
        (?P<attributes>(?:[^"'>=]|=\s*"[^"]*"|=\s*'[^']*'|=|["'])*+)>""",
    re.VERBOSE,
)
"""Possessive, so that a tag that never ends costs one pass and no more."""
_MARKUP = re.compile(r"<(?=[^\W\d_]|[/!?])")
"""Where a tag, a comment or a declaration begins; any other such sign is text."""
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title")
}
_QUOTED = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<", ">"))
"""Comments, character data of XML, and declarations."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or an end tag."""

    name: str
    closing: bool
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """An attribute's value; empty where it is missing."""
        return next((value for key, value in self.attributes if key == name), "")

    def has(self, name: str) -> bool:
        return any(key == name for key, _ in self.attributes)


def scan(source: str) -> Iterator[Tag | Piece]:
    """
    Tags and texts in file order (HTML, section 13.2.5, without its tree).

    What a script or a style sheet holds is passed over; a tag, comment or script that never ends swallows the rest.
    """
    at = 0
    while at < len(source):
        begins = _MARKUP.search(source, at)
        start = begins.start() if begins else len(source)
        if start > at:
            yield from _text(source, at, start)
        if not begins:
            return
        match = _TAG.match(source, start)
        if match:
            yield (tag := _tag(match))
            at = _after_raw(source, tag, match.end())
        elif source.startswith(("<!", "<?"), start):
            at = _after_comment(source, start)
        else:
            at = len(source)


def _tag(match: re.Match[str]) -> Tag:
    attributes = tuple(
        (one[1].lower(), unescape(one[2] or one[3] or one[4] or ""))
        for one in _ATTRIBUTE.finditer(match["attributes"])
    )
    return Tag(match["name"].lower(), bool(match["close"]), attributes)


def _after_comment(source: str, start: int) -> int:
    """Where a comment or a declaration ends: with the file, if nowhere before."""
    for opening, closing in _QUOTED:
        if source.startswith(opening, start):
            end = source.find(closing, start + len(opening))
            return end + len(closing) if end >= 0 else len(source)
    return len(source)


def _after_raw(source: str, tag: Tag, at: int) -> int:
    """Where to go on after a tag whose content is no markup."""
    if tag.closing or tag.name not in _RAW:
        return at
    end = _RAW[tag.name].search(source, at)
    return end.start() if end else len(source)


def _text(source: str, start: int, end: int) -> Iterator[Piece]:
    """Text in pieces: a character reference is a piece of its own, since it is longer in the file."""
    at = start
    for reference in _REFERENCE.finditer(source, start, end):
        character = unescape(reference[0])
        if character == reference[0]:
            continue
        if reference.start() > at:
            yield Piece(source[at : reference.start()], at, reference.start() - at)
        yield Piece(character, reference.start(), len(reference[0]))
        at = reference.end()
    if at < end:
        yield Piece(source[at:end], at, end - at)
