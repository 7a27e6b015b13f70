"""From words of a text to stretches of its file: which of them take the new words, which are emptied."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, replace

from termaccord.formats.patches.layout import Change, Layout, Passage, RefusedError, Stretch
from termaccord.formats.patches.words import smallest
from termaccord.model import Span, say


class Spans:
    """Spans that leave each other alone."""

    def __init__(self) -> None:
        self._taken: list[Span] = []

    def take(self, spans: Sequence[Span]) -> bool:
        """Add spans; none of them, where one overlaps what is there or is empty in the same place."""
        if any(self._clashes(span) for span in spans):
            return False
        for span in spans:
            insort(self._taken, span)
        return True

    def _clashes(self, span: Span) -> bool:
        at = bisect_left(self._taken, span)
        return any(
            span == other or span.overlaps(other) or other.start < span.start == span.end < other.end
            for other in self._taken[max(at - 1, 0) : at + 2]
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What an edit comes to."""

    text: tuple[tuple[Span, str], ...]
    """Changes of the text that a reader sees, in order."""
    source: tuple[Change, ...]
    """Changes of the file, in order."""


def plan(layout: Layout, passage: Passage, span: Span, replacement: str) -> Plan:
    """
    The changes that an edit of a text needs.

    A word that stands in one run of the file is changed there.
    Where the words of a run are replaced together with those of the next, the first run takes the new ones.

    Raises
    ------
    RefusedError
        When the edit would touch what is no text.

    """
    words = [(part.shifted(span.start), new) for part, new in smallest(span.of(passage.text), replacement)]
    source: list[Change] = []
    for part, new in words:
        first, *others = _ranges(layout, passage, part) if len(part) else [_anchor(passage, part.start, span)]
        source.append((first.file, layout.written(new, first) if new else ""))
        source += [(other.file, "") for other in others]
    return Plan(tuple(words), tuple(source))


def _ranges(layout: Layout, passage: Passage, span: Span) -> list[Stretch]:
    """The runs of the file that hold a span."""
    stretches = passage.stretches
    first = bisect_right(stretches, span.start, key=lambda one: one.text.end)
    last = bisect_left(stretches, span.end, key=lambda one: one.text.start)
    if first >= last:
        raise _in_the_way(passage, span)
    runs = [_cut(passage, stretches[first], span)]
    for stretch in stretches[first + 1 : last]:
        _append(layout, passage, runs, _cut(passage, stretch, span))
    return _with_edges(layout, passage, runs, span, (first, last))


def _append(layout: Layout, passage: Passage, runs: list[Stretch], part: Stretch) -> None:
    """Join a run to the one before, or keep it apart where something stands between them that must stay."""
    before = runs[-1]
    between = layout.source[before.file.end : part.file.start]
    shown = passage.text[before.text.end : part.text.start]
    if before.raw == part.raw and (not between or layout.skippable(between)):
        runs[-1] = _joined(before, part)
    elif (not shown or shown.isspace()) and layout.crossable(between):
        runs += [*_blanks(before, part, between if shown else ""), part]
    else:
        raise _in_the_way(passage, Span(before.text.start, part.text.end))


def _blanks(before: Stretch, after: Stretch, between: str) -> list[Stretch]:
    """White space at the ends of what stands between two runs, which is shown in another way."""
    head = len(between) - len(between.lstrip())
    tail = len(between) - len(between.rstrip())
    spans = (
        Span(before.file.end, before.file.end + head),
        Span(after.file.start - tail, after.file.start),
    )
    return [Stretch(Span(before.text.end, before.text.end), span) for span in spans if len(span)]


def _with_edges(
    layout: Layout, passage: Passage, runs: list[Stretch], span: Span, around: tuple[int, int]
) -> list[Stretch]:
    """Take in white space at the ends of the span that the file writes in another way: a line break."""
    first, last = around
    stretches = passage.stretches
    if runs[0].text.start > span.start:
        start = stretches[first - 1].file.end if first else runs[0].file.start
        _check(layout, passage, Span(start, runs[0].file.start), span)
        runs[0] = replace(runs[0], file=Span(start, runs[0].file.end))
    if runs[-1].text.end < span.end:
        end = stretches[last].file.start if last < len(stretches) else runs[-1].file.end
        _check(layout, passage, Span(runs[-1].file.end, end), span)
        runs[-1] = replace(runs[-1], file=Span(runs[-1].file.start, end))
    return runs


def _check(layout: Layout, passage: Passage, file: Span, span: Span) -> None:
    between = file.of(layout.source)
    if not between or not layout.skippable(between):
        raise _in_the_way(passage, span)


def _cut(passage: Passage, stretch: Stretch, span: Span) -> Stretch:
    """The part of a stretch that is inside a span."""
    text = Span(max(stretch.text.start, span.start), min(stretch.text.end, span.end))
    if text == stretch.text:
        return stretch
    if not stretch.verbatim:
        raise _in_the_way(passage, span)
    return replace(stretch, text=text, file=text.shifted(stretch.file.start - stretch.text.start))


def _joined(before: Stretch, after: Stretch) -> Stretch:
    return replace(
        before,
        text=Span(before.text.start, after.text.end),
        file=Span(before.file.start, after.file.end),
    )


def _anchor(passage: Passage, at: int, around: Span) -> Stretch:
    """Where words are put in: behind what stands before them, but never outside of what is edited."""
    stretches = passage.stretches
    index = bisect_right(stretches, at, key=lambda one: one.text.start) - 1
    near = stretches[max(index - 1, 0) : index + 1]
    inside = next((one for one in near if one.text.start < at < one.text.end and one.verbatim), None)
    if inside:
        file = at + inside.file.start - inside.text.start
        return replace(inside, text=Span(at, at), file=Span(file, file))
    ending = next((one for one in near if one.text.end == at), None)
    starting = next((one for one in near if one.text.start == at), None)
    chosen = (starting or ending) if at == around.start < around.end else (ending or starting)
    if chosen is None:
        raise _in_the_way(passage, around)
    file = chosen.file.end if chosen is ending else chosen.file.start
    return replace(chosen, text=Span(at, at), file=Span(file, file))


def _in_the_way(passage: Passage, span: Span) -> RefusedError:
    return RefusedError(
        say(
            "“{text}” is not changed: markup stands in the middle of it; change it by hand",
            text=" ".join(span.of(passage.text).split()),
        )
    )
