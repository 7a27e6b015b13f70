"""Which stretches of a line can be a term: noun phrases without loose ends."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from termaccord.extract.lines import Line
from termaccord.text.analyse import Word

Mask = NDArray[np.bool_]
Test = Callable[[Line, int], bool]

NOMINAL = frozenset({"NOUN", "PROPN", "X", "SYM", ""})
INNER = frozenset("-‐‑–—«»“”„\"'’/")
"""Marks that may stand inside a name; any other one ends it."""
QUOTES = frozenset('«»“”„"')


def shapes(line: Line, longest: int) -> Mask:
    """
    Mark the stretches that have the shape of a noun phrase.

    The answer has shape (words, longest): row is the first word, column the length less one.
    """
    count = len(line)
    starts = np.arange(count)[:, None]
    lasts = starts + np.arange(longest)[None, :]
    inside = lasts < count
    lasts = np.minimum(lasts, count - 1)
    whole = _between(_breaks(line), starts, lasts) == 0
    quoted = _between(_quotes(line), starts, lasts) % 2 == 0
    verbs = _between(_flags(line, _finite), starts, lasts + 1) == 0
    nouns = _between(_flags(line, _nominal), starts, lasts + 1) > 0
    first, last = ~_flags(line, _loose_start), ~_flags(line, _loose_end)
    found: Mask = inside & whole & quoted & verbs & nouns & first[starts] & last[lasts]
    return found


def _between(
    flags: NDArray[np.int_] | Mask, starts: NDArray[np.intp], stops: NDArray[np.intp]
) -> NDArray[np.int_]:
    total = np.concatenate([[0], np.cumsum(flags)])
    counted: NDArray[np.int_] = total[stops] - total[starts]
    return counted


def _breaks(line: Line) -> Mask:
    """Item i: whether something between word i and the next one ends a phrase."""
    return np.array([not set(gap) <= INNER for gap in line.gaps[1:]], dtype=bool)


def _quotes(line: Line) -> NDArray[np.int_]:
    return np.array([sum(c in QUOTES for c in gap) for gap in line.gaps[1:]], dtype=int)


def _flags(line: Line, test: Test) -> Mask:
    return np.array([test(line, i) for i in range(len(line))], dtype=bool)


def _finite(line: Line, i: int) -> bool:
    """A verb in every reading."""
    readings = line.words[i].analyses
    return bool(readings) and all(a.part_of_speech in {"VERB", "AUX"} for a in readings)


def _nominal(line: Line, i: int) -> bool:
    return not line.function[i] and not line.figures[i] and _may_be(line.words[i], NOMINAL)


def _loose_start(line: Line, i: int) -> bool:
    return line.function[i] or _only(
        line.words[i], frozenset({"ADP", "CCONJ", "SCONJ", "PRON", "DET", "PART", "ADV", "AUX"})
    )


def _loose_end(line: Line, i: int) -> bool:
    return line.function[i] or not (line.figures[i] or line.capitals[i] or _may_be(line.words[i], NOMINAL))


def _may_be(word: Word, parts: frozenset[str]) -> bool:
    return not word.analyses or any(a.part_of_speech in parts for a in word.analyses)


def _only(word: Word, parts: frozenset[str]) -> bool:
    return bool(word.analyses) and all(a.part_of_speech in parts for a in word.analyses)
