"""Several terms in one cell: which marks part them, and which belong to a term."""

import re

_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "„": "“”", '"': '"'}
_MARK = re.compile(r"[;\n\r|]")


def alternatives(cell: str) -> list[str]:
    """
    The terms of a cell, which semicolons, bars and new lines part.

    A mark inside of brackets or quotes is text, as long as these are closed;
    commas, slashes and abbreviations in brackets are always text, for they belong to terms more often than not.

    >>> alternatives("rope; line"), alternatives("stop (wait; look)"), alternatives("Harbour, Board of the")
    (['rope', 'line'], ['stop (wait; look)'], ['Harbour, Board of the'])
    """
    if not _MARK.search(cell):
        return [cell] if cell.strip() else []
    parts, start = [], 0
    for at in _marks(cell):
        parts.append(cell[start:at])
        start = at + 1
    parts.append(cell[start:])
    return [part.strip() for part in parts if part.strip()]


def _marks(cell: str) -> list[int]:
    """Where marks stand outside of brackets and quotes that are closed."""
    found: list[int] = []
    at = 0
    while at < len(cell):
        closers = _PAIRS.get(cell[at], "")
        end = min((e for c in closers if (e := cell.find(c, at + 1)) > 0), default=-1)
        if end > 0:
            at = end
        elif cell[at] in ";\n\r|":
            found.append(at)
        at += 1
    return found
