"""HTML to what its reader sees."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from termaccord.formats.visible.canvas import Canvas, Piece
from termaccord.formats.visible.markup import Tag, scan
from termaccord.model import BlockKind

_BLOCKS = {
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
_FURNITURE = frozenset({"nav", "footer", "aside", "form", "button", "select", "menu", "dialog", "search"})
_FURNITURE_ROLES = frozenset(
    {
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
        "menu",
        "menubar",
        "dialog",
        "alertdialog",
    },
)
"""Landmarks beside the main one (WAI-ARIA 1.2)."""
_FURNITURE_WORDS = frozenset(
    {
        *("cookie", "cookies", "consent", "breadcrumb", "breadcrumbs", "navbar", "nav", "navigation", "menu"),
        *(
            "pagination",
            "pager",
            "share",
            "sharing",
            "social",
            "socials",
            "sidebar",
            "footer",
            "skip",
            "toolbar",
        ),
    },
)
"""In class names and ids, whole words, as Readability (Arc90, Mozilla) has them."""
_CONTENT = frozenset({"article", "main"})
_WHOLE_PAGE = frozenset({"html", "body", "main", "article", "pre", "code"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DEEPEST = 1000
_CROWD = 3


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open."""

    name: str
    unseen: bool
    furniture: bool
    content: bool
    kind: BlockKind | None


@dataclass(slots=True)
class _Draft:
    """A block in the making."""

    pieces: list[Piece] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    linked: int = 0
    """Characters that stand in links."""

    @property
    def length(self) -> int:
        return sum(len(piece.text.strip()) for piece in self.pieces)

    @property
    def is_link(self) -> bool:
        return 0 < self.length <= self.linked + 2


@dataclass(slots=True)
class _Page:
    """What is open and what is done."""

    stack: list[_Open] = field(default_factory=list)
    draft: _Draft = field(default_factory=_Draft)
    done: list[_Draft] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    """How many elements of each name are open."""

    def open(self, tag: Tag) -> None:
        if tag.name == "br":
            self.draft.pieces.append(Piece("\n"))
            return
        if tag.name in _BLOCKS:
            self.flush()
        if tag.name in _VOID or len(self.stack) >= _DEEPEST:
            return
        self._end_implied(tag.name)
        above = (
            self.stack[-1]
            if self.stack
            else _Open("", unseen=False, furniture=False, content=False, kind=None)
        )
        self.names[tag.name] += 1
        self.stack.append(
            _Open(
                tag.name,
                above.unseen or _is_unseen(tag),
                above.furniture or _is_furniture(tag, inside_content=above.content),
                above.content or tag.name in _CONTENT,
                _kind(tag.name, above.kind),
            ),
        )

    def close(self, name: str) -> None:
        if name in _BLOCKS:
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
        if (last == "p" and name in _BLOCKS) or (
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
        self.draft.pieces.append(piece)
        if any(one.name in {"a", "button"} for one in self.stack[-4:]):
            self.draft.linked += len(piece.text.strip())

    def flush(self) -> None:
        if any(piece.text.strip() for piece in self.draft.pieces):
            self.done.append(self.draft)
        self.draft = _Draft()


def draw(source: str) -> Canvas:
    """Put what a reader of the page sees on a canvas, block by block."""
    canvas = Canvas()
    for pieces, kind in blocks(source):
        canvas.add(pieces, kind)
    return canvas


def blocks(source: str) -> list[tuple[list[Piece], BlockKind]]:
    """
    Blocks in reading order.

    White space is collapsed as a browser does, but in <pre>; navigation, forms, footers and crowds of links are
    marked as boilerplate.
    """
    page = _Page()
    for part in scan(source):
        if isinstance(part, Piece):
            page.text(part)
        elif part.closing:
            page.close(part.name)
        else:
            page.open(part)
    page.flush()
    return [
        (draft.pieces if draft.kind is BlockKind.CODE else _collapsed(draft.pieces), draft.kind)
        for draft in _without_crowds(page.done)
    ]


def _is_unseen(tag: Tag) -> bool:
    hidden = tag.has("hidden") or tag.get("aria-hidden") == "true" or _HIDDEN.search(tag.get("style"))
    return tag.name in _UNSEEN or bool(hidden)


def _is_furniture(tag: Tag, *, inside_content: bool) -> bool:
    if tag.name in _FURNITURE and not (inside_content and tag.name in {"aside", "footer", "form"}):
        return True
    if tag.get("role").lower() in _FURNITURE_ROLES:
        return True
    if tag.name in _WHOLE_PAGE:
        return False
    named = {word.lower() for word in _WORDS.findall(f"{tag.get('class')} {tag.get('id')}")}
    return not named.isdisjoint(_FURNITURE_WORDS)


def _kind(name: str, above: BlockKind | None) -> BlockKind | None:
    """A paragraph in a cell is a cell, one in an item an item."""
    kind = _BLOCKS.get(name)
    if kind in {None, BlockKind.PARAGRAPH} and above not in {None, BlockKind.PARAGRAPH}:
        return above
    return kind or above


def _without_crowds(drafts: list[_Draft]) -> Iterable[_Draft]:
    """Blocks that are nothing but a link, three or more in a row, are a menu (Kohlschütter et al. 2010)."""
    start = 0
    while start < len(drafts):
        end = start
        while end < len(drafts) and drafts[end].is_link and drafts[end].kind is not BlockKind.HEADING:
            end += 1
        for draft in drafts[start : max(end, start + 1)]:
            if end - start >= _CROWD:
                draft.kind = BlockKind.BOILERPLATE
            yield draft
        start = max(end, start + 1)


def _collapsed(pieces: list[Piece]) -> list[Piece]:
    """White space as a browser shows it: one space, none at the beginning of a line."""
    shown: list[Piece] = []
    spaced = True
    for piece in pieces:
        if piece.start < 0:  # a line break
            shown.append(piece)
            spaced = True
            continue
        for part in _parts(piece):
            if not part.text:
                continue
            if part.text == " ":
                if not spaced:
                    shown.append(part)
                spaced = True
            else:
                shown.append(part)
                spaced = False
    return shown


def _parts(piece: Piece) -> Iterable[Piece]:
    """The piece cut where white space collapses; single spaces stay inside."""
    if not piece.verbatim:
        yield piece
        return
    at = 0
    for space in _SPACE.finditer(piece.text):
        if space[0] == " " and at < space.start() and space.end() < len(piece.text):
            continue
        if space.start() > at:
            yield Piece(piece.text[at : space.start()], piece.start + at, space.start() - at)
        yield Piece(" ", piece.start + space.start(), 1) if space[0] == " " else Piece(" ")
        at = space.end()
    if at < len(piece.text):
        yield Piece(piece.text[at:], piece.start + at, len(piece.text) - at)
