"""Two segmented documents to beads: two walks, the second knowing what the first has learnt about their lengths."""

from collections.abc import Mapping, Sequence

import numpy as np

from termaccord.align import band as bands
from termaccord.align.band import Band
from termaccord.align.cost import KINDS, LONGEST, Floats, Kind, Lengths, Side, chance, cosines, gains
from termaccord.align.parameters import DEFAULT, Parameters
from termaccord.align.walk import Prices, Step, walk
from termaccord.model import Alignment, Bead, Document
from termaccord.text.embed import Embed, Pooling, window_sums


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

    `known` are pairs of terms, source and target, that translate each other.
    """
    ours, theirs = read(source, target, embed)
    steps = beads(ours, theirs, parameters)
    return Alignment(source, target, tuple(steps))


def read(source: Document, target: Document, embed: Embed) -> tuple[Side, Side]:
    """Both documents as the walk sees them."""
    ours, theirs = _windows(source, embed), _windows(target, embed)
    return (
        Side(ours, chance(ours, theirs[0]), _letters(source)),
        Side(theirs, chance(theirs, ours[0]), _letters(target)),
    )


def _windows(document: Document, embed: Embed) -> tuple[Floats, ...]:
    texts = [s.text for s in document.segments]
    if isinstance(embed, Pooling):
        rows = embed.pooled(texts)
        return tuple(embed.head(window_sums(rows, k)) for k in range(1, LONGEST + 1))
    return tuple(
        embed([" ".join(texts[i : i + k]) for i in range(len(texts) - k + 1)]) for k in range(1, LONGEST + 1)
    )


def _letters(document: Document) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.concatenate(([0.0], np.cumsum([1.0 + len(s.text) for s in document.segments])))


def beads(source: Side, target: Side, p: Parameters) -> list[Bead]:
    """Both walks."""
    if not len(source) or not len(target):
        alone = [Bead(range(i, i + 1), range(0), 1.0) for i in range(len(source))]
        return alone + [Bead(range(0), range(j, j + 1), 1.0) for j in range(len(target))]
    band = bands.whole(len(source), len(target))
    alike = {kind: cosines(source, target, band, kind) for kind in KINDS}
    first = _walk(source, target, band, alike, None, p)
    second = _walk(source, target, band, alike, _lengths(source, target, first), p)
    return [Bead(s, t, _score(source, target, s, t)) for s, t in second]


def _walk(
    source: Side,
    target: Side,
    band: Band,
    alike: Mapping[Kind, Floats],
    lengths: Lengths | None,
    p: Parameters,
) -> list[Step]:
    worth = {kind: gains(source, target, band, kind, alike[kind], lengths, p) for kind in KINDS}
    prices = Prices(np.full(len(source), p.null), np.full(len(target), p.null), p.opening)
    return walk(band, worth, prices)


def _lengths(source: Side, target: Side, steps: list[Step]) -> Lengths | None:
    """Ratio and variance from beads of one segment a side, by medians, so that wrong ones do no harm."""
    pairs = [(s.start, t.start) for s, t in steps if len(s) == len(t) == 1]
    if len(pairs) < 5:
        return None
    ours = np.diff(source.letters)[[i for i, _ in pairs]]
    theirs = np.diff(target.letters)[[j for _, j in pairs]]
    ratio = float(np.exp(np.median(np.log(theirs / ours))))
    squared = (ours * ratio - theirs) ** 2 / (1 + (ours * ratio + theirs) / 2)
    return Lengths(ratio, max(0.5, float(np.median(squared)) / 0.455))


def _score(source: Side, target: Side, ours: range, theirs: range) -> float:
    if not ours or not theirs:
        return 0.5
    return float(source.windows[len(ours) - 1][ours.start] @ target.windows[len(theirs) - 1][theirs.start])
