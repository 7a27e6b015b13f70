"""Any other language: simplemma's lemma where it has one, else the folded form."""

from collections.abc import Sequence
from functools import cache, lru_cache

from termaccord.text.analyser import Analyser, Analysis, Word, word_list
from termaccord.text.languages import french, german, spanish
from termaccord.text.languages.lemmas import known, lemma, supported
from termaccord.text.normalise import fold

FOREIGN_TITLES = word_list("mr mrs ms dr prof st")
"""They stand before names in any language."""
GENERIC_ABBREVIATIONS = FOREIGN_TITLES | word_list("no vs etc cf al p pp vol ed fig art")


@cache
def other(language: str) -> Analyser:
    """An analyser for a primary language tag that has no file with rules of its own."""
    words = {"de": german, "es": spanish, "fr": french}.get(language)

    @lru_cache(maxsize=1 << 16)
    def analyses(form: str) -> tuple[Analysis, ...]:
        if language not in supported():
            return (Analysis(fold(form), known=False),)
        return (Analysis(fold(lemma(form, language)), known=known(form, language)),)

    return Analyser(
        language,
        analyses,
        _no_form,
        words.ABBREVIATIONS | FOREIGN_TITLES if words else GENERIC_ABBREVIATIONS,
        words.FUNCTION_WORDS if words else frozenset(),
        final=words.FINAL if words else word_list("etc"),
        units=words.UNITS if words else frozenset(),
        numbered=words.NUMBERED if words else word_list("no nos fig art p pp vol"),
        agreeing=_each_alone,
        capital_nouns=language in {"de", "lb"},
        suffixes=german.ENDINGS if language == "de" else frozenset(),
    )


def _each_alone(words: Sequence[Word]) -> tuple[tuple[int, ...], ...]:
    return tuple((index,) for index, word in enumerate(words) if word.analyses)


def _no_form(_form: str, _reading: Analysis, _wanted: frozenset[str]) -> str | None:
    return None
