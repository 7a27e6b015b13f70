"""XML from outside: bytes in, elements with their lines out; no DTD, no entity, no network, no tree larger than asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO
from xml.parsers import expat

from termaccord.model import Finding, Place, Severity, say

CHUNK = 1 << 16


@dataclass(slots=True)
class Node:
    """An element with its content in reading order."""

    name: str
    """Local name; `prefix` apart."""
    prefix: str
    attributes: dict[str, str]
    line: int
    content: list[str | Node] = field(default_factory=list)

    @property
    def children(self) -> list[Node]:
        return [part for part in self.content if isinstance(part, Node)]

    @property
    def text(self) -> str:
        """All text below, in reading order."""
        return "".join(part if isinstance(part, str) else part.text for part in self.content)


def nodes(data: bytes, name: str) -> tuple[Node | None, list[Finding]]:
    """Read the whole document as one tree; a broken one up to the break."""
    findings: list[Finding] = []
    root: list[Node] = []
    stack: list[Node] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(tag: str, attributes: dict[str, str]) -> None:
        prefix, _, local = tag.rpartition(":")
        node = Node(local, prefix, attributes, parser.CurrentLineNumber)
        if stack:
            stack[-1].content.append(node)
        else:
            root.append(node)
        stack.append(node)

    def end(_: str) -> None:
        stack.pop()

    def characters(text: str) -> None:
        if stack:
            stack[-1].content.append(text)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        findings.append(broken(name, error))
    return (root[0] if root else None), findings


def broken(name: str, error: expat.ExpatError) -> Finding:
    """The finding for a file that is not well-formed."""
    return Finding(
        "F001",
        say(
            "{file} is not well-formed XML from line {line} on ({why}); what stands before it has been read",
            file=name,
            line=error.lineno,
            why=expat.ErrorString(error.code),
        ),
        Place(name, line=error.lineno, column=error.offset + 1),
        Severity.ERROR,
    )


def chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The stream in pieces."""
    while piece := stream.read(CHUNK):
        yield piece


def as_stream(data: bytes) -> BinaryIO:
    return BytesIO(data)
