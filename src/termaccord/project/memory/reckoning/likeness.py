"""How much the segments of some texts are like those before them."""

from collections.abc import Iterable

from termaccord.model import TranslationUnit, Variant
from termaccord.store.memory.store import MemoryStore
from termaccord.text.fuzzy.comparable import comparable

_LOOKED_AT = 30
"""So many like segments are looked at, before and behind."""
_HIGHEST = 99
"""A segment that is not the same word for word is no exact match."""


class Likeness:
    """The segments of some texts, each with its place."""

    def __init__(self, segments: Iterable[tuple[str, str]]) -> None:
        """Take the texts and languages of all segments, in order."""
        firsts = dict.fromkeys(segments)
        self._places = {segment: place for place, segment in enumerate(firsts)}
        self._store = MemoryStore.open(None)
        units = (
            TranslationUnit(str(place), (Variant(language, (text,)),))
            for (text, language), place in self._places.items()
        )
        self._store.add("texts", units)

    def before(self, text: str, language: str, least: int) -> int:
        """How much the most alike of the segments before is like this one, in per cent, rounded down."""
        place = self._places.get((text, language), 0)
        found = self._store.nearest(comparable(text), language, least / 100, _LOOKED_AT)
        for candidate in found:
            if any(int(unit.unit.id) < place for unit in self._store.units(candidate.numbers)):
                return min(int(candidate.likeness * 100), _HIGHEST)
        return 0
