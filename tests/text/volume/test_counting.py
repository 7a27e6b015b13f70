"""Words and characters counted as GMX-V defines them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termaccord.text.volume.counting import Volume, volume, words


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("", "en", 0),
        (" — … !", "en", 0),
        ("It's a well-known ne'er-do-well!", "en", 4),
        ("Паром-вездеход отошёл в 7-й раз…", "ru", 5),
        ("l’été d'une mère", "fr", 3),
        ("1,234.5 of 7 000", "en", 4),
        ("see example.org, e.g. now", "en", 4),
        ("24/7 and/or", "en", 4),
        ("%(count)d boats of <b>{total}</b> &amp; more", "en", 3),
        ("古池や蛙飛び込む音", "ja", 3),
        ("渡船", "en", 1),
        ("Паром 渡船 Заря", "ru", 3),
        ("ภาษาไทย", "th", 1),
        ("कपड़े धोना", "hi", 2),
        ("e\u0301te\u0301 soft\u00adhyphen", "fr", 2),
    ],
)
def test_words_are_what_a_translator_counts(text: str, language: str, count: int) -> None:
    assert words(text, language) == count


def test_white_space_counts_once_and_variables_are_no_words() -> None:
    assert volume("  Паром   %s ушёл. ", "ru", 2) == Volume(1, 2, 14, 12, 1, 2)


@given(st.text(), st.text())
def test_volumes_add_up(one: str, two: str) -> None:
    total = volume(one) + volume(two)

    assert total.segments == 2
    assert total.words == words(one) + words(two)
    assert total.solid <= total.characters
