"""TBX of any edition in: tolerant of order, names and levels; each deviation is told."""

from typing import BinaryIO

from termaccord.formats.markup.tree import Node, TreeReader
from termaccord.formats.termbase import min2013
from termaccord.formats.termbase.categories import CategoryReader, identity, named, taken, valued
from termaccord.formats.termbase.names import NAME
from termaccord.formats.termbase.statuses import STATUSES_DEFAULT, STATUSES_V4, says_status, status_of
from termaccord.formats.termbase.texts import LANGUAGE, flat
from termaccord.formats.termbase.vocabulary import FORM_DUAL, FORM_V4
from termaccord.model import (
    Concept,
    DataCategory,
    Finding,
    Glossary,
    LanguageSection,
    Markup,
    Message,
    Severity,
    Status,
    Term,
    say,
)

ROOTS = {"martif", "tbx", min2013.ROOT}
WANTED = frozenset({"termEntry", "conceptEntry"})
OWN_SOURCE = "Written by termaccord"
OWN_XCS = ("TBXBasicXCSV02.xcs", "TBXXCSV02.xcs")
OWN_FORMS = frozenset({*OWN_XCS, FORM_V4, FORM_DUAL})


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
        self._tell("F100", _foreign(root.name if root else "", self._name), 1, Severity.ERROR)

    def _check_root(self, root: Node) -> None:
        namespace = root.attributes.get("xmlns", "")
        if root.name == "martif" and namespace:
            self._tell("F101", say("<martif> has no namespace; OmegaT refuses the file"), root.line)
        if root.name == "tbx" and not namespace.startswith("urn:iso:std:iso:30042:ed") and not root.prefix:
            message = say(
                "<tbx> lacks the namespace urn:iso:std:iso:30042:ed-2; strict tools refuse the file"
            )
            self._tell("F101", message, root.line)
        header = root.find("martifHeader", "tbxHeader", "header")
        if header is None:
            self._tell("F102", say("the file has no header; strict tools refuse it"), root.line)
        text = root.find("text")
        if header is not None and text is not None and text.line < header.line:
            self._tell("F102", say("the header stands after the text; strict tools refuse it"), header.line)

    def _read_header(self, root: Node) -> tuple[str, str, tuple[DataCategory, ...]]:
        header = root.find("martifHeader", "tbxHeader", "header")
        if header and root.name == min2013.ROOT:
            title, extra = min2013.title_and_rest(header)
            return title, self._language(root.attributes.get("xml:lang", "en"), root.line), extra
        description = header.find("fileDesc") if header else None
        parts = [*(description.children if description else ()), *(header.children if header else ())]
        said = [self.category(part) for part in parts if part.name != "fileDesc"]
        title = next((child.text for e in said if e.kind == "titleStmt" for child in e.children[:1]), "")
        kept = [e for e in said if not _own(e)]
        text = root.find("text")
        back = text.find("back") if text else None
        kept += [self.category(node) for node in (back.children if back else ())]
        return title, self._language(root.attributes.get("xml:lang", "en"), root.line), tuple(kept)

    # -- entries ----------------------------------------------------------------------------------------------

    def _read_concept(self, node: Node) -> Concept:
        self._concept = node.attributes.pop("id", "")
        self._check_id(self._concept, node)
        self._check_edition(node)
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
        self._house(node)
        terms = self._sections(node, {"tig"}, "F106")
        others = self._others(node, {"tig"})
        definition, extra = self._descriptions(others or self._misplaced(terms), "definition", most=1)
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
        groups = [child for child in node.children if child.name == "termGrp"]
        parts = [p for child in node.children for p in (child.children if child in groups else [child])]
        words = [p for p in parts if p.name == "term"]
        if len(words) > 1:
            message = say("a term section holds several terms; all but the first are kept as notes")
            self._tell("F105", message, words[1].line)
        id_ = next((i for one in (node, *words[:1]) if (i := one.attributes.pop("id", ""))), "")
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
        strays = [stray for one in (node, *groups, *words[:1]) for stray in self._strays(one)]
        return Term(
            text,
            status,
            part_of_speech,
            term_type,
            contexts,
            (*rest, *strays),
            id_,
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

    def _house(self, section: Node) -> None:
        """Give a term that stands in a language section by itself to the term section that lacks one, or to a new one."""
        for term in [child for child in section.children if child.name == "term"]:
            message = say("a term stands outside a term section; it is read all the same")
            self._tell("F105", message, term.line)
            place = section.content.index(term)
            homes = [
                one for one in section.children if named(one) == "tig" and not one.find("term", "termGrp")
            ]
            if homes:
                homes[0].content.insert(0, term)
                del section.content[place]
            else:
                section.content[place] = Node("tig", "", {}, term.line, [term])

    def _misplaced(self, terms: list[Node]) -> list[Node]:
        """
        The definition that stands at a term of a file of 2019, where that edition has none: taken out of the term.

        Where terms give several, each stays where it is.
        """
        root = self._tree.root
        found = [
            (term, child)
            for term in terms
            for child in term.children
            if any(identity(one) == ("descrip", "definition") for one in (child, *child.children[:1]))
        ]
        if root is None or root.name != "tbx" or len(found) != 1:
            return []
        ((term, definition),) = found
        term.content = [part for part in term.content if part is not definition]
        message = say("a definition stands at a term; it is read as that of the language section")
        self._tell("F114", message, definition.line)
        return [definition]

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

    def _check_edition(self, node: Node) -> None:
        root = self._tree.root
        if (
            root is not None
            and root.name in {"martif", "tbx"}
            and (root.name == "tbx") == (node.name == "termEntry")
        ):
            message = say(
                "<{name}> is of another edition of TBX than <{root}>; strict tools refuse it",
                name=node.name,
                root=root.name,
            )
            self._once("F111", message, node.line)

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
        or (category.kind == "encodingDesc" and len(texts) == 1 and texts[0] in OWN_FORMS)
        or (category.kind == "titleStmt" and len(texts) == 1 and not category.attributes)
    )


def _foreign(root: str, file: str) -> Message:
    """What a file is that is no TBX, by its root element."""
    match root:
        case "mtf":
            return say("{file} is MultiTerm XML, not TBX; `termaccord convert {file}` reads it", file=file)
        case "tmx":
            return say(
                "{file} is a translation memory, not TBX; `termaccord memory import {file}` reads it",
                file=file,
            )
        case "xliff":
            return say("{file} holds translations (XLIFF), not a termbase; choose another file", file=file)
        case "TAGTABLE":
            return say("{file} is a markup table of OpenTM2, not a termbase; choose another file", file=file)
    return say(
        "{file} begins with <{root}> and holds no termbase; TBX begins with <martif> or <tbx>",
        file=file,
        root=root,
    )
