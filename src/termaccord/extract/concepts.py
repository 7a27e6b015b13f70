"""Candidates of all languages gathered into concepts: one thing and all its names."""

from collections.abc import Iterable, Iterator, Sequence

from termaccord.extract.bilingual.lines import abbreviation
from termaccord.extract.bilingual.pairs import SURE, Rendering
from termaccord.extract.candidates import Candidate
from termaccord.model import Category

SECOND = 0.8
"""How well the words of a second name in a language must match: it competes with a name that fits."""
SAME = 0.95
"""How well they must match in several places where the names as wholes are not alike."""
PLAIN = frozenset({Category.PERSON, Category.POSITION, Category.MOTTO})
"""
Kinds that nobody mistakes for others, while a workshop is a house or a meeting, and a drill here a campaign there.
"""
ALIKE = 0.45
"""How alike it must be to its counterpart by itself."""


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
        if rendering in _bests(rendering, best, candidates) and clusters.welcome(rendering):
            clusters.join(rendering.source, rendering.target)
    return clusters.groups()


def _best(sure: Sequence[Rendering], candidates: Sequence[Candidate]) -> dict[tuple[int, str], Rendering]:
    """For every candidate and other language, its best rendering."""
    best: dict[tuple[int, str], Rendering] = {}
    for rendering in sorted(sure, key=lambda r: (-r.score * r.links, -r.score, r.source, r.target)):
        best.setdefault((rendering.source, candidates[rendering.target].language), rendering)
        best.setdefault((rendering.target, candidates[rendering.source].language), rendering)
    return best


def _bests(
    rendering: Rendering, best: dict[tuple[int, str], Rendering], candidates: Sequence[Candidate]
) -> Iterator[Rendering]:
    yield best[rendering.source, candidates[rendering.target].language]
    yield best[rendering.target, candidates[rendering.source].language]


class _Clusters:
    """Disjoint sets that keep apart what cannot be one thing."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = candidates
        self._members = {i: [i] for i in range(len(candidates))}
        self._head = list(range(len(candidates)))
        self._place = {id(c): i for i, c in enumerate(candidates)}

    def welcome(self, rendering: Rendering) -> bool:
        """
        Whether the two sets may be united by a rendering.

        The first names of two languages may; a second name of a language must fit well
        and must not be its first with words added or left out, which is more or less than the thing.
        """
        left, right = self._of(rendering.source), self._of(rendering.target)
        rivals = [(a, b) for a in left for b in right if a.language == b.language]
        if not rivals:
            return True
        told = rendering.projection >= SAME and rendering.links > 1
        return _fits(rendering) and all(
            _equals(a, b, told=told) or self._shortened(rendering, a, b) for a, b in rivals
        )

    def _shortened(self, rendering: Rendering, left: Candidate, right: Candidate) -> bool:
        """Whether the rendering of a short form (Комиссия: Commission) is one, as the full forms stand beside."""
        pair = self._candidates[rendering.source], self._candidates[rendering.target]
        small, large = sorted((left, right), key=lambda c: len(c.key.split()))
        short, full = sorted(pair, key=lambda c: c.language != small.language)
        if small.category is not large.category or not _inside(small, large):
            return False
        if small is short:
            return any(_inside(full, c) for c in self._beside(full))
        return large is short and any(_inside(c, full) for c in self._beside(full))

    def _beside(self, candidate: Candidate) -> list[Candidate]:
        """The names of its language in the set of a candidate."""
        return [c for c in self._of(self._place[id(candidate)]) if c.language == candidate.language]

    def join(self, left: int, right: int) -> None:
        """Unite two sets, unless they name different editions."""
        a, b = sorted((self._head[left], self._head[right]))
        if a == b or self._candidates[left].years != self._candidates[right].years:
            return
        if any(_foreign(one, other) for one in self._of(left) for other in self._of(right)):
            return
        self._members[a] += self._members.pop(b)
        for member in self._members[a]:
            self._head[member] = a

    def groups(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(sorted(members)) for _, members in sorted(self._members.items()))

    def _of(self, index: int) -> list[Candidate]:
        return [self._candidates[i] for i in self._members[self._head[index]]]


def _fits(rendering: Rendering) -> bool:
    """By words and as a whole, or else by its words wherever it stands."""
    if rendering.projection >= SECOND and rendering.likeness >= ALIKE:
        return True
    return rendering.projection >= SAME and rendering.links > 1


def _foreign(one: Candidate, other: Candidate) -> bool:
    """Whether two offices or bodies belong to different organisations: the CSTO's deputy and the CIS's."""
    if one.language != other.language or one.abbreviation or other.abbreviation:
        return False
    left, right = _owners(one), _owners(other)
    return bool(left) and bool(right) and not left & right


def _owners(name: Candidate) -> frozenset[str]:
    """Abbreviations inside of the name of an office or body."""
    if name.category not in {Category.POSITION, Category.BODY} or name.text.isupper():
        return frozenset()
    return frozenset(w for w in name.text.replace("’s", "").split() if abbreviation(w))


def _inside(one: Candidate, other: Candidate) -> bool:
    return set(one.key.split()) < set(other.key.split())


def _equals(one: Candidate, other: Candidate, *, told: bool) -> bool:
    """
    Whether two names of one language may name the same: neither is a part of the other.

    They are of one kind, or else `told` to be one by their places, and of kinds that a word leaves open.
    """
    kinds = {one.category, other.category} - {Category.CONCEPT}
    if len(kinds) > 1 and not (told and kinds.isdisjoint(PLAIN)):
        return False
    words, others = set(one.key.split()), set(other.key.split())
    return words == others or not (words < others or others < words)
