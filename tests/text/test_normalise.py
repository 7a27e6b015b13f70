import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.model import Span
from termaccord.text.normalise import fold, normalise, repair

TROUBLE = st.text(
    st.one_of(
        st.sampled_from("aе«»“”’–—-\u00a0\u202f\u00ad\u200b\ufeff\u0301\u0308ﬁ\n가\u1100\u1161\u11a8ёЁй"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Мир»", '"Мир"'),
        ("“peace”", '"peace"'),
        ("CSTO’s", "CSTO's"),
        ("2026–2030", "2026-2030"),
        ("5\u00a0тыс.", "5 тыс."),
        ("со\u00adвет\u200b", "совет"),
        ("и\u0306од", "йод"),
        ("ﬁnal", "final"),
        ("строка\nстрока", "строка\nстрока"),
        ("Ёж", "Ёж"),
    ],
)
def test_one_form_for_what_looks_alike(text: str, expected: str) -> None:
    assert normalise(text).text == expected


def test_a_span_of_the_normal_form_leads_back_to_the_original() -> None:
    text = "о\u00adсовет\u00adе «э\u0301того»"
    found = normalise(text)
    start = found.text.index("совете")

    assert found.original(Span(start, start + 6)).of(text) == "совет\u00adе"


@settings(max_examples=300, deadline=None)
@given(TROUBLE)
def test_the_normal_form_is_stable_and_composed(text: str) -> None:
    once = normalise(text).text

    assert normalise(once).text == once
    assert unicodedata.is_normalized("NFC", once)


@settings(max_examples=300, deadline=None)
@given(TROUBLE, st.data())
def test_any_stretch_of_the_normal_form_is_the_normal_form_of_its_original(
    text: str, data: st.DataObject
) -> None:
    found = normalise(text)
    start = data.draw(st.integers(0, len(found.text)))
    end = data.draw(st.integers(start, len(found.text)))
    original = found.original(Span(start, end))

    assert 0 <= original.start <= original.end <= len(text)
    assert Span(start, end).of(found.text) in normalise(original.of(text)).text


@settings(max_examples=200, deadline=None)
@given(TROUBLE)
def test_the_whole_leads_back_to_the_whole(text: str) -> None:
    found = normalise(text)
    covered = found.original(Span(0, len(found.text)))

    assert normalise(covered.of(text)).text == found.text


@pytest.mark.parametrize(
    ("first", "second"),
    [("Ёлка", "елка"), ("за́мок", "замок"), ("«Мир»", '"мир"'), ("ОДКБ", "одкб"), ("Straße", "STRASSE")],
)
def test_spellings_of_one_word_fold_together(first: str, second: str) -> None:
    assert fold(first) == fold(second)


def test_different_letters_do_not_fold_together() -> None:
    assert fold("йод") != fold("иод")


@pytest.mark.parametrize("read_as", ["latin-1", "cp1252"])
def test_windows_cyrillic_read_as_latin_is_repaired(read_as: str) -> None:
    text = "Совет министров обороны, 27 ноября"

    assert repair(text.encode("cp1251").decode(read_as)) == text


@pytest.mark.parametrize("read_as", ["latin-1", "cp1251"])
def test_utf8_read_byte_by_byte_is_repaired(read_as: str) -> None:
    text = "Главы госудорств: союз и мир"

    assert repair(text.encode().decode(read_as, errors="strict")) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "Совет",
        "Übergröße, naïveté, Ærø",
        "«Ñandú» y «pingüino»",
        "Þórður Ísfjörð",
        "Ça été très drôle",
    ],
)
def test_what_is_not_certainly_broken_is_left_alone(text: str) -> None:
    assert repair(text) == text


@given(st.text(alphabet="Ёёжу «»–—…№\ue001-Az'`´\n\t9", max_size=40))
def test_the_quick_way_folds_like_the_slow_one(text: str) -> None:
    slow = normalise(text).text.casefold().replace("ё", "е")

    assert fold(text + "я") == (slow + "я")
