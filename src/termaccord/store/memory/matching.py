"""What a memory knows of a segment: candidates out of the store, compared, repaired, scored and put in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from termaccord.model import Content, MatchKind, SegmentMatch, StoredUnit, Variant
from termaccord.store.memory.store import Candidate
from termaccord.store.memory.weighing import FULL, By, Manner, Pair, Query, weighed
from termaccord.text.analyser import primary_language
from termaccord.text.fuzzy.carrying.finding import carried
from termaccord.text.fuzzy.comparable import comparable
from termaccord.text.fuzzy.difference import difference
from termaccord.text.fuzzy.flat import flat
from termaccord.text.fuzzy.likeness import by_stems, by_words
from termaccord.text.fuzzy.points import Points

if TYPE_CHECKING:
    from termaccord.text.fuzzy.glossary import Terms

_MORE = 5
"""So many more forms are looked at than wanted, for penalties may change their order."""
_NAMESAKES = 64
"""Of units with the same compared form the newest are looked at, at most so many."""


_CLOSE = 95
"""A match with this score needs no search among segments that become alike only when they are repaired."""
_WIDEST = 35
"""By so many points at most such a search goes below what is wanted."""


class Beside(NamedTuple):
    """The segments before and behind; empty where there are none, None where that is not known."""

    previous: str | None = None
    following: str | None = None


class Store(Protocol):
    """What is asked of a memory's store."""

    def nearest(
        self, compared: str, language: str, least: float = ..., limit: int = ..., by: By = ...
    ) -> list[Candidate]: ...

    def same(self, compared: str, language: str) -> list[int]: ...

    def units(self, numbers: Sequence[int]) -> list[StoredUnit]: ...

    def neighbours(self, unit: StoredUnit) -> tuple[StoredUnit | None, StoredUnit | None]: ...


