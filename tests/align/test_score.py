"""Precision and recall as vecalign's scorer has them."""

from hypothesis import given
from hypothesis import strategies as st

from termaccord.align.score import Counts, Sides, score

GOLD: list[Sides] = [((0,), (0,)), ((1, 2), (1,)), ((3,), ()), ((), (2,))]


def test_gold_against_itself_is_perfect() -> None:
    assert score(GOLD, GOLD).strict_f1 == score(GOLD, GOLD).lax_f1 == 1


def test_an_omission_of_several_is_several_of_one() -> None:
    assert score([((0, 1), ())], [((0,), ()), ((1,), ())]).strict == 2


def test_a_bead_that_overlaps_counts_in_the_lax_sense_only() -> None:
    counts = score(GOLD, [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), ()), ((), (2,))])

    assert (counts.strict, counts.lax, counts.beads) == (3, 4, 5)
    assert (counts.found, counts.found_lax, counts.gold) == (1, 2, 2)


def test_counts_add_up_over_documents() -> None:
    one = score(GOLD, GOLD)

    assert one + Counts() == one
    assert (one + one).beads == 8


@given(st.lists(st.sampled_from(GOLD), max_size=4, unique=True))
def test_lax_is_never_below_strict(found: list[Sides]) -> None:
    counts = score(GOLD, found)

    assert counts.lax >= counts.strict
    assert counts.found_lax >= counts.found
