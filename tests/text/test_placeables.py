import pytest
from hypothesis import given
from hypothesis import strategies as st

from termaccord.text.placeables import masked, masked_as, placeables


@pytest.mark.parametrize(
    "text",
    [
        "%s",
        "%d",
        "%1$s",
        "%(name)s",
        "%.2f",
        "{0}",
        "{name}",
        "{{ name }}",
        "${name}",
        "<b>",
        "</a>",
        "&amp;",
        "&#160;",
    ],
)
def test_a_placeable_becomes_spaces_of_its_length(text: str) -> None:
    assert masked(f"before {text} after") == f"before {' ' * len(text)} after"


@pytest.mark.parametrize(
    "text", ["100 % of sailors", "50% discount", "Marks & Sons", "a < b and b > a", "{ three }"]
)
def test_ordinary_signs_stay(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Saved %(count)d of %(total)s", ["(count)", "(total)"]),
        ("%s has %i files, %2$s", ["%s", "%d", "%2s"]),
        ("{0} of {name} ${x} {{ y }}", ["{0}", "{name}", "${x}", "{{y}}"]),
        ("<A href='x'>here</A><br/>", ["<a>", "</a>", "<br>"]),
        ("100% sure, 5 % done", []),
        ("Saved %1 of %L2, %n boat(s)", ["%1", "%2", "%n"]),
        ("%5 indirim, %50 artış, 50 %n", []),
        ("%1,5", []),
        ("plain", []),
        ("%sСтоп и %luмин, %sStop", ["%s", "%d", "%s"]),
        ("%a %e %b, %H:%M", []),
        (r"a sequence \x{...}", []),
        ("Write to <harbour@example.org> or <https://example.org/a>", []),
    ],
)
def test_what_stands_for_the_same_has_the_same_key(text: str, keys: list[str]) -> None:
    assert [p.key for p in placeables(text)] == keys


@given(st.text(st.sampled_from("%${}<>&;sd1 a/%(n)"), max_size=14))
def test_what_is_masked_is_what_is_a_placeable(text: str) -> None:
    expected = text
    for one in reversed(placeables(text)):
        expected = expected[: one.span.start] + "*" + expected[one.span.end :]

    assert masked_as(text, "*") == expected
