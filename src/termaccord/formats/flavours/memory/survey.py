"""Which pairs go into the main file, which into the one of alternatives, and which are left out, in 29 bytes a pair."""

from array import array
from collections.abc import Iterator
from enum import IntEnum
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from termaccord.formats.flavours.memory.cleaning import DATE, whole_text
from termaccord.formats.flavours.memory.pairs import Direction, Paired
from termaccord.model.memory import confidence_of, last_change


class Place(IntEnum):
    """Where a pair goes."""

    MAIN = 0
    ALTERNATIVE = 1
    REPEATED = 2
    EMPTY = 3
    LONG = 4
    ALONE = 5
    """A unit without the other language."""
    FOREIGN = 6
    """A unit whose segments are both translations from a third language."""


class Survey:
    """
    The place of each pair, in the order of `Direction.pairs`.

    Of several renderings of a source the one stays in the main file that its aligner or author is surest of;
    a unit that does not say is one that nobody doubts.
    Then the latest change decides, then the order.
    """

    def __init__(self, direction: Direction, longest: int) -> None:
        self._sources = array("Q")
        self._both = array("Q")
        self._confidence = array("f")
        self._changed = array("Q")
        places = array("B")
        self.latest = 0
        """The latest change as a number YYYYMMDDhhmmss; 0 where no unit says."""
        for item in direction.pairs():
            if isinstance(item, Paired):
                places.append(self._take(item, longest))
            else:
                places.append(Place.FOREIGN if direction.foreign(item) else Place.ALONE)
        self.places: npt.NDArray[np.uint8] = np.array(places, np.uint8)
        self._choose()

    def __iter__(self) -> Iterator[Place]:
        """The places in order."""
        return (Place(int(place)) for place in self.places)

    def count(self, place: Place) -> int:
        """How many pairs have a place."""
        return int(np.count_nonzero(self.places == place))

    def _take(self, item: Paired, longest: int) -> Place:
        if item.empty:
            return Place.EMPTY
        if longest and item.length > longest:
            return Place.LONG
        source, target = whole_text(item.source.content), whole_text(item.target.content)
        confidence = confidence_of(item.unit)
        day = last_change(item.unit)
        changed = int(day.replace("T", "")[:14]) if DATE.fullmatch(day) else 0
        self.latest = max(self.latest, changed)
        self._sources.append(number_of(source))
        self._both.append(number_of(f"{source}\0{target}"))
        self._confidence.append(1.0 if confidence is None else confidence)
        self._changed.append(changed)
        return Place.MAIN

    def _choose(self) -> None:
        where = np.flatnonzero(self.places == Place.MAIN)
        if not len(where):
            return
        sources = np.frombuffer(self._sources, np.uint64)
        both = np.frombuffer(self._both, np.uint64)
        doubt = -np.frombuffer(self._confidence, np.float32)
        age = np.uint64(99999999999999) - np.minimum(
            np.frombuffer(self._changed, np.uint64), np.uint64(99999999999999)
        )
        order = np.arange(len(where))
        best = np.lexsort((order, age, doubt, both))
        repeated = best[1:][both[best][1:] == both[best][:-1]]
        self.places[where[repeated]] = Place.REPEATED
        kept = np.setdiff1d(order, repeated, assume_unique=True)
        best = kept[np.lexsort((kept, age[kept], doubt[kept], sources[kept]))]
        others = best[1:][sources[best][1:] == sources[best][:-1]]
        self.places[where[others]] = Place.ALTERNATIVE


def number_of(text: str) -> int:
    """A text as a number of 64 bits; that two of a million texts share one is less likely than 1 in 30 million."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
