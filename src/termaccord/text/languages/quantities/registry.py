"""Which number words serve which language, with what CLDR knows of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from termaccord.text.analyser import primary_language
from termaccord.text.languages.quantities.english import ENGLISH
from termaccord.text.languages.quantities.german import GERMAN
from termaccord.text.languages.quantities.others import FRENCH, SPANISH, UKRAINIAN
from termaccord.text.languages.quantities.russian import RUSSIAN
from termaccord.text.languages.quantities.words import QuantityWords

_WORDS = {"en": ENGLISH, "ru": RUSSIAN, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "uk": UKRAINIAN}
_SHORTEST_MONTH = 3


@dataclass(frozen=True, slots=True)
class Customs:
    """How a language writes numbers and dates."""

    words: QuantityWords
    decimal: str
    """The decimal mark."""
    day_first: bool | None
    """Whether 1/2/2025 is the first of February; None where readers differ by country."""
    months: dict[str, int]
    """Names without a final stop; lower case unless the language writes them with a capital."""
    capital: bool
    """Whether months have a capital."""
    beginnings: frozenset[str]
    """Every word in lower case that a quantity may begin with, months with a capital apart."""


@cache
def customs(language: str) -> Customs:
    """The customs of a BCP 47 tag; of a language that CLDR does not know, the digits alone."""
    primary = primary_language(language)
    words = _WORDS.get(primary, QuantityWords())
    locale = _locale(language) or _locale(primary)
    if locale is None:
        return Customs(words, ".", None, dict(words.months), False, _beginnings(words, words.months))
    months = {
        name.rstrip("."): number
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in locale.months[context][width].items()
        if len(name.rstrip(".")) >= _SHORTEST_MONTH and not name.isdigit()
    }
    capital = all(name[0].isupper() for name in months) and bool(months)
    known = {name if capital else name.lower().replace("ё", "е"): number for name, number in months.items()}
    named = known | dict(words.months)
    regional = primary != "en" or "-" in language.replace("_", "-")
    return Customs(
        words,
        locale.number_symbols["latn"]["decimal"] if "latn" in locale.number_symbols else ".",
        _day_first(locale) if regional else None,
        named,
        capital,
        _beginnings(words, named),
    )


def _beginnings(words: QuantityWords, months: Mapping[str, int]) -> frozenset[str]:
    tables = (
        words.cardinals, words.scales, words.ordinals, words.loose, words.mixed, words.half_before, words.decades,
        words.units, months,
    )  # fmt: skip
    return frozenset(key for table in tables for key in table)


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def _day_first(locale: Locale) -> bool:
    pattern = locale.date_formats["short"].pattern
    return "d" not in pattern or "M" not in pattern or pattern.index("d") < pattern.index("M")
