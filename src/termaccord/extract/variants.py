"""
Which candidates of one language name the same thing.

Evidence speaks for a pair, counter-evidence forbids it, and whoever is in doubt stays alone:
a wrong union makes two things one for every check that follows.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from termaccord.extract.candidates import Candidate
from termaccord.extract.names.sameness import Portrait, portraits
from termaccord.model import Category
from termaccord.text.cues import cues_for
from termaccord.text.normalise import fold
from termaccord.text.transliterate import alike, similar, skeleton

_WORD = re.compile(r"\w+")
Pair = tuple[Portrait, Portrait]
Evidence = Callable[[Sequence[Portrait]], Iterator[Pair]]

ALIKE = 0.85
"""Mean likeness of the parts of two persons' names."""
LEAST_ALIKE = 0.7
"""Likeness of the part that differs most."""
MOTTO = 0.34
"""Share of words that two wordings of one motto have in common."""
MOULD = 0.66
"""Share of places with the same word, in two wordings of one length."""
PAPERS = frozenset({Category.DOCUMENT, Category.PROGRAMME, Category.EVENT})
OWNED = frozenset({Category.BODY, Category.DOCUMENT, Category.EVENT, Category.POSITION})


def groups(found: Sequence[Candidate]) -> tuple[tuple[int, ...], ...]:
    """Indexes of candidates that name one thing, each group of two or more in rising order, sorted by its first."""
    known = portraits(found)
    union = _Union(known)
    for language in sorted({c.language for c in found}):
        mine = [p for p in known if p.candidate.language == language]
        for evidence in EVIDENCE:
            for left, right in evidence(mine):
                union.join(left, right)
    return union.groups()


def explained(found: Sequence[Portrait]) -> Iterator[Pair]:
    """An abbreviation, a surname or a lone head noun, and the full name that it stands for."""
    by_key = {p.candidate.key: p for p in found}
    for portrait in found:
        full = by_key.get(portrait.candidate.expansion)
        if full and full is not portrait:
            yield portrait, full


def respelt(found: Sequence[Portrait]) -> Iterator[Pair]:
    """The same words in the same order: organisation and organization, co-ordinate and coordinate."""
    yield from _blocks(found, lambda p: ("".join(p.words).replace("-", ""), p.numbers) if p.words else None)


def reordered(found: Sequence[Portrait]) -> Iterator[Pair]:
    """The same words in another order: Convention on Grazing, Grazing Convention."""
    yield from _blocks(
        found, lambda p: (tuple(sorted(p.words)), p.numbers) if len(p.words) > 1 and p.head else None
    )


def labelled(found: Sequence[Portrait]) -> Iterator[Pair]:
    """Operation Broad Meadow and Broad Meadow, the Silver Birch programme and Silver Birch."""
    plain = {(p.words, p.numbers): p for p in found}
    for portrait in found:
        labels = cues_for(portrait.candidate.language).labels
        for words in (portrait.words[1:], portrait.words[:-1]):
            rest = set(portrait.words) - set(words)
            other = plain.get((words, portrait.numbers)) if words else None
            if (
                other
                and all(w in labels for w in rest)
                and {portrait.category, other.category} <= _label_kinds(portrait)
            ):
                yield portrait, other


def _label_kinds(portrait: Portrait) -> frozenset[Category]:
    return frozenset({portrait.category, Category.CONCEPT})


def owned(found: Sequence[Portrait]) -> Iterator[Pair]:
    """CSTO Secretariat and Secretariat, as long as no other body of these texts has one."""
    short = _abbreviations(found)
    by_words = {(p.words, p.numbers, p.category): p for p in found if p.category in OWNED}
    owners: dict[tuple[str, ...], list[Portrait]] = defaultdict(list)
    for portrait in found:
        if portrait.category in OWNED and len(portrait.words) > 1:
            rest = tuple(w for w in portrait.words if w not in short)
            if rest and len(rest) < len(portrait.words):
                owners[rest].append(portrait)
    for rest, portraits_ in owners.items():
        if len({tuple(w for w in p.words if w in short) for p in portraits_}) > 1:
            continue
        for portrait in portraits_:
            other = by_words.get((rest, portrait.numbers, portrait.category))
            if other:
                yield portrait, other


def _abbreviations(found: Iterable[Portrait]) -> frozenset[str]:
    return frozenset(w for p in found if p.candidate.abbreviation for w in p.words if len(p.words) == 1)


def dated(found: Sequence[Portrait]) -> Iterator[Pair]:
    """Two titles with one head and the same years, of which one has all the words of the other."""
    blocks: dict[tuple[Category, str, tuple[str, ...]], list[Portrait]] = defaultdict(list)
    for portrait in found:
        if portrait.category in PAPERS and portrait.years and portrait.head:
            blocks[portrait.category, portrait.head, portrait.years].append(portrait)
    for block in blocks.values():
        for left, right in combinations(block, 2):
            small, large = sorted((left.content, right.content), key=len)
            if len(small) > 1 and small <= large:
                yield left, right


