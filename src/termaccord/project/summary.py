"""What a build has to say of itself."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termaccord.lint.engine import Material, lint
from termaccord.lint.rule import Scope
from termaccord.lint.rules import RULES
from termaccord.model import Alignment, BlockKind, Document, Place, ProposedConcept, Severity
from termaccord.model import Rendering as Variant


@dataclass(frozen=True, slots=True)
class Rendering:
    """One name of a concept in one language."""

    text: str
    count: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """A concept that has several competing names in one language."""

    concept: str
    category: str
    name: str
    """What it is called in the language it comes from."""
    language: str
    renderings: tuple[Rendering, ...]


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Words of menus, notices and the like that stand around the texts, and were left out."""

    text: str
    count: int
    path: str
    """Of the first place."""
    line: int | None
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a build, in the order in which they are told."""

    documents: dict[str, int]
    """By language."""
    segments: int
    boilerplate: tuple[Boilerplate, ...]
    """Most frequent first."""
    pairs: int
    beads: dict[str, int]
    """By kind, such as 2-1."""
    coverage: float
    """Share of the segments of aligned texts, both sides, that stand in a bead kept for the memory."""
    left_out: int
    """Two-sided beads below the least confidence."""
    repeated: int
    """Units left out because the same two segments stand in the file already."""
    alternatives: int
    """Units in a file of their own because their source segment has another translation in the same text."""
    units: int
    """Written, alternatives included."""
    concepts: dict[str, int]
    """By category."""
    terms: int
    recognised: int
    """Concepts that the accepted glossary knows already."""
    splits: tuple[Split, ...]
    """Most occurrences first."""
    exports: dict[str, dict[str, int]]
    """Of each tool that the settings name: how many things of each kind its files do not say."""


def boilerplate(documents: Sequence[Document]) -> tuple[Boilerplate, ...]:
    """What was taken for menus and notices, each wording once, the first place of each in the order of the texts."""
    found: dict[str, list[Place]] = {}
    for document in documents:
        for block in document.blocks:
            if block.kind is BlockKind.BOILERPLATE:
                text = " ".join(block.span.of(document.text).split())
                found.setdefault(text, []).append(document.place(block.span))
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        Boilerplate(text, len(places), places[0].file, places[0].line, places[0].paragraph)
        for text, places in ordered
    )


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


def splits(
    concepts: Sequence[ProposedConcept], documents: Sequence[Document], alignments: Sequence[Alignment]
) -> tuple[Split, ...]:
    """Names that have several forms in one language: what a check without a glossary reports of them, remarks apart."""
    rules = [rule for rule in RULES if rule.scope is Scope.CORPUS]
    found = lint(Material(tuple(documents), tuple(alignments), concepts=tuple(concepts)), rules)
    named = {c.id: c for c in concepts}
    language = {d.path or d.name: d.language for d in documents}
    made = (
        _split(named[f.concept], language[f.place.file], f.variants, documents)
        for f in found
        if f.concept in named and len(f.variants) > 1 and f.severity is not Severity.INFO
    )
    return tuple(sorted(made, key=lambda s: (-sum(r.count for r in s.renderings), s.concept, s.language)))


def _split(
    concept: ProposedConcept, language: str, variants: Sequence[Variant], documents: Sequence[Document]
) -> Split:
    originals = {d.language for d in documents if any(t.translation_of == d.name for t in documents)}
    own = [t for t in concept.terms if t.language in originals and not t.abbreviation]
    renderings = [
        Rendering(v.text, len(v.places), tuple(sorted({p.file for p in v.places}))) for v in variants
    ]
    ordered = tuple(sorted(renderings, key=lambda r: (-r.count, r.text)))
    name = own[0].text if own else concept.terms[0].text
    return Split(concept.id, concept.category.value, name, language, ordered)
