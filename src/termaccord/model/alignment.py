"""Which segments of two documents say the same."""

from dataclasses import dataclass

from termaccord.model.document import Document


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments that translate each other (Brown, Lai and Mercer 1991); an empty side is an omission."""

    source: range
    target: range
    score: float = 0.0
    """Confidence from 0 to 1 that this bead is right."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two segmented documents and their beads; every segment stands in exactly one bead, in order of the source."""

    source: Document
    target: Document
    beads: tuple[Bead, ...]
