import pytest

from termaccord.text.placeables import masked


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
