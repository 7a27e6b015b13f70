"""The paragraphs of a plain text."""

import re

from termaccord.model import Block, Span

_LINE = re.compile(r"[^\r\n]+")


def blocks(text: str, language: str = "") -> tuple[Block, ...]:
    """Each line with something on it as a block of its own, without the white space around it."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            found.append(Block(Span(start, end)))
    return tuple(found)
