"""DOCX (ECMA-376, WordprocessingML) to what its reader sees."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from termaccord.formats.visible.canvas import Canvas, Piece, Remark
from termaccord.formats.visible.package import Package, inherited
from termaccord.model import BlockKind

_MAIN = "word/document.xml"
_UNSEEN = frozenset(
    {
        *(
            "del",
            "moveFrom",
            "instrText",
            "delText",
            "delInstrText",
            "Fallback",
            "rubyBase",
            "pPrChange",
            "rPrChange",
        ),
        *("comment", "annotation", "fldData"),
    },
)
"""Deleted text, field codes, a drawing's second version for old programs."""
_SIGNS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
    "ptab": "\t",
}
_ANCHORS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_NOTES = ("footnotes", "endnotes")
_SIDES = ("header", "footer")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph in the making."""

    pieces: list[Piece] = field(default_factory=list)
    style: str = ""
    listed: bool = False
    outlined: bool = False
    """Whether it has a level of the outline of its own."""
    page: int = 0
    """On which its first words stand."""
    comments: list[str] = field(default_factory=list)
    """Ids of the comments that are tied to some of it."""


@dataclass(slots=True)
class _Reader:
    """Where in a part the reading is."""

    canvas: Canvas
    kinds: dict[str, BlockKind]
    """Of paragraph styles."""
    whole: BlockKind | None = None
    """The kind of every block of this part, where the part decides it."""
    paragraphs: list[_Paragraph] = field(default_factory=list)
    """The one being read, on top of those whose text boxes it stands in."""
    page: int = 1
    """As counted so far; the notes and the sides have none."""
    cells: int = 0
    unseen: int = 0
    hidden: bool = False
    in_text: bool = False
    in_properties: int = 0
    comments: dict[str, list[int]] = field(default_factory=dict)
    """Of each comment, the blocks that it is tied to."""
    open_comments: list[str] = field(default_factory=list)
    laid_out: bool = False
    """Whether the program that saved the file said where its pages end."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "lastRenderedPageBreak":
            self.page += bool(self.page)
            self.laid_out = True
        if self.unseen or name in _UNSEEN or _is_separator(name, attributes):
            self.unseen += 1
        elif name == "p":
            self.paragraphs.append(_Paragraph(comments=list(self.open_comments)))
        elif name in _ANCHORS:
            self._tie(name, attributes.get("id", ""))
        elif name == "tc":
            self.cells += 1
        elif name in {"pPr", "rPr"}:
            self.in_properties += 1
        elif name == "r":
            self.hidden = False
        elif self.paragraphs:
            self._inside(name, attributes)

    def _inside(self, name: str, attributes: dict[str, str]) -> None:
        paragraph = self.paragraphs[-1]
        if self.in_properties:
            if name == "pStyle":
                paragraph.style = attributes.get("val", "")
            elif name == "numPr":
                paragraph.listed = True
            elif name == "outlineLvl":
                paragraph.outlined = _is_outlined(attributes)
            elif name == "vanish" and attributes.get("val") not in {"0", "false"}:
                self.hidden = True
        elif name == "t":
            self.in_text = True
        elif name in _SIGNS and not self.hidden:
            self._put(paragraph, Piece(_SIGNS[name]))

    def _tie(self, name: str, comment: str) -> None:
        if name == "commentRangeStart":
            self.open_comments.append(comment)
        elif comment in self.open_comments:
            self.open_comments.remove(comment)
        if self.paragraphs:
            self.paragraphs[-1].comments.append(comment)

    def end(self, name: str) -> None:
        if self.unseen:
            self.unseen -= 1
        elif name == "p" and self.paragraphs:
            self._finish(self.paragraphs.pop())
        elif name == "tc":
            self.cells -= 1
        elif name in {"pPr", "rPr"}:
            self.in_properties -= 1
        elif name == "r":
            self.hidden = False
        elif name == "t":
            self.in_text = False

    def characters(self, piece: Piece) -> None:
        if self.in_text and self.paragraphs and not self.unseen and not self.hidden:
            self._put(self.paragraphs[-1], piece)

    def _put(self, paragraph: _Paragraph, piece: Piece) -> None:
        if piece.text.strip() and not paragraph.page:
            paragraph.page = self.page
        paragraph.pieces.append(piece)

    def _finish(self, paragraph: _Paragraph) -> None:
        kind = self.whole or self.kinds.get(paragraph.style)
        if kind is None and paragraph.outlined:
            kind = BlockKind.HEADING
        if kind is None and paragraph.listed:
            kind = BlockKind.LIST_ITEM
        if kind is None and self.cells:
            kind = BlockKind.CELL
        before = len(self.canvas.blocks)
        self.canvas.add(paragraph.pieces, kind or BlockKind.PARAGRAPH, paragraph.page)
        for comment in dict.fromkeys(paragraph.comments):
            self.comments.setdefault(comment, []).extend(range(before, len(self.canvas.blocks)))


