import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.text.kinship import kin, stems

WORDS = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("лоцман", "лоцманский", "ru"),
        ("изоляция", "изолированный", "ru"),
        ("заражение", "заразиться", "ru"),
        ("инфекция", "инфицировать", "ru"),
        ("готовность", "готовый", "ru"),
        ("кашель", "кашлять", "ru"),
        ("прикосновение", "прикасаться", "ru"),
        ("лёд", "безлёдный", "ru"),
        ("coordinate", "coordinating", "en"),
        ("vaccine", "vaccination", "en"),
        ("smoker", "non-smoker".replace("-", ""), "en"),
        ("Sicherung", "sichern", "de"),
    ],
)
def test_words_of_one_root_are_kin(one: str, other: str, language: str) -> None:
    assert kin(one, other, language)
    assert kin(other, one, language)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("контакт", "контролировать", "ru"),
        ("страна", "страница", "ru"),
        ("приказ", "указ", "ru"),
        ("передача", "дача", "ru"),
        ("report", "support", "en"),
        ("nation", "nature", "en"),
        ("Hafen", "Haft", "de"),
    ],
)
def test_words_that_only_begin_or_end_alike_are_not(one: str, other: str, language: str) -> None:
    assert not kin(one, other, language)


def test_prefixes_of_aspect_count_for_nothing_between_verbs_only() -> None:
    assert kin("мыть", "вымыть", "ru", verbs=True)
    assert not kin("ход", "поход", "ru")


@settings(max_examples=60)
@given(WORDS)
def test_every_word_is_its_own_kin(word: str) -> None:
    assert kin(word, word, "ru")
    assert stems(word, "ru")


@pytest.mark.xfail(strict=True, reason="a root of three letters that a suffix hides")
def test_a_short_root_behind_a_suffix_is_found() -> None:
    assert kin("врач", "врачебный", "ru")
