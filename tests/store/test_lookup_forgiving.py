"""Queries written otherwise than any dictionary has them."""

import numpy as np
import pytest
from numpy.typing import NDArray

from termaccord.model import Concept, Glossary, LanguageSection, Status, Term
from termaccord.store.termbase import Meaning, Source, Termbase
from termaccord.text.embed import hashed


def concept(name: str, *terms: tuple[str, Term | str]) -> Concept:
    """A concept of pairs of language and term, in this order."""
    sections: dict[str, list[Term]] = {}
    for language, term in terms:
        made = Term(term, term_type="acronym" if term.isupper() else "") if isinstance(term, str) else term
        sections.setdefault(language, []).append(made)
    return Concept(name, tuple(LanguageSection(language, tuple(made)) for language, made in sections.items()))


PORTS = Glossary(
    (
        concept(
            "watch",
            ("en", "Harbour Watch Council"),
            ("en", "HWC"),
            ("ru", "Совет портовой вахты"),
            ("ru", "СПВ"),
        ),
        concept("depth", ("en", "Depth Survey Bureau"), ("ru", "Бюро промера глубин")),
        concept("pilots", ("en", "Pilots’ Brotherhood"), ("ru", "Лоцманское братство")),
        concept("lamp", ("en", "lantern"), ("ru", "фонарь")),
        concept("surveyor", ("en", "Dzhamilya Ozerova"), ("ru", "Джамиля Озерова")),
        concept("quay", ("fr", "Sécurité des quais"), ("ru", "безопасность причалов")),
        concept("wreckers", ("en", "wreckers"), ("ru", "грабители судов")),
    )
)


@pytest.fixture(scope="module")
def termbase() -> Termbase:
    return Termbase.open(None, [("ports", PORTS)])


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("СВП", "watch"),
        ("СПВВ", "watch"),
        ("СРВ", "watch"),
        ("HVC", "watch"),
        ("БПЛ", "depth"),
        ("фонря", "lamp"),
        ("фонарюм", "lamp"),
        ("фнарями", "lamp"),
        ("Совету портовй вахыт", "watch"),
        ("Лоцманскго братсва", "pilots"),
        ("Pilots Brohterhood", "pilots"),
    ],
)
def test_errors_are_forgiven_in_short_words_inflected_words_and_several_words(
    termbase: Termbase, query: str, meant: str
) -> None:
    assert termbase.lookup(query)[0].concept_id == meant


@pytest.mark.parametrize(("query", "meant"), [("ajyfhm", "lamp"), ("дфтеукт", "lamp"), ("CGD", "watch")])
def test_a_query_typed_in_another_layout_is_understood(termbase: Termbase, query: str, meant: str) -> None:
    found = termbase.lookup(query)[0]

    assert found.concept_id == meant
    assert "keyboard layout" in found.how


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("Lotsmanskoe bratstvo", "pilots"),
        ("Locmanskoje bratstvo", "pilots"),
        ("lotsmanskogo bratstva", "pilots"),
        ("portovoi vakhty", "watch"),
        ("promera glubin", "depth"),
        ("Džamilja Ozerova", "surveyor"),
        ("Jamilya Ozerova", "surveyor"),
        ("Ozerovoi", "surveyor"),
    ],
)
def test_other_letters_by_any_scheme_lead_to_whole_names_and_parts(
    termbase: Termbase, query: str, meant: str
) -> None:
    assert termbase.lookup(query)[0].concept_id == meant


@pytest.mark.parametrize(
    "query", ["securite des quais", "SÉCURITÉ DES QUAIS", "se\u0301curite\u0301 des quais"]
)
def test_accents_may_be_left_out(termbase: Termbase, query: str) -> None:
    assert termbase.lookup(query)[0].concept_id == "quay"


def test_a_stress_mark_is_no_other_word(termbase: Termbase) -> None:
    assert termbase.lookup("фонаря\u0301ми")[0].score > 0.9


def test_the_beginning_of_a_word_is_enough(termbase: Termbase) -> None:
    found = termbase.lookup("лоцм")[0]

    assert (found.concept_id, found.how) == (
        "pilots",
        "“лоцм” is the beginning of words of “Лоцманское братство”",
    )


