"""Renderings that are in a text though not word for word."""

import pytest

from termaccord.lint.renderings.presence import alternatives, initials, phrase, presence


@pytest.mark.parametrize(
    ("rendering", "text", "language"),
    [
        ("портовая служба", "служба порта", "ru"),
        ("портовая служба", "о портовых службах", "ru"),
        ("перевозка паромом", "паромные перевозки", "ru"),
        ("мытьё палубы", "Палубу моют дважды.", "ru"),
        ("lock gate", "gates of both locks", "en"),
        ("рейд 2031 года", "о рейде 2031 года", "ru"),
    ],
)
def test_a_rendering_is_there_in_any_form_order_or_part_of_speech(
    rendering: str, text: str, language: str
) -> None:
    assert presence(rendering, text, language).share == 1


@pytest.mark.parametrize(
    ("rendering", "text", "language"),
    [
        ("портовая служба", "контора порта", "ru"),
        ("рейд 2031 года", "о рейде 2032 года", "ru"),
        ("шлюз", "плотина", "ru"),
        ("ПСГ", "Присягу дали", "ru"),
    ],
)
def test_a_part_of_a_rendering_is_not_all_of_it(rendering: str, text: str, language: str) -> None:
    assert presence(rendering, text, language).share < 1


def test_a_shortened_rendering_is_told_from_a_changed_one() -> None:
    short = presence("портовая служба надзора", "Служба надзора молчит.", "ru")
    changed = presence("портовая служба надзора", "Служба речного надзора молчит.", "ru")

    assert (short.pure, changed.pure) == (True, False)


@pytest.mark.parametrize(
    ("rendering", "text", "stretch"),
    [
        ("близкий причал", "Стоим у тесного причала весь день.", "тесного причала"),
        ("портовая служба", "Пишет контора порта каждый день.", "контора порта"),
        ("спасательное судно", "Вышло спасательное звено.", "спасательное звено"),
    ],
)
def test_the_words_in_the_place_of_the_missing_ones_belong_to_the_stretch(
    rendering: str, text: str, stretch: str
) -> None:
    near = presence(rendering, text, "ru")

    assert phrase(near, rendering, text, "ru").of(text) == stretch


def test_what_is_in_square_brackets_may_be_left_out() -> None:
    assert "закрытые шлюзы" in alternatives("закрытые шлюзы [канала]")


def test_two_synonyms_in_one_field_are_two_readings() -> None:
    assert alternatives("шлюз : затвор") == ("шлюз", "затвор")


@pytest.mark.parametrize(
    ("text", "there"), [("Собрался СГ.", True), ("Собрался совет.", False), ("Вошли СГК.", False)]
)
def test_first_letters_are_an_abbreviation(text: str, there: bool) -> None:
    assert initials("Совет гавани", text, "ru") is there
