"""Beads become translation units."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from termaccord.model import Alignment, Bead, Document, TranslationUnit, Variant
from termaccord.model.memory import CONFIDENCE


@dataclass(frozen=True, slots=True)
class Names:
    """What the properties of a unit are called; an empty name leaves its property out."""

    source: str = "x-termaccord-source"
    target: str = "x-termaccord-target"
    outlet: str = "x-termaccord-outlet"
    beads: str = "x-termaccord-bead"
    confidence: str = CONFIDENCE


@dataclass(frozen=True, slots=True)
class Units:
    """What came of an alignment."""

    units: tuple[TranslationUnit, ...]
    left_out: int
    """Beads with two sides of which we are not sure enough."""
    omissions: int = 0
    """Beads with one side."""


NAMES = Names()


def units(
    alignment: Alignment, *, least_confidence: float = 0.5, names: Names = NAMES, prefix: str = ""
) -> Units:
    """
    A unit for each bead with two sides and at least `least_confidence`; the others are counted.

    Ids are `prefix` and the numbers of the first segments, 1-based, which are stable while the texts are.
    """
    two_sided = [b for b in alignment.beads if b.source and b.target]
    sure = [b for b in two_sided if b.score >= least_confidence]
    made = tuple(_unit(alignment, b, names, prefix or f"{alignment.target.name}-") for b in sure)
    return Units(made, len(two_sided) - len(sure), len(alignment.beads) - len(two_sided))


def _unit(alignment: Alignment, bead: Bead, names: Names, prefix: str) -> TranslationUnit:
    return TranslationUnit(
        id=f"{prefix}{bead.source.start + 1}-{bead.target.start + 1}",
        variants=(_variant(alignment.source, bead.source), _variant(alignment.target, bead.target)),
        properties=tuple(_properties(alignment, bead, names)),
    )


def _variant(document: Document, part: range) -> Variant:
    return Variant(document.language, (joined_text(document, part),))


def joined_text(document: Document, part: range) -> str:
    """The text of a range of segments, on one line, with the document's own space between them; in NFC, as tools compare it."""
    first, last = document.segments[part.start], document.segments[part.stop - 1]
    between = document.text[first.span.start : last.span.end]
    if not between or len(part) == 1:
        between = " ".join(document.segments[i].text for i in part)
    return unicodedata.normalize("NFC", " ".join(between.split()))


def _properties(alignment: Alignment, bead: Bead, names: Names) -> Iterator[tuple[str, str]]:
    values = (
        (names.source, alignment.source.name),
        (names.target, alignment.target.name),
        (names.outlet, alignment.target.outlet),
        (names.beads, f"{len(bead.source)}-{len(bead.target)}"),
        (names.confidence, f"{bead.score:.2f}"),
    )
    yield from ((name, value) for name, value in values if name and value)
