"""Notes and properties of a memory under construction."""

from typing import Literal

from termaccord.model.memory import Detail, Pairs

Frozen = tuple[Pairs, tuple[str, ...], tuple[Detail, ...]]
"""Properties, notes and their details."""
NOTHING: Frozen = ((), (), ())


class Extras:
    """Notes and properties of the header, unit or variant that is open."""

    __slots__ = ("details", "notes", "properties")

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.properties: list[tuple[str, str]] = []
        self.details: list[Detail] = []

    def add(self, kind: Literal["note", "prop"], attributes: dict[str, str], text: str) -> None:
        if "lang" in attributes:  # TMX 1.1 and 1.2
            attributes.setdefault("xml:lang", attributes.pop("lang"))
        index = len(self.notes if kind == "note" else self.properties)
        if kind == "note":
            self.notes.append(text)
        else:
            self.properties.append((attributes.pop("type", ""), text))
        if attributes:
            self.details.extend((kind, index, name, value) for name, value in attributes.items())

    def frozen(self) -> Frozen:
        """As records have them."""
        return tuple(self.properties), tuple(self.notes), tuple(self.details)
