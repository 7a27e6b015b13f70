"""Small trees out of a large XML document: each wanted element as it is completed, the rest at the end."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from termaccord.formats.markup.source import DEEPEST, LONGEST_TEXT, Source, skipped_entity
from termaccord.model import Finding, say


@dataclass(slots=True, eq=False)
class Node:
    """An element with its content in reading order."""

    name: str
    """The local name; `prefix` apart."""
    prefix: str
    attributes: dict[str, str]
    line: int
    content: list["str | Node"] = field(default_factory=list)

    @property
    def children(self) -> list["Node"]:
        return [part for part in self.content if isinstance(part, Node)]

    @property
    def text(self) -> str:
        """All text below, in reading order."""
        return "".join([part if isinstance(part, str) else part.text for part in self.content])

    @property
    def type(self) -> str:
        return self.attributes.get("type", "")

    def find(self, *names: str) -> "Node | None":
        """The first child of one of these names."""
        return next((child for child in self.children if child.name in names), None)


class TreeReader:
    """
    One XML stream as nodes.

    Iterating `branches` gives each outermost element whose name is wanted, then `root` holds all the others.
    An element that a break in the file leaves unfinished is not given.
    """

    def __init__(self, stream: BinaryIO, name: str, wanted: frozenset[str]) -> None:
        self.root: Node | None = None
        self.source = Source(stream, name)
        self._wanted = wanted
        self._ready: list[Node] = []
        self._stack: list[Node] = []
        self._held = 0
        parser = self.source.parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.SkippedEntityHandler = self._skipped

    def branches(self) -> Iterator[Node | Finding]:
        for _ in self.source.pump():
            yield from self.source.findings
            self.source.findings.clear()
            yield from self._ready
            self._ready.clear()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._stack) > DEEPEST:
            raise self.source.refuse("F004", say("elements are nested deeper than {depth}", depth=DEEPEST))
        prefix, _, local = tag.rpartition(":")
        node = Node(local, prefix, attributes, self.source.parser.CurrentLineNumber)
        if self._stack:
            self._stack[-1].content.append(node)
        else:
            self.root = node
        self._stack.append(node)

    def _end(self, _: str) -> None:
        node = self._stack.pop()
        if node.name in self._wanted and all(above.name not in self._wanted for above in self._stack):
            self._held = 0
            self._ready.append(node)
            if self._stack:
                self._stack[-1].content.pop()

    def _characters(self, text: str) -> None:
        self._held += len(text)
        if self._held > LONGEST_TEXT:
            message = say("an element of more than {limit} characters ends the reading", limit=LONGEST_TEXT)
            raise self.source.refuse("F004", message)
        if not self._stack:
            return
        content = self._stack[-1].content
        # The file is read in pieces, and a piece may end in a text.
        if content and isinstance(content[-1], str):
            content[-1] += text
        else:
            content.append(text)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter and self._stack:
            self._stack[-1].content.append(skipped_entity(name))
            message = say("the entity “{name}” is not defined in this file", name=name)
            self.source.report_once("F008", message)