@pytest.mark.parametrize("query", ["МИДа", "кот", "of the", "12", "война"])
def test_words_that_resemble_nothing_find_nothing(termbase: Termbase, query: str) -> None:
    assert all(match.nearest for match in termbase.lookup(query))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Tide Table Office", True),
        ("TTO", True),
        ("tide table offices", True),
        ("night signal", True),
        ("night marks", True),
        ("tide signal", False),
    ],
)
def test_what_is_in_brackets_or_behind_a_stroke_may_be_left_out(query: str, found: bool) -> None:
    glossary = Glossary(
        (
            concept("tto", ("en", "Tide Table Office (TTO)")),
            concept("night", ("en", "night signal / night mark")),
        )
    )
    matches = Termbase.open(None, [("g", glossary)]).lookup(query)

    assert (bool(matches) and matches[0].how.endswith("that can stand alone")) is found


def test_a_word_in_small_letters_is_rather_no_abbreviation() -> None:
    termbase = Termbase.open(None, [("g", Glossary((concept("w", ("ru", "Кадастр озёрных течений")),)))])

    assert termbase.lookup("КОТ")[0].score > 0.7 > termbase.lookup("кот")[0].score


# -- meaning ---------------------------------------------------------------------------------------------


def embed(texts: list[str]) -> NDArray[np.float32]:
    """A stand-in for which marauders are wreckers, and all else is what it is spelt like."""
    return hashed([text.replace("marauders", "wreckers") for text in texts])


def test_meaning_is_asked_only_where_nothing_else_fits() -> None:
    asked = []

    def load() -> object:
        asked.append(True)
        return embed

    termbase = Termbase.open(None, [("ports", PORTS)])
    meaning = Meaning(load)  # type: ignore[arg-type]
    plain = termbase.lookup("lanterns", meaning=meaning)
    assert not asked
    found = termbase.lookup("marauders", meaning=meaning)

    assert plain[0].concept_id == "lamp"
    assert (found[0].concept_id, found[0].how) == ("wreckers", "“marauders” means something like “wreckers”")
    assert not found[0].nearest


def test_letters_that_are_no_word_mean_nothing() -> None:
    termbase = Termbase.open(None, [("ports", PORTS)])

    assert termbase.lookup("qzxwv", meaning=Meaning(lambda: embed)) == ()  # type: ignore[arg-type, return-value]


# -- ranking ---------------------------------------------------------------------------------------------


def sources(accepted: Glossary, proposed: Glossary) -> list[Source]:
    return [
        Source("proposed", "1", lambda: (proposed, ()), proposed=True),
        Source("accepted", "2", lambda: (accepted, ())),
    ]


def test_what_is_accepted_comes_before_what_is_proposed() -> None:
    accepted = Glossary((concept("a", ("en", "tide table")),))
    proposed = Glossary((concept("p", ("en", "Tide Table")),))
    found = Termbase.over(None, sources(accepted, proposed)).lookup("tide table")

    assert [(match.concept_id, match.proposed) for match in found] == [("a", False), ("p", True)]


def test_a_preferred_term_comes_before_a_rejected_one() -> None:
    glossary = Glossary(
        (
            concept(
                "old",
                ("en", Term("night signal", Status.DEPRECATED)),
                ("en", Term("night mark", Status.PREFERRED)),
            ),
            concept("new", ("en", Term("night signal", Status.PREFERRED))),
        )
    )
    found = Termbase.open(None, [("g", glossary)]).lookup("night signal")

    assert [match.concept_id for match in found] == ["new", "old"]


def test_a_shorter_name_comes_before_a_longer_one_that_holds_it() -> None:
    glossary = Glossary(
        (concept("long", ("en", "Lower Tide Table Office")), concept("short", ("en", "Tide Table Office")))
    )
    found = Termbase.open(None, [("g", glossary)]).lookup("tide table")

    assert [match.concept_id for match in found] == ["short", "long"]


def test_namesakes_without_a_common_term_are_both_found() -> None:
    one, other = concept("1", ("en", "buoy")), concept("1", ("en", "mooring"))
    termbase = Termbase.open(None, [("a.csv", Glossary((one,))), ("b.csv", Glossary((other,)))])

    assert [m.concept_id for q in ("buoy", "mooring") for m in termbase.lookup(q)] == ["1", "b:1"]
    assert [c.id for c in termbase.concepts()] == ["1", "b:1"]
