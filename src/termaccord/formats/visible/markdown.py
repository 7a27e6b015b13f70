"""Markdown to what its reader sees: markdown-it reads it (CommonMark and tables), we keep the places."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from termaccord.formats.visible import html
from termaccord.formats.visible.canvas import Canvas, Piece, line_starts
from termaccord.model import BlockKind

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_HTML_TAG = re.compile(r"<[^>]*>")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_NOTE = re.compile(rf"{_FOOTNOTE.pattern}(?::[ \t]*)?")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
"""A box to be ticked at the beginning of an item (GitHub Flavored Markdown, section 5.3)."""


@dataclass(slots=True)
class _Place:
    """How far the file has been read."""

    source: str
    at: int
    end: int

    def find(self, text: str, written: str = "") -> Piece:
        """The next place of a text, which the file may write in another way; nowhere, if it cannot be found."""
        written = written or text
        found = self.source.find(written, self.at, self.end)
        if found < 0:
            return Piece(text)
        self.at = found + len(written)
        return Piece(text, found, len(written))


@cache
def _parser() -> MarkdownIt:
    """Text that is escaped stays apart from text that is not, so that each is found as it is written."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.inline.ruler.before("link", "mark", _mark)
    return parser.disable(["fragments_join", "text_join"])


def _mark(state: StateInline, silent: bool) -> bool:
    """The number of a footnote, before its text too, or the box of a task: no text, as its reader sees a sign."""
    name, found = "footnote", (_NOTE if state.pos == 0 else _FOOTNOTE).match(state.src, state.pos)
    if found is None and state.pos == 0:
        name, found = "task", _TASK.match(state.src)
    if found is None:
        return False
    if not silent:
        state.push(name, "", 0).content = found[0]
    state.pos = found.end()
    return True


def draw(source: str) -> Canvas:
    """
    Put what a reader of the page sees on a canvas, block by block.

    Marks, link targets and comments are not seen; code and a front matter are kept as code.
    """
    canvas = Canvas()
    front = _FRONT_MATTER.match(source)
    start = front.end() if front else 0
    if front:
        canvas.add([Piece(front[0], 0, start)], BlockKind.CODE)
    starts = [start + at for at in line_starts(source[start:])] + [len(source)] * 2
    kinds: list[BlockKind] = []
    for token in _parser().parse(source[start:]):
        _nest(token, kinds)
        if token.map is None:
            continue
        place = _Place(source, starts[token.map[0]], starts[token.map[1]])
        for pieces, kind in _blocks(token, place, kinds):
            canvas.add(pieces, kind)
    return canvas


def _nest(token: Token, kinds: list[BlockKind]) -> None:
    """Keep what the open elements make of the text in them."""
    kind = {
        "heading_open": BlockKind.HEADING,
        "list_item_open": BlockKind.LIST_ITEM,
        "td_open": BlockKind.CELL,
        "th_open": BlockKind.CELL,
    }.get(token.type)
    if token.nesting == 1:
        kinds.append(kind or (kinds[-1] if kinds else BlockKind.PARAGRAPH))
    elif token.nesting == -1:
        kinds.pop()


def _blocks(token: Token, place: _Place, kinds: list[BlockKind]) -> Iterator[tuple[list[Piece], BlockKind]]:
    if token.type == "inline":
        yield list(_visible(_unticked(token.children or [], kinds[-1]), place)), _kind(token, kinds[-1])
    elif token.type in {"fence", "code_block"}:
        yield [place.find(line) for line in token.content.splitlines(keepends=True)], BlockKind.CODE
    elif token.type == "html_block":
        for pieces, kind in html.blocks(place.source[place.at : place.end]):
            yield [_moved(piece, place.at) for piece in pieces], kind


def _unticked(children: Sequence[Token], kind: BlockKind) -> Iterator[Token]:
    """The box of a task is text where it stands in no item."""
    for child in children:
        if child.type == "task" and kind is not BlockKind.LIST_ITEM:
            child.type = "text"
        yield child


def _kind(token: Token, kind: BlockKind) -> BlockKind:
    """A paragraph of nothing but a picture is what the picture shows."""
    alone = (
        len(token.children or []) == 1 and token.children is not None and token.children[0].type == "image"
    )
    return BlockKind.CAPTION if alone and kind is BlockKind.PARAGRAPH else kind


def _moved(piece: Piece, by: int) -> Piece:
    return Piece(piece.text, piece.start + by, piece.length) if piece.start >= 0 else piece


def _visible(children: Iterable[Token], place: _Place) -> Iterator[Piece]:
    for child in children:
        if child.type in {"text", "code_inline"}:
            yield place.find(child.content)
        elif child.type == "text_special":
            yield place.find(child.content, child.markup)
        elif child.type == "image":
            yield from _visible(child.children or [], place)
        elif child.type == "softbreak":
            place.find("\n")
            yield Piece(" ")
        elif child.type == "hardbreak":
            yield place.find("\n")
        elif child.type in {"footnote", "task"}:
            place.find(child.content)
        elif child.type == "html_inline":
            place.find(child.content)
            if _HTML_TAG.fullmatch(child.content) and child.content[:3].lower() == "<br":
                yield Piece("\n")
        elif child.type == "link_close":
            _pass_target(place)


def _pass_target(place: _Place) -> None:
    """The target of a link is not seen: what stands in it is not what follows it."""
    if place.source.startswith("](", place.at):
        end = place.source.find(")", place.at, place.end)
        place.at = end if end >= 0 else place.at
