"""Numbers, months, names and terms that fix points of the path."""

import numpy as np
import pytest

from termaccord.align import band as bands
from termaccord.align.anchors import anchored, keys, months, terms


def shared(one: str, language: str, other: str, other_language: str) -> set[str]:
    return set(keys([one], language)[0]) & set(keys([other], other_language)[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,200 tonnes", "1 200 тонн"),
        ("1\u00a0200 tonnes", "1.200 Tonnen"),
        ("3.5 per cent", "3,5 процента"),
        ("at 7 o'clock", "в 07 часов"),
        ("the 2031 season", "сезон-2031"),
    ],
)
def test_a_number_is_the_same_however_it_is_punctuated(one: str, other: str) -> None:
    assert shared(one, "en", other, "ru")


@pytest.mark.parametrize(
    ("one", "other"),
    [("three cranes", "3 крана"), ("12 cranes", "двенадцатью кранами"), ("Two cranes", "двух кранов")],
)
def test_a_number_may_be_written_as_a_word(one: str, other: str) -> None:
    assert shared(one, "en-GB", other, "ru")


@pytest.mark.parametrize(("one", "other"), [("in 2031", "в 2032 году"), ("12 ships", "120 кораблей")])
def test_different_numbers_share_nothing(one: str, other: str) -> None:
    assert not shared(one, "en", other, "ru")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("said Torvald Ekman", "заявил Торвальд Экман"),
        ("near Marenza", "под Марензой"),
        ("saw Pyotr", "видел Петра"),
    ],
)
def test_a_name_is_known_in_another_script_and_case(one: str, other: str) -> None:
    assert shared(one, "en", other, "ru")


def test_the_first_word_is_no_name_unless_it_is_one_elsewhere() -> None:
    alone = keys(["Bakers sing."], "en")
    known = keys(["Marenza slept.", "They left Marenza."], "en")

    assert not alone[0]
    assert known[0] == known[1]


def test_months_meet_across_languages() -> None:
    assert shared("on 3 March", "en", "3 марта", "ru") >= {"%3"}
    assert months("ru")["мая"] == months("en")["May"] == 5


def test_an_unknown_language_has_no_months() -> None:
    assert months("zz-nowhere") == {}


def test_may_is_no_month_without_its_capital() -> None:
    assert "%5" not in keys(["they may come"], "en")[0]


def test_a_term_is_found_with_another_ending() -> None:
    found = terms(["в двух кластерах серверов", "ничего"], ["кластер сервера", "узел"])

    assert [set(f) for f in found] == [{"!0"}, set()]


def test_what_stands_everywhere_anchors_nothing() -> None:
    source = keys([f"{n} in 2031" for n in range(100, 150)], "en")
    band = bands.whole(50, 50)

    weights = anchored(source, source, band)

    first = weights[: int(band.at[1])]
    assert first[0] > 0.5
    assert np.count_nonzero(first) == 1
