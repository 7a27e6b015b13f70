"""Which stretches of a line can be a term: noun phrases without loose ends."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from termaccord.extract.bilingual.lines import Line, abbreviation
from termaccord.text.analyse import Word

Mask = NDArray[np.bool_]
Counts = NDArray[np.int_]
Test = Callable[[Line, int], bool]

NOMINAL = frozenset({"NOUN", "PROPN", "X", "SYM", ""})
LINKING = frozenset({"ADP", "CCONJ", "SCONJ", "PRON", "DET", "PART", "ADV", "AUX"})
"""Parts of speech that do not begin a term."""
ADJECTIVE = frozenset({"ADJ"})
VERBAL = frozenset({"VERB", "AUX"})
INNER = frozenset("-‐‑–—«»“”„\"'’/")
"""Marks that may stand inside a name; any other one ends it."""
QUOTES = frozenset('«»“”„"')


def shapes(line: Line, longest: int, *, words: bool = False) -> Mask:
    """
    Mark the stretches that have the shape of a noun phrase.

    With `words`, any word that carries meaning also stands alone, an adjective or a verb among them.
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
    nouns = _between(_flags(line, nominal), starts, lasts + 1) > 0
    first, last = _flags(line, _begins), _flags(line, _ends)
    found: Mask = inside & whole & quoted & verbs & nouns & first[starts] & last[lasts]
    if words:
        found[:, 0] |= _flags(line, _meaningful)
    return found


def nominal(line: Line, i: int) -> bool:
    """Whether a word may be a noun or a name."""
    if line.function[i] or line.figures[i]:
        return False
    return abbreviation(line.forms[i]) or _may_be(line.words[i], NOMINAL)


def has_noun(line: Line, words: range) -> bool:
    """Whether some word of a phrase is likeliest a noun."""
    return any(nominal(line, i) and _likely(line, i, NOMINAL) for i in words)


def names(line: Line, words: range) -> bool:
    """Whether the likeliest reading of a phrase names a thing: it has a noun and does not begin with a verb."""
    return has_noun(line, words) and not (
        _likely(line, words.start, VERBAL) and not line.capitals[words.start]
    )


def _likely(line: Line, i: int, parts: frozenset[str]) -> bool:
    readings = line.words[i].analyses
    return line.capitals[i] or not readings or readings[0].part_of_speech in parts


def _between(flags: Counts | Mask, starts: NDArray[np.intp], stops: NDArray[np.intp]) -> Counts:
    total = np.concatenate([[0], np.cumsum(flags)])
    counted: Counts = total[stops] - total[starts]
    return counted


def _breaks(line: Line) -> Mask:
    """Item i: whether something between word i and the next one ends a phrase."""
    return np.array([not set(gap) <= INNER for gap in line.gaps[1:]], dtype=bool)


def _quotes(line: Line) -> Counts:
    return np.array([sum(c in QUOTES for c in gap) for gap in line.gaps[1:]], dtype=int)


def _flags(line: Line, test: Test) -> Mask:
    return np.array([test(line, i) for i in range(len(line))], dtype=bool)


def _finite(line: Line, i: int) -> bool:
    """A verb in every reading."""
    return not line.capitals[i] and _only(line.words[i], VERBAL)


def _begins(line: Line, i: int) -> bool:
    if abbreviation(line.forms[i]):
        return True
    return not line.function[i] and not _only(line.words[i], LINKING)


def _ends(line: Line, i: int) -> bool:
    """A noun, a name, a figure; an adjective only where no noun follows that it belongs to."""
    if line.function[i]:
        return False
    if line.figures[i] or line.capitals[i]:
        return True
    adjective = _may_be(line.words[i], ADJECTIVE)
    cut = i + 1 < len(line) and not line.gaps[i + 1] and nominal(line, i + 1)
    if adjective and cut and not _likely(line, i, NOMINAL):
        return False
    return adjective or nominal(line, i)


def _meaningful(line: Line, i: int) -> bool:
    if line.function[i] or line.figures[i] or len(line.forms[i]) < 2:
        return False
    return nominal(line, i) or _may_be(line.words[i], frozenset({"ADJ", "VERB"}))


def _may_be(word: Word, parts: frozenset[str]) -> bool:
    return not word.analyses or any(a.part_of_speech in parts for a in word.analyses)


def _only(word: Word, parts: frozenset[str]) -> bool:
    return bool(word.analyses) and all(a.part_of_speech in parts for a in word.analyses)
