"""Texts and their parts."""

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

from termaccord.model.finding import Place
from termaccord.model.span import Span
from termaccord.model.suppression import Suppression


class BlockKind(StrEnum):
    """What a block of a document is to its reader."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    CELL = "cell"
    CAPTION = "caption"
    CODE = "code"
    BOILERPLATE = "boilerplate"
    """Menus, navigation, cookie banners, headers and footers: text that is not the document's own."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, cell or menu entry; sentences never cross its border."""

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH

    @property
    def prose(self) -> bool:
        return self.kind not in {BlockKind.BOILERPLATE, BlockKind.CODE}


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of a document."""

    span: Span
    text: str
    """Exactly the document's text at `span`."""
    block: int = 0
    """Index into the document's blocks; 0 throughout when they are unknown."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stretch of a document's text stands in its file."""

    text: Span
    file: Span
    """Code points of the decoded file; as long as `text` where the file has it word for word."""
    line: int
    """1-based line of the file."""
    column: int
    """1-based column."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text in one language."""

    name: str
    """The id the corpus gives it, else its path."""
    language: str
    """BCP 47."""
    text: str
    """What a reader sees; every span counts code points of this string."""
    blocks: tuple[Block, ...] = ()
    segments: tuple[Segment, ...] = ()
    path: str = ""
    outlet: str = ""
    date: dt.date | None = None
    translation_of: str = ""
    authority: int = 0
    """Higher wins when a preferred rendering must be proposed."""
    subject: str = ""
    """Name of the glossary that its terms belong to; empty for the project's own."""
    origins: tuple[Origin, ...] = ()
    """Empty where the text is the file itself, or where its file has no lines: a line of the text then counts."""
    suppressions: tuple[Suppression, ...] = ()
    """What the text says about its own checking, in order."""
    by_paragraph: bool = False
    """Whether its file has paragraphs and no lines, as office files do."""
    pages: tuple[int, ...] = ()
    """Of each block the page that it begins on, as the file was laid out when it was saved; 0 or empty where it does not say."""

    def position(self, offset: int) -> tuple[int, int]:
        """
        Line and column, 1-based, where a reader finds the character at `offset` in the file.

        In a file that has no lines it is the paragraph, headings, items and cells counted and empty ones not,
        and the character of it.
        """
        if self.by_paragraph and self.blocks:
            index = self._block(offset)
            return index + 1, max(offset - self.blocks[index].span.start, 0) + 1
        if not self.origins:
            beginnings = _lines(self.text)
            line = bisect_right(beginnings, offset)
            return line, offset - beginnings[line - 1] + 1
        origin = self._origin(offset)
        return origin.line, origin.column + min(offset - origin.text.start, max(len(origin.file) - 1, 0))

    def place(self, span: Span, file: str = "", unit: str = "") -> Place:
        """Where a reader finds a stretch of the text, in the file of that name or in the document's own."""
        file = file or self.path or self.name
        line, column = self.position(span.start)
        if not self.by_paragraph or not self.blocks:
            return Place(file, unit, span, line, column)
        page = self.pages[self._block(span.start)] if self.pages else 0
        return Place(file, unit, span, paragraph=line, page=page or None)

    def in_file(self, span: Span) -> Span | None:
        """The code points of the decoded file that `span` is; None where they are not the same word for word."""
        if self.by_paragraph:
            return None
        if not self.origins:
            return span
        origin = self._origin(span.start)
        if len(origin.text) != len(origin.file) or not origin.text.contains(span):
            return None
        return span.shifted(origin.file.start - origin.text.start)

    def _block(self, offset: int) -> int:
        return max(bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1, 0)

    def _origin(self, offset: int) -> Origin:
        index = bisect_right(self.origins, offset, key=lambda origin: origin.text.start)
        return self.origins[max(index - 1, 0)]


@lru_cache(maxsize=16)
def _lines(text: str) -> tuple[int, ...]:
    """Where the lines of a text begin."""
    return (0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1]))
