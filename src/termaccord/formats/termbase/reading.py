"""TBX of any edition in: tolerant of order, names and levels; each deviation is told."""

from typing import BinaryIO

from termaccord.formats.markup.tree import Node, TreeReader
from termaccord.formats.termbase.categories import CategoryReader, taken, valued
from termaccord.formats.termbase.names import NAME
from termaccord.formats.termbase.statuses import STATUSES_DEFAULT, STATUSES_V4, says_status, status_of
from termaccord.formats.termbase.texts import LANGUAGE, flat
from termaccord.model import (
    Concept,
    DataCategory,
    Finding,
    Glossary,
    LanguageSection,
    Markup,
    Severity,
    Status,
    Term,
    say,
)

ROOTS = {"martif", "tbx"}
WANTED = frozenset({"termEntry", "conceptEntry"})
OWN_SOURCE = "Written by termaccord"
OWN_XCS = ("TBXBasicXCSV02.xcs", "TBXXCSV02.xcs")


class TbxReader(CategoryReader):
    """One termbase being read; ISO 30042:2008 annex A, ISO 30042:2019 and the dialects built on them."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        super().__init__(name)
        self._tree = TreeReader(stream, name, WANTED)
        self._ids: set[str] = set()

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
        extra = [self.category(part) for part in parts if part.name != "fileDesc"]
        title = next((child.text for e in extra if e.kind == "titleStmt" for child in e.children[:1]), "")
        kept = [e for e in extra if not _own(e)]
        text = root.find("text")
        back = text.find("back") if text else None
        kept += [self.category(node) for node in (back.children if back else ())]
        return title, self._language(root.attributes.get("xml:lang", "en"), root.line), tuple(kept)

    # -- entries ----------------------------------------------------------------------------------------------

    def _read_concept(self, node: Node) -> Concept:
        self._concept = node.attributes.pop("id", "")
        self._check_id(self._concept, node)
        sections = self._sections(node, {"langSet"}, "F106")
        definition, rest = self._descriptions(self._others(node, {"langSet"}), "definition", most=1)
        subject, extra = taken(rest, "descrip", "subjectField")
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
        part_of_speech, rest, _ = valued(rest, "partOfSpeech")
        term_type, rest, _ = valued(rest, "termType")
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
            written, others, noted = valued(rest, category)
            status = status_of(written)
            if status is not None:
                expected = status.value if noted else usual.get(status)
                return status, "" if written == expected else written, others
            if written:
                message = say("“{value}” is no administrative status that we know; it is kept", value=written)
                self._once("F109", message, node.line)
        akin = (c.text for c in rest if c.kind == "termNote" and says_status(c.type))
        return next((status for text in akin if (status := status_of(text))), None), "", rest

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


def _own(category: DataCategory) -> bool:
    """Whether a part of the header is what our writer puts there of itself, or stands in another field."""
    texts = [child.text for child in category.children]
    return (
        (category.kind == "sourceDesc" and texts == [OWN_SOURCE])
        or (category.kind == "encodingDesc" and len(texts) == 1 and texts[0] in OWN_XCS)
        or (category.kind == "titleStmt" and len(texts) == 1 and not category.attributes)
    )
