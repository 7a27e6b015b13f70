"""What was turned down is a table that people can read, merge and change."""

from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.formats import rejections
from termaccord.model import Rejection

WEIR = Rejection("c-weir", (("en", "weir"), ("ru", "плотина")), "too plain", "N. Ferryman", "2025-05-12")
LOCK = Rejection("c-lock", (("en", "lock"),), "", "N. Ferryman", "2025-05-13")
NAMES = st.lists(
    st.tuples(
        st.sampled_from(["en", "ru"]), st.text(st.characters(categories=["L"]), min_size=1, max_size=8)
    ),
    min_size=1,
    max_size=3,
    unique=True,
).map(tuple)
MANY = st.lists(
    st.builds(
        Rejection, st.sampled_from(["c-a", "c-b", "c-c"]), NAMES, st.just("why"), st.just("me"), st.just("")
    ),
    max_size=4,
    unique_by=lambda one: one.concept,
)


@settings(max_examples=30, deadline=None)
@given(MANY)
def test_what_is_added_is_read_again(many: list[Rejection]) -> None:
    reading = rejections.parse(rejections.added(b"", many), "r.tsv")

    assert reading.findings == ()
    assert sorted(reading.value, key=lambda one: one.concept) == sorted(many, key=lambda one: one.concept)


def test_rows_stand_in_the_order_of_ids_whoever_comes_first() -> None:
    one = rejections.added(rejections.added(b"", [WEIR]), [LOCK])

    assert one == rejections.added(b"", [LOCK, WEIR])


def test_what_is_in_the_table_is_not_added_again() -> None:
    data = rejections.added(b"", [WEIR])

    assert rejections.added(data, [WEIR]) == data


def test_lines_of_people_stay() -> None:
    data = rejections.added(b"", [WEIR]) + b"# ask the harbour master\n"

    assert rejections.added(data, [LOCK]).endswith(b"# ask the harbour master\n")


def test_what_is_removed_leaves_the_table_as_it_was() -> None:
    before = rejections.added(b"", [LOCK])

    assert rejections.removed(rejections.added(before, [WEIR]), [WEIR]) == before


def test_a_line_that_is_no_row_is_told_with_its_number() -> None:
    reading = rejections.parse(rejections.added(b"", [LOCK]) + b"c-oops\n", "r.tsv")

    assert [one.concept for one in reading.value] == ["c-lock"]
    assert [(f.code, f.place.line) for f in reading.findings] == [("F166", 4)]


def test_tabs_and_line_breaks_do_not_break_a_row() -> None:
    wild = Rejection("c-x", (("en", "two\twords"),), "first\nsecond")

    assert rejections.parse(rejections.added(b"", [wild]), "r.tsv").value == (
        Rejection("c-x", (("en", "two words"),), "first second"),
    )
