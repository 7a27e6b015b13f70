"""Another number in a number's place, and the words that go with it."""

import re
from fractions import Fraction

import pytest

from termaccord.model import Span
from termaccord.text.refitting.counting import category, recounted


def counted(text: str, figures: str, language: str) -> tuple[str, bool]:
    match = re.search(r"\d+(?:,\d+)?", text)
    assert match
    values = Fraction(match[0].replace(",", ".")), Fraction(figures.replace(",", "."))
    made = recounted(text, Span(*match.span()), figures, values, language)
    return text[: made.span.start] + made.text + text[made.span.end :], made.safe


@pytest.mark.parametrize(
    ("text", "figures", "wanted"),
    [
        ("Открыто 5 новых окон", "1", "Открыто 1 новое окно"),
        ("Открыто 5 новых окон", "2", "Открыто 2 новых окна"),
        ("Открыто 5 новых окон", "1,5", "Открыто 1,5 новых окна"),
        ("Удалено 2 новые строки", "5", "Удалено 5 новых строк"),
        ("к 5 новым кораблям", "1", "к 1 новому кораблю"),
        ("к 5 кораблям", "2", "к 2 кораблям"),
        ("из 5 лодок", "1", "из 1 лодки"),
        ("список 5 лодок", "2", "список 2 лодок"),
        ("до 1 часа", "5", "до 5 часов"),
        ("5 миллионов крон", "2", "2 миллиона крон"),
        ("2 года", "5", "5 лет"),
        ("5 лет", "1", "1 год"),
        ("5 человек", "2", "2 человека"),
        ("Он видел 5 матросов", "2", "Он видел 2 матросов"),
        ("страница 5 из 7", "2", "страница 2 из 7"),
        ("в 5 главе", "2", "в 2 главе"),
    ],
)
def test_a_russian_number_governs_what_follows(text: str, figures: str, wanted: str) -> None:
    assert counted(text, figures, "ru") == (wanted, True)


@pytest.mark.parametrize(
    ("text", "figures", "wanted"),
    [
        ("Найдена 1 новая строка", "2", "Найдена 2 новые строки"),
        ("Удалено 2 новые строки", "1", "Удалено 1 новая строка"),
        ("Следующие 3 года", "21", "Следующие 21 год"),
    ],
)
def test_where_a_verb_may_have_to_agree_a_look_is_asked_for(text: str, figures: str, wanted: str) -> None:
    assert counted(text, figures, "ru") == (wanted, False)


@pytest.mark.parametrize(
    ("text", "figures", "wanted"),
    [
        ("a 10-metre rope", "8", "an 8-metre rope"),
        ("an 8 percent rise", "7", "a 7 percent rise"),
        ("his 21st voyage", "22", "his 22nd voyage"),
        ("his 2ND voyage", "11", "his 11TH voyage"),
        ("5 new files.", "1", "1 new file."),
        ("1 harbour crane", "5", "5 harbour cranes"),
        ("5 new files were closed", "2", "2 new files were closed"),
    ],
)
def test_an_english_number_takes_its_article_its_letters_and_its_noun_along(
    text: str, figures: str, wanted: str
) -> None:
    assert counted(text, figures, "en") == (wanted, True)


def test_an_english_verb_is_left_to_a_person() -> None:
    assert counted("1 file was closed", "3", "en") == ("3 files was closed", False)


def test_of_a_language_whose_forms_nobody_knows_only_the_number_changes() -> None:
    assert counted("5 lodí", "7", "cs") == ("7 lodí", True)
    assert counted("5 lodí", "2", "cs") == ("2 lodí", False)


def test_a_language_that_cldr_does_not_know_has_one_category() -> None:
    assert category(Fraction(1), "tlh") == category(Fraction(5), "tlh") == "other"
