"""TMX 1.4b, level 2, streaming."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from termaccord.formats import xml_source
from termaccord.formats.reading import Reading
from termaccord.formats.xml_source import Node
from termaccord.model import Content, Finding, Inline, Memory, Place, Severity, TranslationUnit, Variant, say


def parse(data: bytes, name: str) -> Reading[Memory]:
    """Read a whole memory; a broken file up to the break, with a finding."""
    root, findings = xml_source.nodes(data, name)
    if root is None or root.name != "tmx":
        message = say("{file} holds no translation memory; a TMX file begins with <tmx>", file=name)
        return Reading(Memory(()), (*findings, Finding("F010", message, Place(name, line=1), Severity.ERROR)))
    header = next((n for n in root.children if n.name == "header"), Node("header", "", {}, 1))
    body = [t for n in root.children if n.name == "body" for t in n.children if t.name == "tu"]
    memory = Memory(
        tuple(_unit(t) for t in body),
        header.attributes.get("srclang", "*all*"),
        tuple((k, v) for k, v in header.attributes.items() if k != "srclang"),
        _properties(header),
        _notes(header),
    )
    return Reading(memory, tuple(findings))


def units(stream: BinaryIO, name: str) -> Iterator[TranslationUnit | Finding]:
    """Units in file order, findings where they arise."""
    reading = parse(stream.read(), name)
    yield from reading.value.units
    yield from reading.findings


def _unit(node: Node) -> TranslationUnit:
    return TranslationUnit(
        node.attributes.get("tuid", ""),
        tuple(_variant(n) for n in node.children if n.name == "tuv"),
        tuple((k, v) for k, v in node.attributes.items() if k != "tuid"),
        _properties(node),
        _notes(node),
    )


def _variant(node: Node) -> Variant:
    language = node.attributes.get("xml:lang") or node.attributes.get("lang", "")
    segment = next((n for n in node.children if n.name == "seg"), None)
    rest = tuple((k, v) for k, v in node.attributes.items() if k not in {"xml:lang", "lang"})
    content = tuple(_content(segment)) if segment else ()
    return Variant(language, content, rest, _properties(node), _notes(node))


def _properties(node: Node) -> tuple[tuple[str, str], ...]:
    return tuple((n.attributes.get("type", ""), n.text) for n in node.children if n.name == "prop")


def _notes(node: Node) -> tuple[str, ...]:
    return tuple(n.text for n in node.children if n.name == "note")


def _content(node: Node) -> Iterator[str | Inline]:
    for part in node.content:
        if isinstance(part, str):
            yield part
        elif part.name in {"hi", "sub"}:
            yield Inline("open", part.name, "", tuple(part.attributes.items()))  # type: ignore[arg-type]
            yield from _content(part)
            yield Inline("close", part.name)  # type: ignore[arg-type]
        else:
            role = {"bpt": "open", "ept": "close"}.get(part.name, "alone")
            yield Inline(role, part.name, part.text, tuple(part.attributes.items()))  # type: ignore[arg-type]


HEADER = (
    ("creationtool", "termaccord"),
    ("creationtoolversion", "0"),
    ("segtype", "sentence"),
    ("o-tmf", "termaccord"),
    ("adminlang", "en"),
    ("datatype", "plaintext"),
)


def serialize(memory: Memory) -> bytes:
    """Write TMX 1.4, level 2, canonically."""
    out = BytesIO()
    write(memory.units, out, memory)
    return out.getvalue()


def write(units: Iterable[TranslationUnit], out: BinaryIO, head: Memory | None = None) -> None:
    """Write units as they come, under the header of `head`."""
    head = head or Memory(())
    given = dict(head.header)
    attributes = {k: given.get(k, v) for k, v in HEADER} | {"srclang": head.source_language} | given
    out.write(
        b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    )
    pairs = "".join(f" {k}={quoteattr(v)}" for k, v in attributes.items())
    inner = _written_extras(head.notes, head.properties, "    ")
    out.write((f"  <header{pairs}>\n{inner}  </header>\n" if inner else f"  <header{pairs}/>\n").encode())
    out.write(b"  <body>\n")
    for unit in units:
        out.write(_written_unit(unit).encode())
    out.write(b"  </body>\n</tmx>\n")


def _written_extras(notes: tuple[str, ...], properties: tuple[tuple[str, str], ...], pad: str) -> str:
    lines = [f"{pad}<note>{escape(n)}</note>\n" for n in notes]
    lines += [f"{pad}<prop type={quoteattr(k)}>{escape(v)}</prop>\n" for k, v in properties]
    return "".join(lines)


def _written_unit(unit: TranslationUnit) -> str:
    pairs = (("tuid", unit.id), *unit.attributes) if unit.id else unit.attributes
    attributes = "".join(f" {k}={quoteattr(v)}" for k, v in pairs)
    variants = "".join(_written_variant(v) for v in unit.variants)
    return (
        f"    <tu{attributes}>\n{_written_extras(unit.notes, unit.properties, '      ')}{variants}    </tu>\n"
    )


def _written_variant(variant: Variant) -> str:
    attributes = "".join(
        f" {k}={quoteattr(v)}" for k, v in (("xml:lang", variant.language), *variant.attributes)
    )
    extras = _written_extras(variant.notes, variant.properties, "        ")
    lead = f"\n{extras}        " if extras else ""
    return f"      <tuv{attributes}>{lead}<seg>{_written_content(variant.content)}</seg></tuv>\n"


def _written_content(content: Content) -> str:
    return "".join(escape(part) if isinstance(part, str) else _written_inline(part) for part in content)


def _written_inline(part: Inline) -> str:
    attributes = "".join(f" {k}={quoteattr(v)}" for k, v in part.attributes)
    if part.tag in {"hi", "sub"}:
        return f"</{part.tag}>" if part.role == "close" else f"<{part.tag}{attributes}>"
    return f"<{part.tag}{attributes}>{escape(part.code)}</{part.tag}>"