def transliterated(found: Sequence[Portrait]) -> Iterator[Pair]:
    """One person in two spellings."""
    blocks: dict[tuple[int, str], list[Portrait]] = defaultdict(list)
    for portrait in found:
        if portrait.category is Category.PERSON and len(portrait.words) > 1:
            blocks[len(portrait.words), skeleton(portrait.words[-1])[:1]].append(portrait)
    for block in blocks.values():
        for left, right in _near(block):
            if _alike(left.words, right.words):
                yield left, right


def _near(block: Sequence[Portrait]) -> list[Pair]:
    """Persons whose last names may be spellings of one, in order."""
    named: dict[str, list[int]] = defaultdict(list)
    for place, portrait in enumerate(block):
        named[portrait.words[-1]].append(place)
    last = list(named)
    same = [pair for places in named.values() for pair in combinations(places, 2)]
    close = [
        (min(i, j), max(i, j))
        for one, other in alike(last, LEAST_ALIKE)
        for i in named[last[one]]
        for j in named[last[other]]
    ]
    return [(block[i], block[j]) for i, j in sorted((*same, *close))]


def _alike(left: Sequence[str], right: Sequence[str]) -> bool:
    scores = [similar(a, b) for a, b in zip(left, right, strict=True)]
    if min(scores) < LEAST_ALIKE or sum(scores) < ALIKE * len(scores):
        return False
    return not any(_other_gender(a, b) for a, b in zip(left, right, strict=True))


def _other_gender(left: str, right: str) -> bool:
    """Petrov and Petrova, Alexander and Alexandra."""
    return left != right and left.endswith(("a", "а", "я")) != right.endswith(("a", "а", "я"))


def mottos(found: Sequence[Portrait]) -> Iterator[Pair]:
    """Two wordings of a motto that different texts give, with a good part of their words in common."""
    spoken = [p for p in found if p.category is Category.MOTTO]
    for (i, j), shared in sorted(_shared_words(spoken).items()):
        left, right = spoken[i], spoken[j]
        enough = shared > 1 and shared >= MOTTO * len(left.content | right.content)
        if (
            enough or _one_mould(left.candidate.text, right.candidate.text)
        ) and not left.documents & right.documents:
            yield left, right


def _one_mould(left: str, right: str) -> bool:
    """Whether nearly all words stand in the same places: One River, One Fate and One River, One Destiny."""
    one, other = (_WORD.findall(fold(text)) for text in (left, right))
    same = sum(a == b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) > 2 and same >= MOULD * len(one)


def _shared_words(spoken: Sequence[Portrait]) -> Counter[tuple[int, int]]:
    """How many words two of them have in common, by their places; those that share none are not there."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, portrait in enumerate(spoken):
        for word in sorted(portrait.content):
            places[word].append(place)
    return Counter(pair for found in places.values() for pair in combinations(found, 2))


EVIDENCE: tuple[Evidence, ...] = (
    respelt,
    explained,
    labelled,
    reordered,
    owned,
    dated,
    transliterated,
    mottos,
)


def _blocks(found: Sequence[Portrait], sign: Callable[[Portrait], object]) -> Iterator[Pair]:
    """Neighbours within the portraits that have one sign."""
    blocks: dict[object, list[Portrait]] = defaultdict(list)
    for portrait in found:
        if (key := sign(portrait)) is not None:
            blocks[key].append(portrait)
    for block in blocks.values():
        yield from pairwise(block)


def contrary(left: Portrait, right: Portrait) -> bool:
    """Whether two names cannot be one thing: other years or numbers, other kinds of thing, other offices."""
    if left.years and right.years and left.years != right.years:
        return True
    if bool(left.years) != bool(right.years) and not _short(left, right):
        return True
    if left.ordinary != right.ordinary:
        return True
    kinds = {left.category, right.category} - {Category.CONCEPT}
    if len(kinds) > 1:
        return True
    return _contrasted(left, right)


def _short(left: Portrait, right: Portrait) -> bool:
    return left.candidate.abbreviation or right.candidate.abbreviation


def _contrasted(left: Portrait, right: Portrait) -> bool:
    """One has a modifier that makes another office of an office: deputy, first."""
    modifiers = cues_for(left.candidate.language).modifiers
    return left.category is Category.POSITION and bool((left.content ^ right.content) & modifiers)


class _Union:
    """Disjoint sets; no two members of a set may be contrary."""

    def __init__(self, known: Sequence[Portrait]) -> None:
        self._known = known
        self._head = list(range(len(known)))
        self._members = {i: [i] for i in range(len(known))}

    def join(self, left: Portrait, right: Portrait) -> None:
        a, b = sorted((self._head[left.index], self._head[right.index]))
        if a == b or any(
            contrary(self._known[i], self._known[j]) for i in self._members[a] for j in self._members[b]
        ):
            return
        self._members[a] += self._members.pop(b)
        for member in self._members[a]:
            self._head[member] = a

    def groups(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(sorted(m)) for _, m in sorted(self._members.items()) if len(m) > 1)
