"""Which candidates of two languages translate each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from termaccord.extract.bilingual.scenes import Embed, Scene, Standing
from termaccord.extract.candidates import Candidate
from termaccord.model import Category
from termaccord.text.transliterate import similar

Pair = tuple[int, int]
"""Indexes of a source candidate and of a target candidate."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """Two candidates that translate each other."""

    source: int
    target: int
    score: float
    """0 to 1."""
    links: int
    """Couples in which one stands for the other."""
    projection: float = 1.0
    """How well their words match where both stand."""
    likeness: float = 1.0
    """Of the citation forms, by meaning or by sound."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """All renderings, and which mentions have their counterpart."""

    renderings: tuple[Rendering, ...]
    """In falling order of score, then by index."""
    linked: Mapping[tuple[int, int], frozenset[int]]
    """By index of the scene and side (0 source, 1 target): indexes of the standings that are surely rendered."""


SURE = 0.5
"""Renderings below this count for nothing."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """What each kind of evidence adds to the logit of “these two translate each other”."""

    bias: float = -7.0
    projection: float = 6.0
    """Mean score of the word links between the two, where both stand in a couple."""
    likeness: float = 4.0
    """Cosine of the citation forms or likeness of their sound, whichever is more."""
    together: float = 1.5
    """Share of the couples of the rarer one in which the other stands too."""
    category: float = 0.5
    """For being of one category."""


LEANING = Leaning()


def pair(
    scenes: Sequence[Scene], candidates: Sequence[Candidate], embed: Embed, leaning: Leaning = LEANING
) -> Pairing:
    """
    Pair the candidates that stand in the two passages of a couple.

    Every mention is given to one counterpart only, best first (competitive linking: Melamed 2000),
    so that an idea that is always near another is not taken for it.
    """
    tables = [_table(scene) for scene in scenes]
    joint, single = _count(scenes, tables)
    logits = {both: _score(both, found, single, candidates, leaning) for both, found in joint.items()}
    like = _likeness(list(joint), candidates, embed)
    scores = {both: _sigmoid(logit + leaning.likeness * like[both]) for both, logit in logits.items()}
    links: dict[Pair, int] = defaultdict(int)
    taken: dict[tuple[int, int], set[int]] = defaultdict(set)
    for index, (scene, table) in enumerate(zip(scenes, tables, strict=True)):
        for i, j in _compete(scene, table, scores):
            both = scene.source[i].candidate, scene.target[j].candidate
            links[both] += 1
            if scores[both] >= SURE:
                taken[index, 0].add(i)
                taken[index, 1].add(j)
    found = (Rendering(a, b, scores[a, b], n, _mean(joint[a, b]), like[a, b]) for (a, b), n in links.items())
    ranked = tuple(sorted(found, key=lambda r: (-r.score, -r.links, r.source, r.target)))
    return Pairing(ranked, {at: frozenset(indexes) for at, indexes in taken.items()})


def _table(scene: Scene) -> list[float]:
    """Score of the word links between every mention of the source and every one of the target, row by row."""
    return [scene.links.score(left.words, right.words) for left in scene.source for right in scene.target]


def _count(
    scenes: Sequence[Scene], tables: Sequence[Sequence[float]]
) -> tuple[dict[Pair, list[float]], dict[int, int]]:
    """Best projection of each pair in every couple where both stand; couples of each candidate."""
    joint: dict[Pair, list[float]] = defaultdict(list)
    single: dict[int, int] = defaultdict(int)
    for scene, table in zip(scenes, tables, strict=True):
        best: dict[Pair, float] = {}
        for (left, right), score in zip(product(scene.source, scene.target), table, strict=True):
            pair = left.candidate, right.candidate
            best[pair] = max(best.get(pair, 0.0), score)
        for pair, score in best.items():
            joint[pair].append(score)
        for candidate in sorted({s.candidate for s in (*scene.source, *scene.target)}):
            single[candidate] += 1
    return joint, single


def _score(
    pair: Pair,
    found: Sequence[float],
    single: Mapping[int, int],
    candidates: Sequence[Candidate],
    leaning: Leaning,
) -> float:
    left, right = candidates[pair[0]], candidates[pair[1]]
    if left.years != right.years:
        return -np.inf
    together = len(found) / min(single[pair[0]], single[pair[1]])
    return (
        leaning.bias
        + leaning.projection * _mean(found)
        + leaning.together * together
        + leaning.category * (left.category is right.category)
    )


def _likeness(pairs: Sequence[Pair], candidates: Sequence[Candidate], embed: Embed) -> dict[Pair, float]:
    """Cosine of the citation forms, or how alike they sound."""
    texts = sorted({candidates[i].text for pair in pairs for i in pair})
    rows = {text: i for i, text in enumerate(texts)}
    table = np.asarray(embed(texts)) if texts else np.zeros((0, 1), np.float32)
    table = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return {
        (a, b): max(
            float(table[rows[candidates[a].text]] @ table[rows[candidates[b].text]]),
            sound(candidates[a], candidates[b]),
        )
        for a, b in pairs
    }


def sound(left: Candidate, right: Candidate) -> float:
    """Likeness of two names by sound; 0 for what is no name."""
    if Category.CONCEPT in {left.category, right.category}:
        return 0.0
    return similar(left.text, right.text)


def _compete(scene: Scene, table: Sequence[float], scores: Mapping[Pair, float]) -> Iterator[tuple[int, int]]:
    """Indexes of standings, best pairs first; a mention that has its counterpart takes no other."""
    rivals = sorted(
        (
            (scores[a.candidate, b.candidate] * projection, i, j)
            for ((i, a), (j, b)), projection in zip(_standings(scene), table, strict=True)
        ),
        key=lambda rival: (-rival[0], rival[1], rival[2]),
    )
    sources: set[int] = set()
    targets: set[int] = set()
    for score, i, j in rivals:
        if score > 0.25 and i not in sources and j not in targets:
            sources.add(i)
            targets.add(j)
            yield i, j


def _standings(scene: Scene) -> Iterator[tuple[tuple[int, Standing], tuple[int, Standing]]]:
    return product(enumerate(scene.source), enumerate(scene.target))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _sigmoid(logit: float) -> float:
    return float(1 / (1 + np.exp(-logit)))
