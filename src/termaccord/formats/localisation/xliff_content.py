"""What stands in a source or a target of XLIFF: text, and inline codes as TMX names them."""

from collections.abc import Mapping
from html import escape
from typing import Literal

from termaccord.formats.localisation.tree import Node
from termaccord.model import Content, Inline

_PAIRED = frozenset({"g", "pc"})
_OPENING = frozenset({"bx", "sc", "bpt"})
_CLOSING = frozenset({"ex", "ec", "ept"})
_ALONE = frozenset({"x", "ph", "it", "ut"})
_CODED = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Elements of XLIFF 1.x whose text is native code, not text of the segment."""

CODES = _OPENING | _CLOSING | _ALONE
"""Elements that are one code, whatever stands in them."""

_DELETED = "x-sdl-deleted"


def is_deleted(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether somebody has deleted what an element holds, which Trados keeps while changes are tracked: it is no text."""
    return name == "mrk" and attributes.get("mtype") == _DELETED


_Part = str | Inline
_Task = Node | _Part


def content(node: Node) -> Content:
    """
    Flatten an element: ``<g>`` and ``<pc>`` become a pair of codes, ``<mrk>`` vanishes, its text stays.

    Codes are numbered by their ids, so that a code has the same ``x`` on both sides.
    """
    parts: list[_Part] = []
    tasks: list[_Task] = list(reversed(node.content))
    while tasks:
        task = tasks.pop()
        if isinstance(task, Node):
            tasks.extend(reversed(_opened(task)))
        else:
            parts.append(task)
    return _joined(_mended(parts))


def _opened(node: Node) -> list[_Task]:
    if node.name in _PAIRED:
        closing = Inline("close", "ept", f"</{node.name}>", (("i", _number(node)),))
        return [_code(node, "open", "bpt", _start(node)), *node.content, closing]
    if node.name == "cp":
        return [character(node.attributes)]
    if node.name in _OPENING:
        return [_code(node, "open", "bpt", _native(node))]
    if node.name in _CLOSING:
        return [_code(node, "close", "ept", _native(node))]
    if node.name in _ALONE:
        return [_code(node, "alone", "ph", _native(node))]
    if is_deleted(node.name, node.attributes):
        return []
    return list(node.content)  # mrk and what a tool invented: their text is text


def _code(
    node: Node,
    role: Literal["open", "close", "alone"],
    name: Literal["bpt", "ept", "ph"],
    native: str,
) -> Inline:
    key = "x" if role == "alone" else "i"
    return Inline(role, name, native, ((key, _number(node)),))


def _number(node: Node) -> str:
    """The code's id; a closing code names the one it closes."""
    for key in ("rid", "startRef", "id", "mid"):
        if value := node.attributes.get(key):
            return value
    return "0"


def _native(node: Node) -> str:
    text = node.text if node.name in _CODED else ""
    return (
        text or node.attributes.get("equiv-text") or node.attributes.get("equiv") or _start(node, alone=True)
    )


def _start(node: Node, *, alone: bool = False) -> str:
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in node.attributes.items())
    return f"<{node.name}{attributes}{'/' if alone else ''}>"


def character(attributes: Mapping[str, str]) -> str:
    """XLIFF 2 writes characters that XML cannot hold as <cp hex="001F"/>."""
    try:
        return chr(int(attributes.get("hex", ""), 16))
    except (ValueError, OverflowError):
        return ""


def _mended(parts: list[_Part]) -> list[_Part]:
    """A code that opens here and closes in another segment, or the other way round, is isolated: <it>."""
    opened = {_key(part) for part in parts if isinstance(part, Inline) and part.role == "open"}
    closed = {_key(part) for part in parts if isinstance(part, Inline) and part.role == "close"}
    return [
        _isolated(part) if isinstance(part, Inline) and _lonely(part, opened, closed) else part
        for part in parts
    ]


def _lonely(part: Inline, opened: set[str], closed: set[str]) -> bool:
    if part.role == "alone":
        return False
    return _key(part) not in (closed if part.role == "open" else opened)


def _isolated(part: Inline) -> Inline:
    position = "begin" if part.role == "open" else "end"
    return Inline("alone", "it", part.code, (("pos", position), ("x", _key(part))))


def _key(part: Inline) -> str:
    return part.attributes[0][1]


def _joined(parts: list[_Part]) -> Content:
    """Join neighbouring strings and drop empty ones."""
    joined: list[_Part] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part:
            joined.append(part)
    return tuple(joined)
