"""What rules get to see, cut from documents, alignments and bilingual files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from termaccord.lint.renderings.discovered import Discovered
from termaccord.lint.rule import Page, Pair, Passage, Store, Text
from termaccord.lint.terms import Terms, part
from termaccord.model import Alignment, Document, ProposedConcept, Span, TranslationUnit

NEIGHBOURS = 400
"""Code points before and behind a passage that a rule may look at."""


class Bilingual(Protocol):
    """The units of a bilingual file."""

    @property
    def file(self) -> str: ...
    @property
    def units(self) -> tuple[TranslationUnit, ...]: ...
    @property
    def source_language(self) -> str: ...
    @property
    def target_languages(self) -> tuple[str, ...]: ...
    @property
    def lines(self) -> tuple[int | None, ...]: ...


def whole(document: Document, terms: Terms) -> Text:
    """A document as one text with its terms."""
    return terms.in_document(document)


def passages(
    documents: Sequence[Document],
    alignments: Sequence[Alignment],
    bilingual: Sequence[Bilingual],
    terms: Terms,
    concepts: Sequence[ProposedConcept] = (),
    *,
    terms_only: bool = False,
) -> Iterator[Passage]:
    """
    Every segment of a text of its own, every bead of a translation, every unit of a bilingual file.

    Segments of a translation that no bead links to the original are passages without a source.
    Where rules look at `terms_only`, a text of its own is one passage, segmented or not.
    """
    texts = {d.name: whole(d, terms) for d in documents}
    discovered = Discovered(concepts)
    translated = {a.target.name for a in alignments}
    for document in documents:
        if terms_only and document.name not in translated:
            yield Passage(texts[document.name])
        elif document.name not in translated:
            yield from (Passage(part(texts[document.name], s.span)) for s in document.segments)
    for alignment in alignments:
        for passage in _beads(alignment, texts[alignment.source.name], texts[alignment.target.name]):
            yield replace(passage, relatives=terms.relatives, discovered=discovered)
    for pair in (p for store in memories(bilingual, terms) for p in store.pairs):
        yield Passage(pair.target, pair.source, paired=True, relatives=terms.relatives, discovered=discovered)


def _beads(alignment: Alignment, source: Text, target: Text) -> Iterator[Passage]:
    for bead in alignment.beads:
        if not bead.target:
            continue
        there = _stretch(alignment.target, bead.target)
        if not bead.source:
            yield Passage(part(target, there))
            continue
        here = _stretch(alignment.source, bead.source)
        yield Passage(
            part(target, there),
            part(source, here),
            *_around(target.text, there),
            *_around(source.text, here),
            bead.score,
        )


def _stretch(document: Document, indexes: range) -> Span:
    return Span(document.segments[indexes[0]].span.start, document.segments[indexes[-1]].span.end)


def _around(text: str, span: Span) -> tuple[str, str]:
    return text[max(0, span.start - NEIGHBOURS) : span.start], text[span.end : span.end + NEIGHBOURS]


def memories(bilingual: Sequence[Bilingual], terms: Terms) -> Iterator[Store]:
    """Each bilingual file in each direction it has, with the terms found."""
    for file in bilingual:
        for language in file.target_languages:
            yield _store(file, language, terms)


def _store(file: Bilingual, language: str, terms: Terms) -> Store:
    rows: list[tuple[Text, Text, tuple[tuple[str, str], ...]]] = []
    for unit, line in zip(file.units, file.lines or (None,) * len(file.units), strict=True):
        sides = {v.language: v for v in unit.variants}
        one, other = sides.get(file.source_language), sides.get(language)
        if one is None or other is None:
            continue
        source = Text(one.text, one.language, file.file, unit.id, one.line or line, content=one.content)
        target = Text(
            other.text, other.language, file.file, unit.id, other.line or line, content=other.content
        )
        rows.append((source, target, unit.properties))
    sources = terms.within([source for source, _, _ in rows])
    targets = terms.within([target for _, target, _ in rows])
    pairs = tuple(Pair(s, t, row[2]) for s, t, row in zip(sources, targets, rows, strict=True))
    return Store(pairs, file.source_language, language)


def pages(
    documents: Sequence[Document], bilingual: Sequence[Bilingual], terms: Terms, styles: Mapping[str, str]
) -> Iterator[Page]:
    """Every document as a whole, and the targets of every bilingual file in each of its languages."""
    for document in documents:
        style = styles.get(document.outlet, "")
        yield Page((whole(document, terms),), document.language, document.outlet, style)
    for store in memories(bilingual, terms):
        yield Page(tuple(p.target for p in store.pairs), store.target_language)
