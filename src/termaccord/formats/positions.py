"""Line and column of words in files that hold units: where an editor puts the cursor."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from termaccord.formats.patches.layout import Layout, Passage, RefusedError
from termaccord.formats.patches.open import layout
from termaccord.formats.visible.canvas import line_starts
from termaccord.model import Place


def located(data: bytes, name: str, places: Sequence[Place]) -> tuple[Place, ...]:
    """
    The same places with the line and the column, 1-based, where their spans begin in the file.

    A place stays as it is where it is no span of a unit, or where the file is damaged so that nobody can tell.
    """
    opened = layout(data, name).value if any(place.unit for place in places) else None
    if opened is None:
        return tuple(places)
    starts = line_starts(opened.source)
    return tuple(_located(opened, starts, place) for place in places)


def _located(opened: Layout, starts: list[int], place: Place) -> Place:
    address = opened.addressed(place)
    if not place.unit or place.span is None or address not in opened.texts:
        return place
    try:
        at = _offset(opened.passage(address), place.span.start)
    except RefusedError:
        return place
    if at is None:
        return place
    line = bisect_right(starts, at)
    return replace(place, line=line, column=at - starts[line - 1] + 1)


def _offset(passage: Passage, start: int) -> int | None:
    """Code point of the source where a character of the text stands, or the next that stands there at all."""
    index = bisect_right(passage.stretches, start, key=lambda stretch: stretch.text.end)
    if index == len(passage.stretches):
        return passage.stretches[-1].file.end if passage.stretches else None
    stretch = passage.stretches[index]
    into = max(start - stretch.text.start, 0)
    return stretch.file.start + (into if stretch.verbatim else 0)
