"""ISO 30042, 2008 and 2019 editions, one model."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from termaccord.formats.reading import Reading
from termaccord.formats.xml_tree import Node, TreeReader
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Finding,
    Glossary,
    LanguageSection,
    Place,
    Severity,
    Status,
    Term,
    say,
)

STATUS_2008 = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
    Status.SUPERSEDED: "supersededTerm-admn-sts",
}


def parse(data: bytes, name: str) -> Reading[Glossary]:
    """Read a termbase of any edition; what cannot be read is a finding."""
    reader = TreeReader(BytesIO(data), name, frozenset())
    findings = [f for f in reader.branches() if isinstance(f, Finding)]
    root = reader.root
    if root is None or root.name not in {"martif", "tbx"}:
        message = say("{file} holds no termbase; a TBX file begins with <martif> or <tbx>", file=name)
        return Reading(
            Glossary(()), (*findings, Finding("F002", message, Place(name, line=1), Severity.ERROR))
        )
    concepts = tuple(_concept(n) for n in _all(root, {"termEntry", "conceptEntry"}))
    title = next((_tidy(n.text) for n in _all(root, {"title"})), "")
    return Reading(Glossary(concepts, title, root.attributes.get("xml:lang", "en")), tuple(findings))


def _all(node: Node, names: set[str]) -> Iterable[Node]:
    for child in node.children:
        if child.name in names:
            yield child
        else:
            yield from _all(child, names)


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _concept(node: Node) -> Concept:
    languages = tuple(_language(n) for n in node.children if n.name in {"langSet", "langSec"})
    rest = [n for n in node.children if n.name not in {"langSet", "langSec"}]
    subject = next((_tidy(n.text) for n in rest if n.attributes.get("type") == "subjectField"), "")
    definition, extra = _split(rest, "definition")
    extra = tuple(e for e in extra if e.type != "subjectField")
    return Concept(
        node.attributes.get("id", ""), languages, subject, definition[0] if definition else None, extra
    )


def _language(node: Node) -> LanguageSection:
    terms = [n for n in node.children if n.name in {"tig", "ntig", "termSec"}]
    definition, extra = _split([n for n in node.children if n not in terms], "definition")
    return LanguageSection(
        node.attributes.get("xml:lang", ""),
        tuple(_term(n) for n in terms),
        definition[0] if definition else None,
        extra,
    )


def _term(node: Node) -> Term:
    parts = [c for n in node.children for c in (n.children if n.name == "termGrp" else [n])]
    notes = {n.attributes.get("type", ""): _tidy(n.text) for n in parts if n.name == "termNote"}
    text = next((_tidy(n.text) for n in parts if n.name == "term"), "")
    status = next((s for s in Status if notes.get("administrativeStatus", "").startswith(s.value)), None)
    contexts, extra = _split([n for n in parts if n.name != "term"], "context")
    taken = {"administrativeStatus", "partOfSpeech", "termType"}
    return Term(
        text,
        status,
        notes.get("partOfSpeech", ""),
        notes.get("termType", ""),
        tuple(contexts),
        tuple(e for e in extra if not (e.kind == "termNote" and e.type in taken)),
        node.attributes.get("id", ""),
    )


def _split(parts: list[Node], wanted: str) -> tuple[list[Description], tuple[DataCategory, ...]]:
    found: list[Description] = []
    extra: list[DataCategory] = []
    for node in parts:
        inner = node.children[0] if node.name == "descripGrp" and node.children else node
        if inner.attributes.get("type") == wanted:
            source = next((_tidy(n.text) for n in node.children if n.attributes.get("type") == "source"), "")
            found.append(Description(_tidy(inner.text), source))
        else:
            extra.append(_category(node))
    return found, tuple(extra)


def _category(node: Node) -> DataCategory:
    attributes = tuple((k, v) for k, v in node.attributes.items() if k != "type")
    group = node.name.endswith("Grp")
    children = tuple(_category(n) for n in node.children) if group else ()
    text = "" if group else _tidy(node.text)
    return DataCategory(node.name, node.attributes.get("type", ""), text, attributes, children)


def serialize(glossary: Glossary) -> bytes:
    """Write TBX-Basic of the 2008 edition, canonically."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">',
        f'<martif type="TBX-Basic" xml:lang={quoteattr(glossary.language)}>',
        "  <martifHeader>",
        "    <fileDesc>",
        f"      <titleStmt><title>{escape(glossary.title)}</title></titleStmt>",
        "      <sourceDesc><p>termaccord</p></sourceDesc>",
        "    </fileDesc>",
        '    <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>',
        "  </martifHeader>",
        "  <text>",
        "    <body>",
    ]
    for concept in glossary.concepts:
        lines += _write_concept(concept)
    lines += ["    </body>", "  </text>", "</martif>", ""]
    return "\n".join(lines).encode()


def _write_concept(concept: Concept) -> list[str]:
    lines = [f"      <termEntry id={quoteattr(concept.id)}>"]
    if concept.subject_field:
        lines.append(f'        <descrip type="subjectField">{escape(concept.subject_field)}</descrip>')
    lines += _write_description("definition", concept.definition, 8)
    lines += [_write_category(e, 8) for e in concept.extra]
    for section in concept.languages:
        lines.append(f"        <langSet xml:lang={quoteattr(section.language)}>")
        lines += _write_description("definition", section.definition, 10)
        lines += [_write_category(e, 10) for e in section.extra]
        for term in section.terms:
            lines += _write_term(term)
        lines.append("        </langSet>")
    return [*lines, "      </termEntry>"]


def _write_term(term: Term) -> list[str]:
    identity = f" id={quoteattr(term.id)}" if term.id else ""
    lines = [f"          <tig{identity}>", f"            <term>{escape(term.text)}</term>"]
    status = STATUS_2008.get(term.status, "deprecatedTerm-admn-sts") if term.status else ""
    for kind, value in (
        ("partOfSpeech", term.part_of_speech),
        ("termType", term.term_type),
        ("administrativeStatus", status),
    ):
        if value:
            lines.append(f'            <termNote type="{kind}">{escape(value)}</termNote>')
    lines += [_write_category(e, 12) for e in term.extra if e.kind == "termNote"]
    for context in term.contexts:
        lines += _write_description("context", context, 12)
    lines += [_write_category(e, 12) for e in term.extra if e.kind != "termNote"]
    return [*lines, "          </tig>"]


def _write_description(kind: str, description: Description | None, indent: int) -> list[str]:
    if description is None:
        return []
    pad = " " * indent
    inner = f'<descrip type="{kind}">{escape(description.text)}</descrip>'
    if not description.source:
        return [pad + inner]
    source = f'<admin type="source">{escape(description.source)}</admin>'
    return [f"{pad}<descripGrp>", f"{pad}  {inner}", f"{pad}  {source}", f"{pad}</descripGrp>"]


def _write_category(category: DataCategory, indent: int) -> str:
    pad = " " * indent
    pairs = (("type", category.type), *category.attributes) if category.type else category.attributes
    attributes = "".join(f" {k}={quoteattr(v)}" for k, v in pairs)
    if category.children:
        inner = "\n".join(_write_category(c, indent + 2) for c in category.children)
        return f"{pad}<{category.kind}{attributes}>\n{inner}\n{pad}</{category.kind}>"
    return f"{pad}<{category.kind}{attributes}>{escape(category.text)}</{category.kind}>"
