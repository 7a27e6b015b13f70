from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.text.transliterate import SCHEMES, alike, similar, skeleton, transliterations


@pytest.mark.parametrize(
    ("word", "scheme", "expected"),
    [
        ("Щукин", "bgn", "Shchukin"),
        ("Ельцин", "bgn", "Yel’tsin"),
        ("Ельцин", "press", "Yeltsin"),
        ("Подъёмный", "icao", "Podieemnyi"),
        ("Цой", "gost52535", "Tcoi"),
        ("Ёжик", "iso9", "Ëžik"),
        ("Юрьев", "loc", "Iurʹev"),
        ("Хрущёв", "scientific", "Xruščëv"),
        ("Александр", "press", "Alexandr"),
        ("Луговой", "press", "Lugovoy"),
        ("Зорге-Милицкий", "press", "Zorge-Militsky"),
        ("МИД", "icao", "MID"),
    ],
)
def test_each_scheme_writes_a_name_its_own_way(word: str, scheme: str, expected: str) -> None:
    assert transliterations(word, "ru")[scheme] == expected


def test_every_scheme_knows_every_letter() -> None:
    for name in SCHEMES:
        assert transliterations("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "ru")[name].isascii() or name in {
            "bgn",
            "iso9",
            "loc",
            "scientific",
        }


def test_a_language_without_a_scheme_has_no_transliteration() -> None:
    assert transliterations("word", "en") == {}


@pytest.mark.parametrize(
    "spellings",
    [
        ("Жапаров", "Japarov", "Zhaparov", "Žaparov"),
        ("Пескарёв", "Peskaryov", "Peskarev", "Peskarëv"),
        ("Хрущёв", "Khrushchev", "Khrushchyov"),
        ("Юрий", "Yuri", "Yury", "Iurii"),
        ("Щукин", "Shchukin", "Schukin"),
    ],
)
def test_spellings_of_one_name_are_alike(spellings: tuple[str, ...]) -> None:
    for other in spellings[1:]:
        assert similar(spellings[0], other) >= 0.85, other


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Рагнар", "Ragnar"),
        ("Хольмстейн", "Holmstein"),
        ("Эйнар", "Einar"),
        ("Касым-Жомарт", "Kassym-Jomart"),
        ("Тасмагамбетов", "Tasmagambetov"),
        ("Уильям", "William"),
        ("Тарвун", "Tarvun"),
        ("Бишкек", "Bishkek"),
        ("Джонсон", "Johnson"),
        ("Цхинвал", "Tskhinval"),
        ("Чарльз", "Charles"),
    ],
)
def test_a_name_and_its_romanisation_are_alike(first: str, second: str) -> None:
    assert similar(first, second) >= 0.75


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Иванов", "Petrov"),
        ("Совет", "Council"),
        ("Мир", "Peace"),
        ("Рагнар", "Edvard"),
        ("Минск", "Vilnius"),
    ],
)
def test_different_names_are_not_alike(first: str, second: str) -> None:
    assert similar(first, second) < 0.6


def test_a_skeleton_holds_the_consonants_whatever_the_script() -> None:
    assert skeleton("Жапаров") == skeleton("Japarov") == skeleton("Zhaparov")
    assert skeleton("Пескарёв") == skeleton("Peskaryov") == skeleton("Peskarev")


def test_nothing_is_like_nothing() -> None:
    assert similar("", "") == 0.0
    assert similar("—", "Иванов") == 0.0


@given(
    st.lists(st.text("aeiouyptkhszvrnАбвгдежиостя", max_size=8), max_size=12),
    st.sampled_from([0.6, 0.7, 0.85]),
)
@settings(max_examples=60)
def test_words_that_sound_alike_are_those_that_are_similar(words: list[str], least: float) -> None:
    pairs = list(alike(words, least))

    assert pairs == [
        (i, j) for i, j in combinations(range(len(words)), 2) if similar(words[i], words[j]) >= least
    ]
