"""Names in texts that translate nothing, brought to the concepts that other texts have under another name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from termaccord.extract.assemble import category_of
from termaccord.extract.bilingual.lines import Line, read
from termaccord.extract.bilingual.links import Vectors, similarity, vectors
from termaccord.extract.bilingual.scenes import Embed
from termaccord.extract.candidates import Candidate
from termaccord.model import Category

Group = tuple[int, ...]
Kind = tuple[Category, frozenset[str]]
"""Category and years."""

CLOSE = 0.735
"""Mean of three likenesses (word by word, as wholes, across languages) from which two names name one thing."""
AHEAD = 0.1
"""How much closer it must be than the next concept: between two that fit as well nothing is known."""
ROUNDING = 0.01
"""More than sums of products can differ by the order in which they are added up."""
NAMED = frozenset(Category) - {Category.CONCEPT, Category.PLACE, Category.PERSON}
"""Kinds whose names say what they name, so that likeness of meaning is likeness of thing."""


def cousins(
    gathered: Sequence[Group], candidates: Sequence[Candidate], aligned: frozenset[str], embed: Embed
) -> tuple[Group, ...]:
    """
    Unite groups of one language from documents outside every alignment with the concept that they mean.

    The concept is of the same kind and years, has names in several languages,
    and does not stand in the same document under its own name.
    """
    homes = [g for g in gathered if len({candidates[i].language for i in g}) > 1]
    lone = [g for g in gathered if _lone(g, candidates, aligned)]
    if not homes or not lone:
        return tuple(gathered)
    likeness = _Likeness([candidates[i] for g in (*homes, *lone) for i in g], embed)
    kinds = _Kinds(candidates)
    for at, home in enumerate(homes):
        kinds.put(at, home)
    united: set[Group] = set()
    for group in lone:
        found = _home(group, kinds.like(group), candidates, likeness)
        if found is not None:
            united.add(group)
            kinds.put(found, tuple(sorted((*kinds.groups[found], *group))))
    now = {home: kinds.groups[at] for at, home in enumerate(homes)}
    return tuple(now.get(group, group) for group in gathered if group not in united)


class _Kinds:
    """Groups by what must be alike: their category and their years."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = candidates
        self.groups: dict[int, Group] = {}
        self._alike: dict[Kind, dict[int, Group]] = defaultdict(dict)

    def put(self, at: int, group: Group) -> None:
        """File a group under a number, instead of the one that was there."""
        if at in self.groups:
            self._alike[self._kind(self.groups[at])].pop(at)
        self.groups[at] = group
        self._alike[self._kind(group)][at] = group

    def like(self, group: Group) -> Mapping[int, Group]:
        """The groups of the same kind, by their numbers."""
        return self._alike.get(self._kind(group), {})

    def _kind(self, group: Group) -> Kind:
        members = [self._candidates[i] for i in group]
        return category_of(members), frozenset(year for member in members for year in member.years)


def _lone(group: Group, candidates: Sequence[Candidate], aligned: frozenset[str]) -> bool:
    members = [candidates[i] for i in group]
    if len({m.language for m in members}) > 1 or all(m.abbreviation or " " not in m.key for m in members):
        return False
    return category_of(members) in NAMED and not _documents(members) & aligned


def _documents(members: Sequence[Candidate]) -> set[str]:
    return {mention.document for member in members for mention in member.mentions}


def _home(
    group: Group, homes: Mapping[int, Group], candidates: Sequence[Candidate], likeness: "_Likeness"
) -> int | None:
    """Number of the concept of its kind that is close, and clearly closer than any other."""
    mine = [candidates[i] for i in group]
    near = likeness.near(mine, {at: [candidates[i] for i in home] for at, home in homes.items()})
    scores = sorted(((likeness.of(mine, home), -at) for at, home in near.items()), reverse=True)
    if not scores or scores[0][0] < CLOSE:
        return None
    best, at = scores[0]
    second = scores[1][0] if len(scores) > 1 else 0.0
    if best < second + AHEAD or _documents(mine) & _documents(near[-at]):
        return None
    return -at


class _Likeness:
    """How alike the names of two groups are."""

    def __init__(self, names: Sequence[Candidate], embed: Embed) -> None:
        self._lines = {(c.language, c.text): read(c.text, c.language) for c in names}
        self._words: Vectors = vectors(self._lines.values(), embed)
        texts = sorted({c.text for c in names})
        table = np.asarray(embed(texts))
        table = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
        self._whole = dict(zip(texts, table, strict=True))

    def near(
        self, group: Sequence[Candidate], homes: Mapping[int, Sequence[Candidate]]
    ) -> dict[int, Sequence[Candidate]]:
        """
        The homes whose likeness may matter.

        As wholes they must be so alike that the closest likeness word by word could make them rivals.
        """
        names = [(at, c) for at, home in homes.items() for c in home if not c.abbreviation]
        mine = [c for c in group if not c.abbreviation]
        if not names or not mine:
            return {}
        table = (
            np.stack([self._whole[c.text] for _, c in names])
            @ np.stack([self._whole[c.text] for c in mine]).T
        )
        best: dict[tuple[int, bool], float] = {}
        for (at, name), row in zip(names, table.max(axis=1).tolist(), strict=True):
            place = at, name.language == mine[0].language
            best[place] = max(best.get(place, 0.0), row)
        enough = 3 * (CLOSE - AHEAD) - 1 - ROUNDING
        return {
            at: home
            for at, home in homes.items()
            if best.get((at, True), 0.0) + best.get((at, False), 0.0) >= enough
        }

    def of(self, group: Sequence[Candidate], home: Sequence[Candidate]) -> float:
        """Mean of the best word by word, whole and cross-language likeness."""
        full = [c for c in group if not c.abbreviation]
        others = [c for c in home if not c.abbreviation]
        by_word = max((self._by_word(a, b) for a, b in _pairs(full, others, same=True)), default=0.0)
        whole = max((self._cosine(a, b) for a, b in _pairs(full, others, same=True)), default=0.0)
        across = max((self._cosine(a, b) for a, b in _pairs(full, others, same=False)), default=0.0)
        return (by_word + whole + across) / 3

    def _cosine(self, one: Candidate, other: Candidate) -> float:
        return float(self._whole[one.text] @ self._whole[other.text])

    def _by_word(self, one: Candidate, other: Candidate) -> float:
        """Mean likeness of every word that carries meaning to its best match in the other name."""
        left, right = self._lines[one.language, one.text], self._lines[other.language, other.text]
        known = similarity(left, right, self._words)[np.ix_(_meaning(left), _meaning(right))]
        if not known.size:
            return 0.0
        return float((known.max(axis=1).sum() + known.max(axis=0).sum()) / sum(known.shape))


def _meaning(line: Line) -> list[int]:
    return [i for i, function in enumerate(line.function) if not function]


def _pairs(
    group: Sequence[Candidate], home: Sequence[Candidate], *, same: bool
) -> Iterator[tuple[Candidate, Candidate]]:
    for one in group:
        for other in home:
            if (one.language == other.language) is same:
                yield one, other
