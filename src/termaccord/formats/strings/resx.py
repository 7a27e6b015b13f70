"""
.NET's resources: ``NAME.resx`` and its translations ``NAME.ru.resx``.

Source: the comment that Visual Studio writes at the head of every such file.
"""

from collections.abc import Sequence

from termaccord.formats.localisation.tree import Node
from termaccord.formats.markup.text import quoted
from termaccord.formats.reading import Reading
from termaccord.formats.strings import markup
from termaccord.formats.strings.entries import Addition, StringFile


def parse(data: bytes, name: str) -> Reading[StringFile | None]:
    """Values that are text, in the order of the file; pictures and other objects are passed over."""
    opened, findings = markup.opened(data, name)
    if opened is None or opened.root.name != "root":
        return Reading(None, findings)
    entries = []
    for node in opened.root.children:
        value = node.child("value")
        if node.name == "data" and value is not None and _is_text(node):
            comment = node.child("comment")
            key = node.attributes.get("name", "")
            entries.append(opened.entry(value, key, whole=node, note=comment.text if comment else ""))
    return Reading(markup.file(opened, entries, _block), findings)


def _is_text(node: Node) -> bool:
    internal = node.attributes.get("name", "").startswith(">>")
    return not internal and not {"type", "mimetype"} & node.attributes.keys()


def _block(group: Sequence[Addition], margin: str) -> str:
    one = group[0]
    name = quoted(one.model.key)
    return f'<data name={name} xml:space="preserve">{margin}  <value>{one.raw}</value>{margin}</data>'
