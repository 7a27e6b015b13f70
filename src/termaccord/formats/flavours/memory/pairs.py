"""The pairs of a memory in one direction: clean, one for each source segment and target segment of a unit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from termaccord.formats.flavours.flavour import Units, Wish
from termaccord.formats.flavours.glossary.languages import code, means
from termaccord.formats.flavours.memory.cleaning import cleaned, text_of
from termaccord.formats.flavours.memory.shape import TABULATED, MemoryFlavour
from termaccord.model import TranslationUnit, Variant


@dataclass(frozen=True, slots=True)
class Paired:
    """A source and a target of a unit."""

    unit: TranslationUnit
    number: int
    """Which pair of the unit it is, from 0."""
    source: Variant
    """Clean, under the code of the tool."""
    target: Variant
    given: tuple[Variant, Variant]
    """The same as they were."""

    @property
    def empty(self) -> bool:
        """Whether a side says nothing."""
        return not (text_of(self.source.content).strip() and text_of(self.target.content).strip())

    @property
    def length(self) -> int:
        """Characters of the longer side."""
        return max(len(text_of(self.source.content)), len(text_of(self.target.content)))


class Direction:
    """Gives the pairs of a memory in one direction, the same each time."""

    def __init__(self, units: Units, wish: Wish, flavour: MemoryFlavour) -> None:
        self._units = units
        self._wish = wish
        self._flavour = flavour
        self.source = code(wish.source, wish)
        self.target = code(wish.target, wish)

    def pairs(self) -> Iterator[Paired | TranslationUnit]:
        """A unit without a pair of the two languages is given as it is."""
        for unit in self._units():
            found = False
            for pair in self._of(unit):
                found = True
                yield pair
            if not found:
                yield unit

    def foreign(self, unit: TranslationUnit) -> bool:
        """
        Whether both segments are translations from a third language.

        A unit's own ``srclang`` is obeyed (TMX 1.4b, and test 1K of LISA's kit).
        """
        own = next((value for name, value in unit.attributes if name == "srclang"), "*all*")
        asked = (self._wish.source, self._wish.target)
        return own.lower() != "*all*" and not any(means(own, language) for language in asked)

    def _of(self, unit: TranslationUnit) -> Iterator[Paired]:
        if unit.attributes and self.foreign(unit):
            return
        sources = [v for v in unit.variants if means(v.language, self._wish.source)]
        targets = [v for v in unit.variants if means(v.language, self._wish.target)]
        number = 0
        for source in sources:
            for target in targets:
                if target is not source:
                    yield Paired(
                        unit,
                        number,
                        self._clean(source, self.source),
                        self._clean(target, self.target),
                        (source, target),
                    )
                    number += 1

    def _clean(self, variant: Variant, called: str) -> Variant:
        content = cleaned(variant.content, self._flavour.level)
        if self._flavour.ending == TABULATED:
            content = tuple(part.replace("\t", " ") if isinstance(part, str) else part for part in content)
        if content == variant.content and called == variant.language:
            return variant
        return replace(variant, language=called, content=content)
