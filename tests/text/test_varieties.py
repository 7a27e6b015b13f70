"""What an English spelling tells of its writer."""

import pytest

from termaccord.text.analyser import word_list
from termaccord.text.languages.writing.english import Spelling, Variety, respelled, spelling


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("colour", "color"), ("neighbourhoods", "neighborhoods"), ("favourably", "favorably"), ("centred", "centered"),
        ("kilometres", "kilometers"), ("travelling", "traveling"), ("modelled", "modeled"), ("defence", "defense"),
        ("catalogue", "catalog"), ("programme", "program"), ("anaemia", "anemia"), ("manoeuvres", "maneuvers"),
        ("fulfil", "fulfill"), ("analysed", "analyzed"), ("grey", "gray"), ("sceptical", "skeptical"),
    ],
)  # fmt: skip
def test_two_spellings_of_a_word_are_told_apart_and_turned_into_each_other(
    british: str, american: str
) -> None:
    one, other = spelling(british), spelling(american)

    assert one is not None
    assert other == Spelling(one.kind, Variety.AMERICAN, one.word)
    assert one.variety is Variety.BRITISH
    assert (respelled(british, Variety.AMERICAN), respelled(american, Variety.BRITISH)) == (american, british)


@pytest.mark.parametrize(
    ("with_s", "with_z"),
    [
        ("organised", "organized"), ("modernisation", "modernization"), ("criticise", "criticize"), ("minimises", "minimizes"),
        ("authorising", "authorizing"), ("organisers", "organizers"), ("customisable", "customizable"),
    ],
)  # fmt: skip
def test_an_ending_in_z_is_no_proof_of_america(with_s: str, with_z: str) -> None:
    one, other = spelling(with_s), spelling(with_z)

    assert one == Spelling("-ise", Variety.BRITISH, with_s)
    assert other == Spelling("-ise", Variety.EITHER, with_s)
    assert respelled(with_z, Variety.BRITISH) == with_s
    assert respelled(with_s, Variety.AMERICAN) == with_z


@pytest.mark.parametrize(
    "word",
    sorted(
        word_list(
            "exercise advertised promising compromises otherwise enterprise surprise improvisation televised practised crises "
            "analyses bases wiser adviser noise praise paradise tortoise size prized seize capsized citizen horizon hour four "
            "immunocompromised flour contour glamour honorary humorous laborious "
            "donor director curator later water paper meter check tire story"
        )
    ),
)
def test_a_word_that_all_spell_alike_tells_nothing(word: str) -> None:
    assert spelling(word) is None


def test_a_capital_is_kept() -> None:
    assert respelled("Organization", Variety.BRITISH) == "Organisation"
