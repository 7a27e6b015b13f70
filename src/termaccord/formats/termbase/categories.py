"""Data categories as the field writes them: any level, any order, any edition's names."""

from collections.abc import Iterable, Iterator

from termaccord.formats.markup.tree import Node
from termaccord.formats.termbase import min2013
from termaccord.formats.termbase.texts import RUN, flat, folded, trimmed
from termaccord.formats.termbase.vocabulary import (
    KINDS,
    META_CATEGORIES,
    NAMES_2008,
    OF_MIN_2013,
    standard_type,
)
from termaccord.model import DataCategory, Description, Finding, MarkedText, Markup, Place, Severity, say

MARKUP = frozenset({"hi", "foreign", "bpt", "ept", "ph", "sc", "ec"})
STRUCTURES = frozenset(
    {"titleStmt", "publicationStmt", "sourceDesc", "encodingDesc", "revisionDesc", "change"}
) | {
    *("refObjectList", "refObject", "itemSet", "itemGrp"),
    *("descripGrp", "adminGrp", "transacGrp", "termNoteGrp", "termCompList", "termCompGrp"),
}


class CategoryReader:
    """Turns nodes into data categories and keeps the findings of one file."""

    def __init__(self, name: str) -> None:
        self.findings: list[Finding] = []
        self._name = name
        self._concept = ""
        self._said: set[str] = set()

    def _sections(self, node: Node, names: set[str], code: str) -> list[Node]:
        """Children of these names; what stands after the first of them and is not one is told."""
        found = [child for child in node.children if named(child) in names]
        if not found:
            return []
        for child in node.children[node.children.index(found[0]) :]:
            if named(child) not in names:
                message = say(
                    "<{name}> stands after <{other}>; strict tools refuse it",
                    name=child.name,
                    other=found[0].name,
                )
                self._tell(code, message, child.line)
        return found

    def _others(self, node: Node, names: set[str]) -> list[Node]:
        return [child for child in node.children if named(child) not in names]

    def _descriptions(
        self, nodes: Iterable[Node], wanted: str, most: int
    ) -> tuple[tuple[Description, ...], tuple[DataCategory, ...]]:
        """The definitions or contexts among some nodes, and all the rest as data categories."""
        found: list[Description] = []
        rest: list[DataCategory] = []
        for node in self._single(nodes):
            category = self.category(node)
            grouped = category.kind == "descripGrp" and len(category.children) > 0
            inner = category.children[0] if grouped else category
            if (inner.kind, inner.type) == ("descrip", wanted) and len(found) < most:
                beside = (*category.children[1:], *self._strays(node)) if grouped else ()
                found.append(description(inner, beside))
            else:
                rest.append(category)
        return tuple(found), tuple(rest)

    def _single(self, nodes: Iterable[Node]) -> Iterator[Node]:
        """The nodes, with each ``descripGrp`` that holds several descriptions parted."""
        for node in nodes:
            if node.name == "noteGrp":
                yield from node.children
                continue
            described = [child for child in node.children if identity(child)[0] == "descrip"]
            if node.name != "descripGrp" or len(described) < 2:
                yield node
                continue
            self._tell(
                "F112", say("a <descripGrp> holds several descriptions; strict tools refuse it"), node.line
            )
            apart = described[1:]
            node.content = [part for part in node.content if part not in apart]
            yield from (node, *apart)

    def category(self, node: Node) -> DataCategory:
        kind, type_ = identity(node)
        attributes = tuple((k, v) for k, v in node.attributes.items() if not _said_elsewhere(k))
        if type_ != node.type and node.name not in {type_, *OF_MIN_2013}:
            message = say("“{written}” is read as “{type}”", written=node.type, type=type_)
            self._once("F113", message, node.line)
        if not type_ and kind in {"descrip", "admin", "termNote", "xref", "ref", "transac", "transacNote"}:
            self._once("F108", say("<{name}> says no type", name=node.name), node.line)
        if kind in STRUCTURES or (kind == "noteGrp" and node.children):
            children = tuple(self.category(child) for child in node.children)
            return DataCategory(kind, type_, "", attributes, children)
        if kind == "note" and node.find("noteValue"):
            return DataCategory(kind, type_, min2013.noted(node), attributes)
        marked = self._marked(node)
        text = flat(marked)
        if not text and node.name in KINDS and "value" in node.attributes:  # as the terms of ISO STS say it
            text = node.attributes["value"]
            attributes = tuple(pair for pair in attributes if pair[0] != "value")
        if kind == "transac" and text == "creation":
            text = "origination"  # the word of TBX-Basic Version 4 for the same picklist value
        has_markup = any(isinstance(part, Markup) for part in marked)
        return DataCategory(kind, type_, text, attributes, (), marked if has_markup else ())

    def _marked(self, node: Node, *, squeezed: bool = False) -> MarkedText:
        """The content of a text element; markup that TBX does not know gives only its text."""
        return trimmed(tuple(self._parts(node, squeezed)))

    def _parts(self, node: Node, squeezed: bool) -> Iterator[str | Markup]:
        for part in node.content:
            if isinstance(part, str):
                yield RUN.sub(" ", part) if squeezed else folded(part)
            elif part.name == "entailedTerm":
                said = (("type", part.name), *part.attributes.items())
                yield Markup("hi", tuple(self._parts(part, squeezed)), said)
            elif part.name in MARKUP:
                yield Markup(part.name, tuple(self._parts(part, squeezed)), tuple(part.attributes.items()))
            else:
                self._once(
                    "F107",
                    say("TBX has no <{name}> in a text; only its text is kept", name=part.name),
                    part.line,
                )
                yield from self._parts(part, squeezed)

    def _strays(self, node: Node) -> list[DataCategory]:
        """Attributes that have no place in the model, as notes."""
        strays = [(k, v) for k, v in node.attributes.items() if not _said_elsewhere(k)]
        for name, _ in strays:
            message = say("the attribute {name} of <{tag}> is read as a note", name=name, tag=node.name)
            self._once("F110", message, node.line)
        return [DataCategory("note", "", f"{name}: {value}") for name, value in strays]

    def _tell(self, code: str, message: str, line: int, severity: Severity = Severity.WARNING) -> None:
        self.findings.append(Finding(code, message, Place(self._name, self._concept, line=line), severity))

    def _once(self, code: str, message: str, line: int) -> None:
        if message not in self._said:
            self._said.add(message)
            self._tell(code, message, line)


