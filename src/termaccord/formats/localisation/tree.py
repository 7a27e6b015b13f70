"""A small tree of an XML file: elements with their lines, as far as the file is well-formed."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from termaccord.formats.markup.source import DEEPEST, Source, skipped_entity
from termaccord.model import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termaccord.model import Finding


LONGEST = 1 << 22
"""Characters of one text: strings of a program and segments of a translation are a thousandth of that."""
EMBEDDED = frozenset({"internal-file", "skeleton", "bin-source", "bin-target"})
"""Elements of XLIFF that hold a whole file of another kind; nobody reads their text here."""


@dataclass(slots=True)
class Node:
    """An element; deeper than `DEEPEST` there is none."""

    name: str
    """Local name, without its prefix."""
    attributes: dict[str, str]
    """By their names as written, prefixes included."""
    line: int
    number: int = 0
    """Which start tag of the file this is, the root's being 1."""
    content: list[str | Node] = field(default_factory=list)
    """Text and elements in reading order; neighbouring texts may stand apart."""

    @property
    def children(self) -> list[Node]:
        return [part for part in self.content if isinstance(part, Node)]

    @property
    def text(self) -> str:
        """All text below, in reading order."""
        return "".join([part if isinstance(part, str) else part.text for part in self.content])

    def child(self, name: str) -> Node | None:
        """The first child of this name."""
        return next((child for child in self.children if child.name == name), None)

    def below(self, name: str, *, outside: frozenset[str] = frozenset()) -> Iterator[Node]:
        """Elements of this name in reading order, however deep, but not inside those named `outside`."""
        for child in self.children:
            if child.name == name:
                yield child
            elif child.name not in outside:
                yield from child.below(name, outside=outside)


def tree(data: bytes, name: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """Read the whole file as one tree; of a broken one, what stands before the break."""
    source = Source(BytesIO(data), name)
    root: list[Node] = []
    stack: list[Node] = []
    count = held = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(stack) > DEEPEST:
            message = say("{file} nests its elements too deeply; nothing after this line is read", file=name)
            raise source.refuse("F004", message)
        nonlocal count, held
        count, held = count + 1, 0
        node = Node(tag.rpartition(":")[2], attributes, source.line, count)
        (stack[-1].content if stack else root).append(node)
        stack.append(node)

    def end(_: str) -> None:
        nonlocal held
        stack.pop()
        held = 0

    def characters(text: str) -> None:
        nonlocal held
        held += len(text)
        if not stack or stack[-1].name in EMBEDDED:
            return
        if held > LONGEST:
            message = say("an element of more than {limit} characters ends the reading", limit=LONGEST)
            raise source.refuse("F004", message)
        stack[-1].content.append(text)

    def skipped(entity: str, is_parameter: bool) -> None:
        if not is_parameter:
            characters(skipped_entity(entity))

    source.parser.StartElementHandler = start
    source.parser.EndElementHandler = end
    source.parser.CharacterDataHandler = characters
    source.parser.SkippedEntityHandler = skipped
    for _ in source.pump():
        pass
    return (root[0] if root else None), tuple(source.findings)
