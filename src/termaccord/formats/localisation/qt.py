"""
Qt's translation files (TS).

Structure: the Qt Linguist manual, “TS file format”.
"""

from collections.abc import Iterator
from dataclasses import replace

from termaccord.formats.localisation.languages import from_name, tag
from termaccord.formats.localisation.plurals import integer_forms
from termaccord.formats.localisation.tree import Node, tree
from termaccord.formats.localisation.unit import BilingualUnit, Half, State, bilingual
from termaccord.formats.reading import Reading
from termaccord.model import Finding, Place, Severity, say

_OBSOLETE = frozenset({"obsolete", "vanished"})
_NOTES = ("comment", "extracomment", "translatorcomment")


def parse(data: bytes, name: str) -> Reading[tuple[BilingualUnit, ...]]:
    """
    Messages in file order; each plural form is a unit of its own.

    What Qt calls unfinished is untranslated where it is empty, else fuzzy; obsolete and vanished messages are obsolete.
    What stands before a break in the XML is read.
    """
    root, findings = tree(data, name)
    if root is None or root.name != "TS":
        if root is not None or not findings:
            told = say("{file} is no translation file of Qt; check that it is the right file", file=name)
            findings += (Finding("F126", told, Place(name, line=1), Severity.ERROR),)
        return Reading((), findings)
    source = tag(root.attributes.get("sourcelanguage", "")) or "en"
    target = tag(root.attributes.get("language", "")) or from_name(name) or "und"
    units: list[BilingualUnit] = []
    for context in [root, *(node for node in root.children if node.name == "context")]:
        called = context.child("name")
        for message in context.children:
            if message.name == "message":
                units += _message(message, called.text if called else "", (source, target))
    return Reading(tuple(units), findings)


def _message(node: Node, context: str, languages: tuple[str, str]) -> Iterator[BilingualUnit]:
    source, translation = node.child("source"), node.child("translation")
    if source is None:
        return
    words = text(source)
    comment = node.child("comment")
    parts = [context, words, *([comment.text] if comment is not None else [])]
    identifier = node.attributes.get("id") or "|".join([part for part in parts if part])
    notes = tuple(one.text for one in node.children if one.name in _NOTES and one.text.strip())
    numerus = node.attributes.get("numerus") == "yes"
    for number, form in enumerate(_forms(translation, languages[1]) if numerus else [translation]):
        answer = text(form) if form is not None else ""
        content = (answer,) if answer else ()
        found = bilingual(
            f"{identifier}[{number}]" if numerus else identifier,
            Half(languages[0], (words,) if words else (), source.line, source.number),
            Half(languages[1], content, form.line if form else None, form.number if form else 0),
            _state(translation, answer),
            context=context,
            notes=notes,
        )
        yield replace(found, form=number) if numerus else found


def _forms(translation: Node | None, language: str) -> list[Node | None]:
    """The forms of a translation; where it has none yet, as many as its language needs."""
    held = [node for node in translation.children if node.name == "numerusform"] if translation else []
    return [*held] if held else [None] * integer_forms(language)


def _state(translation: Node | None, answer: str) -> State:
    kind = translation.attributes.get("type", "") if translation is not None else "unfinished"
    if kind in _OBSOLETE:
        return State.OBSOLETE
    if not answer.strip():
        return State.UNTRANSLATED
    return State.FUZZY if kind == "unfinished" else State.TRANSLATED


def text(node: Node) -> str:
    """The text of an element; ``<byte value="x1b"/>`` stands for a character that XML cannot hold."""
    parts = []
    for part in node.content:
        if isinstance(part, str):
            parts.append(part)
        else:
            parts.append(character(part.attributes.get("value", "")) if part.name == "byte" else text(part))
    return "".join(parts)


def character(value: str) -> str:
    """
    What a number of ``<byte>`` stands for; empty where it is none.

    >>> character("x41"), character("66")
    ('A', 'B')
    """
    try:
        return chr(int(value[1:], 16) if value[:1] in {"x", "X"} else int(value))
    except (ValueError, OverflowError):
        return ""
