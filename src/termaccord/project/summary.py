"""What a build has to say of itself."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termaccord.model import Alignment, Category, Document, ProposedConcept, ProposedTerm
from termaccord.text.analyse import words
from termaccord.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Rendering:
    """One name of a concept in one language."""

    text: str
    count: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """A concept that has several full names in one language."""

    concept: str
    category: str
    name: str
    """What it is called in the language it comes from."""
    language: str
    renderings: tuple[Rendering, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a build, in the order in which they are told."""

    documents: dict[str, int]
    """By language."""
    segments: int
    pairs: int
    beads: dict[str, int]
    """By kind, such as 2-1."""
    coverage: float
    """Share of the segments of aligned texts, both sides, that stand in a bead kept for the memory."""
    left_out: int
    """Two-sided beads below the least confidence."""
    units: int
    concepts: dict[str, int]
    """By category."""
    terms: int
    recognised: int
    """Concepts that the accepted glossary knows already."""
    splits: tuple[Split, ...]
    """Most occurrences first."""


def bead_kinds(alignments: Iterable[Alignment]) -> dict[str, int]:
    """How many beads there are of each kind, most frequent first."""
    counts = Counter(f"{len(b.source)}-{len(b.target)}" for a in alignments for b in a.beads)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def coverage(alignments: Sequence[Alignment], least_confidence: float) -> float:
    """Share of segments, both sides counted, that stand in a two-sided bead of at least this confidence."""
    kept = total = 0
    for alignment in alignments:
        total += len(alignment.source.segments) + len(alignment.target.segments)
        kept += sum(
            len(b.source) + len(b.target)
            for b in alignment.beads
            if b.source and b.target and b.score >= least_confidence
        )
    return kept / total if total else 1.0


def splits(concepts: Iterable[ProposedConcept], documents: Sequence[Document]) -> tuple[Split, ...]:
    """
    Names with several full forms in one language.

    A short form or the same words in another number is none, and ordinary vocabulary is left alone.
    """
    originals = {d.language for d in documents if not d.translation_of and _translated(d, documents)}
    found = []
    for concept in (c for c in concepts if c.category is not Category.CONCEPT):
        for language in sorted({t.language for t in concept.terms} - originals):
            rivals = _rivals([t for t in concept.terms if t.language == language and not t.abbreviation])
            if len(rivals) > 1:
                found.append(_split(concept, language, rivals, originals))
    return tuple(sorted(found, key=lambda s: (-sum(r.count for r in s.renderings), s.concept, s.language)))


def _translated(document: Document, documents: Sequence[Document]) -> bool:
    return any(d.translation_of == document.name for d in documents)


def _rivals(terms: Sequence[ProposedTerm]) -> list[ProposedTerm]:
    chosen: list[tuple[frozenset[str], ProposedTerm]] = []
    for term in sorted(terms, key=lambda t: -len(t.text)):
        content = frozenset(fold(w.lemma) for w in words(term.text, term.language))
        if not any(content <= other for other, _ in chosen):
            chosen.append((content, term))
    return [t for _, t in chosen]


def _split(concept: ProposedConcept, language: str, rivals: list[ProposedTerm], originals: set[str]) -> Split:
    own = [t for t in concept.terms if t.language in originals and not t.abbreviation]
    renderings = [
        Rendering(t.text, len(t.occurrences), tuple(sorted({o.document for o in t.occurrences})))
        for t in rivals
    ]
    ordered = tuple(sorted(renderings, key=lambda r: (-r.count, r.text)))
    name = own[0].text if own else concept.terms[0].text
    return Split(concept.id, concept.category.value, name, language, ordered)
