"""What renders the words of a concordance on the other side: the glossary's term, else what the memory itself teaches."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from termaccord.model import Span
from termaccord.model.concordance import Counterpart
from termaccord.text.embed import Embed
from termaccord.text.occurrences import finder_of
from termaccord.text.renderings.linking import Favour, linked
from termaccord.text.renderings.rows import Row, row

SURE = 0.3
"""Belief, from 0 to 1, in the link of two words that is shown."""
BESIDE = 0.15
"""The same where the word stands beside one that is sure."""
_GAP = 2
"""Small words that may stand between two that are marked together: Council of Ministers."""
_FIT, _SPREAD = 0.3, 0.12
"""Cosine of two words that speaks neither for nor against them, and how fast it speaks (see `extract`'s word aligner)."""
_MOST = 30.0

Terms = Mapping[str, tuple[tuple[str, str], ...]]
"""By primary language: concepts' ids and their terms."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides of a unit."""

    source: str
    target: str
    spans: tuple[Span, ...] = ()
    """Where the words that were asked for stand in the source; none in a pair that is only learnt from."""


@dataclass(slots=True)
class Finder:
    """Finds renderings between two languages."""

    source: str
    target: str
    terms: Terms = field(default_factory=dict)
    embed: Embed | None = None

    def counterparts(self, hits: Sequence[Pair], lessons: Sequence[Pair] = ()) -> list[Counterpart]:
        """What is marked in the target of each hit; the lessons are other pairs, which tell what renders other words."""
        pairs = [*hits, *lessons]
        rows = [(row(pair.source, self.source), row(pair.target, self.target)) for pair in pairs]
        useful = [(_useful(one), _useful(two)) for one, two in rows]
        keys = [
            ([one.keys[i] for i in here], [two.keys[j] for j in there])
            for (one, two), (here, there) in zip(rows, useful, strict=True)
        ]
        tables = linked(keys, self._favour(keys)).tables
        found: list[Counterpart] = []
        for n, pair in enumerate(hits):
            spans = self._by_terms(pair)
            evidence = "glossary" if spans else ""
            if not spans:
                asked = _within(rows[n][0], useful[n][0], pair.spans)
                spans = _marked(tables[n], asked, useful[n][1], rows[n][1])
                evidence = "memory" if spans else ""
            found.append(Counterpart(self.target, pair.target, spans, evidence))
        return found

    def _by_terms(self, pair: Pair) -> tuple[Span, ...]:
        """The glossary's terms in the target, where the words that were asked for are terms of the source."""
        if not self.terms.get(self.source) or not self.terms.get(self.target):
            return ()
        concepts = {
            concept
            for span, concept in self._terms_in(pair.source, self.source)
            if any(asked.start <= span.start and span.end <= asked.end for asked in _joined(pair))
        }
        found = (span for span, concept in self._terms_in(pair.target, self.target) if concept in concepts)
        return tuple(sorted(set(found)))

    def _terms_in(self, text: str, language: str) -> list[tuple[Span, str]]:
        entries = self.terms[language]
        finder = finder_of(tuple(term for _, term in entries), language)
        return [(found.span, entries[found.key][0]) for found in finder.find(text)]

    def _favour(self, keys: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Favour | None:
        """Words whose vectors are near are likelier to render each other."""
        if self.embed is None:
            return None
        here = list(dict.fromkeys(word for one, _ in keys for word in one))
        there = list(dict.fromkeys(word for _, two in keys for word in two))
        if not here or not there:
            return None
        cosines = self.embed(here) @ self.embed(there).T
        favoured = np.clip(np.exp((cosines - _FIT) / _SPREAD), 1 / _MOST, _MOST)
        one, two = ({word: n for n, word in enumerate(words)} for words in (here, there))
        return lambda source, target: float(favoured[one[source], two[target]])


def _joined(pair: Pair) -> list[Span]:
    """The words that were asked for, those that stand side by side as one stretch."""
    joined: list[Span] = []
    for span in pair.spans:
        if joined and pair.source[joined[-1].end : span.start].strip(' \u00a0-‐‑«»“”"') == "":
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _useful(text: Row) -> list[int]:
    """The words that mean something."""
    return [n for n, idle in enumerate(text.idle) if not idle]


def _within(text: Row, useful: Sequence[int], spans: Iterable[Span]) -> list[int]:
    """Which of the useful words were asked for."""
    asked = tuple(spans)
    return [
        n
        for n, place in enumerate(useful)
        if any(s.start < text.spans[place][1] and text.spans[place][0] < s.end for s in asked)
    ]


def _marked(
    table: NDArray[np.float64], asked: Sequence[int], useful: Sequence[int], target: Row
) -> tuple[Span, ...]:
    """The target words that the asked ones give, joined over small words."""
    if not asked or not table.size:
        return ()
    mine = table[list(asked)].max(axis=0)
    best = table.max(axis=0)
    sure = {useful[j] for j in np.flatnonzero((mine >= SURE) & (mine >= best)).tolist()}
    if not sure:
        return ()
    likely = {useful[j] for j in np.flatnonzero((mine >= BESIDE) & (mine >= best)).tolist()}
    chosen = sure | {word for word in likely if {word - 1, word + 1} & sure}
    return tuple(target.span(stretch) for stretch in _stretches(sorted(chosen), target.idle))


def _stretches(chosen: Sequence[int], idle: Sequence[bool]) -> list[range]:
    found: list[range] = []
    for word in chosen:
        if found:
            between = range(found[-1].stop, word)
            if len(between) <= _GAP and all(idle[n] for n in between):
                found[-1] = range(found[-1].start, word + 1)
                continue
        found.append(range(word, word + 1))
    return found


def counted(counterparts: Iterable[Counterpart], language: str) -> list[tuple[str, int]]:
    """Renderings by what they come to in the dictionary, each in its most frequent form; the most frequent first."""
    forms: dict[tuple[str, ...], Counter[str]] = {}
    for one in counterparts:
        for span in one.spans:
            words = span.of(one.text)
            forms.setdefault(row(words, language).keys, Counter())[words] += 1
    found = [(_usual(ones), ones.total()) for ones in forms.values()]
    return sorted(found, key=lambda item: (-item[1], item[0]))


def _usual(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))
