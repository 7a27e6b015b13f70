"""Terms of a bilingual memory with their renderings, names or not: whatever recurs and is rendered alike."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from termaccord.extract.bilingual.bitext import Couple, Passage
from termaccord.extract.bilingual.lines import Line
from termaccord.extract.bilingual.links import Links
from termaccord.extract.bilingual.phrases import Mask, has_noun, shapes
from termaccord.extract.bilingual.scenes import Scene


@dataclass(frozen=True, slots=True)
class Limits:
    """What counts as a term of a memory."""

    longest: int = 5
    """Words in the longest term; longer ones are names, which have cues of their own."""
    sample: int = 40
    """Occurrences of a term that are looked at; more change nothing."""
    least: int = 2
    """Couples in which a term stands, so that one slip of a translator makes no term."""
    match: float = 0.4
    """Score of the word links below which a span renders nothing."""
    onward: float = 0.8
    """Weight of how often the source is rendered so, beside how often the target renders it."""
    rare: float = 2.0
    """Occurrences that a rendering is thought to have besides: what stands twice proves little."""


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a phrase stands: the couple's index and the words of its line."""

    couple: int
    words: range


@dataclass(frozen=True, slots=True)
class Phrase:
    """A recurring phrase of one side."""

    key: str
    spots: tuple[Spot, ...]
    couples: int
    """In how many it stands."""
    noun: bool
    """Whether its likeliest reading has a noun."""


@dataclass(frozen=True, slots=True)
class TermPair:
    """A phrase and one of its renderings."""

    source: Phrase
    target: Phrase
    score: float


@dataclass(frozen=True, slots=True)
class Bitext:
    """Couples with their links and the phrases on both sides."""

    couples: tuple[Couple, ...]
    links: tuple[Links, ...] = field(repr=False)
    shapes: tuple[tuple[Mask, Mask], ...] = field(repr=False)

    def passage(self, couple: int, side: int) -> Passage:
        """Source for side 0, target for side 1."""
        pair = self.couples[couple]
        return pair.source if side == 0 else pair.target

    def line(self, couple: int, side: int) -> Line:
        return self.passage(couple, side).line


def bitext(scenes: Sequence[Scene], limits: Limits = LIMITS) -> Bitext:
    """Mark the phrases of couples whose words are linked."""
    sides = ((s.couple.source.line, s.couple.target.line) for s in scenes)
    return Bitext(
        tuple(s.couple for s in scenes),
        tuple(s.links for s in scenes),
        tuple(
            (shapes(a, limits.longest, words=True), shapes(b, limits.longest, words=True)) for a, b in sides
        ),
    )


def term_pairs(found: Bitext, limits: Limits = LIMITS) -> dict[str, tuple[TermPair, ...]]:
    """
    Pair every recurring phrase of the source with its renderings, best first.

    What a phrase is rendered by is summed over its occurrences and seen from both sides:
    a rendering must point back.
    """
    sources, targets = _phrases(found, 0, limits), _phrases(found, 1, limits)
    onward = {key: _rendered(found, phrase, 0, limits) for key, phrase in sources.items()}
    back = {key: _rendered(found, phrase, 1, limits) for key, phrase in targets.items()}
    pairs = {}
    for key, shares in onward.items():
        scored = [
            TermPair(sources[key], targets[other], _mean(share, back[other].get(key, 0.0), limits))
            for other, share in shares.items()
            if other in targets
        ]
        ranked = sorted(scored, key=lambda p: (-p.score, p.target.key))
        if ranked and ranked[0].score > 0:
            pairs[key] = tuple(p for p in ranked if p.score > 0)
    return pairs


def _mean(onward: float, back: float, limits: Limits) -> float:
    """Weighted geometric mean: both directions must agree."""
    return float(onward**limits.onward * back ** (1 - limits.onward))


def _phrases(found: Bitext, side: int, limits: Limits) -> dict[str, Phrase]:
    """Phrases that stand in enough couples, by key."""
    spots: dict[str, list[Spot]] = defaultdict(list)
    for index, masks in enumerate(found.shapes):
        line = found.line(index, side)
        for first, more in np.argwhere(masks[side]).tolist():
            words = range(first, first + more + 1)
            spots[line.key(words)].append(Spot(index, words))
    phrases = (_phrase(found, side, key, places) for key, places in spots.items())
    return {p.key: p for p in phrases if p.couples >= limits.least}


def _phrase(found: Bitext, side: int, key: str, spots: Sequence[Spot]) -> Phrase:
    line, words = found.line(spots[0].couple, side), spots[0].words
    couples = len({spot.couple for spot in spots})
    return Phrase(key, tuple(spots), couples, has_noun(line, words))


def _rendered(found: Bitext, phrase: Phrase, side: int, limits: Limits) -> Mapping[str, float]:
    """Keys of the other side with the share of occurrences that they render."""
    sampled = phrase.spots[:: max(1, len(phrase.spots) // limits.sample)]
    shares: dict[str, float] = defaultdict(float)
    for spot in sampled:
        for key, weight in _best(found, spot, side, limits):
            shares[key] += weight / (len(sampled) + limits.rare)
    return shares


def _best(found: Bitext, spot: Spot, side: int, limits: Limits) -> Iterator[tuple[str, float]]:
    """The likeliest spans for one occurrence; near misses count less the farther they are behind."""
    links = found.links[spot.couple] if side == 0 else found.links[spot.couple].turned
    scores = (links.projections(spot.words, limits.longest) * found.shapes[spot.couple][1 - side]).ravel()
    line = found.line(spot.couple, 1 - side)
    top = np.argsort(-scores, kind="stable")[:3].tolist()
    for place in top:
        score = float(scores[place])
        if score >= limits.match:
            first, more = divmod(place, limits.longest)
            weight = score * float(np.exp((score - scores[top[0]]) / 0.1))
            yield line.key(range(first, first + more + 1)), weight
