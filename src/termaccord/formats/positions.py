"""Line and column of words in files that hold units: where an editor puts the cursor."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from termaccord.formats.patches.layout import Layout, Passage, RefusedError
from termaccord.formats.patches.open import layout
from termaccord.formats.visible.canvas import line_starts
from termaccord.model import Finding, Place

LARGEST = 16 << 20
"""Bytes of a file that is read once more for this; in larger ones the line of the segment has to do."""


def positioned(findings: Sequence[Finding], bytes_of: Callable[[str], bytes | None]) -> tuple[Finding, ...]:
    """
    The findings with line and column in all their places, those of edits and renderings included.

    `bytes_of` brings the bytes of a file by the name that places have, None where there is none;
    it is asked only for files in whose units something was found.
    """
    wanted: dict[str, dict[Place, Place]] = {}
    for place in (place for finding in findings for place in _places(finding) if place.unit):
        wanted.setdefault(place.file, {})[place] = place
    found: dict[Place, Place] = {}
    for name, places in sorted(wanted.items()):
        data = bytes_of(name)
        if data is not None and len(data) <= LARGEST:
            found.update(zip(places, located(data, name, tuple(places)), strict=True))
    return tuple(_moved(finding, found) for finding in findings) if found else tuple(findings)


def _places(finding: Finding) -> Iterable[Place]:
    yield finding.place
    yield from finding.related
    yield from (place for variant in finding.variants for place in variant.places)
    yield from (edit.place for edit in finding.edits)


def _moved(finding: Finding, found: Mapping[Place, Place]) -> Finding:
    def at(place: Place) -> Place:
        return found.get(place, place)

    return replace(
        finding,
        place=at(finding.place),
        related=tuple(map(at, finding.related)),
        variants=tuple(replace(v, places=tuple(map(at, v.places))) for v in finding.variants),
        edits=tuple(replace(e, place=at(e.place)) for e in finding.edits),
    )


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