@dataclass(frozen=True, slots=True)
class Matcher:
    """Asks a store for segments, in the manner a project has decided."""

    store: Store
    points: Points = field(default_factory=Points)
    terms: "Terms | None" = None
    """A glossary by which terms are exchanged; without one they are not."""
    today: str = ""
    """Date as YYYYMMDD, by which the age of a unit is told; without it age costs nothing."""

    def match(
        self,
        segment: str | Content,
        source_language: str,
        target_language: str,
        *,
        previous: str | None = None,
        following: str | None = None,
        least: int = 70,
        limit: int = 5,
        by: By = "characters",
        stems: bool = False,
    ) -> tuple[SegmentMatch, ...]:
        """
        The units that render a segment or one like it, best first.

        Parameters
        ----------
        segment
            As it is written, with or without inline codes.
        source_language, target_language
            BCP 47; a unit without the target language is no match.
        previous, following
            The segments beside it; empty where there are none, None where that is not known.
        least
            Score that a match has at least.
        limit
            How many matches at most.
        by
            What the score counts: characters or words.
        stems
            Whether the likeness by lemmas is told too; it may have to load a dictionary.

        """
        asked = flat(segment)
        query = Query(asked, comparable(asked.plain), (source_language, target_language), by)
        beside = Beside(previous, following)
        found = self._found(query, beside, least, limit)
        if not found or found[0].score < _CLOSE:
            wider = least - self._exchangeable(query)
            found = self._found(query, beside, wider, limit) if wider < least else found
        there = [match for match in found if match.score >= least]
        return tuple(self._finished(query, match, stems) for match in there[:limit])

    def _found(self, query: Query, beside: Beside, least: int, limit: int) -> list[SegmentMatch]:
        """Everything that is alike enough before it is repaired, best first."""
        alike = min(max(least, 1), FULL) / FULL
        candidates = self.store.nearest(query.compared, query.languages[0], alike, limit + _MORE, query.by)
        forms = {n: c.compared for c in candidates for n in self._chosen(c.numbers, query, beside)}
        manner = Manner(self.points, self.terms, self.today)
        found: dict[tuple[object, ...], SegmentMatch] = {}
        for unit in self.store.units(list(forms)):
            pair = _pair(unit, query.languages, forms[unit.number])
            if pair is not None:
                _join(found, self._in_context(weighed(query, pair, manner), pair, beside))
        return sorted(found.values(), key=_order)

    def _chosen(self, numbers: Sequence[int], query: Query, beside: Beside) -> list[int]:
        """Of units with the same compared form those to look at: the newest, and those that may be in context."""
        if len(numbers) <= _NAMESAKES:
            return list(numbers)
        near: set[int] = set()
        for text, step in ((beside.previous, 1), (beside.following, -1)):
            if text:
                near.update(n + step for n in self.store.same(comparable(text), query.languages[0]))
        ranked = sorted(numbers, key=lambda n: (n in near, n))
        return ranked[-_NAMESAKES:]

    def _exchangeable(self, query: Query) -> int:
        """How much of a segment, in per cent of its letters, are dates and terms, which may be exchanged."""
        text, language = query.segment.text, query.languages[0]
        dates = sum(len(c.span) for c in carried(text, language) if c.kind == "date")
        terms = max((len(f.span) for f in self.terms.find(text, language)), default=0) if self.terms else 0
        return min(_WIDEST, (dates + terms) * FULL // max(len(text), 1))

    def _in_context(self, match: SegmentMatch, pair: Pair, beside: Beside) -> SegmentMatch:
        """A full match gains a point for each segment beside it that is the same, compared."""
        if match.score != FULL or beside == Beside():
            return match
        pairs = zip(beside, self.store.neighbours(pair.stored), strict=True)
        same = sum(
            asked is not None and _same_beside(asked, there, pair.source.language) for asked, there in pairs
        )
        return replace(match, score=FULL + same, kind=MatchKind.CONTEXT) if same else match

    def _finished(self, query: Query, match: SegmentMatch, stems: bool) -> SegmentMatch:
        text = query.segment.plain
        told = by_stems(match.source, text, query.languages[0]) if stems else None
        words = by_words(comparable(match.source), query.compared)
        return replace(match, difference=difference(match.source, text), words=words, stems=told)


def _join(found: dict[tuple[object, ...], SegmentMatch], match: SegmentMatch) -> None:
    """Keep one of those that say the same: the best, and how many there are besides."""
    key = match.source_content, match.target_content, match.target
    held = found.get(key)
    best = min(held, match, key=_order) if held else match
    found[key] = replace(best, others=held.others + 1) if held else best


def _same_beside(asked: str, there: StoredUnit | None, language: str) -> bool:
    """Nothing beside both is the same too: both begin a text, or end it."""
    texts = [v.text for v in there.unit.variants if v.language == language] if there else [""]
    return any(comparable(text) == comparable(asked) for text in texts)


def _order(match: SegmentMatch) -> tuple[object, ...]:
    """Best first; of equals the newer, then by origin and number."""
    stored = match.stored
    newness = tuple(-ord(c) for c in stored.changed.ljust(16))
    return -match.score, len(match.substitutions), -match.characters, newness, stored.origin, stored.number


def _pair(unit: StoredUnit, languages: tuple[str, str], compared: str) -> Pair | None:
    """The two segments of a unit that are in the languages asked for."""
    source, target = (variant_in(unit.unit.variants, language) for language in languages)
    if source is None or target is None or source is target or not target.content:
        return None
    known = len(unit.unit.variants) == 2  # else it may be another variety's
    return Pair(unit, source, target, compared if known else comparable(source.text))


def variant_in(variants: Sequence[Variant], language: str) -> Variant | None:
    """The segment in a language: in exactly this variety, else in another of the same language."""
    wanted = _tag(language)
    exact = next((v for v in variants if _tag(v.language) == wanted), None)
    primary = primary_language(language)
    return exact or next((v for v in variants if primary_language(v.language) == primary), None)


def _tag(language: str) -> str:
    return language.replace("_", "-").lower()
