"""ODT (OASIS OpenDocument 1.3, part 3) to what its reader sees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from termaccord.formats.visible.canvas import Canvas, Piece, Remark
from termaccord.formats.visible.package import Package, inherited
from termaccord.model import BlockKind

_MAIN = "content.xml"
_UNSEEN = frozenset(
    {
        *(
            "tracked-changes",
            "annotation",
            "annotation-end",
            "note-citation",
            "forms",
            "script",
            "scripts",
            "math",
        ),
        *(
            "hidden-text",
            "hidden-paragraph",
            "ruby-text",
            "styles",
            "automatic-styles",
            "font-face-decls",
            "meta",
        ),
        *("binary-data", "desc", "alphabetical-index-mark", "toc-mark", "user-index-mark", "bookmark"),
    },
)
_INDEXES = frozenset(
    {
        *("table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index"),
        *("user-index", "bibliography"),
    },
)
"""They repeat what stands elsewhere."""
_SPACE = re.compile(r"[ \t\r\n]+")
_SOURCE = re.compile(r"(?:table-of-content|\w+-index|bibliography)-(?:source|entry-template)")
_STYLES = {
    **dict.fromkeys(("Title", "Subtitle"), BlockKind.HEADING),
    **dict.fromkeys(("Caption", "Illustration", "Table", "Figure", "Drawing"), BlockKind.CAPTION),
    **dict.fromkeys(("Header", "Footer"), BlockKind.BOILERPLATE),
    **{f"Heading{level}": BlockKind.HEADING for level in ("", *(f"_20_{n}" for n in range(1, 11)))},
}
"""Named in English whatever the language of the program; `_20_` is a space."""
_MOST_SPACES = 1000
_Part = tuple[Piece, bool]
"""Text, and whether its white space is all shown: it is where an element stands for it."""


@dataclass(slots=True)
class _Paragraph:
    """A paragraph or a heading in the making."""

    name: str
    style: str
    parts: list[_Part] = field(default_factory=list)
    page: int = 0
    """On which its first words stand."""


@dataclass(slots=True)
class _Reader:
    """Where in the content the reading is."""

    canvas: Canvas
    styles: dict[str, BlockKind] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    """Of styles: the ones that they are based on."""
    paragraphs: list[_Paragraph] = field(default_factory=list)
    """The one being read, on top of those whose notes and frames it stands in."""
    later: list[tuple[list[Piece], BlockKind, int]] = field(default_factory=list)
    """Notes and frames follow the paragraph they stand in."""
    unseen: int = 0
    remark: list[str] | None = None
    """What the annotation that is open says."""
    remarks: list[str] = field(default_factory=list)
    """Those in the paragraph that is open, or before the next one."""
    items: int = 0
    cells: int = 0
    indexes: int = 0
    page: int = 1
    laid_out: bool = False
    """Whether the program that saved the file said where its pages end."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style":
            self.bases[attributes.get("name", "")] = attributes.get("parent-style-name", "")
        elif name == "body":
            self.styles = inherited(_STYLES, self.bases)
        if self.unseen or name in _UNSEEN or _SOURCE.fullmatch(name):
            self.unseen += 1
            self.remark = [] if name == "annotation" and self.unseen == 1 else self.remark
        elif name in {"p", "h"}:
            self.paragraphs.append(_Paragraph(name, attributes.get("style-name", "")))
        elif name == "soft-page-break":
            self.page += 1
            self.laid_out = True
        elif name in {"list-item", "list-header"}:
            self.items += 1
        elif name in {"table-cell", "covered-table-cell"}:
            self.cells += 1
        elif name in _INDEXES:
            self.indexes += 1
        elif self.paragraphs:
            self._sign(name, attributes)

    def _sign(self, name: str, attributes: dict[str, str]) -> None:
        sign = {"s": " ", "tab": "\t", "line-break": "\n"}.get(name, "")
        count = attributes.get("c", "1") if name == "s" else "1"
        times = min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
        if sign:
            self.paragraphs[-1].parts.append((Piece(sign * times), True))

    def end(self, name: str) -> None:
        if self.unseen:
            self.unseen -= 1
            self._say(name)
        elif name in {"p", "h"} and self.paragraphs:
            self._finish(self.paragraphs.pop())
        elif name in {"list-item", "list-header"}:
            self.items -= 1
        elif name in {"table-cell", "covered-table-cell"}:
            self.cells -= 1
        elif name in _INDEXES:
            self.indexes -= 1

    def characters(self, piece: Piece) -> None:
        if self.remark is not None:
            self.remark.append(piece.text)
        elif self.paragraphs and not self.unseen:
            paragraph = self.paragraphs[-1]
            if piece.text.strip() and not paragraph.page:
                paragraph.page = self.page
            paragraph.parts.append((piece, False))

    def _finish(self, paragraph: _Paragraph) -> None:
        block = (list(_shown(paragraph.parts)), self._kind(paragraph), paragraph.page)
        if self.paragraphs:
            self.later.append(block)
            return
        before = len(self.canvas.blocks)
        for pieces, kind, page in (block, *self.later):
            self.canvas.add(pieces, kind, page)
        inside = tuple(range(before, len(self.canvas.blocks)))
        self.canvas.remarks += [Remark(text, before, inside) for text in self.remarks]
        self.later.clear()
        self.remarks.clear()

    def _say(self, name: str) -> None:
        """Keep what an annotation says (section 14.1), a paragraph a line."""
        if self.remark is None:
            return
        if name == "annotation":
            self.remarks.append("".join(self.remark))
            self.remark = None
        elif name in {"p", "creator", "date", "date-string"}:
            self.remark.append("\n")

    def _kind(self, paragraph: _Paragraph) -> BlockKind:
        if self.indexes:
            return BlockKind.BOILERPLATE
        if paragraph.name == "h":
            return BlockKind.HEADING
        if paragraph.style in self.styles:
            return self.styles[paragraph.style]
        if self.items:
            return BlockKind.LIST_ITEM
        return BlockKind.CELL if self.cells else BlockKind.PARAGRAPH


