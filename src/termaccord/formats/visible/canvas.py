"""Visible text in the making: blocks put under each other, each piece with its place in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from termaccord.model import Block, BlockKind, Origin, Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_CLOSE = frozenset({BlockKind.LIST_ITEM, BlockKind.CELL, BlockKind.BOILERPLATE})
"""Blocks of these kinds stand on neighbouring lines; others have an empty line between them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Visible text and the stretch of the file that it was made of."""

    text: str
    start: int = -1
    """Code point of the file; -1 where there is none."""
    length: int = 0

    @property
    def verbatim(self) -> bool:
        return self.start >= 0 and self.length == len(self.text)


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: it is no part of the text, but may say something about it."""

    text: str
    before: int
    """Index of the first block behind it."""
    inside: tuple[int, ...] = ()
    """Indexes of the blocks that it stands in or is tied to, in order."""
    line: int = 0
    """1-based line of the file; 0 where it has none."""
    column: int = 0


@dataclass(slots=True)
class Canvas:
    """Text, blocks and origins so far."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    """Of each block; 0 where the file does not say."""
    pieces: list[tuple[int, Piece]] = field(default_factory=list)
    """Each with where it stands in the text."""
    remarks: list[Remark] = field(default_factory=list)

    def add(self, pieces: Iterable[Piece], kind: BlockKind = BlockKind.PARAGRAPH, page: int = 0) -> None:
        """Put a block below what is there; one without visible text is passed over."""
        trimmed = _trimmed([piece for piece in pieces if piece.text])
        if not trimmed:
            return
        if self.blocks:
            close = kind in _CLOSE and self.blocks[-1].kind is kind
            self._write(Piece("\n" if close else "\n\n"))
        start = self.length
        for piece in trimmed:
            self._write(piece)
        self.blocks.append(Block(Span(start, self.length), kind))
        self.pages.append(page)

    def _write(self, whole: Piece) -> None:
        for piece in _lines(whole):
            if piece.start >= 0:
                self.pieces.append((self.length, piece))
            self.parts.append(piece.text)
            self.length += len(piece.text)

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def origins(self, source: str) -> tuple[Origin, ...]:
        """Where each stretch stands in the file; neighbours that are neighbours there too are one."""
        starts = line_starts(source)
        return tuple(_origin(at, piece, starts) for at, piece in _merged(self.pieces))


def line_starts(source: str) -> list[int]:
    """Where each line of a file begins."""
    return [0, *(end.end() for end in _LINE_END.finditer(source))]


def _origin(at: int, piece: Piece, starts: list[int]) -> Origin:
    line = bisect_right(starts, piece.start)
    place = Span(piece.start, piece.start + piece.length)
    return Origin(Span(at, at + len(piece.text)), place, line, piece.start - starts[line - 1] + 1)


def _merged(pieces: list[tuple[int, Piece]]) -> list[tuple[int, Piece]]:
    """Join runs of verbatim pieces; each run is joined once, so that the cost stays linear."""
    runs: list[list[tuple[int, Piece]]] = []
    for at, piece in pieces:
        if runs and _continues(runs[-1][-1], at, piece):
            runs[-1].append((at, piece))
        else:
            runs.append([(at, piece)])
    return [(run[0][0], _joined([piece for _, piece in run])) for run in runs]


def _continues(before: tuple[int, Piece], at: int, piece: Piece) -> bool:
    start, previous = before
    together = previous.verbatim and piece.verbatim
    if not together or previous.text[-1] in "\r\n":  # an origin has one line
        return False
    return previous.start + previous.length == piece.start and start + len(previous.text) == at


def _lines(piece: Piece) -> list[Piece]:
    """A piece for each line of the file, so that each has a column."""
    if not piece.verbatim or not _LINE_END.search(piece.text):
        return [piece]
    starts = [*line_starts(piece.text), len(piece.text)]
    return [_cut(piece, start, end) for start, end in pairwise(starts) if start < end]


def _joined(pieces: list[Piece]) -> Piece:
    return Piece("".join(p.text for p in pieces), pieces[0].start, sum(p.length for p in pieces))


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Without the white space at both ends."""
    visible = [index for index, piece in enumerate(pieces) if piece.text.strip()]
    if not visible:
        return []
    pieces = pieces[visible[0] : visible[-1] + 1]
    first = pieces[0]
    pieces = [_cut(first, len(first.text) - len(first.text.lstrip()), len(first.text)), *pieces[1:]]
    last = pieces[-1]
    return [*pieces[:-1], _cut(last, 0, len(last.text.rstrip()))]


def _cut(piece: Piece, start: int, end: int) -> Piece:
    if piece.verbatim:
        return Piece(piece.text[start:end], piece.start + start, end - start)
    return Piece(piece.text[start:end], piece.start, piece.length)
