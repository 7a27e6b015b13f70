"""Two segmented documents to beads: a walk, what it teaches, a second walk, and blocks that have moved."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from termaccord.align import anchors as anchoring
from termaccord.align import band as bands
from termaccord.align.atoms import Atoms, atoms, finished, uncovered
from termaccord.align.band import Band
from termaccord.align.chain import Pair, best_pairs, heaviest_chain
from termaccord.align.confidence import confidences, values
from termaccord.align.cost import (
    KINDS,
    LONGEST,
    Doubles,
    Evidence,
    Floats,
    Learnt,
    Side,
    Vectors,
    chance,
    evidence,
    gains,
)
from termaccord.align.learn import blind, learn, trust
from termaccord.align.moved import moved
from termaccord.align.parameters import DEFAULT, Parameters
from termaccord.align.walk import Prices, Step, walk
from termaccord.model import Alignment, Bead, Document
from termaccord.text.embed import Embed, Pooling, knows, window_sums, windows
from termaccord.text.normalise import repair

SMALL = 250_000
"""Cells below which the whole plane is looked at."""
MARGIN = 12
"""Cells around the chain of best pairs."""


def align(
    source: Document,
    target: Document,
    embed: Embed,
    *,
    known: Sequence[tuple[str, str]] = (),
    parameters: Parameters = DEFAULT,
) -> Alignment:
    """
    Beads of two segmented documents, every segment in exactly one, in order of the source.

    Target parts stand in order but for blocks that have moved.
    `known` are pairs of terms, source and target, that translate each other.
    A bead's score is the probability that it is right.
    """
    parts = _atoms(source), _atoms(target)
    texts = _texts(source, parts[0]), _texts(target, parts[1])
    found: list[tuple[Step, float]] = [((range(i, i + 1), range(0)), 1.0) for i in range(len(texts[0]))]
    found += [((range(0), range(j, j + 1)), 1.0) for j in range(len(texts[1]))]
    if texts[0] and texts[1]:
        keys = (
            _keys(texts[0], source.language, [s for s, _ in known]),
            _keys(texts[1], target.language, [t for _, t in known]),
        )
        sides = _sides(texts, (_blocks(source, parts[0]), _blocks(target, parts[1])), embed)
        sure = knows(embed, source.language) and knows(embed, target.language)
        found = steps(sides, keys, sure, parameters)
    sizes = len(source.segments), len(target.segments)
    return Alignment(source, target, _ordered(list(_beads(parts, found, sizes))))


def steps(
    sides: tuple[Side, Side], keys: tuple[list[Counter[str]], list[Counter[str]]], sure: bool, p: Parameters
) -> list[tuple[Step, float]]:
    """Steps over atoms, in order of the source, each with its confidence; `sure`: the encoder knows both languages."""
    band = _band(sides, p, sure)
    seen = evidence(*sides, band, anchoring.anchored(*keys, band))
    found = _walk(seen, Learnt(), p)[0]  # what beads were worth is let go at once: it is large
    belief = 1.0 if sure else trust(seen, found)
    if belief < 1:
        found = _walk(seen, blind(seen, belief), p)[0]
    learnt = learn(seen, found, belief, p)
    found, worth = _walk(seen, learnt, p)
    scored = zip(found, confidences(found, values(band, worth, p), p), strict=True)
    return moved(sides, list(scored), learnt, p)


def _walk(seen: Evidence, learnt: Learnt, p: Parameters) -> tuple[list[Step], dict[tuple[int, int], Floats]]:
    """The best steps with what has been learnt so far, and what every bead is worth by it."""
    worth = {kind: gains(seen, kind, learnt, p) for kind in KINDS}
    prices = Prices(np.full(len(seen.source), p.null), np.full(len(seen.target), p.null), p.opening)
    return walk(seen.band, worth, prices), worth


def _band(sides: tuple[Side, Side], p: Parameters, sure: bool = True) -> Band:
    """The whole plane, or for long texts the surroundings of the best pairs that rise together."""
    n, m = len(sides[0]), len(sides[1])
    if n * m <= SMALL:
        return bands.whole(n, m)
    pairs = best_pairs(*sides, p, least=0.0 if sure else -p.threshold / 2)
    chain = heaviest_chain([Pair(i, j, worth + p.threshold) for i, j, worth in pairs])
    return bands.around(bands.filled([(i, j) for i, j, _ in chain], n, m), n, m, MARGIN)


def _atoms(document: Document) -> Atoms:
    return atoms([s.text for s in document.segments])


def _texts(document: Document, parts: Atoms) -> list[str]:
    """What the encoder reads: wrong decodings mended, spaces and quotation marks as it knows them."""
    return [
        " ".join(repair(" ".join(document.segments[i].text for i in part)).split()) for part in parts.parts
    ]


def _keys(texts: Sequence[str], language: str, terms: Sequence[str]) -> list[Counter[str]]:
    """Numbers, months, names and known terms."""
    found = anchoring.keys(texts, language)
    for counts, more in zip(found, anchoring.terms(texts, terms), strict=True):
        counts.update(more)
    return found


def _sides(
    texts: tuple[list[str], list[str]], blocks: tuple[list[int], list[int]], embed: Embed
) -> tuple[Side, Side]:
    ours, theirs = _windows(texts[0], embed), _windows(texts[1], embed)
    return (
        Side(
            ours, chance(ours, theirs[0]), _letters(texts[0]), np.array(blocks[0], np.int64), _loose(texts[0])
        ),
        Side(
            theirs,
            chance(theirs, ours[0]),
            _letters(texts[1]),
            np.array(blocks[1], np.int64),
            _loose(texts[1]),
        ),
    )


def _loose(texts: Sequence[str]) -> Doubles:
    """Running sum of the segments that do not end as sentences do; they weigh less where they are common."""
    loose = np.array([not finished(t) for t in texts], np.float64)
    return np.concatenate(([0.0], np.cumsum(loose * max(0.0, 1 - 2 * loose.mean()))))


def _windows(texts: list[str], embed: Embed) -> tuple[Floats, *tuple[Vectors, ...]]:
    if isinstance(embed, Pooling):
        rows = embed.pooled(texts)
        alone = embed.head(rows)
        # Runs are approximations anyway; at half precision the vectors of a long text take half the room.
        runs = (embed.head(window_sums(rows, k), exact=False) for k in range(2, LONGEST + 1))
        return (alone, *(run.astype(np.float16) for run in runs))
    return (embed(texts), *(windows(embed, texts, k) for k in range(2, LONGEST + 1)))


def _letters(texts: Sequence[str]) -> Doubles:
    return np.concatenate(([0.0], np.cumsum([1.0 + len(t) for t in texts])))


def _blocks(document: Document, parts: Atoms) -> list[int]:
    return [document.segments[part.start].block for part in parts.parts]


def _beads(
    parts: tuple[Atoms, Atoms], found: Sequence[tuple[Step, float]], sizes: tuple[int, int]
) -> Iterator[Bead]:
    """Steps over atoms as beads over segments; empty segments are alone."""
    for (s, t), score in found:
        yield Bead(parts[0].cover(s), parts[1].cover(t), round(score, 4))
    for i in uncovered([parts[0].cover(s) for (s, _), _ in found if s], sizes[0]):
        yield Bead(range(i, i + 1), range(0), 1.0)
    for j in uncovered(
        sorted((parts[1].cover(t) for (_, t), _ in found if t), key=lambda r: r.start), sizes[1]
    ):
        yield Bead(range(0), range(j, j + 1), 1.0)


def _ordered(beads: Sequence[Bead]) -> tuple[Bead, ...]:
    """In order of the source; what is alone in the target follows the bead that precedes it there."""
    end_of = {b.target.stop: b.source.start for b in beads if b.source and b.target}
    stops = sorted(end_of)

    def place(bead: Bead) -> tuple[int, int, int]:
        if bead.source:
            return bead.source.start, 0, 0
        at = bisect_right(stops, bead.target.start)
        return (end_of[stops[at - 1]] if at else -1), 1, bead.target.start

    return tuple(sorted(beads, key=place))
