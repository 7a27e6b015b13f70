"""Names that neither words nor sounds pair, paired because nothing else is left: «Косолапый» and Midnight Burglar."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from termaccord.extract.bilingual.pairs import SURE, Pair, Pairing, Rendering
from termaccord.extract.bilingual.scenes import Scene, Standing
from termaccord.extract.candidates import Candidate
from termaccord.model import Category

FREE = frozenset({Category.EXERCISE, Category.OPERATION, Category.PROGRAMME, Category.MOTTO, Category.EVENT})
"""Kinds whose names translators make anew."""
NAMED = 0.5
"""Termhood of what surely is a name."""
TOUCH = 0.2
"""Score of the word links that two such names must have for all that."""
LABELLED = 0.8
"""Termhood from which a word beside each name says what it is: then nothing more is asked."""
SCORE = 0.6
"""What their rendering is worth."""


def settled(scenes: Sequence[Scene], candidates: Sequence[Candidate], paired: Pairing) -> Pairing:
    """
    Add the renderings of names that are alone of their kind on both sides, wherever the one stands.

    Only names that have no other rendering take part, and names with the same years.
    """
    known = _known(paired, candidates)
    votes: dict[Pair, list[float]] = defaultdict(list)
    stands: dict[int, int] = defaultdict(int)
    for scene in scenes:
        source, target = scene.couple.source, scene.couple.target
        left = _alone(scene.source, target.line.language, candidates, known)
        right = _alone(scene.target, source.line.language, candidates, known)
        for standing in left.values():
            stands[standing.candidate] += 1
        for kind in sorted(left.keys() & right.keys()):
            pair = left[kind].candidate, right[kind].candidate
            votes[pair].append(scene.links.score(left[kind].words, right[kind].words))
    added = tuple(_agreed(votes, stands, candidates))
    if not added:
        return paired
    linked = _linked(scenes, frozenset((r.source, r.target) for r in added), paired)
    return replace(paired, renderings=(*paired.renderings, *added), linked=linked)


def _linked(
    scenes: Sequence[Scene], pairs: frozenset[Pair], paired: Pairing
) -> dict[tuple[int, int], frozenset[int]]:
    """The mentions that have their counterpart, with those of more pairs."""
    linked = dict(paired.linked)
    for index, scene in enumerate(scenes):
        for i, left in enumerate(scene.source):
            for j, right in enumerate(scene.target):
                if (left.candidate, right.candidate) in pairs:
                    linked[index, 0] = linked.get((index, 0), frozenset()) | {i}
                    linked[index, 1] = linked.get((index, 1), frozenset()) | {j}
    return linked


def _known(paired: Pairing, candidates: Sequence[Candidate]) -> frozenset[tuple[int, str]]:
    """Names and the languages in which they have a rendering."""
    sure = [r for r in paired.renderings if r.score >= SURE]
    there = {(r.source, candidates[r.target].language) for r in sure}
    return frozenset(there | {(r.target, candidates[r.source].language) for r in sure})


def _alone(
    standings: Sequence[Standing],
    other: str,
    candidates: Sequence[Candidate],
    known: frozenset[tuple[int, str]],
) -> dict[Category, Standing]:
    """By kind, the only name of that kind without a rendering in the other language."""
    kinds: dict[Category, list[Standing]] = defaultdict(list)
    for standing in sorted(standings, key=lambda s: (-candidates[s.candidate].score, s.candidate)):
        name = candidates[standing.candidate]
        inside = any(_overlap(standing, s) for s in kinds[name.category])
        if name.category in FREE and name.score >= NAMED and not name.abbreviation and not inside:
            kinds[name.category].append(standing)
    only = {kind: found[0] for kind, found in kinds.items() if len({s.candidate for s in found}) == 1}
    return {kind: s for kind, s in only.items() if (s.candidate, other) not in known}


def _overlap(one: Standing, other: Standing) -> bool:
    return one.words.start < other.words.stop and other.words.start < one.words.stop


def _agreed(
    votes: Mapping[Pair, Sequence[float]], stands: Mapping[int, int], candidates: Sequence[Candidate]
) -> Iterator[Rendering]:
    """Pairs on which all passages agree where the first stands alone of its kind."""
    for (left, right), scores in sorted(votes.items()):
        mean = sum(scores) / len(scores)
        same = candidates[left].years == candidates[right].years
        certain = min(candidates[left].score, candidates[right].score) >= LABELLED
        if same and (certain or mean >= TOUCH) and len(scores) == stands[left]:
            yield Rendering(left, right, SCORE, len(scores), mean, 0.0)
