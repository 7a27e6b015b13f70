"""Amounts, dates and times as they are read."""

import datetime as dt
from decimal import Decimal
from itertools import pairwise

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.text.quantities.quantity import Day, Kind
from termaccord.text.quantities.read import quantities, roman_value

LANGUAGES = ["en", "en-GB", "ru", "de", "fr", "es", "uk"]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "seven barges", 7), ("en", "twenty-three barges", 23), ("en", "two hundred and five barges", 205),
        ("en", "a hundred and forty barges", 140), ("en", "three hundred thousand bricks", 300_000),
        ("en", "1.5 million bricks", 1_500_000), ("en", "two and a half thousand bricks", 2500),
        ("en", "half a million bricks", 500_000), ("en", "three dozen eggs", 36), ("en", "£3m", 3_000_000),
        ("en", "5k runners", 5000), ("en", "1,200 bricks", 1200), ("en", "1 200 bricks", 1200),
        ("en", "$300+ billion", 300 * 10**9),
        ("en", "one hundred and twenty-one thousand", 121_000),
        ("ru", "двадцать три баржи", 23), ("ru", "с двумястами пятью баржами", 205), ("ru", "1,5 млн кирпичей", 1_500_000),
        ("ru", "две с половиной тысячи кирпичей", 2500), ("ru", "полтора десятка барж", 15), ("ru", "15 тыс. кирпичей", 15_000),
        ("ru", "2 тысячи 300 кирпичей", 2300), ("ru", "пять тысяч двести тридцать один кирпич", 5231),
        ("ru", "1 млн 200 тысяч", 1_200_000), ("ru", "семеро лодочников", 7), ("ru", "12 300 кирпичей", 12_300),
        ("de", "dreiundzwanzig Kähne", 23), ("de", "3,5 Millionen Ziegel", 3_500_000), ("de", "1.200 Ziegel", 1200),
        ("de", "zweihundertvierzig Ziegel", 240), ("uk", "п’ять барж", 5), ("fr", "douze péniches", 12),
    ],
)  # fmt: skip
def test_an_amount_is_read_in_figures_and_in_words(language: str, text: str, value: int) -> None:
    assert [q.value for q in quantities(text, language) if q.firm] == [value]


@pytest.mark.parametrize(
    ("language", "text", "kind", "value"),
    [
        ("en", "15 per cent", Kind.PERCENT, 15), ("en", "15%", Kind.PERCENT, 15), ("ru", "на 15 процентов", Kind.PERCENT, 15),
        ("ru", "41-й раз", Kind.ORDINAL, 41), ("ru", "двадцать пятый", Kind.ORDINAL, 25),
        ("en", "the 41st time", Kind.ORDINAL, 41),
        ("en", "twenty-fifth", Kind.ORDINAL, 25), ("en", "in 2019", Kind.YEAR, 2019), ("ru", "2019 год", Kind.YEAR, 2019),
        ("ru", "в 1990-х годах", Kind.DECADE, 1990), ("en", "the 1990s", Kind.DECADE, 1990),
        ("en", "the nineties", Kind.DECADE, 90),
        ("ru", "XXI век", Kind.CENTURY, 21), ("en", "the 19th century", Kind.CENTURY, 19),
        ("ru", "девятнадцатый век", Kind.CENTURY, 19),
        ("de", "im 20. Jahrhundert", Kind.CENTURY, 20), ("en", "3.30 p.m.", Kind.CLOCK, 930),
        ("ru", "в 15:30", Kind.CLOCK, 930),
        ("ru", "в 3 часа дня", Kind.CLOCK, 900), ("en", "15:30", Kind.CLOCK, 930), ("de", "um 15 Uhr", Kind.CLOCK, 900),
    ],
)  # fmt: skip
def test_a_quantity_has_its_kind(language: str, text: str, kind: Kind, value: int) -> None:
    found = [q for q in quantities(text, language) if q.kind is kind]

    assert [q.value for q in found] == [value]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("ru", "27 ноября 2025 года", Day(27, 11, 2025)), ("en", "November 27, 2025", Day(27, 11, 2025)),
        ("en-GB", "27/11/2025", Day(27, 11, 2025)), ("en-US", "11/27/2025", Day(27, 11, 2025)),
        ("ru", "27.11.2025", Day(27, 11, 2025)),
        ("en", "2025-11-27", Day(27, 11, 2025)), ("en", "the 27th of November", Day(27, 11)), ("ru", "в июне", Day(None, 6)),
        ("ru", "двадцать восьмого мая", Day(28, 5)), ("en", "since May 2019", Day(None, 5, 2019)),
        ("en", "Nov. 27", Day(27, 11)),
        ("de", "am 5. Mai 2025", Day(5, 5, 2025)), ("en", "this 19th day of March 2020", Day(19, 3, 2020)),
    ],
)  # fmt: skip
def test_a_date_is_read_in_the_forms_of_its_language(language: str, text: str, day: Day) -> None:
    found = [q for q in quantities(text, language) if q.kind is Kind.DATE]

    assert [q.days[0] for q in found] == [day]


