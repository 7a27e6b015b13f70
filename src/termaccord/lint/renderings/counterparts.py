"""What a text says in the place of renderings that it has not: words that keep company with the source term."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from termaccord.lint.renderings.presence import content
from termaccord.lint.rule import Passage, Text
from termaccord.model import Span
from termaccord.text.analyser import Word
from termaccord.text.normalise import fold
from termaccord.text.tokens import TokenKind

MOST = 10_000
"""Passages that are counted; in more of them nothing new is learnt."""
_LEAST = 4
"""Passages, with different targets, in which a word must keep a term company."""
_SURE = 10.83
"""Log-likelihood ratio (Dunning 1993) above which company is no chance: one in a thousand."""
_LIFT = 3.0
"""How much oftener than anywhere a word must stand beside the term."""
_SHARE = 0.2
"""Of the passages in question that a word must stand in."""
_DICE = 0.12
"""Twice the common passages by all passages of the two: below it a word is too frequent to say anything."""
_KEPT = 8
"""Words kept for a term."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A lemma that stands where a rendering is missing."""

    lemma: str
    others: frozenset[str]
    """Lemmas of the source that keep it closer company: where one of them stands, it is theirs."""


class Counterparts:
    """
    Counts which words of the target stand where a source term is not rendered as agreed.

    Where several words of the source may be the reason, the one in closest company is (Melamed 2000, competitive linking).
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Count the words of both sides; passages without a source and repetitions are passed over."""
        once = {fold(p.target.text): p for p in reversed(passages[:MOST]) if p.source is not None}
        counted = sorted(once.values(), key=lambda p: (p.target.file, p.target.unit, p.target.start))
        self._number = {id(passage): number for number, passage in enumerate(counted)}
        self._said = [lemmas_of(p.source) for p in counted if p.source is not None]
        self._source: Counter[str] = Counter(lemma for lemmas in self._said for lemma in lemmas)
        self._target: dict[str, set[int]] = defaultdict(set)
        for number, passage in enumerate(counted):
            for lemma in lemmas_of(passage.target):
                self._target[lemma].add(number)

    def of(self, term: str, language: str, missing: Sequence[Passage]) -> tuple[Counterpart, ...]:
        """What stands for a source term in passages that lack its renderings, the surest first."""
        where = {n for p in missing if (n := self._number.get(id(p))) is not None}
        own = {fold(word.lemma) for word in content(term, language)}
        near = {lemma for p in missing if id(p) in self._number for lemma in lemmas_of(p.target)}
        scored = sorted((-_dice(where, self._target[lemma]), lemma) for lemma in near)
        kept = [(-score, lemma) for score, lemma in scored if self._company(lemma, where)][:_KEPT]
        return tuple(Counterpart(lemma, self._others(lemma, score, own)) for score, lemma in kept)

    def _company(self, lemma: str, where: set[int]) -> bool:
        """Whether a word stands there oftener than by chance."""
        both, alone, passages = len(self._target[lemma] & where), len(self._target[lemma]), len(self._number)
        expected = alone / passages * len(where)
        often = both >= max(_LEAST, _SHARE * len(where), _LIFT * expected)
        sure = often and _dice(where, self._target[lemma]) >= _DICE
        return sure and _likelihood(both, len(where), alone, passages) >= _SURE

    def _others(self, lemma: str, score: float, own: set[str]) -> frozenset[str]:
        there = self._target[lemma]
        beside = Counter(word for number in there for word in self._said[number])
        closer = (w for w, n in beside.items() if 2 * n / (self._source[w] + len(there)) > score)
        return frozenset(closer) - own


def place(known: Sequence[Counterpart], source: Text, target: Text) -> Span | None:
    """
    Where the first of some counterparts stands in a target, outside its glossary terms.

    Neighbours that are counterparts too belong to it.
    """
    about = lemmas_of(source)
    chosen = [c.lemma for c in known if not c.others & about]
    taken = [use.span for use in target.uses]
    found = [w for w in content(target.text, target.language) if not any(w.span.overlaps(t) for t in taken)]
    for lemma in chosen:
        for index, word in enumerate(found):
            if fold(word.lemma) == lemma:
                return _extended(found, index, target.text, chosen)
    return None


def _extended(found: Sequence[Word], index: int, text: str, lemmas: Sequence[str]) -> Span:
    """A counterpart with its neighbours that are counterparts too."""
    first = last = index
    while first and _adjoins(found[first - 1], found[first], text) and fold(found[first - 1].lemma) in lemmas:
        first -= 1
    while last + 1 < len(found) and _adjoins(found[last], found[last + 1], text):
        if fold(found[last + 1].lemma) not in lemmas:
            break
        last += 1
    return Span(found[first].span.start, found[last].span.end)


def _adjoins(one: Word, other: Word, text: str) -> bool:
    return text[one.span.end : other.span.start] == " "


def lemmas_of(text: Text) -> frozenset[str]:
    """The likeliest lemmas of the words that carry meaning."""
    words = content(text.text, text.language)
    return frozenset(fold(word.lemma) for word in words if word.kind is TokenKind.WORD)


def _dice(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _likelihood(both: int, one: int, other: int, total: int) -> float:
    """The log-likelihood ratio of a fourfold table of which `both` is a corner."""
    cells = (both, one - both, other - both, total - one - other + both)
    sums = ((one, other), (one, total - other), (total - one, other), (total - one, total - other))
    pairs = zip(cells, sums, strict=True)
    return 2 * sum(cell * log(cell * total / (row * column)) for cell, (row, column) in pairs if cell > 0)
