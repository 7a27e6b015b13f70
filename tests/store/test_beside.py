"""Concepts that are easily taken for another."""

import pytest

from termaccord.model import Concept, DataCategory, Glossary, LanguageSection, Status, Term
from termaccord.store.termbase import Source, Termbase


def concept(name: str, *terms: str, extra: tuple[DataCategory, ...] = ()) -> Concept:
    made = tuple(Term(t, term_type="acronym" if t.isupper() else "") for t in terms)
    return Concept(name, (LanguageSection("en", made),), extra=extra)


def beside(query: str, *concepts: Concept) -> list[tuple[str, bool]]:
    termbase = Termbase.open(None, [("ports", Glossary(concepts))])
    found = termbase.beside(termbase.lookup(query)[0])
    return [(one.id, kin.referred) for one, kin in found]


def test_names_with_most_words_and_an_end_in_common_are_told() -> None:
    upper, lower = concept("u", "Upper Harbour Council"), concept("l", "Lower Harbour Council")

    assert beside("Upper Harbour Council", upper, lower, concept("p", "pilot station")) == [("l", False)]


def test_abbreviations_one_letter_apart_are_told() -> None:
    assert beside(
        "HWC", concept("w", "HWC"), concept("v", "HVC"), concept("x", "HVX"), concept("o", "owl")
    ) == [("v", False)]


@pytest.mark.parametrize("target", ["far", "#far"])
@pytest.mark.parametrize("kind", ["ref", "xref", "descrip"])
def test_what_the_glossary_refers_to_comes_first(kind: str, target: str) -> None:
    reference = DataCategory(kind, "crossReference", "see there", (("target", target),))
    near = concept("near", "Upper Harbour Council", extra=(reference,))

    assert beside(
        "Upper Harbour Council", near, concept("l", "Lower Harbour Council"), concept("far", "owl")
    ) == [
        ("far", True),
        ("l", False),
    ]


def test_a_reference_to_another_site_is_no_concept() -> None:
    reference = DataCategory("xref", "externalCrossReference", "", (("target", "https://example.org/a"),))

    assert beside("owl", concept("a", "owl", extra=(reference,))) == []


@pytest.mark.parametrize(
    "other",
    [
        "Harbour",
        "Council",
        "Council of Upper Pilots",
        "the harbour council that met in the upper town",
        "owl",
    ],
)
def test_names_that_nobody_confuses_are_not_told(other: str) -> None:
    assert beside("Upper Harbour Council", concept("u", "Upper Harbour Council"), concept("o", other)) == []


def test_few_are_told() -> None:
    many = [
        concept(f"c{n}", f"{name} Harbour Council")
        for n, name in enumerate(["Upper", "Lower", "Old", "New", "Far"])
    ]

    assert len(beside("Upper Harbour Council", *many)) == 3


def test_rejected_names_are_not_confused_with() -> None:
    rejected = Concept(
        "r", (LanguageSection("en", (Term("Lower Harbour Council", Status.FORBIDDEN), Term("weir"))),)
    )

    assert beside("Upper Harbour Council", concept("u", "Upper Harbour Council"), rejected) == []


def test_an_accepted_concept_is_not_held_against_proposals() -> None:
    accepted = Glossary((concept("u", "Upper Harbour Council"),))
    proposed = Glossary((concept("l", "Lower Harbour Council"),))
    termbase = Termbase.over(
        None,
        [Source("a", "1", lambda: (accepted, ())), Source("p", "2", lambda: (proposed, ()), proposed=True)],
    )

    assert termbase.beside(termbase.lookup("Upper Harbour Council")[0]) == ()
    assert [c.id for c, _ in termbase.beside(termbase.lookup("Lower Harbour Council")[0])] == ["u"]
