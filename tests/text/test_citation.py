import pytest
from tests.text.notation import pairs

from termaccord.text.analyse import words
from termaccord.text.citation import citation


@pytest.mark.parametrize(("inflected", "expected"), pairs("citation.ru.txt"))
def test_a_russian_name_is_cited_in_the_nominative(inflected: str, expected: str) -> None:
    assert citation(inflected, "ru") == expected


@pytest.mark.parametrize(("_", "cited"), pairs("citation.ru.txt"))
def test_a_citation_form_stays_what_it_is(_: str, cited: str) -> None:
    assert citation(cited, "ru", forms=[cited]) == cited


@pytest.mark.xfail(strict=True, reason="the words alone do not tell")
@pytest.mark.parametrize(("inflected", "expected"), pairs("known_failures.citation.ru.txt"))
def test_known_failure(inflected: str, expected: str) -> None:
    assert citation(inflected, "ru") == expected


def test_other_forms_of_a_name_decide_what_one_leaves_open() -> None:
    assert citation("Орловой", "ru", forms=["Орлова", "Орлову"]) == "Орлова"
    assert citation("Евгению Пескарёву", "ru", forms=["Евгением Пескарёвым"]) == "Евгений Пескарёв"
    assert citation("Евгению Пескарёву", "ru", forms=["Евгенией Пескарёвой"]) == "Евгения Пескарёва"


def test_a_preposition_before_the_name_tells_its_case() -> None:
    assert citation("сессии Совета", "ru", before="на") == "сессия Совета"


def test_a_plural_becomes_singular_on_request_where_it_has_one() -> None:
    assert citation("миротворческими операциями", "ru", number="sg") == "миротворческая операция"
    assert citation("миротворческими операциями", "ru") == "миротворческие операции"
    assert citation("мирными переговорами", "ru", number="sg") == "мирные переговоры"
    assert citation("supply ships", "en", number="sg") == "supply ship"


def test_a_name_that_stands_in_both_numbers_is_cited_in_the_singular() -> None:
    forms = ["горный отряд", "горных отряда"]

    assert citation("горными отрядами", "ru", forms=forms) == "горный отряд"
    assert citation("горными отрядами", "ru", forms=["горных отрядов"]) == "горные отряды"


def test_yo_comes_back_where_another_form_has_it() -> None:
    assert citation("Объединенного штаба", "ru") == "Объединенный штаб"
    assert citation("Объединенного штаба", "ru", forms=["Объединённом штабе"]) == "Объединённый штаб"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("the Alliance’s", "Alliance"),
        ("the Council of Elders", "Council of Elders"),
        ("“Clear Sky”", "Clear Sky"),
        ("A", "A"),
        ("The Hague", "Hague"),
    ],
)
def test_an_english_name_loses_article_possessive_and_quotes(found: str, expected: str) -> None:
    assert citation(found, "en") == expected


def test_a_language_without_rules_keeps_the_name() -> None:
    assert citation("Kollektive Sicherheit", "de") == "Kollektive Sicherheit"
    assert citation("", "ru") == ""


def test_words_may_be_handed_in_instead_of_text() -> None:
    found = words("на заседании Совета старейшин", "ru")

    assert citation(found[2:], "ru") == "Совет старейшин"


def test_what_is_too_long_for_a_name_stays_as_it_stands() -> None:
    text = " ".join(["белого"] * 300)

    assert citation(text, "ru") == text