def draw(package: Package) -> Canvas:
    """Put the body, then the notes, then headers and footers (as boilerplate) on a canvas."""
    canvas = Canvas()
    main = _targets(package, "", ("officeDocument",)) or [_MAIN]
    kinds = _styles(package, (_targets(package, main[0], ("styles",)) or [""])[0])
    body = _Reader(canvas, kinds)
    _read(package, main[0], body)
    if not body.laid_out:
        canvas.pages = [0] * len(canvas.pages)
    for part in _targets(package, main[0], ("comments",)):
        canvas.remarks += _remarks(package, part, body.comments)
    for part in _targets(package, main[0], _NOTES):
        _read(package, part, _Reader(canvas, kinds, page=0))
    for part in _targets(package, main[0], _SIDES):
        _read(package, part, _Reader(canvas, kinds, BlockKind.BOILERPLATE, page=0))
    return canvas


def _read(package: Package, part: str, reader: _Reader) -> None:
    if package.has(part):
        package.walk(part, reader.start, reader.end, reader.characters)


def _remarks(package: Package, part: str, ties: dict[str, list[int]]) -> Iterator[Remark]:
    """What the comments say (ECMA-376, 17.13.4), each with the blocks that it is tied to."""
    texts: dict[str, list[str]] = {}
    current: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal current
        if name == "comment":
            current = texts.setdefault(attributes.get("id", ""), [])

    def end(name: str) -> None:
        if name == "p":
            current.append("\n")

    if package.has(part):
        package.walk(part, start, end, lambda piece: current.append(piece.text))
    for comment, text in texts.items():
        blocks = ties.get(comment, [])
        yield Remark("".join(text), blocks[0] if blocks else 0, tuple(blocks))


def _is_separator(name: str, attributes: dict[str, str]) -> bool:
    """The line between text and notes is kept as a note."""
    return name in {"footnote", "endnote"} and "eparator" in attributes.get("type", "")


def _targets(package: Package, part: str, types: tuple[str, ...]) -> list[str]:
    """The parts that a part names as standing to it in one of these relations, in the order of their names."""
    folder, file = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    found: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("Type", "").rpartition("/")[2]
        if name == "Relationship" and kind in types and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            found.append(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))

    if package.has(relations):
        package.walk(relations, start, lambda _: None, lambda _: None)
    return sorted(found)


def _styles(package: Package, part: str) -> dict[str, BlockKind]:
    """
    What kind of block a style makes: its name is English in every language's Word, its id is not.

    A style of a user's own is what the style is that it is based on (ECMA-376, 17.7.4.3).
    """
    kinds: dict[str, BlockKind] = {}
    bases: dict[str, str] = {}
    current = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal current
        if name == "style":
            current = attributes.get("styleId", "")
        elif name == "name" and current:
            kind = _kind(attributes.get("val", "").lower())
            if kind:
                kinds[current] = kind
        elif name == "basedOn":
            bases[current] = attributes.get("val", "")
        elif name == "outlineLvl" and _is_outlined(attributes):
            kinds.setdefault(current, BlockKind.HEADING)

    if package.has(part):
        package.walk(part, start, lambda _: None, lambda _: None)
    return inherited(kinds, bases)


def _is_outlined(attributes: dict[str, str]) -> bool:
    """Levels are counted from 0; 9 is that of the body text (ECMA-376, 17.3.1.20)."""
    return attributes.get("val", "") in set("012345678")


def _kind(style: str) -> BlockKind | None:
    if style.startswith("heading ") or style in {"title", "subtitle"}:
        return BlockKind.HEADING
    if style.startswith("list "):
        return BlockKind.LIST_ITEM
    if style.startswith(("toc ", "header", "footer", "index ", "table of figures")):
        return BlockKind.BOILERPLATE
    return BlockKind.CAPTION if style == "caption" else None
