"""Which analyser serves which language."""

from dataclasses import replace
from functools import cache

from termaccord.text.analyser import Analyser
from termaccord.text.languages import english, english_citation, russian, russian_citation, russian_words
from termaccord.text.languages.other import FOREIGN_TITLES, other

RUSSIAN = Analyser(
    "ru",
    russian.analyses,
    russian.inflect,
    russian_words.ABBREVIATIONS | FOREIGN_TITLES,
    russian_words.FUNCTION_WORDS,
    final=russian_words.FINAL,
    units=russian_words.UNITS,
    forms=russian.forms,
    agreeing=russian_citation.agreeing,
)
ENGLISH = replace(english.ENGLISH, agreeing=english_citation.agreeing)


@cache
def analyser_of(primary: str) -> Analyser:
    """The analyser for a primary language tag."""
    return {"ru": RUSSIAN, "en": ENGLISH}.get(primary) or other(primary)
