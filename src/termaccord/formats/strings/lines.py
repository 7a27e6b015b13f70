"""Files of strings in which an entry is a line: how new ones are put in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from termaccord.formats.patches.layout import Change
from termaccord.formats.strings.entries import Addition, Entry, Neighbours, newline
from termaccord.model import Span


@dataclass(frozen=True, slots=True)
class LineAdder:
    """Puts each new entry on a line of its own behind the one that stands before it in the original."""

    source: str
    entries: tuple[Entry, ...]
    written: Callable[[Addition], str]
    """The line of an entry, without its end."""

    def add(self, wanted: Sequence[Addition], order: Sequence[str]) -> list[Change]:
        changes: dict[int, str] = {}
        near = Neighbours(self.entries, order)
        for one in sorted(wanted, key=lambda one: near.place(one.identifier)):
            at = self._place(near.before(one.identifier))
            changes[at] = changes.get(at, "") + self._line(at, one)
        return [(Span(at, at), written) for at, written in sorted(changes.items())]

    def _place(self, before: Entry | None) -> int:
        if before is None:
            return self.entries[0].whole.start if self.entries else len(self.source)
        end = self.source.find("\n", before.whole.end)
        return end + 1 if end >= 0 else len(self.source)

    def _line(self, at: int, one: Addition) -> str:
        end = newline(self.source)
        if at == len(self.source) and self.source and not self.source.endswith("\n"):
            return end + self.written(one)
        return self.written(one) + end
