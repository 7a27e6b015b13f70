"""Words are linked by how they go together, and by nothing that happened once."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.text.renderings.linking import linked
from termaccord.text.renderings.rows import row

words = st.lists(st.sampled_from("abcdefgh"), max_size=6)


def test_words_that_go_together_are_linked() -> None:
    pairs = [
        (["upper", "lock"], ["верхний", "шлюз"]),
        (["lower", "lock"], ["нижний", "шлюз"]),
        (["upper", "gate"], ["верхний", "затвор"]),
        (["lower", "gate"], ["нижний", "затвор"]),
    ]

    assert all((table > 0.5).tolist() == [[True, False], [False, True]] for table in linked(pairs).tables)


def test_a_figure_is_rendered_by_the_same_figure() -> None:
    table = linked([(["1931", "year"], ["год", "1931"])]).tables[0]

    assert table.argmax(axis=1).tolist() == [1, 0]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(words, words), max_size=6))
def test_every_pair_has_its_table_of_beliefs(pairs: list[tuple[list[str], list[str]]]) -> None:
    tables = linked(pairs).tables

    assert [table.shape for table in tables] == [(len(one), len(two)) for one, two in pairs]
    assert all(np.all((table >= 0) & (table <= 1 + 1e-9)) for table in tables)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_the_words_of_a_row_stand_where_it_says(text: str) -> None:
    found = row(text, "en")

    assert all(0 <= start < end <= len(text) for start, end in found.spans)
    assert len(found.keys) == len(found.spans) == len(found.idle)
