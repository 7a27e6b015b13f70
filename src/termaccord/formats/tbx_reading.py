"""TBX of any edition in: tolerant of order, names and levels; each deviation is told."""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termaccord.formats.tbx_dialects import (
    KINDS,
    NAMES_2008,
    STATUSES_DEFAULT,
    STATUSES_V4,
    status_of,
)
from termaccord.formats.tbx_names import NAME
from termaccord.formats.xml_tree import Node, TreeReader
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Finding,
    Glossary,
    LanguageSection,
    MarkedText,
    Markup,
    Place,
    Severity,
    Status,
    Term,
    say,
)

ROOTS = {"martif", "tbx"}
WANTED = frozenset({"termEntry", "conceptEntry"})
MARKUP = frozenset({"hi", "foreign", "bpt", "ept", "ph", "sc", "ec"})
STRUCTURES = frozenset(
    {"titleStmt", "publicationStmt", "sourceDesc", "encodingDesc", "revisionDesc", "change"}
) | {
    *("refObjectList", "refObject", "itemSet", "itemGrp"),
    *("descripGrp", "adminGrp", "transacGrp", "termNoteGrp", "termCompList", "termCompGrp"),
}
OWN_SOURCE = "Written by termaccord"
OWN_XCS = ("TBXBasicXCSV02.xcs", "TBXXCSV02.xcs")
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
FOLDED = re.compile(r"[ \t]*\n[ \t\n]*")
RUN = re.compile(r"[ \t\r\n]+")