def _said_elsewhere(attribute: str) -> bool:
    """Whether an attribute is a field of its own, or only declares a namespace."""
    return attribute in {"type", "metaType"} or attribute.partition(":")[0] == "xmlns"


def named(node: Node) -> str:
    return NAMES_2008.get(node.name, node.name)


def identity(node: Node) -> tuple[str, str]:
    """An element's name in the 2008 edition and its type; DCT elements are called by their category."""
    if node.name in OF_MIN_2013:
        return OF_MIN_2013[node.name]
    if node.name in KINDS:
        return KINDS[node.name], node.name
    if node.attributes.get("metaType") in META_CATEGORIES:
        return node.attributes["metaType"], node.name
    kind = named(node)
    return kind, standard_type(kind, node.type)


def taken(
    rest: tuple[DataCategory, ...], kind: str, type_: str, prefix: str = ""
) -> tuple[str, tuple[DataCategory, ...]]:
    """
    The text of the first category of a kind and type, and the others.

    One that says more than its text, or nothing, stays among the others too, so that nothing is lost.
    """
    for i, category in enumerate(rest):
        if (category.kind, category.type) == (kind, type_) and category.text.startswith(prefix):
            text = category.text.removeprefix(prefix)
            plain = text.strip() and not category.attributes and not category.marked
            return text, rest[:i] + rest[i + 1 :] if plain else rest
    return "", rest


def valued(rest: tuple[DataCategory, ...], category: str) -> tuple[str, tuple[DataCategory, ...], bool]:
    """
    The value of a picklist category, the other categories, and whether a note has said it.

    Where a dialect has no word for it, our writer puts the nearest one and a note “category: value”; the note is right.
    """
    value, others = taken(rest, "termNote", category)
    said, without = taken(others, "note", "", f"{category}: ")
    return (said, without, True) if said else (value, others, False)


def description(inner: DataCategory, beside: tuple[DataCategory, ...]) -> Description:
    source, extra = taken(beside[:1], "admin", "source")
    return Description(inner.text, source, inner.marked, inner.attributes, extra + beside[1:])
