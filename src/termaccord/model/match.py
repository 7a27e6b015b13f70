"""What a memory answers when it is asked for a segment."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from termaccord.model.memory import Content, TranslationUnit


@dataclass(frozen=True, slots=True)
class StoredUnit:
    """A translation unit as it stands in a memory's store."""

    number: int
    """The store's own, never given twice."""
    origin: str
    """What it was imported from: a file's name, or what a caller has called it."""
    place: int
    """Its place among the units of its origin, from 0; neighbours in a text have neighbouring places."""
    unit: TranslationUnit
    changed: str = ""
    """Date of the last change as YYYYMMDDThhmmssZ; empty where the unit does not say."""
    confidence: float | None = None
    """How sure the aligner was, from 0 to 1; None where the unit does not say."""


class MatchKind(StrEnum):
    """How a memory knows a segment."""

    CONTEXT = "context"
    """Exact, and the segment before or behind it is the same too."""
    EXACT = "exact"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the difference between a memory's segment and the one that is asked for."""

    kind: Literal["same", "deleted", "inserted"]
    """Deleted: it stands in the memory only. Inserted: it stands in the query only."""
    text: str


@dataclass(frozen=True, slots=True)
class Penalty:
    """Points that a match loses, and why."""

    reason: str
    """A short name that scripts read: case, punctuation, placeables, tags, origin, age, confidence, region."""
    points: int
    message: str
    """One sentence, made by `say`."""


@dataclass(frozen=True, slots=True)
class Substitution:
    """Something put right in a match: a number, a date, an address, a tag, a term."""

    kind: str
    old: str
    """In the target of the memory."""
    new: str
    """In the target that is offered."""


@dataclass(frozen=True, slots=True)
class SegmentMatch:
    """A unit of a memory that renders the segment that was asked for, or one like it."""

    score: int
    """From 0 to 102; 100 is the same segment, 101 and 102 in the same context. docs/memory.md defines it."""
    kind: MatchKind
    source: str
    target: str
    """As it is offered: with its substitutions."""
    stored: StoredUnit
    difference: tuple[Piece, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    """Not empty: the match has been repaired, and is marked so wherever it is shown."""
    characters: int = 0
    """Likeness by characters, in per cent, before penalties."""
    words: int = 0
    """Likeness by words, in per cent, before penalties."""
    stems: int | None = None
    """Likeness by lemmas, in per cent, before penalties; None where it was not asked for."""
    source_content: Content = field(default=(), repr=False)
    target_content: Content = field(default=(), repr=False)
    """The target with its inline codes, as it is offered."""
    others: int = 0
    """How many further units hold the same source and the same target."""

    @property
    def repaired(self) -> bool:
        """Whether the target is another than the memory's."""
        return bool(self.substitutions)