def draw(package: Package) -> Canvas:
    """Put the body on a canvas, each note below the paragraph it belongs to; an index is boilerplate."""
    canvas = Canvas()
    reader = _Reader(canvas)
    if package.has("styles.xml"):
        package.walk("styles.xml", reader.start, reader.end, lambda _: None)
        reader = _Reader(canvas, bases=reader.bases)
    package.walk(_MAIN, reader.start, reader.end, reader.characters)
    if not reader.laid_out:
        canvas.pages = [0] * len(canvas.pages)
    return canvas


def _shown(parts: list[_Part]) -> Iterator[Piece]:
    """White space counts as one space (section 6.1.2); only the elements for it stand for more."""
    spaced = False
    for piece, hard in parts:
        if hard:
            yield piece
            spaced = False
            continue
        for part in _words(piece):
            blank = part.text == " "
            if not (blank and spaced):
                yield part
            spaced = blank


def _words(piece: Piece) -> Iterator[Piece]:
    """The piece cut where white space collapses; single spaces between words stay inside."""
    at = 0
    for space in _SPACE.finditer(piece.text):
        inside = space.start() > 0 and space.end() < len(piece.text)
        if space[0] == " " and inside:
            continue
        if space.start() > at:
            yield _cut(piece, at, space.start())
        yield _cut(piece, *space.span()) if space[0] == " " else Piece(" ")
        at = space.end()
    if at < len(piece.text):
        yield _cut(piece, at, len(piece.text)) if at else piece


def _cut(piece: Piece, start: int, end: int) -> Piece:
    if piece.verbatim:
        return Piece(piece.text[start:end], piece.start + start, end - start)
    return Piece(piece.text[start:end])
