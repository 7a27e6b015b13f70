"""Passages that translate each other: from alignments, and from the units of a memory."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from termaccord.extract.lines import Line, read
from termaccord.model import Alignment, Document, Span, TranslationUnit, Variant


@dataclass(frozen=True, slots=True)
class Passage:
    """A line and where it stands."""

    line: Line
    document: str
    """`Document.name`."""
    start: int = 0
    """Where the line begins in the document."""
    unit: str = ""

    @property
    def stop(self) -> int:
        return self.start + len(self.line.text)

    def words(self, span: Span) -> range:
        """Words of the line that a span of the document covers."""
        return self.line.within(span.shifted(-self.start))

    def place(self, words: range) -> Span:
        """Place in the document of some words of the line."""
        return self.line.span(words).shifted(self.start)


@dataclass(frozen=True, slots=True)
class Couple:
    """Two passages that say the same."""

    source: Passage
    target: Passage

    @property
    def turned(self) -> "Couple":
        return Couple(self.target, self.source)


def couples(alignments: Iterable[Alignment]) -> Iterator[Couple]:
    """Two-sided beads as passages, in order."""
    known: dict[tuple[str, int, int], Passage] = {}
    for alignment in alignments:
        for bead in alignment.beads:
            if bead.source and bead.target:
                yield Couple(
                    _passage(alignment.source, bead.source, known),
                    _passage(alignment.target, bead.target, known),
                )


def _passage(document: Document, segments: range, known: dict[tuple[str, int, int], Passage]) -> Passage:
    start = document.segments[segments.start].span.start
    stop = document.segments[segments.stop - 1].span.end
    at = (document.name, start, stop)
    if at not in known:
        known[at] = Passage(read(document.text[start:stop], document.language), document.name, start)
    return known[at]


def couples_of(
    units: Sequence[TranslationUnit], source: str, target: str, document: str = ""
) -> Iterator[Couple]:
    """Units that have both languages; `source` and `target` may be shorter tags than the variants' own."""
    for unit in units:
        left, right = _variant(unit, source), _variant(unit, target)
        if left and right:
            yield Couple(
                Passage(read(left.text, source), document, 0, unit.id),
                Passage(read(right.text, target), document, 0, unit.id),
            )


def _variant(unit: TranslationUnit, language: str) -> Variant | None:
    """The first variant in the language or in one of its regions."""
    wanted = language.lower()
    for variant in unit.variants:
        if variant.language.lower() == wanted:
            return variant
    main = wanted.split("-")[0]
    return next((v for v in unit.variants if v.language.lower().split("-")[0] == main), None)
