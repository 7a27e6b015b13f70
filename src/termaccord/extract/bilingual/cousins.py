"""Names in texts that translate nothing, brought to the concepts that other texts have under another name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from termaccord.extract.assemble import category_of
from termaccord.extract.bilingual.lines import Line, read
from termaccord.extract.bilingual.links import Vectors, similarity, vectors
from termaccord.extract.bilingual.orphans import spoken
from termaccord.extract.bilingual.scenes import Embed
from termaccord.extract.candidates import Candidate
from termaccord.model import Category
from termaccord.text.transliterate import similar

Group = tuple[int, ...]
Kind = tuple[Category, frozenset[str]]
"""Category and years: what two names of one thing have in common."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What two names of a kind must reach to be taken for one thing."""

    close: float
    """Mean of three likenesses: word by word, as wholes, across languages."""
    ahead: float
    """How much closer than the next concept: between two that fit as well nothing is known."""


CAUTIOUS = Bar(0.735, 0.1)
"""Where the words are ordinary ones, many of them are near."""
BARS: Mapping[Category, Bar] = MappingProxyType(
    {
        # Mottos of one year and kind are few, and translators take most freedom with them.
        Category.MOTTO: Bar(0.4, 0.1),
        Category.BODY: Bar(0.57, 0.095),
        Category.DOCUMENT: Bar(0.57, 0.1),
        # Names made of ordinary words: one of two being the same says little.
        Category.OPERATION: Bar(0.65, 0.25),
        Category.EXERCISE: Bar(0.65, 0.25),
        Category.PROGRAMME: Bar(0.65, 0.25),
        Category.EVENT: Bar(0.65, 0.25),
    }
)
"""Of names with capitals; measured on invented worlds with one outlet's texts cut loose from their originals."""
SOUNDS = 0.85
"""Likeness of sound from which a name is another written in other letters."""
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
    found = list(gathered)
    homes = [g for g in found if len({candidates[i].language for i in g}) > 1]
    lone = [g for g in found if _lone(g, candidates, aligned)]
    if not homes or not lone:
        return tuple(found)
    likeness = _Likeness([candidates[i] for g in (*homes, *lone) for i in g], embed)
    kinds: dict[Kind, dict[int, list[Candidate]]] = defaultdict(dict)
    for place, home in enumerate(homes):
        members = [candidates[i] for i in home]
        kinds[_kind(members)][place] = members
    chosen = [(*_home([candidates[i] for i in group], kinds, likeness), group) for group in lone]
    taken: dict[int, set[str]] = {at: _documents(_full(home, candidates)) for at, home in enumerate(homes)}
    for _close, at, group in sorted((c for c in chosen if c[1] is not None), key=lambda c: (-c[0], c[2])):
        # The closest comes first: a text calls a thing by one name, and its other names name other things.
        where = _documents(_full(group, candidates))
        if at is not None and not where & taken[at]:
            taken[at] |= where
            merged = tuple(sorted((*homes[at], *group)))
            found.remove(group)
            found[found.index(homes[at])] = merged
            homes[at] = merged
    return tuple(found)


def _lone(group: Group, candidates: Sequence[Candidate], aligned: frozenset[str]) -> bool:
    members = [candidates[i] for i in group]
    if len({m.language for m in members}) > 1 or all(m.abbreviation or " " not in m.key for m in members):
        return False
    named = category_of(members) in NAMED or any(spoken(m) for m in members)
    return named and not _documents(members) & aligned


def _documents(members: Sequence[Candidate]) -> set[str]:
    return {mention.document for member in members for mention in member.mentions}


def _home(
    mine: Sequence[Candidate], kinds: Mapping[Kind, Mapping[int, Sequence[Candidate]]], likeness: "_Likeness"
) -> tuple[float, int | None]:
    """How close the closest concept is, and its index where it is close enough and clearly closer than any other."""
    homes = kinds.get(_kind(mine), {})
    scores = [(0.0, 0), (0.0, 0)]
    for most, at in likeness.bounds(mine, homes):
        if most < scores[1][0]:
            break  # neither the first nor the second can be among those that are left
        scores = sorted([*scores, (likeness.of(mine, homes[at]), -at)], reverse=True)[:2]
    (best, at), (second, _) = scores
    bar = BARS.get(_kind(mine)[0], CAUTIOUS) if _capitalised(mine) else CAUTIOUS
    return best, None if best < bar.close or best < second + bar.ahead else -at


def _kind(members: Sequence[Candidate]) -> Kind:
    """Kind and years; a clause in quotation marks that nothing announces may be a motto."""
    kind = Category.MOTTO if any(spoken(m) for m in members) else category_of(members)
    return kind, frozenset(year for member in members for year in member.years)


def _full(group: Group, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without abbreviations, which may stand beside any of the names that they are short for."""
    return [candidates[i] for i in group if not candidates[i].abbreviation]


def _capitalised(members: Sequence[Candidate]) -> bool:
    return all(m.text[:1].isupper() for m in members)


class _Likeness:
    """How alike the names of two groups are."""

    def __init__(self, names: Sequence[Candidate], embed: Embed) -> None:
        self._lines = {(c.language, c.text): read(c.text, c.language) for c in names}
        self._words: Vectors = vectors(self._lines.values(), embed)
        texts = sorted({c.text for c in names})
        table = np.asarray(embed(texts))
        table = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
        self._whole = dict(zip(texts, table, strict=True))

    def of(self, group: Sequence[Candidate], home: Sequence[Candidate]) -> float:
        """Mean of the best word by word, whole and cross-language likeness of names of one kind."""
        full = [c for c in group if not c.abbreviation]
        others = [c for c in home if not c.abbreviation]
        if _sound_alike(full, others):
            return 1.0
        by_word = max((self._by_word(a, b) for a, b in _pairs(full, others, same=True)), default=0.0)
        whole = max((self._cosine(a, b) for a, b in _pairs(full, others, same=True)), default=0.0)
        across = max((self._cosine(a, b) for a, b in _pairs(full, others, same=False)), default=0.0)
        return (by_word + whole + across) / 3

    def bounds(
        self, group: Sequence[Candidate], homes: Mapping[int, Sequence[Candidate]]
    ) -> list[tuple[float, int]]:
        """The most that the likeness to each home can be, whatever their words are; the largest first."""
        full = [c for c in group if not c.abbreviation]
        names = [(at, c) for at, home in homes.items() for c in home if not c.abbreviation]
        if not full or not names:
            return []
        table = np.stack([self._whole[c.text] for _, c in names])
        closest = (table @ np.stack([self._whole[c.text] for c in full]).T).max(axis=1).tolist()
        best: dict[tuple[int, bool], float] = defaultdict(float)
        for (at, name), cosine in zip(names, closest, strict=True):
            place = at, name.language == full[0].language
            best[place] = max(best[place], cosine)
        most = {at: (1 + best[at, True] + best[at, False]) / 3 + ROUNDING for at in homes}
        alike = {at for at, name in names if _sound_alike(full, [name])}
        return sorted(((1.0 if at in alike else bound, at) for at, bound in most.items()), reverse=True)

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


def _sound_alike(names: Sequence[Candidate], others: Sequence[Candidate]) -> bool:
    """Whether one is another one written in other letters."""
    return any(similar(a.text, b.text) >= SOUNDS for a, b in _pairs(names, others, same=False))


def _pairs(
    group: Sequence[Candidate], home: Sequence[Candidate], *, same: bool
) -> Iterator[tuple[Candidate, Candidate]]:
    for one in group:
        for other in home:
            if (one.language == other.language) is same:
                yield one, other
