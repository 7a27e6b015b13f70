"""
Variants and units made by the million.

A frozen dataclass pays five times as much for being filled; that would be a quarter of all reading.
So the slots are filled while the record is young, and then it is declared to be what it is.
"""

from typing import cast

from termaccord.model.match import StoredUnit
from termaccord.model.memory import Content, Detail, Pairs, TranslationUnit, Variant


class _Variant:
    __slots__ = Variant.__slots__

    def __init__(
        self,
        language: str,
        content: Content,
        attributes: Pairs,
        properties: Pairs,
        notes: tuple[str, ...],
        details: tuple[Detail, ...],
        line: int | None,
    ) -> None:
        self.language = language
        self.content = content
        self.attributes = attributes
        self.properties = properties
        self.notes = notes
        self.details = details
        self.line = line
        self.__class__ = Variant  # type: ignore[assignment]


class _Unit:
    __slots__ = TranslationUnit.__slots__

    def __init__(
        self,
        identity: str,
        variants: tuple[Variant, ...],
        attributes: Pairs,
        properties: Pairs,
        notes: tuple[str, ...],
        details: tuple[Detail, ...],
    ) -> None:
        self.id = identity
        self.variants = variants
        self.attributes = attributes
        self.properties = properties
        self.notes = notes
        self.details = details
        self.__class__ = TranslationUnit  # type: ignore[assignment]


class _Stored:
    __slots__ = StoredUnit.__slots__

    def __init__(
        self,
        number: int,
        origin: str,
        place: int,
        unit: TranslationUnit,
        changed: str,
        confidence: float | None,
    ) -> None:
        self.number = number
        self.origin = origin
        self.place = place
        self.unit = unit
        self.changed = changed
        self.confidence = confidence
        self.__class__ = StoredUnit  # type: ignore[assignment]


FreshVariant = cast("type[Variant]", _Variant)
"""Makes a `Variant`; every field has to be given, in order."""
FreshUnit = cast("type[TranslationUnit]", _Unit)
"""Makes a `TranslationUnit`; every field has to be given, in order."""
FreshStored = cast("type[StoredUnit]", _Stored)
"""Makes a `StoredUnit`; every field has to be given, in order."""
