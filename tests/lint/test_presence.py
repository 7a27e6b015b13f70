"""Renderings that are in a text though not word for word."""

import pytest

from termaccord.lint.renderings.presence import alternatives, clipped, initials, phrase, presence


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


@pytest.mark.parametrize(
    ("rendering", "text", "there"),
    [("главный лоцман", "Пришёл главлоцман.", True), ("главный лоцман", "Пришёл лоцман.", False)],
)
def test_two_words_may_be_clipped_to_one(rendering: str, text: str, there: bool) -> None:
    assert clipped(rendering, text, "ru") is there


def test_a_name_is_not_there_when_its_words_are_scattered_or_only_of_its_roots() -> None:
    scattered = presence("Harbour Traffic Service", "The Harbour Radio Service follows the traffic.", "en")
    other = presence("Pilot Simulator Centre", "the Simulation Centre for Pilots", "en")
    turned = presence("Pilot Simulator Centre", "the Simulator Centers of Pilots", "en")

    assert (scattered.share < 1, other.share < 1, turned.share) == (True, True, 1)


def test_the_whole_title_in_quotation_marks_takes_the_place_of_a_name() -> None:
    text = "The motto is “A Quiet Tide Is an Open Gate”, they say."

    assert phrase(presence("Calm Tide, Open Gate", text, "en"), "Calm Tide, Open Gate", text, "en").of(
        text
    ) == ("A Quiet Tide Is an Open Gate")
