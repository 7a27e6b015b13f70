"""How alike two segments are, and in what they differ."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.text.fuzzy.comparable import comparable
from termaccord.text.fuzzy.difference import difference
from termaccord.text.fuzzy.flat import flat
from termaccord.text.fuzzy.likeness import by_characters, by_stems, by_words

TEXTS = st.text(st.sampled_from("аб вЁ ёgh 12,.-—«»\u00a0\u0301\n"), max_size=24)
ROUNDS = settings(max_examples=150, deadline=None)


@ROUNDS
@given(TEXTS, TEXTS)
def test_a_difference_holds_both_texts(one: str, other: str) -> None:
    pieces = difference(one, other)

    assert "".join(p.text for p in pieces if p.kind != "inserted") == one
    assert "".join(p.text for p in pieces if p.kind != "deleted") == other


@ROUNDS
@given(TEXTS, TEXTS)
def test_pieces_of_a_difference_are_joined_and_never_empty(one: str, other: str) -> None:
    kinds = [p.kind for p in difference(one, other)]

    assert all(p.text for p in difference(one, other))
    assert all(a != b for a, b in itertools.pairwise(kinds))
    assert ("inserted", "deleted") not in itertools.pairwise(kinds)


@ROUNDS
@given(TEXTS, TEXTS)
def test_likeness_does_not_depend_on_who_is_compared_with_whom(one: str, other: str) -> None:
    assert by_characters(one, other) == by_characters(other, one)
    assert by_words(one, other) == by_words(other, one)


@ROUNDS
@given(TEXTS, TEXTS)
def test_only_what_is_equal_is_alike_to_the_full(one: str, other: str) -> None:
    left, right = comparable(one), comparable(other)

    assert (by_characters(left, right) == 100) == (left == right)


@ROUNDS
@given(st.lists(st.sampled_from(["a", "б", "1"]), max_size=6).map(tuple))
def test_a_segment_comes_back_out_of_one_string(content: tuple[str, ...]) -> None:
    assert "".join(flat(content).content()) == "".join(content)


def test_inflection_counts_for_nothing_by_lemmas() -> None:
    one, other = "Закрыть ворота старой гавани", "Закрыты ворота старых гаваней"

    assert by_stems(one, other, "ru") > by_words(comparable(one), comparable(other))
    assert by_stems("старые гавани", "старой гавани", "ru") == 100


def test_a_difference_is_told_in_whole_words() -> None:
    assert [(p.kind, p.text) for p in difference("Открыта новая гавань.", "Открыты новые гавани.")] == [
        ("deleted", "Открыта новая гавань"),
        ("inserted", "Открыты новые гавани"),
        ("same", "."),
    ]
