"""XML files of strings: what Android, .NET and Apple have in common."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from termaccord.formats.fillings.elements import Elements
from termaccord.formats.localisation.tree import Node, tree
from termaccord.formats.localisation.unit import State
from termaccord.formats.markup.encoding import decoded, encoding
from termaccord.formats.markup.scan import Tag, entities, scan
from termaccord.formats.patches.coding import Coding, coding
from termaccord.formats.patches.layout import Change, RefusedError, Stretch
from termaccord.formats.patches.writing import XmlWriter
from termaccord.formats.strings.entries import (
    HERE,
    Addition,
    Entry,
    Neighbours,
    StringFile,
    newline,
    with_codes,
    woven,
)
from termaccord.model import Finding, Inline, Severity, Span, say

Pieces = Callable[[str], Iterator[tuple[int, int, str | None]]]
"""Reads the escapes of a text: start, end, and what a reader sees there (None: word for word)."""
Escape = Callable[[str], str]


def plain(text: str) -> Iterator[tuple[int, int, str | None]]:
    """A text without escapes."""
    yield 0, len(text), None


@dataclass(frozen=True, slots=True)
class Opened:
    """An XML file with its elements where they stand."""

    source: str
    root: Node
    elements: Elements
    code: Coding
    entities: Mapping[str, str]
    findings: tuple[Finding, ...]

    def entry(
        self,
        node: Node,
        key: str,
        *,
        whole: Node | None = None,
        form: str = "",
        note: str = "",
        state: State | None = None,
        pieces: Pieces = plain,
    ) -> Entry:
        """What an element says, its child elements being inline codes."""
        start = self.elements.start(node)
        empty = start.of(self.source).endswith("/>")
        written, stretches, codes = ("", [], []) if empty else self._walked(start.end)
        parts = tuple(pieces(written))
        text, places = woven(written, stretches, parts)
        moved = [(_moved(offset, parts), inline) for offset, inline in codes]
        return Entry(
            key,
            text,
            places,
            Span(start.end - 2, start.end) if empty else self.elements.inner(node),
            self.elements.outer(whole or node),
            node.line,
            with_codes(text, moved),
            tuple(inline.code for _, inline in codes),
            form,
            note,
            state,
            around=(">", f"</{self.elements.name(node)}>") if empty else ("", ""),
        )

    def _walked(self, start: int) -> tuple[str, list[Stretch], list[tuple[int, Inline]]]:
        """The text of an element, its places, and its codes by their offset."""
        parts: list[str] = []
        stretches: list[Stretch] = []
        codes: list[tuple[int, Inline]] = []
        opened: list[str] = []
        length = starts = 0
        for token in scan(self.source, start, self.entities):
            if not isinstance(token, Tag):
                span = Span(length, length + len(token.text))
                stretches.append(Stretch(span, Span(token.start, token.start + token.length), token.raw))
                parts.append(token.text)
                length = span.end
            elif token.closes and not token.opens and not opened:
                break
            else:
                codes.append((length, self._code(token, opened, starts := starts + token.opens)))
        return "".join(parts), stretches, codes

    def _code(self, tag: Tag, opened: list[str], number: int) -> Inline:
        raw = self.source[tag.start : tag.end]
        if tag.opens and tag.closes:
            return Inline("alone", "ph", raw, (("x", str(number)),))
        if tag.opens:
            opened.append(str(number))
            return Inline("open", "bpt", raw, (("i", str(number)),))
        return Inline("close", "ept", raw, (("i", opened.pop()),))


def _moved(offset: int, parts: Sequence[tuple[int, int, str | None]]) -> int:
    """Where an offset in the text as it is written is in the text as it is shown."""
    shown = 0
    for start, end, meant in parts:
        if start >= offset:
            break
        shown += min(end, offset) - start if meant is None else len(meant)
    return shown


def opened(data: bytes, name: str) -> tuple[Opened | None, tuple[Finding, ...]]:
    """An XML file; None where it cannot be read whole."""
    root, findings = tree(data, name)
    source = decoded(data)
    code = coding(data, source, (encoding(data)[0],))
    if root is None or code is None or any(one.severity is Severity.ERROR for one in findings):
        return None, findings
    return Opened(source, root, Elements(source, root), code, entities(source), findings), findings


def file(
    opened: Opened,
    entries: Sequence[Entry],
    block: Callable[[Sequence[Addition], str], str],
    escape: Escape = str,
    edges: Escape = str,
    item: Callable[[Addition, str], str] | None = None,
) -> StringFile:
    """
    The file of strings that an opened XML file is.

    Parameters
    ----------
    opened
        The file.
    entries
        What it holds, in its order.
    block
        How an entry, all its plural forms together, is written, given the line end and the white space before it.
    escape
        How a text is written apart from XML.
    edges
        What a whole text that is written so needs besides.
    item
        How one more plural form is written into an entry that the file has, given the white space before each of its tags.

    """
    write = XmlWriter(opened.code).written
    adder = _Adder(opened, tuple(entries), block, item)
    return StringFile(
        opened.source,
        opened.code,
        tuple(entries),
        lambda text, where: write(text if where.raw else escape(text), where),
        lambda text: write(edges(escape(text)), HERE),
        adder.add,
        findings=opened.findings,
    )


@dataclass(frozen=True, slots=True)
class _Adder:
    opened: Opened
    entries: tuple[Entry, ...]
    block: Callable[[Sequence[Addition], str], str]
    item: Callable[[Addition, str], str] | None

    def add(self, wanted: Sequence[Addition], order: Sequence[str]) -> list[Change]:
        by_key: dict[str, list[Addition]] = {}
        for one in wanted:
            by_key.setdefault(one.model.key, []).append(one)
        changes: dict[int, str] = {}
        near = Neighbours(self.entries, order)
        last = {entry.key: entry for entry in self.entries}
        for key, group in by_key.items():
            if key in last:
                at, written = self._items(last[key], group)
            else:
                at, written = self._block(group, near.before(group[0].identifier))
            changes[at] = changes.get(at, "") + written
        return [(Span(at, at), written) for at, written in sorted(changes.items())]

    def _items(self, last: Entry, group: Sequence[Addition]) -> tuple[int, str]:
        if self.item is None:
            raise RefusedError(
                say("“{unit}” has no place in the file; add it by hand", unit=group[0].identifier)
            )
        end = self.opened.source.index(">", last.value.end) + 1
        margin = self._margin(self.opened.source.rindex("<", 0, last.value.start))
        return end, "".join([margin + self.item(one, margin) for one in group])

    def _block(self, group: Sequence[Addition], before: Entry | None) -> tuple[int, str]:
        if before is None and self.entries:
            at = self.entries[0].whole.start
            return at, self.block(group, self._margin(at)) + self._margin(at)
        if before is None:
            return self._first(group)
        margin = self._margin(before.whole.start)
        return before.whole.end, margin + self.block(group, margin)

    def _first(self, group: Sequence[Addition]) -> tuple[int, str]:
        """The first entry of a file that has none."""
        root = self.opened.root
        written = self.opened.elements.start(root).of(self.opened.source)
        inside = self.opened.elements.inner(root)
        if written.endswith("/>"):
            raise RefusedError(
                say("“{unit}” has no place in the file; add it by hand", unit=group[0].identifier)
            )
        tail = inside.of(self.opened.source)
        at = inside.start + len(tail.rstrip())
        end = newline(self.opened.source)
        margin = f"{end}    "
        return at, margin + self.block(group, margin) + ("" if "\n" in tail[len(tail.rstrip()) :] else end)

    def _margin(self, at: int) -> str:
        """The line break and the white space before a tag."""
        found = re.search(r"(?:\r\n|\n)[ \t]*$", self.opened.source[:at])
        return found[0] if found else newline(self.opened.source)
