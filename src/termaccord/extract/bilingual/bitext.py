"""Passages that translate each other: from alignments, and from the units of a memory."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from termaccord.extract.bilingual.lines import Line, read
from termaccord.extract.bounds import LONGEST, is_readable
from termaccord.model import (
    Alignment,
    Bead,
    Block,
    Document,
    Occurrence,
    ProposedConcept,
    Segment,
    Span,
    TranslationUnit,
    Variant,
)
from termaccord.text.analyse import Reader, words
from termaccord.text.analyser import primary_language


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


def couples(alignments: Iterable[Alignment], reader: Reader = words) -> Iterator[Couple]:
    """Two-sided beads as passages, in order, without what is too long; `reader` reads the words of a text."""
    known: dict[tuple[str, int, int], Passage] = {}
    for alignment in alignments:
        for bead in alignment.beads:
            if bead.source and bead.target and _is_readable(alignment, bead):
                yield Couple(
                    _passage(alignment.source, bead.source, known, reader),
                    _passage(alignment.target, bead.target, known, reader),
                )


def _is_readable(alignment: Alignment, bead: Bead) -> bool:
    sides = ((alignment.source.segments, bead.source), (alignment.target.segments, bead.target))
    return all(texts[at.stop - 1].span.end - texts[at.start].span.start <= LONGEST for texts, at in sides)


def _passage(
    document: Document, segments: range, known: dict[tuple[str, int, int], Passage], reader: Reader
) -> Passage:
    start = document.segments[segments.start].span.start
    stop = document.segments[segments.stop - 1].span.end
    at = (document.name, start, stop)
    if at not in known:
        line = read(document.text[start:stop], document.language, reader)
        known[at] = Passage(line, document.name, start)
    return known[at]


def _variant(unit: TranslationUnit, language: str) -> Variant | None:
    """The first variant in the language or in one of its regions."""
    wanted = language.lower()
    for variant in unit.variants:
        if variant.language.lower() == wanted:
            return variant
    main = primary_language(wanted)
    return next((v for v in unit.variants if primary_language(v.language) == main), None)


@dataclass(frozen=True, slots=True)
class Twins:
    """A bilingual file as two documents of one segment a unit, for all that wants documents."""

    alignment: Alignment
    units: tuple[str, ...]
    """Id of the unit of each segment."""
    name: str
    source_starts: tuple[int, ...]
    target_starts: tuple[int, ...]

    @property
    def documents(self) -> tuple[Document, Document]:
        return self.alignment.source, self.alignment.target

    def starts(self, document: str) -> Sequence[int]:
        """Where the units begin in one of the two."""
        return self.source_starts if document == self.alignment.source.name else self.target_starts


def twins(units: Sequence[TranslationUnit], source: str, target: str, name: str = "") -> Twins:
    """Write the units that have both languages one under the other, without those too long to be read."""
    both = [(u.id, _variant(u, source), _variant(u, target)) for u in units]
    texts = [(identity, left.text, right.text) for identity, left, right in both if left and right]
    kept = [unit for unit in texts if is_readable(unit[1]) and is_readable(unit[2])]
    left = _stacked(f"{name}#{source}", source, [text for _, text, _ in kept])
    right = _stacked(f"{name}#{target}", target, [text for _, _, text in kept])
    beads = tuple(Bead(range(i, i + 1), range(i, i + 1), 1.0) for i in range(len(kept)))
    return Twins(
        Alignment(left, replace(right, translation_of=left.name), beads),
        tuple(u for u, _, _ in kept),
        name,
        tuple(s.span.start for s in left.segments),
        tuple(s.span.start for s in right.segments),
    )


def _stacked(name: str, language: str, texts: Sequence[str]) -> Document:
    spans, at = [], 0
    for text in texts:
        spans.append(Span(at, at + len(text)))
        at += len(text) + 2
    segments = tuple(Segment(s, t, i) for i, (s, t) in enumerate(zip(spans, texts, strict=True)))
    blocks = tuple(Block(span) for span in spans)
    return Document(name, language, "\n\n".join(texts), blocks, segments)


def in_units(concept: ProposedConcept, twins: Mapping[str, Twins]) -> ProposedConcept:
    """The concept with the places of its occurrences counted within their units; `twins` by document."""
    terms = tuple(
        replace(term, occurrences=tuple(_in_unit(o, twins[o.document]) for o in term.occurrences))
        for term in concept.terms
    )
    return replace(concept, terms=terms)


def _in_unit(occurrence: Occurrence, twin: Twins) -> Occurrence:
    starts = twin.starts(occurrence.document)
    index = bisect_right(starts, occurrence.span.start) - 1
    return Occurrence(twin.name, occurrence.span.shifted(-starts[index]), occurrence.text, twin.units[index])
