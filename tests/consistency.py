"""How much of what the gold of corpus/ calls inconsistent the house reports, and how much else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tests import corpus_gold
from tests.quality import Place

from termaccord.lint.engine import Material, lint
from termaccord.model import Finding, Severity, Span
from termaccord.project.corpus import Corpus
from termaccord.project.work import align_corpus, extract_corpus

SERIOUS = frozenset({Severity.ERROR, Severity.WARNING})
ONE_PLACE = frozenset({"number-mismatch", "untranslated-term"})
"""Kinds of finding that have one wrong place; the others have forms that compete."""
SIDE: tuple[Literal["a"], Literal["b"]] = ("a", "b")


@dataclass(frozen=True, slots=True)
class Gold:
    """A finding of the gold: its forms with their places."""

    id: str
    kind: str
    preferred: str
    places: tuple[tuple[str, Place], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1; what was missed, reported in vain and sprung, by id or message."""

    recall: float
    precision: float
    missed: tuple[str, ...]
    vain: tuple[str, ...]
    sprung: tuple[str, ...]


def consistency(corpus: Corpus, cache: Path | None = None) -> Figures:
    """
    Errors and warnings on the whole corpus against its findings and traps, without any glossary.

    A remark counts as found, but not as reported in vain.
    """
    alignments = align_corpus(corpus.pairs, cache, jobs=1)
    concepts = extract_corpus(corpus, cache, alignments=alignments)
    reported = lint(Material(corpus.documents, alignments, (), concepts))
    wanted = [_gold(row) for row in corpus_gold.findings()]
    serious = [f for f in reported if f.severity in SERIOUS]
    missed = [g.id for g in wanted if not any(matches(f, g) for f in reported)]
    vain = [f for f in serious if not any(matches(f, g) for g in wanted)]
    sprung = [row["id"] for row in corpus_gold.traps() if any(_springs(f, row) for f in serious)]
    return Figures(
        1 - len(missed) / max(1, len(wanted)),
        1 - len(vain) / max(1, len(serious)),
        tuple(missed),
        tuple(f"{f.code} {f.place.file} {f.message}" for f in vain),
        tuple(sprung),
    )


def _gold(row: dict[str, Any]) -> Gold:
    places = tuple((p.surface, _place(p)) for p in corpus_gold.places_of_finding(row))
    return Gold(row["id"], row["kind"], row["preferred"], places)


def _place(place: corpus_gold.Place) -> Place:
    path = next(e.path for e in corpus_gold.documents() if e.id == place.document)
    return Place(path, place.start, place.start + len(place.surface))


def matches(finding: Finding, gold: Gold) -> bool:
    """One wrong place for a wrong number or a word left over; two competing forms for everything else."""
    own = _spans([(finding.place.file, finding.place.span)])
    if gold.kind in ONE_PLACE:
        wrong = [p for text, p in gold.places if corpus_gold.fold(text) != corpus_gold.fold(gold.preferred)]
        return any(a.overlap(b) >= 0.2 for a in own for b in wrong)
    touched = [*own, *_spans((p.file, p.span) for v in finding.variants for p in v.places)]
    forms = {corpus_gold.fold(t) for t, p in gold.places if any(s.overlap(p) >= 0.5 for s in touched)}
    return len(forms) > 1


def _spans(places: Iterable[tuple[str, Span | None]]) -> list[Place]:
    """Paths as the manifest has them."""
    known = [e.path for e in corpus_gold.documents()]
    return [
        Place(next(p for p in known if file.endswith(p)), span.start, span.end)
        for file, span in places
        if span
    ]


def _springs(finding: Finding, row: dict[str, Any]) -> bool:
    """Whether two variants of a finding stand for the two sides of a trap."""
    a, b = ([_place(p) for p in corpus_gold.places_of_trap(row, side)] for side in SIDE)
    sides = [_sides(_spans((p.file, p.span) for p in v.places), a, b) for v in finding.variants]
    return (True, False) in sides and (False, True) in sides


def _sides(mine: Sequence[Place], a: Sequence[Place], b: Sequence[Place]) -> tuple[bool, bool]:
    touches = tuple(any(s.overlap(p) >= 0.8 for s in mine for p in side) for side in (a, b))
    return touches[0], touches[1]
