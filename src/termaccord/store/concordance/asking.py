"""A memory asked for words: the nearest and newest places first, no two of them alike."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from termaccord.model import StoredUnit
from termaccord.model.concordance import Concordance, ConcordanceHit, CountedRendering, Counterpart
from termaccord.store.concordance.counterparts import Finder, Pair, Terms, counted
from termaccord.store.concordance.finding import MOST, Places, Sought, lessons, places
from termaccord.store.concordance.query import Query, query_of, sought
from termaccord.store.concordance.standing import standing
from termaccord.store.memory.store import MemoryStore
from termaccord.text.analyse import analyser_for
from termaccord.text.analyser import primary_language
from termaccord.text.embed import Embed, knows
from termaccord.text.fuzzy.comparable import comparable, compared_words
from termaccord.text.languages.writing.scripts import written_in

EXAMINED = 80
"""Units whose renderings are counted."""
_WORDS = 6
"""Words beside those asked for whose own renderings are learnt."""
_LESSONS = 5
"""Units from which each of them is learnt."""
_FEW = 40
"""Hits up to which vectors may be asked for."""
_TAUGHT = 0.6
"""Share of the hits with a rendering below which the memory has taught too little."""
_ALIKE = 85
"""Of 100: hits more alike than that are shown behind others."""
_UNKNOWN = 0.5
"""Confidence of a unit that does not say."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of a concordance."""

    language: str = ""
    """Of the words; empty: that in which the memory has most of them."""
    limit: int = 10
    exact: bool = False
    """Whether only the very forms are meant."""
    terms: Terms = field(default_factory=dict)
    """What the glossary says."""
    embed: Embed | None = None
    """Makes vectors of words, for queries of which the memory teaches too little; None: the memory alone teaches."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query in a language, with what was found."""

    query: Query
    language: str
    words: tuple[Sought, ...]
    found: Places

    @property
    def groups(self) -> list[int]:
        return [len(group) for group in self.query.groups]


def concordance(store: MemoryStore, text: str, wish: Wish | None = None) -> Concordance:
    """
    Units in which all words stand, in any form and order; words in quotes as they stand side by side.

    Hits whose words stand nearest come first, then the surest, then the newest; of hits that are all but the same the
    later ones come behind others.
    """
    wish = wish or Wish()
    asked = _best(store, query_of(text), wish)
    if asked is None:
        return Concordance(text, ())
    hits = list(_hits(store, asked))
    hits = _merged(sorted(hits, key=_rank))
    sided = _with_counterparts(store, hits, asked, wish)
    total = max(asked.found.total, len(hits)) if not _literal(asked) else sum(1 + hit.others for hit in hits)
    examined = sum(1 + hit.others for hit in sided)
    return Concordance(text, tuple(_diverse(sided, wish.limit)), total, examined, tuple(_renderings(sided)))


def _literal(asked: _Asked) -> bool:
    return any(word.literal for word in asked.words)


def _best(store: MemoryStore, query: Query, wish: Wish) -> _Asked | None:
    """The query in the language that has most of it."""
    held = dict.fromkeys(primary_language(tag) for tag in store.languages())
    written = [language for language in held if any(written_in(word.text, language) for word in query.words)]
    wanted = [primary_language(wish.language)] if wish.language else written or list(held)
    best: _Asked | None = None
    for language in (one for one in wanted if one in held and query.groups):
        index = store.index(language)
        words = sought(query, index, language, exact=wish.exact)
        most = EXAMINED if len(words) == 1 and not words[0].literal else MOST
        found = places(index, words, [len(group) for group in query.groups], most)
        if found.total > (best.found.total if best else 0):
            best = _Asked(query, language, words, found)
    return best


def _hits(store: MemoryStore, asked: _Asked) -> Iterator[ConcordanceHit]:
    """Hits in the units that are examined: the words nearest to each other, then the newest."""
    most = MOST if _literal(asked) else EXAMINED
    chosen = sorted(asked.found.newest, key=lambda place: (place.window, -place.numbers[-1]))[:most]
    window = {number: place.window for place in chosen for number in place.numbers[-most:]}
    for stored in store.units(sorted(window, reverse=True)):
        for variant in stored.unit.variants:
            if primary_language(variant.language) == asked.language:
                spans = standing(variant.text, asked.words, asked.groups)
                if spans:
                    yield ConcordanceHit(stored, variant.language, variant.text, spans, window[stored.number])
                    break


