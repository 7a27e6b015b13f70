"""A termbase file as elements that know where they stand in the source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from termaccord.formats.markup.encoding import decoded, encoding
from termaccord.formats.markup.scan import Tag, tags
from termaccord.formats.markup.tree import Node, TreeReader
from termaccord.formats.patches.coding import Coding, coding
from termaccord.formats.termbase.categories import named
from termaccord.formats.termbase.reading import WANTED
from termaccord.model import Finding


@dataclass(slots=True, eq=False)
class Located:
    """An element with its places in the source, in code points."""

    name: str
    """The local name."""
    start: int
    inside: int
    """Where its content begins."""
    outside: int
    """Where its content ends; both are `end` where it has an empty tag."""
    end: int
    node: Node | None = None
    """What the parser made of it; None for what stands around the entries."""
    children: list["Located"] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """Its name in the 2008 edition."""
        return named(self.parsed)

    @property
    def parsed(self) -> Node:
        if self.node is None:
            raise ValueError(self.name)
        return self.node

    @property
    def empty(self) -> bool:
        """Whether it is written as an empty tag, which has no inside."""
        return self.inside == self.end

    def walk(self) -> Iterator["Located"]:
        """Itself and all below in the order of their start tags."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Outline:
    """A file's source, how it was encoded, and where its entries stand."""

    source: str
    coding: Coding
    root: Tag
    body: Located | None
    entries: tuple[Located, ...]
    """In file order; the parser's concepts are in the same."""


def outline(data: bytes, name: str) -> Outline | None:
    """Lay a termbase out; None where its bytes are damaged or the scanner does not see what the parser sees."""
    source = decoded(data)
    code = coding(data, source, (encoding(data)[0],))
    elements = _elements(source)
    root = next(tags(source), None)
    if code is None or root is None:
        return None
    entries = [one for one in elements if one.name in WANTED]
    nodes = [n for n in TreeReader(BytesIO(data), name, WANTED).branches() if not isinstance(n, Finding)]
    if len(nodes) != len(entries) or not all(map(_joined, entries, nodes)):
        return None
    body = next((one for one in elements if one.name == "body"), None)
    return Outline(source, code, root, body, tuple(entries))


def _elements(source: str) -> list[Located]:
    """The outermost entries with all below, and the other elements without."""
    done: list[Located] = []
    stack: list[Located] = []
    for tag in tags(source):
        if tag.opens:
            one = Located(tag.name, tag.start, tag.end, tag.end, tag.end)
            if any(above.name in WANTED for above in stack):
                stack[-1].children.append(one)
            else:
                done.append(one)
            if not tag.closes:
                stack.append(one)
        elif stack:
            one = stack.pop()
            one.outside, one.end = tag.start, tag.end
    return done


def _joined(entry: Located, node: Node) -> bool:
    """Give every element of an entry what the parser made of it; False where the two differ."""
    places, nodes = list(entry.walk()), list(_below(node))
    if [one.name for one in places] != [one.name for one in nodes]:
        return False
    for place, made in zip(places, nodes, strict=True):
        place.node = made
    return True


def _below(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _below(child)


def sections(entry: Located) -> list[Located]:
    return [one for one in entry.children if one.kind == "langSet"]


def terms(section: Located) -> list[Located]:
    return [one for one in section.children if one.kind == "tig"]


def parts(term: Located) -> Sequence[Located]:
    """What a term says, that of its ``termGrp`` included."""
    return [part for one in term.children for part in (one.children if one.name == "termGrp" else [one])]
