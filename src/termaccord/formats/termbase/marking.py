"""The markup inside a text, as much of it as a dialect has."""

from termaccord.formats.termbase.dialects import Spec
from termaccord.formats.termbase.names import Names
from termaccord.formats.termbase.texts import RUN, flat, folded, trimmed
from termaccord.model import DataCategory, MarkedText, Markup

HIGHLIGHTS = frozenset({"entailedTerm", "hotkey", "italics", "bold", "superscript", "subscript", "math"})
OF_MARKUP = {"bpt": {"i", "type"}, "ept": {"i"}, "ph": {"type"}, "foreign": {"id", "xml:lang"}}


class Marking:
    """Writes the texts of one file."""

    def __init__(self, spec: Spec, names: Names) -> None:
        self._spec = spec
        self._names = names
        self.unmarked: list[str] = []
        """What has been written without the markup that it had."""

    def text(self, said: DataCategory, *, plain: bool = False, squeezed: bool = False) -> MarkedText:
        """The text of a category with the markup that the dialect has."""
        marked = said.marked if said.marked and flat(said.marked) == said.text else (said.text,)
        parts = self._markup(
            marked if not plain else (said.text,),
            frozenset({"hi"}) & self._spec.markup if squeezed else self._spec.markup,
        )
        written = trimmed(tuple(RUN.sub(" ", p) if squeezed and isinstance(p, str) else p for p in parts))
        if _tags(marked) != _tags(written):
            self.unmarked.append(said.type or said.kind)
        return written

    def _markup(self, marked: MarkedText, allowed: frozenset[str]) -> MarkedText:
        parts: list[str | Markup] = []
        for part in marked:
            if isinstance(part, str):
                parts.append(folded(part))
            elif part.tag not in allowed:
                parts += self._markup(part.content, allowed)
            elif part.tag == "foreign":
                parts.append(Markup("foreign", self._markup(part.content, allowed), self._of_markup(part)))
            else:
                inside = folded(flat(part.content))
                parts.append(Markup(part.tag, (inside,) if inside else (), self._of_markup(part)))
        return tuple(parts)

    def _of_markup(self, part: Markup) -> tuple[tuple[str, str], ...]:
        written: list[tuple[str, str]] = []
        for name, value in part.attributes:
            if part.tag == "hi" and name == "target" and self._names.target(value):
                written.append((name, self._names.target(value)))
            elif part.tag == "hi" and (
                (name == "type" and value in HIGHLIGHTS and not self._spec.by_tag)
                or (name == "xml:lang" and self._spec.edition == 2008)
            ):
                written.append((name, value))
            elif name in OF_MARKUP.get(part.tag, ()):
                written.append((name, self._names.give(value) if name == "id" else value))
        return tuple(written)


def _tags(marked: MarkedText) -> list[tuple[str, ...]]:
    """The markup of a text, each with the names of what it says."""
    found: list[tuple[str, ...]] = []
    for part in marked:
        if isinstance(part, Markup):
            found += [(part.tag, *sorted(name for name, _ in part.attributes)), *_tags(part.content)]
    return found
