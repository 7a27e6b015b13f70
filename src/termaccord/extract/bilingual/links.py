"""Which words of a passage render which words of its translation, softly, and which span a span."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from termaccord.extract.bilingual.lines import Line
from termaccord.text.transliterate import similar

Floats = NDArray[np.float32]
Integers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Weights:
    """The few numbers of the word aligner, each with its reason."""

    temperature: float = 0.08
    """Of both softmaxes: cosines of word vectors lie close together, so small differences must count."""
    gap: float = 0.15
    """Taken off for a word at the other end of the passage; enough to choose between two equal words."""
    function: float = 0.2
    """What “of” or «по» weighs beside a word with a meaning of its own."""
    longest: int = 12
    """Words in the longest span that is tried as a rendering."""


WEIGHTS = Weights()
SOUND = 0.6
"""Names less alike than this are left to their vectors."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Unit vectors of words: those of the forms and those of the lemmas share one table."""

    rows: Mapping[str, int]
    table: Floats
    """One row of length 1 for every distinct string."""

    def of(self, words: Sequence[str]) -> Floats:
        """Rows of the words, which must have been embedded."""
        return self.table[[self.rows[w] for w in words]]


def vectors(lines: Iterable[Line], embed: Callable[[Sequence[str]], Floats]) -> Vectors:
    """Embed every distinct form and lemma of the lines, once."""
    rows: dict[str, int] = {}
    for line in lines:
        for word in (*line.forms, *line.lemmas):
            rows.setdefault(word, len(rows))
    table = np.asarray(embed(list(rows)), dtype=np.float32) if rows else np.zeros((0, 1), np.float32)
    length = np.linalg.norm(table, axis=1, keepdims=True)
    return Vectors(rows, table / np.maximum(length, 1e-9))


@dataclass(frozen=True, slots=True)
class Links:
    """
    How much of each source word goes into each target word, summed so that any span pair is read at once.

    A source word's mass is what it gives to all target words, at most its weight.
    """

    inside: Floats
    """Shape (source words + 1, target words + 1): mass in the rectangle above and left."""
    mass: Floats = field(repr=False)
    """Shape (source words, target words): weighted product of the two softmaxes."""

    @property
    def turned(self) -> "Links":
        """The same seen from the target."""
        return Links(self.inside.T, self.mass.T)

    def score(self, source: range, target: range) -> float:
        """Twice the mass that two spans share over the mass of both: 1 where neither has a word too many."""
        if not source or not target:
            return 0.0
        table, width, height = self.inside, self.inside.shape[1] - 1, self.inside.shape[0] - 1
        shared = _rectangle(table, source, target)
        both = _rectangle(table, source, range(width)) + _rectangle(table, range(height), target)
        return float(2 * shared / both) if both > 0 else 0.0

    def projections(self, source: range, longest: int = WEIGHTS.longest) -> Floats:
        """
        Score every target span of at most `longest` words as the rendering of a source span.

        The answer has shape (target words, longest): row is the first word, column the length less one;
        spans that leave the passage score 0.
        """
        table = self.inside
        strip = table[source.stop] - table[source.start]
        columns = table[-1]
        width = len(strip) - 1
        starts = np.arange(width)[:, None]
        stops = starts + np.arange(1, longest + 1)[None, :]
        valid = stops <= width
        stops = np.minimum(stops, width)
        shared = strip[stops] - strip[starts]
        both = strip[-1] + columns[stops] - columns[starts]
        return np.where(valid, 2 * shared / np.maximum(both, 1e-9), 0.0).astype(np.float32)


def link(source: Line, target: Line, known: Vectors, weights: Weights = WEIGHTS) -> Links:
    """
    Align the words of two passages without training.

    Word vectors, equal tokens, equal numbers and names that sound alike make a similarity;
    the product of its softmax over rows and over columns is the alignment (SimAlign's argmax, made soft:
    Jalili Sabet et al. 2020).
    """
    if not len(source) or not len(target):
        empty = np.zeros((len(source), len(target)), np.float32)
        return Links(np.zeros((len(source) + 1, len(target) + 1), np.float32), empty)
    alike: Floats = similarity(source, target, known) - weights.gap * _gaps(len(source), len(target))
    alike /= weights.temperature
    mass = _softmax(alike, 1) * _softmax(alike, 0)
    mass *= np.sqrt(np.outer(_weigh(source, weights), _weigh(target, weights)))
    inside = np.zeros((len(source) + 1, len(target) + 1), np.float32)
    np.cumsum(np.cumsum(mass, axis=0), axis=1, out=inside[1:, 1:])
    return Links(inside, mass)


def similarity(source: Line, target: Line, known: Vectors) -> Floats:
    """Similarity of every word pair, from about 0 to 1; shape (source words, target words)."""
    left = np.stack([known.of(source.forms), known.of(source.lemmas)])
    right = np.concatenate([known.of(target.forms), known.of(target.lemmas)])
    pairs = (left @ right.T).reshape(2, len(source), 2, len(target))
    found: Floats = pairs.max(axis=(0, 2))
    _numbers(found, source, target)
    _names(found, source, target)
    found[np.equal.outer(np.array(source.folded), np.array(target.folded))] = 1.0
    return found


def _numbers(found: Floats, source: Line, target: Line) -> None:
    """A figure is rendered by the same figure and by nothing else that is a figure."""
    left, right = np.array(source.figures, bool), np.array(target.figures, bool)
    found[np.logical_and.outer(left, right)] = 0.0


def _names(found: Floats, source: Line, target: Line) -> None:
    """Names are compared by sound where that says more than their vectors."""
    for i in np.flatnonzero(source.capitals):
        for j in np.flatnonzero(target.capitals):
            sound = _sound(source.lemmas[i], target.lemmas[j])
            if sound >= SOUND:
                found[i, j] = max(found[i, j], sound)


@lru_cache(maxsize=1 << 18)
def _sound(left: str, right: str) -> float:
    return similar(left, right)


def _gaps(height: int, width: int) -> Floats:
    """Distance of relative positions, shape (height, width)."""
    rows = (np.arange(height, dtype=np.float32) + 0.5) / height
    columns = (np.arange(width, dtype=np.float32) + 0.5) / width
    apart: Floats = np.abs(rows[:, None] - columns[None, :])
    return apart


def _weigh(line: Line, weights: Weights) -> Floats:
    return np.where(line.function, weights.function, 1.0).astype(np.float32)


def _softmax(values: Floats, axis: int) -> Floats:
    raised: Floats = np.exp(values - values.max(axis=axis, keepdims=True))
    raised /= raised.sum(axis=axis, keepdims=True)
    return raised


def _rectangle(table: Floats, rows: range, columns: range) -> float:
    top, bottom, left, right = rows.start, rows.stop, columns.start, columns.stop
    return float(table[bottom, right] - table[top, right] - table[bottom, left] + table[top, left])
