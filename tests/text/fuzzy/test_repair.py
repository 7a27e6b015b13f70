"""Targets that are made fit for a query, and those that must not be touched; the cases lie in cases/*.txt."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.model import Concept, Glossary, LanguageSection, Term
from termaccord.text.fuzzy.flat import flat
from termaccord.text.fuzzy.glossary import Terms
from termaccord.text.fuzzy.repair import Repair, repair

CASES = Path(__file__).parent / "cases"
Case = tuple[str, str, str, str, Terms | None, tuple[str, str]]


def blocks(name: str) -> Iterator[Case]:
    """Source, target, query and wanted target of every block, with the glossary and the languages of the file."""
    path = CASES / name
    source, target = path.name.split(".")[1].split("-")
    written = path.read_text("utf-8").replace("⍽", "\u00a0").splitlines()
    terms = glossary([line.removeprefix("# glossary:") for line in written if line.startswith("# glossary:")])
    lines = [line for line in written if line and not line.startswith("#")]
    for unit, query in zip(lines[::2], lines[1::2], strict=True):
        first, _, rendered = unit.partition(" ⇒ ")
        second, _, wanted = query.partition(" ⇒")
        yield first, rendered, second, wanted.strip(" "), terms, (source, target)


def glossary(lines: list[str]) -> Terms | None:
    concepts = []
    for number, line in enumerate(lines):
        pair = [side.strip() for side in line.split("=")]
        sections = [
            LanguageSection(tag, (Term(text),)) for tag, text in zip(("en", "ru"), pair, strict=True) if text
        ]
        concepts.append(Concept(f"c{number}", tuple(sections)))
    return Terms(Glossary(tuple(concepts))) if concepts else None


def named(case: Case) -> str:
    return case[2]


def repaired(case: Case) -> Repair:
    source, target, query, _wanted, terms, languages = case
    return repair(flat(source), flat(query), flat(target), languages, terms)


@pytest.mark.parametrize("case", [*blocks("repaired.en-ru.txt"), *blocks("repaired.ru-en.txt")], ids=named)
def test_what_is_carried_over_is_put_right_in_the_manner_of_the_target(case: Case) -> None:
    found = repaired(case)

    assert found.target.plain == case[3]
    assert found.substitutions
    assert found.missed == 0


@pytest.mark.xfail(strict=True, reason="not yet")
@pytest.mark.parametrize("case", [*blocks("known_failures.en-ru.txt")], ids=named)
def test_what_cannot_be_put_right_yet(case: Case) -> None:
    assert repaired(case).target.plain == case[3]


@pytest.mark.parametrize("case", [*blocks("untouched.en-ru.txt")], ids=named)
def test_what_is_not_clear_is_left_as_it_is(case: Case) -> None:
    found = repaired(case)

    assert found.target.plain == case[1]
    assert not found.substitutions


@pytest.mark.parametrize("case", [*blocks("terms.en-ru.txt")], ids=named)
def test_a_term_is_exchanged_in_the_form_of_its_place(case: Case) -> None:
    found = repaired(case)

    assert found.target.plain == case[3]
    assert found.terms == 1


@pytest.mark.parametrize("case", [*blocks("terms_untouched.en-ru.txt")], ids=named)
def test_a_term_whose_place_is_not_clear_is_left_as_it_is(case: Case) -> None:
    found = repaired(case)

    assert found.target.plain == case[1]
    assert not found.substitutions


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 99_999), min_size=2, max_size=2, unique=True), st.integers(1, 99_999))
def test_exchanging_numbers_and_back_gives_the_target_again(here: list[int], there: int) -> None:
    source, target = "Row {} of {}".format(*here), "Строка {} из {}".format(*here)
    query = f"Row {there} of {there + 1}"

    out = repair(flat(source), flat(query), flat(target), ("en", "ru")).target
    back = repair(flat(query), flat(source), out, ("en", "ru")).target

    assert back.plain == target


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("5 1,.:/-%st№года{}_<b>@\u00a0½ё"), max_size=20),
    st.text("12 5,.%года", max_size=20),
)
def test_strange_texts_do_no_harm(one: str, other: str) -> None:
    found = repair(flat(one), flat(other), flat(one), ("ru", "en"))

    assert found.substitutions or found.target.plain == one
