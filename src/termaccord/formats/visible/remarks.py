"""Comments of plain text, Markdown and HTML that speak to us, and the blocks they stand in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from termaccord.formats.visible.canvas import Remark, line_starts
from termaccord.formats.visible.page import BLOCKS
from termaccord.model import Document, Origin

_COMMENT = re.compile(r"<!--\s*(termaccord:.*?)\s*-->", re.DOTALL)
_TAG = re.compile(r"</?([a-zA-Z][^\s/>]*)")


def remarks(source: str, document: Document, kind: str) -> Iterator[Remark]:
    """
    Comments in the order of the file.

    In Markdown and HTML they are comments of HTML, ``<!-- termaccord: ... -->``; in a plain text the same,
    or ``[[termaccord: ...]]``, in a line of its own.
    A comment that is itself part of the text, as in an example, is none.
    """
    if "termaccord:" not in source:
        return
    starts = line_starts(source)
    found = _COMMENT.finditer(source) if kind else ALONE.finditer(source)
    files = [origin.file.start for origin in document.origins]
    blocks = [block.span.start for block in document.blocks]
    for comment in found:
        line = bisect_right(starts, comment.start())
        column = comment.start() - starts[line - 1] + 1
        if not kind:
            yield Remark(_said(comment), bisect_left(blocks, comment.start()), (), line, column)
            continue
        index = bisect_right(files, comment.start()) - 1
        before = document.origins[index] if index >= 0 else None
        if before and before.file.end > comment.start():
            continue
        after = document.origins[index + 1] if index + 1 < len(files) else None
        following = bisect_right(blocks, after.text.start) - 1 if after else len(blocks)
        inside = before is not None and _is_inside(source, before, comment, kind)
        own = (bisect_right(blocks, before.text.start) - 1,) if before and inside else ()
        yield Remark(_said(comment), following, own, line, column)


ALONE = re.compile(
    r"^[ \t]*(?:<!--[ \t]*(termaccord:.*?)[ \t]*-->|\[\[[ \t]*(termaccord:.*?)[ \t]*\]\])[ \t]*\r?$",
    re.MULTILINE,
)
"""A line of a plain text that is no part of it."""


def _said(comment: re.Match[str]) -> str:
    return next(group for group in comment.groups() if group)


def _is_inside(source: str, before: Origin, comment: re.Match[str], kind: str) -> bool:
    """Whether a comment belongs to the block of the text before it."""
    between = source[before.file.end : comment.start()]
    if "\n" in between and kind == "markdown":
        return False
    return not any(tag[1].lower() in BLOCKS for tag in _TAG.finditer(between))
