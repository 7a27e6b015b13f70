"""The elements of a page that are open, and what they make of the text in them."""

import re
from collections import Counter
from dataclasses import dataclass, field

from termaccord.formats.visible.canvas import Piece
from termaccord.formats.visible.furniture.landmarks import Standing, Suspect, clears, is_content, standing
from termaccord.formats.visible.markup import Tag
from termaccord.model import BlockKind

BLOCKS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    **dict.fromkeys(("pre", "listing", "xmp"), BlockKind.CODE),
    **dict.fromkeys(
        (
            *("p", "div", "section", "article", "main", "body", "html", "blockquote", "address", "center"),
            *(
                "ul",
                "ol",
                "dl",
                "menu",
                "table",
                "thead",
                "tbody",
                "tfoot",
                "tr",
                "figure",
                "details",
                "summary",
            ),
            *(
                "header",
                "footer",
                "nav",
                "aside",
                "form",
                "fieldset",
                "legend",
                "hr",
                "dialog",
                "search",
                "title",
            ),
            *("option", "select", "button", "textarea", "label", "optgroup"),
        ),
        BlockKind.PARAGRAPH,
    ),
}
"""Elements that begin a block of their own (HTML, section 15.3)."""
_UNSEEN = frozenset(
    {"head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "datalist"}
)
"""Elements whose content a reader does not see, or that hold no text of the page."""
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "wbr", "area", "base", "col", "embed", "source", "track"}
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DEEPEST = 1000
_MOST_SUSPECTS = 20


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open."""

    name: str
    unseen: bool
    furniture: bool
    content: bool
    kind: BlockKind | None
    suspects: tuple[Suspect, ...] = ()
    """Elements around it, and itself, that may be furniture."""


@dataclass(slots=True)
class Draft:
    """A block in the making."""

    pieces: list[Piece] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    linked: int = 0
    """Characters that stand in links."""
    links: int = 0
    content: bool = False
    """Whether it stands in the text itself."""
    suspects: tuple[Suspect, ...] = ()

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces).strip()

    @property
    def length(self) -> int:
        return sum(len(piece.text.strip()) for piece in self.pieces)

    @property
    def is_link(self) -> bool:
        """Whether there is nothing in it but links, and a sign between them."""
        return 0 < self.length <= self.linked + 2 * max(self.links, 1)


@dataclass(slots=True)
class Page:
    """What is open and what is done."""

    stack: list[_Open] = field(default_factory=list)
    draft: Draft = field(default_factory=Draft)
    done: list[Draft] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    """How many elements of each name are open."""

    def open(self, tag: Tag) -> None:
        if tag.name == "br":
            self.draft.pieces.append(Piece("\n"))
            return
        if tag.name in BLOCKS:
            self.flush()
        self.draft.links += tag.name == "a"
        if tag.name in _VOID or len(self.stack) >= _DEEPEST:
            return
        self._end_implied(tag.name)
        above = (
            self.stack[-1]
            if self.stack
            else _Open("", unseen=False, furniture=False, content=False, kind=None)
        )
        self.names[tag.name] += 1
        looks = standing(tag, inside_content=above.content)
        suspects = above.suspects
        if looks in {Standing.DOUBTFUL, Standing.NAMED} and len(suspects) < _MOST_SUSPECTS:
            suspects = (*suspects, Suspect(looks))
        elif clears(tag):
            for suspect in suspects:
                suspect.cleared = True
        self.stack.append(
            _Open(
                tag.name,
                above.unseen or _is_unseen(tag),
                above.furniture or looks is Standing.SURE,
                above.content or is_content(tag),
                _kind(tag.name, above.kind),
                suspects,
            ),
        )

    def close(self, name: str) -> None:
        if name in BLOCKS:
            self.flush()
        while self.names[name]:
            closed = self._pop()
            if closed == name:
                return

    def _pop(self) -> str:
        name = self.stack.pop().name
        self.names[name] -= 1
        return name

    def _end_implied(self, name: str) -> None:
        """A paragraph ends where a block begins; an item, a cell or a row where the next one begins."""
        last = self.stack[-1].name if self.stack else ""
        if (last == "p" and name in BLOCKS) or (
            last == name and name in {"li", "td", "th", "tr", "dt", "dd", "option"}
        ):
            self._pop()

    def text(self, piece: Piece) -> None:
        top = self.stack[-1] if self.stack else None
        if top and top.unseen:
            return
        if not self.draft.pieces:
            self.draft.kind = (
                BlockKind.BOILERPLATE
                if top and top.furniture
                else (top.kind if top else None) or BlockKind.PARAGRAPH
            )
            self.draft.content = bool(top and top.content)
            self.draft.suspects = top.suspects if top else ()
        self.draft.pieces.append(piece)
        if any(one.name in {"a", "button"} for one in self.stack[-4:]):
            self.draft.linked += len(piece.text.strip())

    def flush(self) -> None:
        if any(piece.text.strip() for piece in self.draft.pieces):
            self.done.append(self.draft)
        self.draft = Draft()


def _is_unseen(tag: Tag) -> bool:
    hidden = tag.has("hidden") or tag.get("aria-hidden") == "true" or _HIDDEN.search(tag.get("style"))
    return tag.name in _UNSEEN or bool(hidden)


def _kind(name: str, above: BlockKind | None) -> BlockKind | None:
    """A paragraph in a cell is a cell, one in an item an item."""
    kind = BLOCKS.get(name)
    if kind in {None, BlockKind.PARAGRAPH} and above not in {None, BlockKind.PARAGRAPH}:
        return above
    return kind or above
