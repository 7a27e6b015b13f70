"""Gold alignments, a bead a line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.formats import beads
from termaccord.model import Bead

LENGTHS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 10**6)).filter(
        lambda bead: bead[0] + bead[1] > 0
    ),
)


@given(LENGTHS)
@settings(max_examples=100, deadline=None)
def test_what_is_written_is_read_back(lengths: list[tuple[int, int, int]]) -> None:
    source = target = 0
    alignment = []
    for of_source, of_target, score in lengths:
        ranges = range(source, source + of_source), range(target, target + of_target)
        alignment.append(Bead(*(one or range(0) for one in ranges), score / 10**6))
        source, target = source + of_source, target + of_target

    assert beads.parse(beads.serialize(alignment, scores=True), "a.beads").clean() == tuple(alignment)


def test_a_line_is_a_bead() -> None:
    data = b"# by hand\n[0]:[0]\n\n[1, 2]:[1]:0.5\n[]:[2]\n [3] : [ 3,4 ]:12.75\n"

    assert beads.parse(data, "a.beads").clean() == (
        Bead(range(1), range(1)),
        Bead(range(1, 3), range(1, 2), 0.5),
        Bead(range(0), range(2, 3)),
        Bead(range(3, 4), range(3, 5)),
    )


@pytest.mark.parametrize(
    "line",
    [
        "[0]",
        "0:0",
        "[]:[]",
        "[0, 2]:[0]",
        "[2, 1]:[0]",
        "[0,,1]:[0]",
        "[0]:[0]:x",
        "[0, 99999999999999]:[1]",
        "[9]:[5]",
    ],
)
def test_a_line_that_is_no_bead_is_told_and_the_others_are_read(line: str) -> None:
    reading = beads.parse(f"[8]:[8]\n[9]:[9]\n{line}\n[10]:[10]\n".encode(), "a.beads")

    assert len(reading.value) == 3
    assert [(finding.code, finding.place.line) for finding in reading.findings] == [("F130", 3)]
