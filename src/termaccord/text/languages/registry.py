"""Which analyser serves which language."""

from dataclasses import replace
from functools import cache

from termaccord.text.analyser import Analyser
from termaccord.text.languages import english, english_citation, english_forms, spelling_english
from termaccord.text.languages.other import FOREIGN_TITLES, other
from termaccord.text.languages.russian import agreement, readings, suffixes, words

RUSSIAN = Analyser(
    "ru",
    readings.analyses,
    readings.inflect,
    words.ABBREVIATIONS | FOREIGN_TITLES,
    words.FUNCTION_WORDS,
    final=words.FINAL,
    units=words.UNITS,
    shortened=words.SHORTENED,
    forms=readings.forms,
    agreeing=agreement.agreeing,
    suffixes=suffixes.SUFFIXES,
    prefixes=suffixes.PREFIXES,
    aspects=suffixes.ASPECTS,
    fleeting=suffixes.FLEETING,
    alternations=suffixes.ALTERNATIONS,
)
ENGLISH = replace(
    english.ENGLISH,
    forms=english_forms.forms,
    agreeing=english_citation.agreeing,
    spelled=spelling_english.american,
)


@cache
def analyser_of(primary: str) -> Analyser:
    """The analyser for a primary language tag."""
    return {"ru": RUSSIAN, "en": ENGLISH}.get(primary) or other(primary)
