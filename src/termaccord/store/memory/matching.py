"""What a memory knows of a segment: candidates out of the store, compared, repaired, scored and put in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from termaccord.model import Content, MatchKind, SegmentMatch, StoredUnit, Variant
from termaccord.store.memory.store import Candidate
from termaccord.store.memory.weighing import FULL, By, Manner, Pair, Query, weighed
from termaccord.text.analyser import primary_language
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


class Store(Protocol):
    """What is asked of a memory's store."""

    def nearest(
        self, compared: str, language: str, least: float = ..., limit: int = ..., by: By = ...
    ) -> list[Candidate]: ...

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
        compared = comparable(asked.plain)
        query = Query(asked, compared, (source_language, target_language), by)
        manner = Manner(self.points, self.terms, self.today)
        candidates = self.store.nearest(compared, source_language, max(least, 1) / 100, limit + _MORE, by)
        found: dict[tuple[object, ...], SegmentMatch] = {}
        forms = {n: c.compared for c in candidates for n in c.numbers[-_NAMESAKES:]}
        for unit in self.store.units(list(forms)):
            pair = _pair(unit, query.languages, forms[unit.number])
            if pair is not None:
                match = weighed(query, pair, manner)
                _join(found, self._in_context(match, pair, previous, following))
        there = sorted((m for m in found.values() if m.score >= least), key=_order)
        return tuple(self._finished(query, match, stems) for match in there[:limit])

    def _in_context(
        self, match: SegmentMatch, pair: Pair, previous: str | None, following: str | None
    ) -> SegmentMatch:
        """A full match gains a point for each segment beside it that is the same, compared."""
        if match.score != FULL or (previous is None and following is None):
            return match
        beside = zip((previous, following), self.store.neighbours(pair.stored), strict=True)
        same = sum(
            asked is not None and _same_beside(asked, there, pair.source.language) for asked, there in beside
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
