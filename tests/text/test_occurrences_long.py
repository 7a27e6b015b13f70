"""Long texts go through a sieve of hashes; what they give must be what the plain way gives."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from termaccord.text import occurrences
from termaccord.text.normalise import fold
from termaccord.text.occurrences import Finder
from termaccord.text.terms.columns import ODD, columns, hashes
from termaccord.text.terms.scanning import scanner

LETTERS = "ab сЁёйßİſ_ʼ'’s-‐279\n  .ого\uffff😀"
TERMS = (
    "порт", "горный отряд", "отряд Гаврань", "МИД", "Поиск", "27-й слёт", "генерал-лейтенант", "Straße",
    "Совет старейшин", "Совет", "U.S. Army", "«Снегопад»", "план на 2026–2030 годы",
)  # fmt: skip
WORDS = (
    "порту", "горные", "горных отрядов", "отряде", "Гаврань", "МИДе", "мида", "«Поиск»", "поиск", "27-го", "слёта",
    "генералу", "-", "лейтенанту", "STRASSE", "Straße", "Совета", "старейшин", "U.S.", "US", "Army’s", "Army",
    "«Снегопаде-2025»", "плану на 2026-2030", "годы", ",", ".", "\n", "😀", "x" * 50,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from(LETTERS), max_size=60))
@example("Army's 's Armyʼs 90’s s's 'so")
@example("12-й 12-го-й 12а-й 12-й2 ٣-й")
def test_columns_divide_a_text_as_the_scanner_does(text: str) -> None:
    spans = [m.span() for m in scanner(text).finditer(text) if m[1] is not None]
    read = columns(text)

    assert read is not None
    assert list(zip(read.starts.tolist(), read.ends.tolist(), strict=True)) == spans


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from(LETTERS), max_size=60))
def test_equal_words_have_equal_hashes(text: str) -> None:
    read = columns(text)
    assert read is not None
    spans = zip(read.starts.tolist(), read.ends.tolist(), strict=True)
    expected = hashes([fold(text[start:end]) for start, end in spans])

    assert all(h in {e, ODD} for h, e in zip(read.hashes.tolist(), expected.tolist(), strict=True))


def test_every_letter_has_the_hash_of_its_folded_form() -> None:
    letters = [c for c in map(chr, range(0x10000)) if c.isalpha() and columns(c)]
    folded = hashes([fold(c) for c in letters])
    read = columns(" ".join(letters))

    assert read is not None
    assert all(h in {e, ODD} for h, e in zip(read.hashes.tolist(), folded.tolist(), strict=True))


@pytest.mark.parametrize("text", ["ударе\u0301ние", "安全", "мяг\u00adкий", "𐐷𐐷"])
def test_texts_that_need_care_are_left_to_the_scanner(text: str) -> None:
    assert columns(text) is None


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.booleans())
def test_a_long_text_gives_what_a_short_one_gives(words: list[str], nested: bool) -> None:
    text = " ".join(words)
    finder = Finder(((term, term) for term in TERMS), "ru")
    expected = finder.find(text, nested=nested)
    padded = text + "\n\n" + "x" * occurrences.LONG

    assert finder.find(padded, nested=nested) == expected


def test_a_term_may_lie_across_the_stretches_that_are_read_at_once() -> None:
    text = "и " * 20_000 + "горных отрядов " * 20_000

    assert len(Finder([(1, "горный отряд")], "ru").find(text)) == 20_000


def test_a_text_without_spaces_is_read_too() -> None:
    assert [f.surface for f in Finder([(1, "x")], "en").find("y" * 100_000 + ",x")] == ["x"]
