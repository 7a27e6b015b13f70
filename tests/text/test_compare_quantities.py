"""Which amounts and dates a translation changes, and which it only says otherwise."""

import pytest

from termaccord.text.quantities.compare import Mismatch, Side, compare


def told(source: str, target: str, languages: str = "ru-en", **around: str) -> list[tuple[str, str, bool]]:
    """Mismatches whose wrong words are known: what the source says, what the target says, whether it is a slip."""
    here, there = languages.split("-")
    original = Side(source, here, around.get("source_before", ""), around.get("source_after", ""))
    found: tuple[Mismatch, ...] = compare(
        original, Side(target, there, around.get("before", ""), around.get("after", ""))
    )
    return [(original.words(m.source), m.wrong.of(target), m.near) for m in found if m.target]


@pytest.mark.parametrize(
    ("source", "target", "said", "wrong"),
    [
        ("Привезли 386 ящиков.", "They brought 368 crates.", "386", "368"),
        ("Привезли 1740 ящиков.", "They brought 1,470 crates.", "1740", "1,470"),
        ("Дамбу построили в 1987 году.", "The dam was built in 1978.", "1987", "1978"),
        ("Истрачено 3,4 млн рублей.", "The cost was 4.3 million roubles.", "3,4 млн", "4.3 million"),
        ("Собрались в 41-й раз.", "They met for the 14th time.", "41-й", "14th"),
        ("Явились пятнадцать лоцманов.", "Fifty pilots came.", "пятнадцать", "Fifty"),
        ("Открыли семь складов.", "They opened 9 depots.", "семь", "9"),
        ("Открыли три склада.", "Four depots were opened.", "три", "Four"),
        ("Уровень упал на 4 %.", "The level fell by 3 per cent.", "4 %", "3 per cent"),
        ("Ярмарка начнётся 18 марта.", "The fair opens on 13 March.", "18 марта", "13 March"),
        ("Ярмарка прошла в июне.", "The fair was in July.", "июне", "July"),
        ("Акт подписан 4 мая 2009 года.", "The act was signed on 4 May 2006.", "4 мая 2009", "2006"),
        ("Сбор в 8:00.", "We meet at 8.50 a.m.", "8:00", "8.50 a.m."),
        ("Это было в XVIII веке.", "That was in the 17th century.", "XVIII", "17th"),
        ("Ярмарка 15 мая, смотр 14 мая.", "The fair is on 15 July, the show on 14 May.", "15 мая", "15 July"),
    ],
)  # fmt: skip
def test_a_slip_is_told_at_the_wrong_words(source: str, target: str, said: str, wrong: str) -> None:
    assert told(source, target) == [(said, wrong, True)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Истрачено 1,5 млн рублей.", "The cost was 1,500,000 roubles."),
        ("Ярмарка 27 ноября 2025 года.", "The fair: November 27, 2025."),
        ("Ярмарка 27 ноября 2025 года.", "The fair is on 27/11/2025."),
        ("Ярмарка 27 ноября.", "The fair is on the 27th of November 2025."),
        ("Ярмарка 18–20 марта.", "The fair runs from 18 to 20 March."),
        ("Прошло двое суток.", "Forty-eight hours went by."),
        ("До моста 5 миль.", "The bridge is 8 km away."),
        ("Длина 30 см.", "It is 305 mm long."),
        ("Через полтора часа начался прилив.", "An hour and a half later the tide came in."),
        ("Собралось полтора десятка мастеров.", "Fifteen craftsmen came."),
        ("Пришло около двух десятков лодок.", "Some two dozen boats came."),
        ("Построили 1483 дома.", "Almost 1,500 houses were built."),
        ("Осталась половина из 1200 лодок.", "Half of the 1,200 boats were left."),
        ("Доля — 50 %.", "That is half of it."),
        ("Это было в 1990-х годах, в XX веке.", "That was in the nineties of the twentieth century."),
        ("Сбор в 15:30.", "We meet at half past three, 3.30 p.m."),
        ("Съезд проходит раз в два года.", "It is a biennial congress."),
        ("Обе стороны довольны.", "The two sides are content."),
        ("Мост открыли в прошлом году.", "The bridge was opened in 2024."),
        ("Лодку тянули 5–7 человек.", "Five to seven men pulled the boat."),
        ("Выделено 5–7 млн рублей.", "Between 5 million and 7 million roubles were set aside."),
        ("Температура 27 градусов.", "It was 80 degrees."),
        ("Первая очередь — вторая лодка.", "First things first: boat two."),
        ("Сорок человек и одна собака.", "40 people and a dog."),
    ],
)  # fmt: skip
def test_what_is_only_said_otherwise_stays_unmentioned(source: str, target: str) -> None:
    assert told(source, target) == []


def test_a_number_in_the_neighbouring_sentence_is_not_missing() -> None:
    assert (
        told("Пришло 40 лодок.", "Then came 50 more.", source_after="Потом ещё 50.", before="40 boats came.")
        == []
    )


def test_a_number_rounds_only_on_its_way_into_the_translation() -> None:
    assert told("Выздоровели 364 000 человек.", "364,020 recovered.") != []
    assert told("Выздоровели 364 020 человек.", "364,000 recovered.") == []


def test_a_figure_said_twice_and_changed_once_is_told() -> None:
    source = "План на 2019 год приняли, а в 2019 году забыли."

    assert told(source, "The plan for 2019 was adopted and in 2091 forgotten.") == [("2019", "2091", True)]


def test_what_stands_alone_on_both_sides_without_likeness_is_no_slip() -> None:
    assert told("До плёса 385 миль.", "The reach is 360 km away.") == [("385", "360", False)]


def test_other_languages_are_compared_as_well() -> None:
    assert told("Am 5. Mai kamen 230 Kähne.", "Le 5 mai, 320 péniches sont venues.", "de-fr") == [
        ("230", "320", True)
    ]


def test_a_number_of_the_next_sentence_may_have_been_drawn_in_and_changed() -> None:
    source = "Слово взяла Кораблёва."

    assert told(source, "Korablyova asked for four locks.", source_after=" Она просила три шлюза.") == [
        ("три", "four", False)
    ]


def test_a_number_that_the_next_sentences_share_changes_nothing_here() -> None:
    around = {"source_after": " Пришло три лодки.", "after": " Three boats came."}

    assert told("Слово взяла Кораблёва.", "Korablyova asked for four locks.", **around) == []


def test_an_hour_of_another_zone_is_no_slip() -> None:
    assert told("Начало в 15:30 по Москве.", "It starts at 12:30 GMT.") == [("15:30", "12:30", False)]


@pytest.mark.xfail(strict=True, reason="sums and idioms need more than the numbers themselves")
@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        (
            "A boatman of 17, two of 18 and one of 20 came.",
            "Пришли четверо лодочников 17, 18 и 20 лет.",
            "en-ru",
        ),
        ("Seit zwei Wochen regnet es.", "Il pleut depuis quinze jours.", "de-fr"),
        ("Sechs Lotsen kamen.", "Outre le chef, cinq pilotes sont venus.", "de-fr"),
    ],
)
def test_known_failure(source: str, target: str, languages: str) -> None:
    assert told(source, target, languages) == []
