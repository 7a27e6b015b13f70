"""The children of one element as they come, held against what its declaration allows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from termaccord.formats.validity.termbase.grammar import FOREIGN, FOREIGNERS, Declaration, Kind, Particle


class Placing(Enum):
    """How a child stands to what may stand there."""

    RIGHT = "right"
    STRANGE = "no such element here"
    LATE = "after what it must precede"
    AGAIN = "a second time"


@dataclass(slots=True)
class Content:
    """
    Matches a sequence of children, one by one.

    In every grammar of ours a child that fits two places fits the earlier one only while nothing later has come,
    so that the first place that takes it is the right one and nothing need ever be taken back.
    """

    declaration: Declaration
    place: int = 0
    counts: list[int] = field(default_factory=list)
    last: str = ""
    """The last child that stood right; what a later one stands after."""

    def __post_init__(self) -> None:
        self.counts = [0] * len(self.declaration.particles)

    def take(self, name: str, label: str = "") -> Placing:
        """Take the next child; `label` is how a person calls it."""
        if self.declaration.kind is not Kind.ELEMENTS:
            return Placing.RIGHT if name in self.declaration.names else Placing.STRANGE
        start = 0 if self.declaration.any_order else self.place
        places = self.declaration.particles
        for number in range(start, len(places)):
            if _takes(places[number], name) and (places[number].repeats or not self.counts[number]):
                self.counts[number] += 1
                self.place, self.last = number, label or name
                return Placing.RIGHT
        for number, place in enumerate(places):
            if _takes(place, name):
                missed = not self.counts[number]
                self.counts[number] += 1
                return Placing.LATE if missed or place.repeats else Placing.AGAIN
        return Placing.STRANGE

    @property
    def marked(self) -> bool:
        """Whether the place last taken allows an element of another namespace to hold markup."""
        places = self.declaration.particles
        return bool(places) and FOREIGN in places[self.place].names

    def missing(self) -> Iterator[Particle]:
        """The places that must be taken and are not."""
        for place, count in zip(self.declaration.particles, self.counts, strict=True):
            if place.required and not count:
                yield place


def _takes(place: Particle, name: str) -> bool:
    return name in place.names or (name in FOREIGNERS and not FOREIGNERS.isdisjoint(place.names))