def test_a_date_in_figures_has_two_readings_where_countries_differ() -> None:
    found = quantities("3/4/2025", "en")

    assert set(found[0].days) == {Day(3, 4, 2025), Day(4, 3, 2025)}


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("ru", "18–20 марта 2025 года", [Day(18, 3, 2025), Day(20, 3, 2025)]),
        ("ru", "с 17 по 20 марта", [Day(17, 3), Day(20, 3)]),
        ("en", "from 17 to 20 March", [Day(17, 3), Day(20, 3)]),
        ("en", "March 18–20", [Day(18, 3), Day(20, 3)]),
        ("ru", "18, 19 и 20 марта", [Day(18, 3), Day(19, 3), Day(20, 3)]),
    ],
)
def test_days_share_their_month(language: str, text: str, days: list[Day]) -> None:
    assert [q.days[0] for q in quantities(text, language)[: len(days)]] == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "May we go? The march went on."), ("en", "a 5G mast on sheet A4"), ("ru", "вирус ГРВ-19, самолёт Як-40"),
        ("en", "see https://example.org/2019/07 or x12@example.org"), ("en", "version 2.0.1"),
        ("en", "Save {0} of %(count)d files"),
        ("ru", "один из лодочников"), ("en", "one of them, both, twice, half"), ("ru", "десятки и сотни лодок"),
        ("en", "1. First of all"), ("en", "as others say [12]"), ("ru", "трёхсторонний совет"), ("en", ""), ("xx", "слова"),
    ],
)  # fmt: skip
def test_what_says_no_amount_of_its_own_is_not_firm(language: str, text: str) -> None:
    assert [q.span.of(text) for q in quantities(text, language) if q.firm] == []


@pytest.mark.parametrize(
    ("text", "value"), [("XXI", 21), ("XIX", 19), ("IV", 4), ("MIX", 0), ("VV", 0), ("xxi", 0)]
)
def test_roman_numerals_have_values(text: str, value: int) -> None:
    assert roman_value(text) == value


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(LANGUAGES),
    st.one_of(st.integers(2, 10**9), st.decimals(Decimal(2), Decimal(10**6), places=2, allow_nan=False)),
)
def test_a_number_in_the_language_s_own_form_is_read_back(language: str, number: int | Decimal) -> None:
    written = format_decimal(number, locale=language.replace("-", "_"))

    found = quantities(f"x {written} x", language)

    assert [q.span.of(f"x {written} x") for q in found] == [written]
    assert Decimal(found[0].value.numerator) / Decimal(found[0].value.denominator) == Decimal(number)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(LANGUAGES),
    st.sampled_from(["long", "medium"]),
    st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)),
)
def test_a_date_in_the_language_s_own_form_is_read_back(language: str, form: str, date: dt.date) -> None:
    written = format_date(date, form, locale=language.replace("-", "_"))

    found = [q for q in quantities(f"({written})", language) if q.kind is Kind.DATE]

    assert Day(date.day, date.month, date.year) in [d for q in found for d in q.days]


@settings(max_examples=80, deadline=None)
@given(
    st.text(alphabet="0123456789.,:/-– %абв года млн марта of May half and 'XV½é", max_size=60),
    st.sampled_from(LANGUAGES),
)
def test_quantities_stand_in_order_and_do_not_overlap(text: str, language: str) -> None:
    spans = [q.span for q in quantities(text, language)]

    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text).strip() for span in spans)
