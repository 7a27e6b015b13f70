"""HTML to what its reader sees."""

import re
from collections.abc import Iterable, Sequence

from termaccord.formats.visible.boilerplate import is_known, is_prose
from termaccord.formats.visible.canvas import Canvas, Piece
from termaccord.formats.visible.markup import scan
from termaccord.formats.visible.page import Draft, Page
from termaccord.model import BlockKind

_SPACE = re.compile(r"[ \t\n\r\f]+")
_CROWD = 3
"""Links in a row that make a menu."""


def draw(source: str) -> Canvas:
    """Put what a reader of the page sees on a canvas, block by block."""
    canvas = Canvas()
    for pieces, kind in blocks(source):
        canvas.add(pieces, kind)
    return canvas


def blocks(source: str) -> list[tuple[list[Piece], BlockKind]]:
    """
    Blocks in reading order.

    White space is collapsed as a browser does, but in <pre>; navigation, forms, footers, comments and crowds of
    links are marked as boilerplate, unless most of the text or its title turns out to stand in them.
    """
    page = Page()
    for part in scan(source):
        if isinstance(part, Piece):
            page.text(part)
        elif part.closing:
            page.close(part.name)
        else:
            page.open(part)
    page.flush()
    _judge(page.done)
    return [
        (draft.pieces if draft.kind is BlockKind.CODE else _collapsed(draft.pieces), draft.kind)
        for draft in _without_crowds(page.done)
    ]


def _judge(drafts: Sequence[Draft]) -> None:
    """Mark what stands in elements that look like furniture and do not hold the text itself."""
    total = 0
    for draft in drafts:
        text = draft.text
        if draft.kind is BlockKind.BOILERPLATE or draft.is_link or not is_prose(text):
            continue
        total += len(text)
        for suspect in draft.suspects:
            suspect.prose += len(text)
    for draft in drafts:
        if any(suspect.is_furniture(total) for suspect in draft.suspects):
            draft.kind = BlockKind.BOILERPLATE


def _without_crowds(drafts: list[Draft]) -> Iterable[Draft]:
    """Blocks that are nothing but links, three links or more in a row, are a menu (Kohlschütter et al. 2010)."""
    start = 0
    while start < len(drafts):
        end = start
        while end < len(drafts) and drafts[end].is_link and drafts[end].kind is not BlockKind.HEADING:
            end += 1
        if _is_menu(drafts[start:end], drafts[start - 1] if start else None):
            for draft in drafts[start:end]:
                draft.kind = BlockKind.BOILERPLATE
        yield from drafts[start : max(end, start + 1)]
        start = max(end, start + 1)


def _is_menu(crowd: Sequence[Draft], above: Draft | None) -> bool:
    """Under “Read more” one link is enough; a list that the text announces or that stands in an article is none."""
    if not crowd or (above and is_known(above.text)):
        return bool(crowd)
    announced = above is not None and above.kind is not BlockKind.BOILERPLATE and above.text.endswith(":")
    if announced or all(draft.content and draft.kind is BlockKind.LIST_ITEM for draft in crowd):
        return False
    return sum(max(draft.links, 1) for draft in crowd) >= _CROWD


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