def _rank(hit: ConcordanceHit) -> tuple[int, float, str, int]:
    """Nearest, surest, newest first."""
    confidence = _UNKNOWN if hit.stored.confidence is None else hit.stored.confidence
    changed = "".join(chr(0x10FFFF - ord(c)) for c in hit.stored.changed) or "\U0010ffff"
    return hit.window, -round(confidence, 1), changed, -hit.stored.number


def _merged(hits: Iterable[ConcordanceHit]) -> list[ConcordanceHit]:
    """Units that say the same on all sides as one."""
    found: dict[object, ConcordanceHit] = {}
    for hit in hits:
        said = tuple((v.language, v.text) for v in hit.stored.unit.variants)
        held = found.get(said)
        found[said] = replace(held, others=held.others + 1) if held else hit
    return list(found.values())


def _diverse(hits: Sequence[ConcordanceHit], limit: int) -> list[ConcordanceHit]:
    """As many as are wanted, those that are like an earlier one last."""
    chosen: list[ConcordanceHit] = []
    like: list[ConcordanceHit] = []
    for hit in hits:
        if len(chosen) == limit:
            break
        alike = any(fuzz.ratio(hit.text, other.text, score_cutoff=_ALIKE) for other in chosen)
        (like if alike else chosen).append(hit)
    return [*chosen, *like][:limit]


def _renderings(hits: Sequence[ConcordanceHit]) -> Iterator[CountedRendering]:
    languages = dict.fromkeys(primary_language(c.language) for hit in hits for c in hit.counterparts)
    for language in languages:
        sides = [
            side
            for hit in hits
            for side in hit.counterparts
            for _ in range(1 + hit.others)
            if primary_language(side.language) == language
        ]
        yield from (CountedRendering(language, text, count) for text, count in counted(sides, language))


def _with_counterparts(
    store: MemoryStore, hits: Sequence[ConcordanceHit], asked: _Asked, wish: Wish
) -> list[ConcordanceHit]:
    """The hits with what renders the words in every other language of theirs."""
    sided = list(hits)
    taught = _lessons(store, hits, asked)
    others = dict.fromkeys(
        primary_language(v.language)
        for hit in hits
        for v in hit.stored.unit.variants
        if primary_language(v.language) != asked.language
    )
    for language in others:
        held = [(n, text) for n, hit in enumerate(hits) if (text := _side(hit.stored, language)) is not None]
        pairs = [Pair(hits[n].text, text, hits[n].spans) for n, text in held]
        learnt = [
            Pair(one, two)
            for unit in taught
            if (one := _side(unit, asked.language)) and (two := _side(unit, language))
        ]
        sides = _sides(Finder(asked.language, language, wish.terms), pairs, learnt, wish.embed)
        for (n, _), side in zip(held, sides, strict=True):
            sided[n] = replace(sided[n], counterparts=(*sided[n].counterparts, side))
    return sided


def _sides(
    finder: Finder, pairs: Sequence[Pair], learnt: Sequence[Pair], embed: Embed | None
) -> list[Counterpart]:
    """What the memory teaches; where that is too little, with the help of vectors."""
    found = finder.counterparts(pairs, learnt)
    few = len(pairs) <= _FEW and sum(bool(side.spans) for side in found) < _TAUGHT * len(found)
    if embed is None or not few or not (knows(embed, finder.source) and knows(embed, finder.target)):
        return found
    return replace(finder, embed=embed).counterparts(pairs, learnt)


def _side(stored: StoredUnit, language: str) -> str | None:
    return next((v.text for v in stored.unit.variants if primary_language(v.language) == language), None)


def _lessons(store: MemoryStore, hits: Sequence[ConcordanceHit], asked: _Asked) -> list[StoredUnit]:
    """Units in which words stand that often stand beside those asked for, but not these: they tell what those mean."""
    mine = frozenset().union(*(word.forms for word in asked.words))
    idle = analyser_for(asked.language).function_words
    beside = Counter(
        word
        for hit in hits
        for word in set(compared_words(comparable(hit.text))) - mine - idle
        if len(word) > 1
    )
    often = sorted(beside, key=lambda word: (-beside[word], word))[:_WORDS]
    index = store.index(asked.language)
    numbers = dict.fromkeys(n for word in often for n in lessons(index, word, mine, _LESSONS))
    return store.units(list(numbers))
