"""Our own XML out: one element a line, two blanks a level, so that a change shows as few lines of a diff."""

from collections.abc import Iterator
from dataclasses import dataclass

from termaccord.formats.markup.text import attributes, escaped
from termaccord.model import MarkedText

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Element:
    """An element with either child elements or a text."""

    name: str
    attributes: Pairs = ()
    children: tuple["Element", ...] = ()
    text: MarkedText = ()


def lines(element: Element, depth: int = 0) -> Iterator[str]:
    """The lines of an element and everything in it."""
    pad = "  " * depth
    start = f"{pad}<{element.name}{attributes(element.attributes)}"
    if element.children:
        yield f"{start}>"
        for child in element.children:
            yield from lines(child, depth + 1)
        yield f"{pad}</{element.name}>"
    elif element.text:
        yield f"{start}>{inline(element.text)}</{element.name}>"
    else:
        yield f"{start}/>"


def inline(text: MarkedText) -> str:
    """A text with its markup on one line."""
    parts = []
    for part in text:
        if isinstance(part, str):
            parts.append(escaped(part))
        elif part.content:
            parts.append(f"<{part.tag}{attributes(part.attributes)}>{inline(part.content)}</{part.tag}>")
        else:
            parts.append(f"<{part.tag}{attributes(part.attributes)}/>")
    return "".join(parts)
