"""Records of a memory under construction."""

from typing import Literal

from termaccord.model import Content, TranslationUnit, Variant
from termaccord.model.memory import Detail, Pairs


class Extras:
    """Notes and properties of the header, unit or variant that is open."""

    __slots__ = ("details", "notes", "properties")

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.properties: list[tuple[str, str]] = []
        self.details: list[Detail] = []

    def add(self, kind: Literal["note", "prop"], attributes: dict[str, str], text: str) -> None:
        index = len(self.notes if kind == "note" else self.properties)
        if kind == "note":
            self.notes.append(text)
        else:
            self.properties.append((attributes.pop("type", ""), text))
        if attributes:
            self.details.extend((kind, index, name, value) for name, value in attributes.items())


class FreshVariant:
    """
    A `Variant` under construction.

    A frozen dataclass pays five times as much for being filled; here that is a quarter of the whole reading.
    So the slots are filled while the record is young, and then it is declared to be what it is.
    """

    __slots__ = Variant.__slots__

    def __init__(
        self, language: str, content: Content, attributes: Pairs, extras: Extras | None, line: int
    ) -> None:
        self.line = line
        self.language = language
        self.content = content
        self.attributes = attributes
        if extras:
            self.properties = tuple(extras.properties)
            self.notes = tuple(extras.notes)
            self.details = tuple(extras.details)
        else:
            self.properties = self.notes = self.details = ()
        self.__class__ = Variant  # type: ignore[assignment]


class FreshUnit:
    """A `TranslationUnit` under construction; see `FreshVariant`."""

    __slots__ = TranslationUnit.__slots__

    def __init__(
        self, identity: str, variants: list[Variant], attributes: Pairs, extras: Extras | None
    ) -> None:
        self.id = identity
        self.variants = tuple(variants)
        self.attributes = attributes
        if extras:
            self.properties = tuple(extras.properties)
            self.notes = tuple(extras.notes)
            self.details = tuple(extras.details)
        else:
            self.properties = self.notes = self.details = ()
        self.__class__ = TranslationUnit  # type: ignore[assignment]
