"""
Precision and recall of an alignment against gold, strict and lax.

The definitions are those of vecalign's scorer (Thompson and Koehn 2019).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termaccord.model import Bead

Sides = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Counts:
    """Sums that may be added up over documents before figures are taken."""

    strict: int = 0
    """Beads of ours that gold has too."""
    lax: int = 0
    """Beads of ours that share a source and a target segment with a gold bead."""
    beads: int = 0
    found: int = 0
    """Gold beads with two sides that are ours too."""
    found_lax: int = 0
    gold: int = 0
    """Gold beads with two sides."""

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.strict + other.strict,
            self.lax + other.lax,
            self.beads + other.beads,
            self.found + other.found,
            self.found_lax + other.found_lax,
            self.gold + other.gold,
        )

    @property
    def strict_f1(self) -> float:
        return _f1(self.strict / max(1, self.beads), self.found / max(1, self.gold))

    @property
    def lax_f1(self) -> float:
        return _f1(self.lax / max(1, self.beads), self.found_lax / max(1, self.gold))


def sides(beads: Iterable[Bead]) -> list[Sides]:
    """Beads as pairs of tuples of segment numbers, the notation of gold files."""
    return [(tuple(b.source), tuple(b.target)) for b in beads]


def score(gold: Sequence[Sides], found: Sequence[Sides]) -> Counts:
    """
    Compare beads with gold.

    Precision is over all beads, recall over gold beads with two sides;
    an omission of several segments counts as one bead each.
    """
    theirs, ours = _single_omissions(gold), _single_omissions(found)
    their_links, our_links = _links(theirs), _links(ours)
    two_sided = {b for b in theirs if b[0] and b[1]}
    return Counts(
        strict=len(ours & theirs),
        lax=sum(b in theirs or _touches(b, their_links) for b in ours),
        beads=len(ours),
        found=len(two_sided & ours),
        found_lax=sum(b in ours or _touches(b, our_links) for b in two_sided),
        gold=len(two_sided),
    )


def _single_omissions(beads: Iterable[Sides]) -> set[Sides]:
    result: set[Sides] = set()
    for source, target in beads:
        if source and target:
            result.add((tuple(source), tuple(target)))
        else:
            result.update(((i,), ()) for i in source)
            result.update(((), (j,)) for j in target)
    return result


def _links(beads: Iterable[Sides]) -> set[tuple[int, int]]:
    return {(i, j) for source, target in beads for i in source for j in target}


def _touches(bead: Sides, links: set[tuple[int, int]]) -> bool:
    return any((i, j) in links for i in bead[0] for j in bead[1])


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
