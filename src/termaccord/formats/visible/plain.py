"""The paragraphs of a plain text: one a line, or lines wrapped at a width and parted by empty ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from termaccord.formats.visible.remarks import ALONE
from termaccord.model import Block, BlockKind, Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BULLET = re.compile(r"[•‣▪▸◦●○■□⁃∙·*+-][ \t\u00a0]+")
_NUMBERED = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[^\W\d_]\)|[IVX]{1,5}\.)(?=[\s\u00a0])")
_RULE = frozenset("*=_~#-–—")
_ENDS = frozenset(".!?…:;。！？؟।")
_CLOSING = "\"'»“”’)]"
_WIDTHS = range(30, 131)
"""Widths at which people and programs wrap lines."""
_MOSTLY = 0.6
_OFTEN = 0.15
_SOME = 0.2
_FEW = 3
_LONG_LINE = 40
"""A shorter line that breaks off is a line of a list or an address."""
_HEADING_WORDS = 16


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the white space around it."""

    span: Span
    indent: int
    text: str

    @property
    def ends(self) -> bool:
        """Whether a sentence or a clause ends with it."""
        return self.text.rstrip(_CLOSING)[-1:] in _ENDS

    @property
    def continues(self) -> bool:
        """Whether it begins in lower case, as the middle of a sentence does."""
        return next((letter.islower() for letter in self.text if letter.isalpha()), False)

    @property
    def is_item(self) -> bool:
        return bool(_BULLET.match(self.text) or _NUMBERED.match(self.text))


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a whole text is laid out."""

    width: int | None
    """At which its lines are wrapped; None where they are not."""
    begins_in_capitals: bool
    """Whether a line in lower case is an exception: in chats and lists of words it is not."""


def blocks(text: str) -> tuple[Block, ...]:
    """
    Paragraphs, list items and headings in the order of the text; rules such as “* * *” and remarks are in none.

    Lines that follow each other are one paragraph where they fill a common width, as wrapped lines do,
    or where the next plainly goes on with the sentence; else each line is a paragraph of its own.
    """
    runs = list(_runs(text))
    layout = _Layout(_width(runs), _begins_in_capitals(runs))
    found = [block for run in runs for block in _paragraphs(run, layout)]
    return tuple(_with_headings(text, found))


def _runs(text: str) -> Iterator[list[_Line]]:
    """Lines that no empty line and no rule parts."""
    run: list[_Line] = []
    for match in _LINE.finditer(text):
        line = _line(match)
        if line.text and not _is_rule(line.text) and not ALONE.fullmatch(line.text):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_rule(line: str) -> bool:
    """Whether the line is one sign three times or more: “* * *”."""
    if line[0] not in _RULE:
        return False
    signs = set(line) - {" ", "\t", "\u00a0"}
    return len(signs) == 1 and signs <= _RULE and len(line) >= 3


def _line(match: re.Match[str]) -> _Line:
    whole = match.group()
    visible = whole.strip()
    indent = len(whole) - len(whole.lstrip()) if visible else 0
    start = match.start() + indent
    return _Line(Span(start, start + len(visible)), indent, visible)


def _width(runs: list[list[_Line]]) -> int | None:
    """The width at which the lines are wrapped; None where they are not."""
    pairs = [pair for run in runs for pair in pairwise(run)]
    if not pairs:
        return None
    lengths = sorted(line.indent + len(line.text) for line, _ in pairs)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if width not in _WIDTHS:
        return None
    filled = sum(_fills(line, following, width) for line, following in pairs)
    broken = sum(
        not line.ends and (following.continues or _is_uncased(following)) for line, following in pairs
    )
    return width if filled >= _MOSTLY * len(pairs) and broken >= _OFTEN * len(pairs) else None


def _begins_in_capitals(runs: list[list[_Line]]) -> bool:
    lower = sum(line.continues for run in runs for line in run)
    return lower <= _FEW or lower <= _SOME * sum(map(len, runs))


def _fills(line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted (greedy line breaking)."""
    word = following.text.split(maxsplit=1)[0]
    return line.indent + len(line.text) + 1 + len(word) > width


def _is_uncased(line: _Line) -> bool:
    return line.text.lower() == line.text.upper()


def _paragraphs(run: list[_Line], layout: _Layout) -> Iterator[Block]:
    group = [run[0]]
    for line, following in pairwise(run):
        if _joins(line, following, group, layout):
            group.append(following)
        else:
            yield _block(group)
            group = [following]
    yield _block(group)


def _joins(line: _Line, following: _Line, group: list[_Line], layout: _Layout) -> bool:
    if following.is_item:
        return False
    goes_on = not line.ends and following.continues
    if layout.width is None:
        return goes_on and layout.begins_in_capitals and len(line.text) >= _LONG_LINE
    if following.indent > group[-1].indent + 1 and not group[0].is_item:
        return False  # an indented line begins a paragraph
    return goes_on or _fills(line, following, layout.width)


def _block(group: list[_Line]) -> Block:
    first = group[0]
    bullet = _BULLET.match(first.text)
    start = first.span.start + (bullet.end() if bullet else 0)
    kind = BlockKind.LIST_ITEM if first.is_item else BlockKind.PARAGRAPH
    return Block(Span(start, group[-1].span.end), kind)


def _with_headings(text: str, found: list[Block]) -> list[Block]:
    """A short line without an end above a paragraph that has one is its heading; several lines may be."""
    kinds: list[BlockKind] = []
    below: Block | None = None
    for block in reversed(found):
        heads = below is not None and _heads(text, block, below)
        kind = BlockKind.HEADING if heads else block.kind
        kinds.append(kind)
        below = Block(block.span, kind)
    return [Block(block.span, kind) for block, kind in zip(found, reversed(kinds), strict=True)]


def _heads(text: str, block: Block, below: Block) -> bool:
    words = block.span.of(text)
    if block.kind is BlockKind.LIST_ITEM and not _NUMBERED.match(words):
        return False
    if "\n" in words or len(words.split()) > _HEADING_WORDS or words[-1] in _ENDS | {","}:
        return False
    under = below.span.of(text)
    ended = under.rstrip(_CLOSING)[-1:] in _ENDS and len(under) > len(words)
    return below.kind is BlockKind.HEADING or (ended and below.kind is BlockKind.PARAGRAPH)
