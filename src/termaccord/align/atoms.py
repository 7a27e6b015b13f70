"""The smallest parts that can be aligned: segments, with stray marks joined to the segment they belong to."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OPENING = frozenset({"Ps", "Pi"})
CLOSING = frozenset({"Pe", "Pf", "Po", "Pd"})
MARKS = OPENING | CLOSING
QUOTES = frozenset("\"'`´″„“‚‘")
"""Marks that open in one language and close in another, or both."""


@dataclass(frozen=True, slots=True)
class Atoms:
    """Ranges of segments that stay together; segments without any mark are in none."""

    parts: tuple[range, ...]

    def cover(self, part: range) -> range:
        """The segments of a range of atoms, with the empty ones between them."""
        if not part:
            place = self.parts[part.start - 1].stop if part.start else 0
            return range(place, place)
        return range(self.parts[part.start].start, self.parts[part.stop - 1].stop)


def atoms(texts: Sequence[str]) -> Atoms:
    """
    Segments, where those that hold nothing but a quotation mark, bracket or full stop are joined to a neighbour.

    Sentence splitters leave such strays behind; alone they look like anything.
    A line of asterisks or dashes is no stray but a separator, and stays.
    """
    parts: list[range] = []
    opened = False
    for i, text in enumerate(texts):
        stray = _stray(text)
        if not text.strip():
            opened = False
        elif opened or (stray == "closing" and parts and parts[-1].stop == i):
            parts[-1] = range(parts[-1].start, i + 1)
            opened = stray == "opening"
        else:
            parts.append(range(i, i + 1))
            opened = stray == "opening"
    return Atoms(tuple(parts))


def _stray(text: str) -> str:
    """`opening` or `closing` for a text of a few quotation marks, brackets or stops; else empty."""
    marks = text.strip()
    if not marks or len(marks) > 4 or len(set(marks)) < len(marks) - 1:
        return ""
    kinds = [unicodedata.category(m) for m in marks]
    if all(
        m in QUOTES or (k in CLOSING - {"Pd"} and m not in "*•·§†‡#&@%/\\")
        for m, k in zip(marks, kinds, strict=True)
    ):
        return "closing"
    return "opening" if all(k in OPENING for k in kinds) else ""


def uncovered(parts: Sequence[range], size: int) -> Iterator[int]:
    """Segments in none of the parts, which rise."""
    at = 0
    for part in parts:
        yield from range(at, part.start)
        at = max(at, part.stop)
    yield from range(at, size)
