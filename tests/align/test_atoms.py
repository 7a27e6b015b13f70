"""Stray marks join their sentence, separators stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termaccord.align.atoms import atoms, finished


@pytest.mark.parametrize(
    ("texts", "parts"),
    [
        (["One.", '"', "Two."], [range(2), range(2, 3)]),
        (["One.", "“", "Two."], [range(1), range(1, 3)]),
        (["„Eins.", "“", "Zwei."], [range(2), range(2, 3)]),
        (["«", "Один", "»."], [range(3)]),
        (["One.", "* * *", "Two."], [range(1), range(1, 2), range(2, 3)]),
        (["One.", "—", "Two."], [range(1), range(1, 2), range(2, 3)]),
        (["One.", "", "Two."], [range(1), range(2, 3)]),
        (["One.", "", '"'], [range(1), range(2, 3)]),
        (['"', "One."], [range(1), range(1, 2)]),
        (["One.", "5"], [range(1), range(1, 2)]),
    ],
)
def test_what_stays_together(texts: list[str], parts: list[range]) -> None:
    assert list(atoms(texts).parts) == parts


@given(st.lists(st.text("a\"'.»«  *", max_size=3)))
def test_atoms_hold_every_segment_with_a_mark_once(texts: list[str]) -> None:
    held = [i for part in atoms(texts).parts for i in part]

    assert held == sorted(set(held))
    assert {i for i, t in enumerate(texts) if t.strip()} <= set(held)


@pytest.mark.parametrize(
    "text", ["It ends.", "«Ende»", "Really?!", "said (he).", "„So.“", "他来了。", "and then:"]
)
def test_a_sentence_is_finished(text: str) -> None:
    assert finished(text)


@pytest.mark.parametrize("text", ["Home", "Log in", "Photo 7", "", "—"])
def test_a_menu_entry_is_not(text: str) -> None:
    assert not finished(text)
