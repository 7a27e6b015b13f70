"""Words that a translator left in the language of the original are terms in both."""

from termaccord.extract.candidates import candidates
from termaccord.model import Document
from termaccord.text.analyse import segment

RUSSIAN = "В мастерской работала воскоделка. Она говорила с другой воскоделкой о погоде."
LEFT = "A second воскоделка, from the next village, made candles."


def _found(*texts: tuple[str, str]) -> set[tuple[str, str]]:
    documents = [segment(Document(f"{i}", language, text)) for i, (language, text) in enumerate(texts)]
    return {(c.language, c.text) for c in candidates(documents)}


def test_a_word_left_untranslated_is_a_term_in_both_languages() -> None:
    found = _found(("ru", RUSSIAN), ("en", LEFT))
    assert {("ru", "воскоделка"), ("en", "воскоделка")} <= found


def test_a_lower_case_word_that_nobody_left_untranslated_stays_silent() -> None:
    found = _found(("ru", RUSSIAN), ("en", "A second candle-maker, from the next village, made candles."))
    assert ("ru", "воскоделка") not in found


def test_short_words_and_capitals_of_another_script_are_no_strays() -> None:
    found = _found(("ru", RUSSIAN), ("en", "The letter ё was missing on the sign."))
    assert not [text for language, text in found if language == "en" and text == "ё"]
