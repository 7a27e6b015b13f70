"""The smallest parts that can be aligned: segments, with stray marks joined to the segment they belong to."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OPENING = frozenset({"Ps", "Pi"})
QUOTES = frozenset("\"'`´″")
"""Marks that open in one language and close in another, or both; alone they more often close."""
TURNED = frozenset("“‘")
"""Marks that open, but close what „ or ‚ has opened."""
STOPS = frozenset(".,;:!?…。、")
FEW = 4
"""Marks beyond which a text is a separator."""


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
        stray = _stray(text, texts[i - 1] if i else "")
        if not text.strip():
            opened = False
        elif opened or (stray == "closing" and parts and parts[-1].stop == i):
            parts[-1] = range(parts[-1].start, i + 1)
            opened = stray == "opening"
        else:
            parts.append(range(i, i + 1))
            opened = stray == "opening"
    return Atoms(tuple(parts))


def _stray(text: str, before: str) -> str:
    """`opening` or `closing` for a text of a few quotation marks, brackets or stops; else empty."""
    marks = text.strip()
    if not marks or len(marks) > FEW:
        return ""
    if all(unicodedata.category(m) in OPENING for m in marks):
        return "closing" if marks[0] in TURNED and {"„", "‚"} & set(before) else "opening"
    return (
        "closing"
        if all(m in QUOTES | STOPS or unicodedata.category(m) in {"Pe", "Pf"} for m in marks)
        else ""
    )


def finished(text: str) -> bool:
    """Whether a text ends as a sentence does: with a stop, perhaps in quotation marks or brackets."""
    last = text.rstrip()[-1:]
    return last in QUOTES | STOPS | TURNED or unicodedata.category(last or " ") in {"Pe", "Pf"}


def uncovered(parts: Sequence[range], size: int) -> Iterator[int]:
    """Segments in none of the parts, which rise."""
    at = 0
    for part in parts:
        yield from range(at, part.start)
        at = max(at, part.stop)
    yield from range(at, size)
