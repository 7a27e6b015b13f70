"""What the texts themselves testify: which name stands where, opposite which name of the source."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from termaccord.lint.rule import Collection
from termaccord.model import Alignment, Occurrence, Span


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The stretch of a text that a segment translates, or is translated by."""

    document: str
    span: Span
    score: float


class Witness:
    """Aligned segments by document."""

    def __init__(self, alignments: Iterable[Alignment]) -> None:
        self._starts: dict[str, list[int]] = {}
        self._beads: dict[tuple[str, int], list[Counterpart]] = defaultdict(list)
        for alignment in alignments:
            source, target = alignment.source, alignment.target
            for document in (source, target):
                self._starts[document.path or document.name] = [s.span.start for s in document.segments]
            for bead in alignment.beads:
                if not bead.source or not bead.target:
                    continue
                for one, many, mine, theirs in (
                    (source, target, bead.source, bead.target),
                    (target, source, bead.target, bead.source),
                ):
                    other = Span(
                        many.segments[theirs.start].span.start, many.segments[theirs.stop - 1].span.end
                    )
                    there = Counterpart(many.path or many.name, other, bead.score)
                    for index in mine:
                        self._beads[one.path or one.name, index].append(there)

    def counterparts(self, occurrence: Occurrence) -> tuple[Counterpart, ...]:
        """What the segment with this occurrence translates."""
        starts = self._starts.get(occurrence.document)
        if starts is None:
            return ()
        index = bisect_right(starts, occurrence.span.start) - 1
        return tuple(self._beads.get((occurrence.document, index), ()))

    def opposite(self, mine: Iterable[Occurrence], theirs: Iterable[Occurrence]) -> int:
        """How many of `mine` stand opposite one of `theirs`: in a bead, or in the same unit."""
        by_document: Mapping[str, list[Occurrence]] = defaultdict(list)
        units: set[tuple[str, str]] = set()
        for occurrence in theirs:
            by_document[occurrence.document].append(occurrence)
            units.add((occurrence.document, occurrence.unit))
        return sum((o.document, o.unit) in units if o.unit else self._faces(o, by_document) for o in mine)

    def _faces(self, occurrence: Occurrence, others: Mapping[str, list[Occurrence]]) -> bool:
        return any(
            there.span.contains(other.span)
            for there in self.counterparts(occurrence)
            for other in others.get(there.document, ())
        )


def witness(collection: Collection) -> Witness:
    """The testimony of a collection's alignments."""
    return Witness(collection.alignments)