class TbxReader:
    """One termbase being read; ISO 30042:2008 annex A, ISO 30042:2019 and the dialects built on them."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self.findings: list[Finding] = []
        self._name = name
        self._tree = TreeReader(stream, name, WANTED)
        self._ids: set[str] = set()
        self._said: set[str] = set()
        self._concept = ""

    def glossary(self) -> Glossary:
        """Read to the end, or to where the file breaks."""
        concepts: list[Concept] = []
        for item in self._tree.branches():
            if isinstance(item, Finding):
                self.findings.append(item)
            elif self._is_termbase():
                concepts.append(self._read_concept(item))
        root = self._tree.root
        if not self._is_termbase() or root is None:
            self._tell_foreign(root)
            return Glossary(())
        if self._tree.unfinished:
            line = self.findings[-1].place.line or 0
            self._tell("F111", say("the concept cut off at the break is left out"), line, Severity.ERROR)
        self._check_root(root)
        return Glossary(tuple(concepts), *self._read_header(root))

    def _is_termbase(self) -> bool:
        return self._tree.root is not None and self._tree.root.name in ROOTS

    # -- header -----------------------------------------------------------------------------------------------

    def _tell_foreign(self, root: Node | None) -> None:
        if root is None and self.findings:
            return
        message = say(
            "{file} begins with <{root}> and holds no termbase; TBX begins with <martif> or <tbx>",
            file=self._name,
            root=root.name if root else "",
        )
        self._tell("F100", message, 1, Severity.ERROR)

    def _check_root(self, root: Node) -> None:
        namespace = root.attributes.get("xmlns", "")
        if root.name == "martif" and namespace:
            self._tell("F101", say("<martif> has no namespace; OmegaT refuses the file"), root.line)
        if root.name == "tbx" and not namespace.startswith("urn:iso:std:iso:30042:ed") and not root.prefix:
            message = say(
                "<tbx> lacks the namespace urn:iso:std:iso:30042:ed-2; strict tools refuse the file"
            )
            self._tell("F101", message, root.line)
        header = root.find("martifHeader", "tbxHeader")
        if header is None:
            self._tell("F102", say("the file has no header; strict tools refuse it"), root.line)
        text = root.find("text")
        if header is not None and text is not None and text.line < header.line:
            self._tell("F102", say("the header stands after the text; strict tools refuse it"), header.line)

    def _read_header(self, root: Node) -> tuple[str, str, tuple[DataCategory, ...]]:
        header = root.find("martifHeader", "tbxHeader")
        description = header.find("fileDesc") if header else None
        parts = [*(description.children if description else ()), *(header.children if header else ())]
        extra = [self._category(part) for part in parts if part.name != "fileDesc"]
        title = next((child.text for e in extra if e.kind == "titleStmt" for child in e.children[:1]), "")
        kept = [e for e in extra if not _own(e)]
        text = root.find("text")
        back = text.find("back") if text else None
        kept += [self._category(node) for node in (back.children if back else ())]
        return title, self._language(root.attributes.get("xml:lang", "en"), root.line), tuple(kept)

    # -- entries ----------------------------------------------------------------------------------------------

    def _read_concept(self, node: Node) -> Concept:
        self._concept = node.attributes.pop("id", "")
        self._check_id(self._concept, node)
        sections = self._sections(node, {"langSet"}, "F106")
        definition, rest = self._descriptions(self._others(node, {"langSet"}), "definition", most=1)
        subject, extra = _taken(rest, "descrip", "subjectField")
        if not sections:
            self._tell("F105", say("the concept “{id}” has no language section", id=self._concept), node.line)
        return Concept(
            self._concept,
            tuple(self._read_section(section) for section in sections),
            subject,
            definition[0] if definition else None,
            extra,
            tuple(node.attributes.items()),
        )

    def _read_section(self, node: Node) -> LanguageSection:
        written = node.attributes.pop("xml:lang", "") or node.attributes.pop("lang", "")
        terms = self._sections(node, {"tig"}, "F106")
        definition, extra = self._descriptions(self._others(node, {"tig"}), "definition", most=1)
        if not terms:
            self._tell("F105", say("a language section of “{id}” has no term", id=self._concept), node.line)
        return LanguageSection(
            self._language(written, node.line),
            tuple(self._read_term(term) for term in terms),
            definition[0] if definition else None,
            extra,
            tuple(node.attributes.items()),
        )

    def _read_term(self, node: Node) -> Term:
        parts = [
            p for child in node.children for p in (child.children if child.name == "termGrp" else [child])
        ]
        words = [p for p in parts if p.name == "term"]
        marked = self._marked(words[0], squeezed=True) if words else ()
        text = flat(marked)
        if not text:
            self._tell("F105", say("a term of “{id}” is empty", id=self._concept), node.line, Severity.ERROR)
        contexts, rest = self._descriptions(
            [p for p in parts if p not in words[:1]], "context", most=len(parts)
        )
        part_of_speech, rest, _ = _valued(rest, "partOfSpeech")
        term_type, rest, _ = _valued(rest, "termType")
        status, written, rest = self._status(rest, node)
        self._drop_attributes(node, {"id"})
        return Term(
            text,
            status,
            part_of_speech,
            term_type,
            contexts,
            rest,
            node.attributes.get("id", ""),
            written,
            marked if any(isinstance(part, Markup) for part in marked) else (),
        )

    def _status(
        self, rest: tuple[DataCategory, ...], node: Node
    ) -> tuple[Status | None, str, tuple[DataCategory, ...]]:
        for category, usual in (("administrativeStatus", STATUSES_DEFAULT), ("usageStatus", STATUSES_V4)):
            written, others, noted = _valued(rest, category)
            status = status_of(written)
            if status is not None:
                expected = status.value if noted else usual.get(status)
                return status, "" if written == expected else written, others
            if written:
                message = say("“{value}” is no administrative status that we know; it is kept", value=written)
                self._once("F109", message, node.line)
        return status_of(_taken(rest, "termNote", "normativeAuthorization")[0]), "", rest

    # -- data categories --------------------------------------------------------------------------------------

    def _sections(self, node: Node, names: set[str], code: str) -> list[Node]:
        """Children of these names; what stands after the first of them and is not one is told."""
        found = [child for child in node.children if _named(child) in names]
        if not found:
            return []
        for child in node.children[node.children.index(found[0]) :]:
            if _named(child) not in names:
                message = say(
                    "<{name}> stands after <{other}>; strict tools refuse it",
                    name=child.name,
                    other=found[0].name,
                )
                self._tell(code, message, child.line)
        return found

    def _others(self, node: Node, names: set[str]) -> list[Node]:
        return [child for child in node.children if _named(child) not in names]

    def _descriptions(
        self, nodes: Iterable[Node], wanted: str, most: int
    ) -> tuple[tuple[Description, ...], tuple[DataCategory, ...]]:
        """The definitions or contexts among some nodes, and all the rest as data categories."""
        found: list[Description] = []
        rest: list[DataCategory] = []
        for node in self._single(nodes):
            category = self._category(node)
            grouped = category.kind == "descripGrp" and len(category.children) > 0
            inner = category.children[0] if grouped else category
            if (inner.kind, inner.type) == ("descrip", wanted) and len(found) < most:
                if grouped:
                    self._drop_attributes(node, set())
                found.append(_description(inner, category.children[1:] if grouped else ()))
            else:
                rest.append(category)
        return tuple(found), tuple(rest)

    def _single(self, nodes: Iterable[Node]) -> Iterator[Node]:
        """The nodes, with each ``descripGrp`` that holds several descriptions parted."""
        for node in nodes:
            described = [child for child in node.children if _identity(child)[0] == "descrip"]
            if node.name != "descripGrp" or len(described) < 2:
                yield node
                continue
            self._tell(
                "F112", say("a <descripGrp> holds several descriptions; strict tools refuse it"), node.line
            )
            apart = described[1:]
            node.content = [part for part in node.content if part not in apart]
            yield from (node, *apart)

    def _category(self, node: Node) -> DataCategory:
        kind, type_ = _identity(node)
        attributes = tuple((k, v) for k, v in node.attributes.items() if k not in {"type", "metaType"})
        if not type_ and kind in {"descrip", "admin", "termNote", "xref", "ref", "transac", "transacNote"}:
            self._once("F108", say("<{name}> says no type", name=node.name), node.line)
        if kind in STRUCTURES:
            children = tuple(self._category(child) for child in node.children)
            return DataCategory(kind, type_, "", attributes, children)
        marked = self._marked(node)
        text = flat(marked)
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
            elif part.name in MARKUP:
                yield Markup(part.name, tuple(self._parts(part, squeezed)), tuple(part.attributes.items()))
            else:
                self._once(
                    "F107",
                    say("TBX has no <{name}> in a text; only its text is kept", name=part.name),
                    part.line,
                )
                yield from self._parts(part, squeezed)

    # -- findings ---------------------------------------------------------------------------------------------

    def _check_id(self, id_: str, node: Node) -> None:
        if not id_:
            self._tell("F103", say("a concept has no id; Lokalize leaves such concepts out"), node.line)
        elif id_ in self._ids:
            self._tell("F103", say("the id “{id}” stands twice", id=id_), node.line)
        elif not NAME.fullmatch(id_):
            self._tell(
                "F103", say("the id “{id}” is no XML name; it must begin with a letter", id=id_), node.line
            )
        self._ids.add(id_)

    def _language(self, written: str, line: int) -> str:
        tag = written.strip().replace("_", "-")
        if not tag:
            self._tell(
                "F104", say("a language section says no language; it is read as “und”"), line, Severity.ERROR
            )
        elif tag != written or not LANGUAGE.fullmatch(tag):
            self._once(
                "F104",
                say("“{written}” is no language tag; BCP 47 writes “ru” or “ru-RU”", written=written),
                line,
            )
        return tag or "und"

    def _drop_attributes(self, node: Node, known: set[str]) -> None:
        for name in (a for a in node.attributes if a not in known):
            self._once(
                "F110",
                say("the attribute {name} of <{tag}> is left out", name=name, tag=node.name),
                node.line,
            )

    def _tell(self, code: str, message: str, line: int, severity: Severity = Severity.WARNING) -> None:
        self.findings.append(Finding(code, message, Place(self._name, self._concept, line=line), severity))

    def _once(self, code: str, message: str, line: int) -> None:
        if message not in self._said:
            self._said.add(message)
            self._tell(code, message, line)


# -- pure parts -----------------------------------------------------------------------------------------------


def _named(node: Node) -> str:
    return NAMES_2008.get(node.name, node.name)


def _identity(node: Node) -> tuple[str, str]:
    """An element's name in the 2008 edition and its type; DCT elements are called by their category."""
    if node.name in KINDS:
        return KINDS[node.name], node.name
    return _named(node), node.attributes.get("type", "")


