"""Which term is meant at a place."""

import pytest

from termaccord.lint.cases import glossary
from termaccord.lint.rule import Text
from termaccord.lint.standing import in_longer_name, in_longer_word, of_another_country
from termaccord.lint.terms import Terms, preferred_of
from termaccord.model import Span, Status


def uses(lines: str, text: str, languages: tuple[str, str] = ("ru", "en")) -> tuple[Text, list[str]]:
    found = Terms(glossary(lines, languages)).within([Text(text, languages[1])])[0]
    return found, [f"{u.term.status or ''}:{u.term.text}" for u in found.uses]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the Harbour Master", "preferred:Harbour Master"),
        ("the Harbour-Master", "deprecated:Harbour-Master"),
        ("HARBOUR MASTER", "preferred:Harbour Master"),
        ("both Harbour Masters", "preferred:Harbour Master"),
    ],
)
def test_of_terms_that_fit_the_one_spelled_like_the_text_is_meant(text: str, meant: str) -> None:
    assert uses("смотритель = *Harbour Master; †Harbour-Master", text)[1] == [meant]


def test_concepts_that_share_a_term_are_all_meant() -> None:
    assert uses("заряд = charge\nплата = charge", "a charge")[1] == [":charge", ":charge"]


def test_an_abbreviation_is_no_small_word() -> None:
    assert uses("помощь ИТ = support IT", "we support it")[1] == []


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("the Charter of Mutual Assistance", True),
        ("a Mutual Assistance Charter", True),
        ("the drill Assistance-2031", False),
        ("Operation Assistance began", False),
        ("they staged “Assistance” again", False),
    ],
)
def test_a_name_that_is_an_ordinary_word_may_be_a_part_of_another_name(text: str, inside: bool) -> None:
    found, _ = uses("помощь = Assistance", text)

    assert [in_longer_name(u, found) for u in found.uses] == [inside]


@pytest.mark.parametrize(
    ("text", "inside"), [("pre-lock era", True), ("lock-keeper", True), ("lock - or so", False)]
)
def test_a_hyphen_makes_a_word_longer(text: str, inside: bool) -> None:
    start = text.index("lock")

    assert in_longer_word(Span(start, start + 4), text) is inside


def test_the_service_of_another_country_is_another_service() -> None:
    found, _ = uses("Служба погоды = Weather Service", "the Norway Weather Service and the Weather Service")

    assert [of_another_country(u, found) for u in found.uses] == [True, False]


def test_in_the_place_of_an_abbreviation_an_abbreviation_is_proposed() -> None:
    concept = glossary("совет = *Harbour Board; +HB; †PCL", ("ru", "en")).concepts[0]
    rejected = next(t for t in concept.languages[1].terms if t.status is Status.DEPRECATED)

    assert preferred_of(concept, "en", rejected) == "HB"


def test_in_the_place_of_a_short_form_one_as_short_is_proposed() -> None:
    concept = glossary("штаб = *Coast Guard Staff; +Guard Staff; †Guard Office", ("ru", "en")).concepts[0]
    rejected = next(t for t in concept.languages[1].terms if t.status is Status.DEPRECATED)

    assert preferred_of(concept, "en", rejected) == "Guard Staff"
