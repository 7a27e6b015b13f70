"""
Apple's plural rules: ``ru.lproj/NAME.stringsdict``, a property list.

Source: Apple's developer documentation, “Localizing strings that contain plurals”.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from termaccord.formats.localisation.plurals import CATEGORIES
from termaccord.formats.localisation.tree import Node
from termaccord.formats.markup.text import escaped
from termaccord.formats.patches.layout import RefusedError
from termaccord.formats.reading import Reading
from termaccord.formats.strings import markup
from termaccord.formats.strings.entries import Addition, Entry, StringFile
from termaccord.model import say


def parse(data: bytes, name: str) -> Reading[StringFile | None]:
    """The forms of every variable in the order of the file; the formats that put variables together are not read."""
    opened, findings = markup.opened(data, name)
    top = opened.root.child("dict") if opened and opened.root.name == "plist" else None
    if opened is None or top is None:
        return Reading(None, findings)
    entries = [entry for key, node in _pairs(top) for entry in _entries(opened, key, node)]
    return Reading(markup.file(opened, entries, _nowhere, item=_item), findings)


def _pairs(node: Node) -> Iterator[tuple[str, Node]]:
    children = iter(node.children)
    for child in children:
        if child.name == "key" and (value := next(children, None)) is not None:
            yield child.text, value


def _entries(opened: markup.Opened, key: str, node: Node) -> Iterator[Entry]:
    for variable, rule in _pairs(node):
        if rule.name != "dict":
            continue
        forms = [(form, text) for form, text in _pairs(rule) if form in CATEGORIES and text.name == "string"]
        for form, text in forms:
            yield replace(opened.entry(text, f"{key}:{variable}", form=form), listed=True)


def _nowhere(group: Sequence[Addition], _: str) -> str:
    raise RefusedError(say("“{unit}” has no place in the file; add it by hand", unit=group[0].identifier))


def _item(one: Addition, margin: str) -> str:
    return f"<key>{escaped(one.form)}</key>{margin}<string>{one.raw}</string>"