def _own(category: DataCategory) -> bool:
    """Whether a part of the header is what our writer puts there of itself, or stands in another field."""
    texts = [child.text for child in category.children]
    return (
        (category.kind == "sourceDesc" and texts == [OWN_SOURCE])
        or (category.kind == "encodingDesc" and len(texts) == 1 and texts[0] in OWN_XCS)
        or (category.kind == "titleStmt" and len(texts) == 1 and not category.attributes)
    )


def _taken(
    rest: tuple[DataCategory, ...], kind: str, type_: str, prefix: str = ""
) -> tuple[str, tuple[DataCategory, ...]]:
    """
    The text of the first category of a kind and type, and the others.

    One that says more than its text stays among the others too, so that nothing is lost.
    """
    for i, category in enumerate(rest):
        if (category.kind, category.type) == (kind, type_) and category.text.startswith(prefix):
            plain = not category.attributes and not category.marked
            return category.text.removeprefix(prefix), rest[:i] + rest[i + 1 :] if plain else rest
    return "", rest


def _valued(rest: tuple[DataCategory, ...], category: str) -> tuple[str, tuple[DataCategory, ...], bool]:
    """
    The value of a picklist category, the other categories, and whether a note has said it.

    Where a dialect has no word for it, our writer puts the nearest one and a note “category: value”; the note is right.
    """
    value, others = _taken(rest, "termNote", category)
    said, without = _taken(others, "note", "", f"{category}: ")
    return (said, without, True) if said else (value, others, False)


def _description(inner: DataCategory, beside: tuple[DataCategory, ...]) -> Description:
    source, extra = _taken(beside[:1], "admin", "source")
    return Description(inner.text, source, inner.marked, inner.attributes, extra + beside[1:])


def flat(marked: MarkedText) -> str:
    """The text of a marked text."""
    return "".join([part if isinstance(part, str) else flat(part.content) for part in marked])


def folded(text: str) -> str:
    r"""
    A text without the line breaks that only wrap it; a blank line and an unindented break are the author's.

    >>> folded("wrapped and\n      indented"), folded("one\ntwo"), folded("one\n\n   two")
    ('wrapped and indented', 'one\ntwo', 'one\n\ntwo')
    """
    return FOLDED.sub(_fold, text) if "\n" in text else text


def _fold(match: re.Match[str]) -> str:
    breaks = match[0].count("\n")
    if breaks > 1:
        return "\n\n"
    return "\n" if match[0].endswith("\n") else " "


def trimmed(marked: MarkedText) -> MarkedText:
    """The content without white space at its two ends, neighbouring strings joined."""
    parts: list[str | Markup] = []
    for part in marked:
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        else:
            parts.append(part)
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip(" \t\r\n")
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip(" \t\r\n")
    return tuple(part for part in parts if part != "")
