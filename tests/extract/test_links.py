"""Soft word alignment and the projection of spans."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from termaccord.extract.bilingual.lines import read
from termaccord.extract.bilingual.links import Links, link, vectors
from termaccord.text.embed import load


def linked(source: str, target: str) -> tuple[Links, object, object]:
    left, right = read(source, "en"), read(target, "ru")
    return link(left, right, vectors((left, right), load())), left, right


def projected(source: str, target: str, phrase: str) -> str:
    left, right = read(source, "en"), read(target, "ru")
    links = link(left, right, vectors((left, right), load()))
    start = source.index(phrase)
    scores = links.projections(left.within(type(left.words[0].span)(start, start + len(phrase))))
    first, more = np.unravel_index(int(scores.argmax()), scores.shape)
    return right.span(range(int(first), int(first + more) + 1)).of(target)


@pytest.mark.parametrize(
    ("english", "russian", "phrase", "rendering"),
    [
        (
            "The ferry left from the snow-covered village at noon.",
            "В полдень от заснеженной деревни отошёл паром.",
            "snow-covered village",
            "заснеженной деревни",
        ),
        (
            "In March the Glass Bridge was painted by volunteers.",
            "В марте добровольцы покрасили Стеклянный мост.",
            "Glass Bridge",
            "Стеклянный мост",
        ),
        (
            "Yesterday Tamara Veshnyakova spoke about the harvest.",
            "Об урожае вчера рассказала Тамара Вешнякова.",
            "Tamara Veshnyakova",
            "Тамара Вешнякова",
        ),
    ],
)
def test_a_phrase_is_projected_to_its_rendering_whatever_the_word_order(
    english: str, russian: str, phrase: str, rendering: str
) -> None:
    assert projected(english, russian, phrase) == rendering


def test_a_figure_goes_with_the_same_figure_only() -> None:
    links, left, right = linked("We sold 40 boats and 17 oars.", "Мы продали 17 вёсел и 40 лодок.")
    forty = left.forms.index("40")  # type: ignore[attr-defined]

    assert right.forms[int(links.mass[forty].argmax())] == "40"  # type: ignore[attr-defined]


def test_an_empty_side_links_to_nothing() -> None:
    links, _, _ = linked("The bell rang.", "…")

    assert links.mass.size == 0
    assert links.score(range(3), range(0)) == 0.0


masses = arrays(
    np.float32,
    st.tuples(st.integers(1, 7), st.integers(1, 9)),
    elements=st.floats(0.015625, 1, width=32),
)


def of_mass(mass: np.ndarray) -> Links:
    inside = np.zeros((mass.shape[0] + 1, mass.shape[1] + 1), np.float32)
    inside[1:, 1:] = mass.cumsum(axis=0).cumsum(axis=1)
    return Links(inside, mass)


@settings(max_examples=60, deadline=None)
@given(masses, st.data())
def test_projections_are_the_scores_of_all_spans(mass: np.ndarray, data: st.DataObject) -> None:
    links = of_mass(mass)
    start = data.draw(st.integers(0, mass.shape[0] - 1))
    source = range(start, data.draw(st.integers(start + 1, mass.shape[0])))
    scores = links.projections(source, 4)

    for first in range(mass.shape[1]):
        for more in range(4):
            target = range(first, first + more + 1)
            expected = links.score(source, target) if target.stop <= mass.shape[1] else 0.0
            assert scores[first, more] == pytest.approx(expected, abs=1e-3)


@settings(max_examples=60, deadline=None)
@given(masses, st.data())
def test_the_score_is_the_same_seen_from_both_sides(mass: np.ndarray, data: st.DataObject) -> None:
    links = of_mass(mass)
    source = range(data.draw(st.integers(1, mass.shape[0])))
    target = range(data.draw(st.integers(1, mass.shape[1])))

    assert links.score(source, target) == pytest.approx(links.turned.score(target, source), abs=1e-3)
