"""Words of another script than the language's."""

import pytest

from termaccord.text.languages.writing.scripts import foreign, mixed, script


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("ru", "Cyrl"),
        ("en", "Latn"),
        ("en-GB", "Latn"),
        ("sr-Latn", "Latn"),
        ("el", "Grek"),
        ("ja", "Jpan"),
        ("xx", ""),
    ],
)
def test_a_language_has_its_script(language: str, wanted: str) -> None:
    assert script(language) == wanted


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The бакенщик and the Тихий плёс.", ["бакенщик", "Тихий плёс"]),
        ("ru", "Подписал RFC по 火山.", ["火山"]),
        ("en", "An angle α of 5 µm, Ω.", []),
        ("ja", "漢字とかな and Latin", []),
        ("xx", "бакенщик", []),
        ("en", "plain", []),
    ],
)
def test_foreign_words_are_found_and_latin_stands_anywhere(
    language: str, text: str, found: list[str]
) -> None:
    assert [s.of(text) for s in foreign(text, language)] == found


def test_a_letter_of_another_alphabet_inside_of_a_word_is_found() -> None:
    text = "The СSTO and the RFC"  # the first letter is Cyrillic

    assert [s.of(text) for s in mixed(text, "en")] == ["СSTO"]
