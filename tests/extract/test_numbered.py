"""Numbers and editions inside of documents' names, and body nouns before quoted ones."""

import pytest
from tests.extract.test_candidates import named

WHOLE = [
    ("They obeyed Instruction No. 7 on Milking in Storms.", "en", "Instruction No. 7 on Milking in Storms", "document"),
    ("They forgot Order No. 14 at home.", "en", "Order No. 14", "document"),
    ("The Hive Code, Third Edition, was read aloud.", "en", "Hive Code, Third Edition", "document"),
    ("The Hive Code, Eleventh Revision, was read aloud.", "en", "Hive Code, Eleventh Revision", "document"),
    ("Они дополнят Инструкцию № 7 о доении коров.", "ru", "Инструкция № 7 о доении коров", "document"),
    ("Они дополнят Инструкцию № 7 о движении в бурю.", "ru", "Инструкция № 7 о движении в бурю", "document"),
    ("Вчера они посетили сигнальный пост «Ольха».", "ru", "сигнальный пост «Ольха»", "body"),
    ("Работу сигнального поста «Ольха» проверили.", "ru", "Ольха", "body"),
]  # fmt: skip

SILENT = [
    ("They read the Hive Code, and Edition followed.", "en", "Hive Code,"),
    ("They asked for the Hive Code, Third Avenue and a map.", "en", "Hive Code,"),
    ("The Council said No. 7 hives burned.", "en", "No."),
    ("Устав Совета сотрудничества в пятницу изменили.", "ru", "пятниц"),
    ("Они отложили Инструкцию № 7 о движении в среду.", "ru", "сред"),
    ("Они читали новую газету «Ольха» вчера.", "ru", "новая газета"),
    ("Они посетили новый пост «Ольха» вчера.", "ru", "новый"),
]


@pytest.mark.parametrize(("text", "language", "name", "category"), WHOLE)
def test_a_number_an_edition_and_a_head_belong_to_the_name(
    text: str, language: str, name: str, category: str
) -> None:
    assert named(text, language).get(name) == category


@pytest.mark.parametrize(("text", "language", "words"), SILENT)
def test_what_only_looks_like_them_stays_outside(text: str, language: str, words: str) -> None:
    assert not [name for name in named(text, language) if words in name]


def test_two_editions_are_two_names() -> None:
    text = "The Hive Code, Third Edition, replaced the Hive Code, Second Edition."
    assert {"Hive Code, Third Edition", "Hive Code, Second Edition"} <= named(text, "en").keys()
