"""Elements put into a source, changed and taken out, with the white space around them."""

from collections.abc import Sequence

from termaccord.formats.markup.layout import Element, inline
from termaccord.formats.markup.text import legal
from termaccord.formats.patches.layout import Change, spliced
from termaccord.formats.termbase.revising.located import Located, Outline
from termaccord.formats.termbase.revising.pieces import written
from termaccord.model import Span

UNIT = "  "
"""Indentation where a file shows none of its own."""


class Splicing:
    """Changes of one source, collected."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._source = outline.source
        self._changes: list[Change] = []

    def data(self) -> bytes:
        """The file with all changes; those at one place stand in the order in which they were made."""
        ordered = sorted(self._changes, key=lambda change: (change[0].start, change[0].end))
        return self._outline.coding.encode(spliced(self._source, ordered))

    def refill(self, place: Located, element: Element) -> None:
        """Give an element another text; its tag stays as it is, unless it was empty."""
        text = self._encodable(legal(inline(element.text)))
        if place.empty:
            text = self._encodable(written([element], "", ""))
            self._changes.append((Span(place.start, place.end), text))
        elif text != self._source[place.inside : place.outside]:
            self._changes.append((Span(place.inside, place.outside), text))

    def exchange(self, place: Located, parent: Located, elements: Sequence[Element]) -> None:
        """Put elements in the place of one."""
        lead = self._lead(place)
        text = written(elements, lead, self._unit(place, parent)).removeprefix(lead)
        self._changes.append((Span(place.start, place.end), self._encodable(text)))

    def remove(self, place: Located) -> None:
        """Take an element out, and the line that it stood on."""
        start = self._blank(place.start) - len(self._break(place))
        self._changes.append((Span(start, place.end), ""))

    def after(self, place: Located, parent: Located, elements: Sequence[Element]) -> None:
        """Put elements behind one, indented as it is."""
        text = written(elements, self._lead(place), self._unit(place, parent))
        self._changes.append((Span(place.end, place.end), self._encodable(text)))

    def before(self, place: Located, parent: Located, elements: Sequence[Element]) -> None:
        """Put elements before one, indented as it is."""
        lead = self._lead(place)
        at = place.start - len(lead)
        text = written(elements, lead, self._unit(place, parent))
        self._changes.append((Span(at, at), self._encodable(text)))

    def fill(self, place: Located, elements: Sequence[Element]) -> None:
        """Put elements into one that holds none."""
        lead = self._lead(place)
        text = written(elements, lead + UNIT if lead else "", UNIT) + lead
        if place.empty:
            tag = self._source[place.start : place.end]
            opened = tag.removesuffix("/>").rstrip()
            name = opened[1:].split()[0]
            self._changes.append((Span(place.start, place.end), self._encodable(f"{opened}>{text}</{name}>")))
        else:
            self._changes.append((Span(place.inside, place.outside), self._encodable(text)))

    def _lead(self, place: Located) -> str:
        """The line break and indentation before an element; empty where it stands on a line begun by another."""
        ending = self._break(place)
        return ending + self._source[self._blank(place.start) : place.start] if ending else ""

    def _break(self, place: Located) -> str:
        """The line end before an element and its indentation."""
        at = self._blank(place.start)
        return next((end for end in ("\r\n", "\n", "\r") if self._source.endswith(end, 0, at)), "")

    def _blank(self, at: int) -> int:
        """Where the blanks before a place begin."""
        while at and self._source[at - 1] in " \t":
            at -= 1
        return at

    def _unit(self, place: Located, parent: Located) -> str:
        own, outer = self._lead(place), self._lead(parent)
        return own.removeprefix(outer) if outer and own.startswith(outer) and own != outer else UNIT

    def _encodable(self, text: str) -> str:
        """What the file's encoding lacks becomes a reference."""
        encoding = self._outline.coding.encoding
        return text.encode(encoding, "xmlcharrefreplace").decode(encoding)
