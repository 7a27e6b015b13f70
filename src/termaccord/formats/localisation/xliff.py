"""XLIFF 1.x and 2.x, with the dialects of Trados (SDLXLIFF) and memoQ (MQXLIFF)."""

from collections.abc import Iterator
from itertools import chain

from termaccord.formats.localisation import states
from termaccord.formats.localisation.languages import from_name, tag
from termaccord.formats.localisation.tree import Node, tree
from termaccord.formats.localisation.unit import BilingualUnit, Half, bilingual
from termaccord.formats.localisation.xliff_content import content
from termaccord.formats.reading import Reading
from termaccord.model import Finding, Place, Severity, say

_UNITS = frozenset({"trans-unit", "unit"})
_NOT_OURS = frozenset({"alt-trans", "matches", "glossary", "metadata", "originalData", "seg-defs"})


def parse(data: bytes, name: str) -> Reading[tuple[BilingualUnit, ...]]:
    """
    Segments in file order, inline codes kept apart from the text.

    A unit of several segments gives a translation unit for each, its id followed by the segment's.
    What stands before a break in the XML is read.
    """
    root, findings = tree(data, name)
    version = root.attributes.get("version", "") if root is not None else ""
    if root is None or root.name != "xliff":
        if root is not None:
            message = say("{file} is no XLIFF: its root is <{root}>", file=name, root=root.name)
            findings += (Finding("F122", message, Place(name, line=root.line), Severity.ERROR),)
        return Reading((), findings)
    if version.split(".")[0] not in {"1", "2"}:
        message = (
            say(
                "{file} is XLIFF of the unknown version “{version}”; 1.x and 2.x are read",
                file=name,
                version=version,
            )
            if version
            else say(
                "{file} is XLIFF that names no version; give its root an attribute “version” that says 1.2 or 2.0",
                file=name,
            )
        )
        findings += (Finding("F123", message, Place(name, line=root.line), Severity.ERROR),)
        return Reading((), findings)
    read = _second if version.startswith("2") else _first
    return Reading(tuple(read(root, name)), findings)


def notes(data: bytes, name: str) -> tuple[str, ...]:
    """The notes that stand outside of every unit."""
    root, _ = tree(data, name)
    return tuple(note.text for note in root.below("note", outside=_UNITS)) if root else ()


def _first(root: Node, name: str) -> Iterator[BilingualUnit]:
    files = [node for node in root.children if node.name == "file"]
    for file in files:
        prefix = f"{file.attributes.get('original', '')}/" if len(files) > 1 else ""
        languages = _languages(file, "source-language", "target-language", name)
        for unit, closed in _within(file, "trans-unit"):
            identifier = prefix + (unit.attributes.get("id") or unit.attributes.get("resname", ""))
            yield from _trans_unit(unit, identifier, languages, closed)


def _within(node: Node, name: str, closed: bool = False) -> Iterator[tuple[Node, bool]]:
    """Units in reading order, and whether what they stand in is not to be translated."""
    for child in node.children:
        if child.name == name:
            yield child, closed
        elif child.name not in _NOT_OURS:
            said = child.attributes.get("translate")
            yield from _within(child, name, said == "no" if said else closed)


def _trans_unit(
    unit: Node, identifier: str, languages: tuple[str, str], closed: bool
) -> Iterator[BilingualUnit]:
    source, target = unit.child("source"), unit.child("target")
    if source is None:
        return
    notes = _notes(unit)
    parts = _marked(unit.child("seg-source"))
    if not parts:
        state = states.first(unit, target, closed=closed)
        yield bilingual(
            identifier, _half(source, languages[0]), _target(target, languages[1]), state, notes=notes
        )
        return
    answers = {part.attributes.get("mid", ""): part for part in _marked(target)}
    settings = {node.attributes.get("id", ""): node for node in unit.below("seg")}
    for part in parts:
        mid = part.attributes.get("mid", "")
        answer = answers.get(mid)
        if mid in settings and unit.attributes.get("translate") != "no":
            state = states.trados(settings[mid], answer)
        else:
            state = states.first(unit, answer, target, closed=closed)
        yield bilingual(
            f"{identifier}/{mid}" if len(parts) > 1 else identifier,
            _half(part, languages[0]),
            _target(answer, languages[1]),
            state,
            notes=notes,
        )


def _second(root: Node, name: str) -> Iterator[BilingualUnit]:
    languages = _languages(root, "srcLang", "trgLang", name)
    files = [node for node in root.children if node.name == "file"]
    for file in files:
        prefix = f"{file.attributes.get('id', '')}/" if len(files) > 1 else ""
        for unit, closed in _within(file, "unit", file.attributes.get("translate") == "no"):
            segments = [node for node in unit.children if node.name == "segment"]
            for number, segment in enumerate(segments, 1):
                source, target = segment.child("source"), segment.child("target")
                if source is None:
                    continue
                identifier = prefix + unit.attributes.get("id", "")
                if len(segments) > 1:
                    identifier += f"/{segment.attributes.get('id', number)}"
                state = states.second(unit, segment, target, closed=closed)
                halves = _half(source, languages[0]), _target(target, languages[1])
                yield bilingual(identifier, *halves, state, notes=_notes(unit))


def _languages(node: Node, source: str, target: str, name: str) -> tuple[str, str]:
    written = node.attributes.get(source, ""), node.attributes.get(target, "")
    return tag(written[0]) or written[0] or "und", tag(written[1]) or written[1] or from_name(name) or "und"


def _half(node: Node, language: str) -> Half:
    return Half(language, content(node), node.line, node.number)


def _target(node: Node | None, language: str) -> Half:
    return _half(node, language) if node is not None else Half(language, ())


def _notes(unit: Node) -> tuple[str, ...]:
    holders = [unit, *(node for node in unit.children if node.name == "notes")]
    notes = chain.from_iterable(holder.children for holder in holders)
    return tuple(node.text for node in notes if node.name == "note" and node.text.strip())


def _marked(node: Node | None) -> list[Node]:
    """The segments that <mrk mtype="seg"> marks in a source or a target."""
    if node is None:
        return []
    return [mark for mark in node.below("mrk") if mark.attributes.get("mtype") == "seg"]
