"""Which term renders which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termaccord.formats.flavours.glossary.pairing import Form, form, pairs, together
from termaccord.model import Term

TERMS = st.lists(
    st.builds(
        Term,
        st.sampled_from(["quay", "NTO", "Office", "ЯЗЬ", "tide table", "LV-7"]),
        term_type=st.sampled_from(["", "fullForm", "acronym", "shortForm", "appellation"]),
    ),
    max_size=5,
)


def texts(found: tuple[tuple[Term, Term], ...]) -> list[tuple[str, str]]:
    return [(source.text, target.text) for source, target in found]


@pytest.mark.parametrize(
    ("term", "wanted"),
    [
        (Term("Northern Tide Office"), Form.FULL),
        (Term("NTO"), Form.ABBREVIATED),
        (Term("СУП"), Form.ABBREVIATED),
        (Term("LV-7"), Form.ABBREVIATED),
        (Term("NTO", term_type="fullForm"), Form.FULL),
        (Term("the Office", term_type="shortForm"), Form.SHORT),
        (Term("A"), Form.FULL),
        (Term("INTERNATIONAL TIDE OFFICE"), Form.FULL),
        (Term("潮汐"), Form.FULL),
        (Term(""), Form.FULL),
    ],
)
def test_the_form_shows_by_the_type_or_the_capitals(term: Term, wanted: Form) -> None:
    assert form(term) is wanted


def test_a_form_without_a_counterpart_goes_to_the_first_term() -> None:
    english = [Term("Northern Tide Office"), Term("NTO")]
    russian = [Term("Северное управление приливов"), Term("Управление приливов")]

    assert texts(pairs(english, russian)) == [
        ("Northern Tide Office", "Северное управление приливов"),
        ("Northern Tide Office", "Управление приливов"),
        ("NTO", "Северное управление приливов"),
    ]


def test_forms_that_hang_together_are_one_group() -> None:
    english = [Term("Northern Tide Office"), Term("NTO")]
    russian = [Term("Северное управление приливов"), Term("СУП")]

    assert [texts(group) for group in together(pairs(english, russian))] == [
        [("Northern Tide Office", "Северное управление приливов")],
        [("NTO", "СУП")],
    ]


@given(sources=TERMS, targets=TERMS)
def test_no_term_is_left_without_a_partner(sources: list[Term], targets: list[Term]) -> None:
    found = pairs(sources, targets)

    if sources and targets:
        assert {id(source) for source, _ in found} == {id(source) for source in sources}
        assert {id(target) for _, target in found} == {id(target) for target in targets}
    else:
        assert found == ()


@given(sources=TERMS, targets=TERMS)
def test_the_other_way_round_the_pairs_are_the_same(sources: list[Term], targets: list[Term]) -> None:
    there = {(id(s), id(t)) for s, t in pairs(sources, targets)}

    assert {(id(s), id(t)) for t, s in pairs(targets, sources)} == there


@given(sources=TERMS, targets=TERMS)
def test_every_pair_is_in_one_group(sources: list[Term], targets: list[Term]) -> None:
    found = pairs(sources, targets)
    groups = together(found)

    assert sorted(id(pair) for group in groups for pair in group) == sorted(id(pair) for pair in found)
    members = [{id(term) for pair in group for term in pair} for group in groups]
    assert all(not one & other for i, one in enumerate(members) for other in members[:i])
