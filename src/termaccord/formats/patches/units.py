"""The texts of a bilingual file by unit and language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from termaccord.formats.addresses import addressed
from termaccord.formats.localisation.unit import BilingualUnit
from termaccord.formats.patches.layout import Address
from termaccord.model import Inline, Place, TranslationUnit, Variant

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Texts(Generic[T]):
    """What a bilingual file says."""

    shown: Mapping[Address, tuple[str, str]]
    """Each text with its inline codes."""
    units: Mapping[Address, tuple[T, int]]
    """The parser's record of the unit, and which of its variants this is."""
    languages: Mapping[str, tuple[str, ...]]
    """Of each unit's variants, the source first."""

    def addressed(self, place: Place) -> Address:
        """The variant that a place means: where it names no language, the translation."""
        languages = self.languages.get(place.unit, ())
        language = place.language or (languages[1] if len(languages) == 2 else "")
        return place.unit, language


def texts(units: Iterable[BilingualUnit]) -> Texts[BilingualUnit]:
    """Those of a localisation file."""
    units = tuple(units)
    return gathered(units, [unit.unit for unit in units])


def gathered(records: Iterable[T], units: Iterable[TranslationUnit]) -> Texts[T]:
    """The texts of records whose units these are; a language that a unit has twice names neither variant."""
    shown: dict[Address, tuple[str, str]] = {}
    found: dict[Address, tuple[T, int]] = {}
    languages: dict[str, tuple[str, ...]] = {}
    for record, unit in zip(records, addressed(units), strict=True):
        languages[unit.id] = tuple(variant.language for variant in unit.variants)
        for number, variant in enumerate(unit.variants):
            twice = languages[unit.id].count(variant.language) > 1
            address = (unit.id, f"{variant.language}\0{number}" if twice else variant.language)
            shown[address] = (variant.text, _codes(variant))
            found[address] = (record, number)
    return Texts(shown, found, languages)


def _codes(variant: Variant) -> str:
    """The inline codes of a variant in their order."""
    return repr([part for part in variant.content if isinstance(part, Inline)])
