"""
Android's string resources: ``res/values/strings.xml`` and its translations in ``res/values-ru``.

Escapes, white space and plurals: Android developers' guide, “String resources”.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from termaccord.formats.localisation.tree import Node
from termaccord.formats.localisation.unit import State
from termaccord.formats.markup.text import quoted
from termaccord.formats.reading import Reading
from termaccord.formats.strings import markup
from termaccord.formats.strings.entries import UTF16, Addition, Entry, StringFile, character

_TOKEN = re.compile(UTF16 + r'|\\[\s\S]|"|\s+|[^\\"\s]+')
_MEANT = {"n": "\n", "t": "\t"}
_REFERENCE = re.compile(
    r"\s*[@?](?:\+?[\w.]+:)?(?:string|array|plurals|id|color|dimen|attr|android)[/:][\w.:/]+\s*"
)
_WRITTEN = (("\\", "\\\\"), ("'", "\\'"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"))
_EDGE = re.compile(r"^\s+|\s+$|\s(?=\s)")


def parse(data: bytes, name: str) -> Reading[StringFile | None]:
    """Strings, string arrays and plurals in the order of the file; what is no ``<resources>`` holds none."""
    opened, findings = markup.opened(data, name)
    if opened is None or opened.root.name != "resources":
        return Reading(None, findings)
    entries = [entry for node in opened.root.children for entry in _entries(opened, node)]
    return Reading(markup.file(opened, entries, _block, _escaped, _edged, _item), findings)


def _entries(opened: markup.Opened, node: Node) -> Iterator[Entry]:
    key = node.attributes.get("name", "")
    locked = State.LOCKED if node.attributes.get("translatable") == "false" else None
    if node.name == "string" or (node.name == "item" and node.attributes.get("type") == "string"):
        yield opened.entry(node, key, state=locked or _reference(node), pieces=_pieces)
    elif node.name in {"string-array", "plurals"}:
        items = [child for child in node.children if child.name == "item"]
        for number, item in enumerate(items):
            form = item.attributes.get("quantity", "") if node.name == "plurals" else ""
            own = key if form else f"{key}.{number}"
            state = locked or _reference(item)
            found = opened.entry(item, own, whole=node, form=form, state=state, pieces=_pieces)
            yield replace(found, listed=not form)


def _reference(node: Node) -> State | None:
    return State.LOCKED if _REFERENCE.fullmatch(node.text) else None


def _pieces(written: str) -> Iterator[tuple[int, int, str | None]]:
    """Escapes are read, white space outside of quotes becomes one blank, none is left at the ends."""
    inside = False
    tokens = list(_TOKEN.finditer(written))
    ends = _body(written)
    for token in tokens:
        sign = token[0]
        at = token.span()
        if sign == '"':
            inside = not inside
            yield *at, ""
        elif sign.startswith("\\"):
            meant = character(sign) if len(sign) > 2 else _MEANT.get(sign[1], sign[1])
            yield *at, meant
        elif sign.isspace() and not inside:
            yield *at, "" if at[0] < ends[0] or at[1] > ends[1] else " "
        else:
            yield *at, None


def _body(written: str) -> tuple[int, int]:
    """Where the text begins and ends, without the white space around it."""
    return len(written) - len(written.lstrip()), len(written.rstrip())


def _escaped(text: str) -> str:
    written = text
    for sign, escape in _WRITTEN:
        written = written.replace(sign, escape)
    if written[:1] in {"@", "?"}:
        written = "\\" + written
    return written


def _edged(written: str) -> str:
    """White space that Android would take away."""
    return _EDGE.sub(lambda space: "".join([f"\\u{ord(sign):04x}" for sign in space[0]]), written)


def _block(group: Sequence[Addition], margin: str) -> str:
    """An entry with all its forms."""
    model = group[0].model
    name = quoted(model.key)
    if not group[0].form:
        return f"<string name={name}>{group[0].raw}</string>"
    items = "".join([f"{margin}    {_item(one)}" for one in group])
    return f"<plurals name={name}>{items}{margin}</plurals>"


def _item(one: Addition, _: str = "") -> str:
    return f"<item quantity={quoted(one.form)}>{one.raw}</item>"
