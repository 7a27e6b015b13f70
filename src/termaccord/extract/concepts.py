"""Candidates of all languages gathered into concepts: one thing and all its names."""

from collections.abc import Iterable, Sequence

from termaccord.extract.candidates import Candidate
from termaccord.extract.pairs import SURE, Rendering


def gather(
    candidates: Sequence[Candidate],
    variants: Iterable[Sequence[int]],
    renderings: Iterable[Rendering],
) -> tuple[tuple[int, ...], ...]:
    """
    Put candidates together that name one thing.

    Variants of one language come first, then renderings from the surest on;
    a candidate goes with the counterpart that it is linked to most.
    Every candidate stands in exactly one group; groups are sorted by their first member.
    """
    sure = [r for r in renderings if r.score >= SURE]
    best = _best(sure, candidates)
    clusters = _Clusters(candidates)
    for group in variants:
        for other in group[1:]:
            clusters.join(group[0], other)
    for rendering in sure:
        # One side must know no better: several renderings of a name join it, as its own are theirs.
        if rendering in (
            best.get((rendering.source, _language(candidates, rendering.target))),
            best.get((rendering.target, _language(candidates, rendering.source))),
        ):
            clusters.join(rendering.source, rendering.target)
    return clusters.groups()


def _best(sure: Sequence[Rendering], candidates: Sequence[Candidate]) -> dict[tuple[int, str], Rendering]:
    """For every candidate and other language, its best rendering."""
    best: dict[tuple[int, str], Rendering] = {}
    for rendering in sorted(sure, key=lambda r: (-r.score * r.links, -r.score, r.source, r.target)):
        best.setdefault((rendering.source, _language(candidates, rendering.target)), rendering)
        best.setdefault((rendering.target, _language(candidates, rendering.source)), rendering)
    return best


def _language(candidates: Sequence[Candidate], index: int) -> str:
    return candidates[index].language


class _Clusters:
    """Disjoint sets that keep editions of different years apart."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._members = {i: [i] for i in range(len(candidates))}
        self._head = list(range(len(candidates)))
        self._years = [c.years for c in candidates]

    def join(self, left: int, right: int) -> bool:
        """Unite two sets, unless they name different editions."""
        a, b = sorted((self._head[left], self._head[right]))
        if a == b or self._years[left] != self._years[right]:
            return a == b
        self._members[a] += self._members.pop(b)
        for member in self._members[a]:
            self._head[member] = a
        return True

    def groups(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(sorted(members)) for _, members in sorted(self._members.items()))
