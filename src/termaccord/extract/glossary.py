"""Proposed concepts as a glossary, with where each term was found and how sure we are."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Document,
    Glossary,
    LanguageSection,
    Occurrence,
    ProposedConcept,
    ProposedTerm,
    Term,
)

CONTEXTS = 2
"""Sentences that are quoted for a term, from as many documents."""


def concepts_to_glossary(
    proposed: Sequence[ProposedConcept],
    documents: Sequence[Document],
    *,
    subject_field: str = "",
    title: str = "",
) -> Glossary:
    """
    Write proposals up: all terms of a concept, contexts with their document, score and counts in notes.

    No term gets a status, for nobody has judged it yet.
    Concepts are ordered by id, so that a rebuild shows only what is new.
    """
    known = {d.path or d.name: d for d in documents}
    concepts = tuple(_concept(c, known, subject_field) for c in sorted(proposed, key=lambda c: c.id))
    return Glossary(concepts, title=title)


def _concept(concept: ProposedConcept, documents: Mapping[str, Document], subject_field: str) -> Concept:
    sections = tuple(
        LanguageSection(language, tuple(_term(term, documents) for term in terms))
        for language, terms in groupby(concept.terms, key=lambda term: term.language)
    )
    notes = (f"category: {concept.category}", f"score: {concept.score:.2f}")
    return Concept(concept.id, sections, subject_field, extra=tuple(_note(text) for text in notes))


def _term(term: ProposedTerm, documents: Mapping[str, Document]) -> Term:
    places = {o.document for o in term.occurrences}
    notes = (f"score: {term.score:.2f}", f"occurrences: {len(term.occurrences)}", f"documents: {len(places)}")
    return Term(
        term.text,
        term_type="abbreviation" if term.abbreviation else "",
        contexts=tuple(_contexts(term.occurrences, documents)),
        extra=tuple(_note(text) for text in notes),
    )


def _note(text: str) -> DataCategory:
    return DataCategory("note", text=text)


def _contexts(occurrences: Iterable[Occurrence], documents: Mapping[str, Document]) -> Iterator[Description]:
    """The first sentence with the term from each of the first documents."""
    seen: set[str] = set()
    for occurrence in occurrences:
        document = documents.get(occurrence.document)
        if len(seen) < CONTEXTS and document and occurrence.document not in seen:
            sentence = _sentence(document, occurrence.span.start)
            if sentence:
                seen.add(occurrence.document)
                yield Description(sentence, occurrence.document)


def _sentence(document: Document, at: int) -> str:
    index = bisect_right(document.segments, at, key=lambda segment: segment.span.start) - 1
    if index < 0 or document.segments[index].span.end <= at:
        return ""
    return " ".join(document.segments[index].text.split())
