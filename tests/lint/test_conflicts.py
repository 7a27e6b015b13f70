"""Which names compete, which are one name, and which of them is proposed."""

import datetime as dt

import pytest

from termaccord.lint.conflicts.forms import Difference, Form, difference, form, head, proper
from termaccord.lint.conflicts.parties import Party, by_number, parties
from termaccord.lint.conflicts.people import person_difference, respelt, schemes
from termaccord.lint.conflicts.preference import choose
from termaccord.lint.conflicts.shortened import abridged, moved
from termaccord.lint.rule import Collection
from termaccord.model import (
    Category,
    Concept,
    Document,
    Glossary,
    LanguageSection,
    Occurrence,
    ProposedTerm,
    Span,
    Status,
    Term,
)

OWNERS = frozenset({"oru"})
"""The Orchard Union, by its abbreviation."""


def name(text: str, *documents: str, language: str = "en") -> Form:
    places = tuple(Occurrence(d, Span(i, i + len(text)), text) for i, d in enumerate(documents or ("a",)))
    return form(ProposedTerm(language, text, occurrences=places))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Pruning Organisation", "pruning organization", Difference.NONE),
        ("Counter-Frost Plan", "Counterfrost Plan", Difference.NONE),
        ("the Cider Council", "Cider Council", Difference.NONE),
        ("Grafting Troop", "Grafting Troops", Difference.NUMBER),
        ("Panel on Pears", "Panel for Pears", Difference.JOINER),
        ("ORU Cider Council", "Cider Council", Difference.OWNER),
        ("Council of Cider Makers", "Cider Council", Difference.TURNED),
        ("Pear and Quince Board", "Pear Board", Difference.SHORT),
        ("Convention on Bees", "Bee Convention", Difference.ORDER),
        ("Pear Board", "Quince Board", Difference.WORDS),
    ],
)
def test_how_two_names_differ(one: str, other: str, expected: Difference) -> None:
    assert difference(name(one), name(other), OWNERS) is expected
    assert difference(name(other), name(one), OWNERS) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Agrafena Tychinina", "Tychinina", Difference.SHORT),
        ("Agrafena Tychinina", "Ms Tychinina", Difference.SHORT),
        ("Agrafena Tychinina", "A. Tychinina", Difference.SHORT),
        ("Agrafena Tychinina", "Agrafena Tytchinina", Difference.WORDS),
    ],
)
def test_how_two_names_of_a_person_differ(one: str, other: str, expected: Difference) -> None:
    assert person_difference(name(one), name(other)) is expected


def test_two_spellings_of_a_name_sound_alike_and_two_names_do_not() -> None:
    assert respelt(name("Yulian Zhuravsky"), name("Iulian Juravskiy"))
    assert not respelt(name("Yulian Zhuravsky"), name("Olga Perova"))
    assert not respelt(name("Ombria"), name("Ombrian"))


def test_a_spelling_names_the_schemes_that_lead_to_it() -> None:
    source = name("Журавский", language="ru")

    assert "icao" in schemes("Zhuravskii", [source])
    assert schemes("Juravsky", [source]) == ()


def test_short_forms_go_with_the_name_they_shorten_and_with_none_where_there_are_two() -> None:
    names = [
        name("Cider Makers Council"),
        name("Quince Growers Board"),
        name("Council"),
        name("Makers Council"),
    ]

    found = parties(names, Category.BODY, OWNERS)

    assert [[f.text for f in p.forms] for p in found] == [
        ["Cider Makers Council", "Makers Council", "Council"],
        ["Quince Growers Board"],
    ]


def test_mottos_are_held_against_each_other_word_by_word() -> None:
    one, other = name("Graft First, Pick Later"), name("Grafts First, Pick Later")

    assert len(parties([one, other], Category.MOTTO, OWNERS)) == 2


def test_forces_have_one_number_and_units_have_both() -> None:
    def both(*texts: str) -> Party:
        places = tuple(Occurrence(f"{i}", Span(0, len(t)), t) for i, t in enumerate(texts))
        return Party((form(ProposedTerm("en", texts[0], occurrences=places)),))

    assert len(by_number(both("Joint Frost Forces", "Joint Frost Force"))) == 2
    assert len(by_number(both("Mobile Frost Units", "Mobile Frost Unit"))) == 1


def test_a_name_cut_short_where_nobody_gave_it_whole_is_seen() -> None:
    full, cut = name("Pear and Quince Board", "a"), name("Quince Board", "b")

    assert len(abridged(Party((full, cut)), OWNERS, ())) == 2
    assert len(abridged(Party((full, name("Quince Board", "a"))), OWNERS, ())) == 1
    assert len(abridged(Party((full, name("Board", "b"))), OWNERS, ())) == 1
    assert len(abridged(Party((name("Session of the Quince Board", "a"), cut)), OWNERS, ())) == 1


def test_an_owner_that_moves_is_seen() -> None:
    assert len(moved(Party((name("ORU Secretary"), name("Secretary of the ORU"))))) == 2


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("autumn session of the Cider Council", "en", "session"),
        ("Pear and Quince Board", "en", "board"),
        ("Садовый совет по сидру", "ru", "совет"),
    ],
)
def test_the_head_says_what_is_named(text: str, language: str, word: str) -> None:
    assert head(name(text, language=language)) == word


def test_a_name_is_told_from_words_by_its_capitals() -> None:
    assert proper(name("Council of Cider Makers"))
    assert not proper(name("council of cider makers"))


# ---- which is proposed


def collection(*documents: Document, preferred: str = "") -> Collection:
    entry = Concept("c", (LanguageSection("en", (Term(preferred, Status.PREFERRED),)),))
    glossary = Glossary((entry,)) if preferred else None
    return Collection({d.path: d for d in documents}, (), (), glossary)


def text(path: str, authority: int = 0, year: int = 0) -> Document:
    return Document(
        path, "en", "", path=path, authority=authority, date=dt.date(year, 1, 1) if year else None
    )


FEW, MANY = Party((name("Pear Board", "a"),)), Party((name("Quince Panel", "b", "b"),))


def test_the_most_frequent_is_proposed_where_nothing_else_tells() -> None:
    assert choose([FEW, MANY], [], collection(text("a"), text("b"))).party is MANY


def test_authority_outweighs_frequency_and_the_glossary_outweighs_both() -> None:
    assert choose([FEW, MANY], [], collection(text("a", authority=1), text("b"))).party is FEW
    known = collection(text("a", authority=1), text("b"), preferred="Quince Panel")
    assert choose([FEW, MANY], [], known).party is MANY


def test_the_name_in_use_now_outweighs_that_of_years_ago() -> None:
    assert choose([FEW, MANY], [], collection(text("a", year=2031), text("b", year=2027))).party is FEW
    assert choose([FEW, MANY], [], collection(text("a", year=2031), text("b", year=2031))).party is MANY


def test_the_name_with_the_source_s_words_outweighs_frequency() -> None:
    source = name("Совет по грушам", language="ru")
    long = Party((name("Standing Panel of Experienced Quince Tree Growers", "b", "b"),))

    assert choose([FEW, long], [source], collection(text("a"), text("b"))).party is FEW
