"""The elements of an XML file where they stand in its source."""

import re
from collections.abc import Iterator, Mapping

from termaccord.formats.fillings.codes import Code
from termaccord.formats.localisation.tree import Node
from termaccord.formats.localisation.xliff_content import CODES, content, is_deleted
from termaccord.formats.markup.scan import Tag, tags
from termaccord.formats.markup.text import quoted
from termaccord.model import Inline, Span

_NAME = re.compile(r"</?([^\s/>]+)")
_PAIRED = frozenset({"g", "pc"})
_ATTRIBUTE = re.compile(r"""(?P<before>\s+)(?P<name>[^\s=]+)\s*=\s*(?P<value>"[^"]*"|'[^']*')""")


class Elements:
    """A file's source with its tree; an element is named by the number of its start tag."""

    def __init__(self, source: str, root: Node) -> None:
        self.source = source
        self._starts: list[Tag] = []
        self._ends: dict[int, Tag] = {}
        self._parents: dict[int, Node] = {}
        self._nodes: dict[int, Node] = {root.number: root}
        self._pair()
        self._climb(root)

    def _pair(self) -> None:
        opened: list[int] = []
        for tag in tags(self.source):
            if tag.opens:
                self._starts.append(tag)
                opened.append(len(self._starts))
            if tag.closes and opened:
                self._ends[opened.pop()] = tag

    def _climb(self, root: Node) -> None:
        tasks = [root]
        while tasks:
            node = tasks.pop()
            for child in node.children:
                self._parents[child.number] = node
                self._nodes[child.number] = child
                tasks.append(child)

    def node(self, number: int) -> Node:
        """The element whose start tag this is."""
        return self._nodes[number]

    def around(self, node: Node) -> Iterator[Node]:
        """The elements that an element stands in, from the inside out."""
        parent = self._parents.get(node.number)
        while parent is not None:
            yield parent
            parent = self._parents.get(parent.number)

    def start(self, node: Node) -> Span:
        """Where its start tag stands."""
        tag = self._starts[node.number - 1]
        return Span(tag.start, tag.end)

    def outer(self, node: Node) -> Span:
        """The whole element."""
        return Span(self._starts[node.number - 1].start, self._ends[node.number].end)

    def inner(self, node: Node) -> Span:
        """What stands between its tags; empty behind the tag of an empty element."""
        start, end = self._starts[node.number - 1], self._ends[node.number]
        return Span(start.end, end.start) if end is not start else Span(start.end, start.end)

    def name(self, node: Node) -> str:
        """As it is written, with its prefix."""
        found = _NAME.match(self.source, self.start(node).start)
        return found[1] if found else node.name

    def opening(self, node: Node, settings: Mapping[str, str] | None = None) -> str:
        """Its start tag, which leaves the element open, with attributes set."""
        written = self.start(node).of(self.source)
        written = written[: -2 if written.endswith("/>") else -1].rstrip()
        return f"{with_attributes(written, settings or {})}>"

    def closing(self, node: Node) -> str:
        """Its end tag."""
        end = self._ends[node.number]
        return f"</{self.name(node)}>" if end.opens else self.source[end.start : end.end]

    def margin(self, node: Node) -> str:
        """The white space before an element, if it is all that stands between it and the tag before."""
        start = self.start(node).start
        text = self.source[:start].rstrip()
        return self.source[len(text) : start] if text.endswith(">") else ""

    def codes(self, node: Node) -> list[Code]:
        """The inline codes of a source in order, as they are shown and as they are written."""
        shown = [part for part in content(node) if isinstance(part, Inline)]
        return [Code(inline, raw) for inline, raw in zip(shown, self._raw(node), strict=True)]

    def _raw(self, node: Node) -> Iterator[str]:
        for child in node.children:
            if child.name in _PAIRED:
                yield self.opening(child)
                yield from self._raw(child)
                yield self.closing(child)
            elif child.name in CODES:
                yield self.outer(child).of(self.source)
            elif not is_deleted(child.name, child.attributes):
                yield from self._raw(child)


def with_attributes(opening: str, settings: Mapping[str, str]) -> str:
    """
    A start tag without its end, with attributes set where they stand or put behind the others.

    >>> print(with_attributes("<target state='new' id='1'", {"state": "final", "subState": "a:b"}))
    <target state="final" id='1' subState="a:b"
    """
    left = dict(settings)

    def put(match: re.Match[str]) -> str:
        value = left.pop(match["name"], None)
        return match[0] if value is None else f"{match['before']}{match['name']}={quoted(value)}"

    changed = _ATTRIBUTE.sub(put, opening)
    return changed + "".join([f" {name}={quoted(value)}" for name, value in left.items()])
