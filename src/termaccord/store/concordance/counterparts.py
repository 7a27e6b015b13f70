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
from termaccord.text.renderings.linking import Favour, alike, linked
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
_TWICE = 2
"""Different targets in which a rendering is met that is no chance."""

Table = NDArray[np.float64]

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
        read = [_Read.of(pair, self.source, self.target) for pair in (*hits, *lessons)]
        keys = [(one.here, one.there) for one in read]
        favour = self._favour(keys[: len(hits)])
        tables = linked(keys, favour).tables[: len(hits)]
        proof = _Proof(favour)
        for one, table in zip(read, tables, strict=False):
            proof.learn(one, _links(one, table))
        return [
            self._counterpart(one, table, proof) for one, table in zip(read[: len(hits)], tables, strict=True)
        ]

    def _counterpart(self, one: "_Read", table: Table, proof: "_Proof") -> Counterpart:
        spans = self._by_terms(one.pair)
        if spans:
            return Counterpart(self.target, one.pair.target, spans, "glossary")
        spans = _marked(one, table, proof)
        return Counterpart(self.target, one.pair.target, spans, "memory" if spans else "")

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
        """Words whose vectors are near are likelier to render each other; of words that are only learnt from nothing is known."""
        if self.embed is None:
            return None
        here = list(dict.fromkeys(word for one, _ in keys for word in one))
        there = list(dict.fromkeys(word for _, two in keys for word in two))
        if not here or not there:
            return None
        cosines = self.embed(here) @ self.embed(there).T
        favoured = np.clip(np.exp((cosines - _FIT) / _SPREAD), 1 / _MOST, _MOST)
        one, two = ({word: n for n, word in enumerate(words)} for words in (here, there))

        def favour(source: str, target: str) -> float:
            known = source in one and target in two
            return float(favoured[one[source], two[target]]) if known else 1.0

        return favour


def _joined(pair: Pair) -> list[Span]:
    """The words that were asked for, those that stand side by side as one stretch."""
    joined: list[Span] = []
    for span in pair.spans:
        if joined and pair.source[joined[-1].end : span.start].strip(' \u00a0-‐‑«»“”"') == "":
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


@dataclass(frozen=True, slots=True)
class _Read:
    """A pair with the words of both sides that mean something."""

    pair: Pair
    target: Row
    here: tuple[str, ...]
    there: tuple[str, ...]
    places: tuple[int, ...]
    """Of each target word its number among all words of the target."""
    asked: tuple[int, ...]
    """Which of the source words were asked for."""

    @classmethod
    def of(cls, pair: Pair, source: str, target: str) -> "_Read":
        one, two = row(pair.source, source), row(pair.target, target)
        here, there = ([n for n, idle in enumerate(text.idle) if not idle] for text in (one, two))
        asked = (n for n, place in enumerate(here) if _touches(one.spans[place], pair.spans))
        return cls(
            pair,
            two,
            tuple(one.keys[n] for n in here),
            tuple(two.keys[n] for n in there),
            tuple(there),
            tuple(asked),
        )


def _touches(place: tuple[int, int], spans: Iterable[Span]) -> bool:
    return any(span.start < place[1] and place[0] < span.end for span in spans)


def _links(one: _Read, table: Table) -> list[tuple[int, int]]:
    """Words that were asked for, and target words that they give more surely than any other word does."""
    if not one.asked or not table.size:
        return []
    best = table.max(axis=0)
    return [(i, j) for i in one.asked for j in range(len(one.there)) if table[i, j] >= max(best[j], BESIDE)]


class _Proof:
    """What speaks for two words besides the belief in one pair: that they meet again, sound alike, or mean alike."""

    def __init__(self, favour: Favour | None) -> None:
        self._favour = favour
        self._met: dict[tuple[str, str], set[str]] = {}

    def learn(self, one: _Read, links: Iterable[tuple[int, int]]) -> None:
        """Take the links of a hit; the same target again proves nothing."""
        for i, j in links:
            self._met.setdefault((one.here[i], one.there[j]), set()).add(one.pair.target)

    def holds(self, source: str, target: str) -> bool:
        if len(self._met.get((source, target), ())) >= _TWICE or alike(source, target):
            return True
        return self._favour is not None and self._favour(source, target) > 1


def _marked(one: _Read, table: Table, proof: _Proof) -> tuple[Span, ...]:
    """The target words that the asked ones give, joined over small words."""
    belief: dict[int, float] = {}
    for i, j in _links(one, table):
        if proof.holds(one.here[i], one.there[j]):
            belief[j] = max(belief.get(j, 0.0), float(table[i, j]))
    sure = {one.places[j] for j, value in belief.items() if value >= SURE}
    chosen = sure | {one.places[j] for j in belief if {one.places[j] - 1, one.places[j] + 1} & sure}
    return tuple(one.target.span(stretch) for stretch in _stretches(sorted(chosen), one.target.idle))


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
