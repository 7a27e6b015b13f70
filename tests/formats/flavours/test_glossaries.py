"""Glossaries for tools: what is offered, what is warned of, and what the losses tell."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from tests.formats.flavours.harbour import (
    ADMITTED,
    DEPRECATED,
    GLOSSARY,
    PREFERRED,
    QUAY,
    concept,
    made_for,
    offered,
    shown,
)
from tests.formats.strategies import GLOSSARIES, odd_glossaries

from termaccord.formats import tbx
from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.flavours.glossaries import FLAVOURS, glossary_for
from termaccord.formats.flavours.glossary.facts import facts, facts_in
from termaccord.formats.flavours.glossary.languages import REJECTED, means, spoken
from termaccord.formats.flavours.glossary.pairing import pairs
from termaccord.formats.flavours.glossary.tidying import tidy
from termaccord.model import Concept, Degree, Glossary, Markup, Subject, Term

EVERY = pytest.mark.parametrize("tool", list(Tool), ids=str)
FULL = {
    ("Northern Tide Office", "Северное управление приливов"),
    ("Northern Tide Office", "Управление северных приливов"),
}
SHORT = {("NTO", "СУП")}
GOOD = FULL | SHORT | {("quay", "причал")}
BAD = {"Office of Northern Tides", "Контора приливов"}
MIXED = frozenset({Tool.TRADOS, Tool.MULTITERM, Tool.PHRASE})
"""Termbases that keep a concept whole and say of each term that it is an abbreviation."""
slow = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def two_languages(glossary: Glossary) -> Glossary:
    """The same with sections in English and Russian, at times in more."""
    tags = ("en", "ru", "en-GB")
    return replace(
        glossary,
        concepts=tuple(
            replace(
                concept,
                languages=tuple(
                    replace(section, language=tag)
                    for section, tag in zip(concept.languages, tags, strict=False)
                ),
            )
            for concept in glossary.concepts
        ),
    )


BILINGUAL = GLOSSARIES.map(two_languages)


@EVERY
def test_every_good_pair_is_offered(tool: Tool) -> None:
    assert offered(made_for(tool), tool) >= GOOD


@pytest.mark.parametrize("tool", [tool for tool in Tool if tool not in MIXED], ids=str)
def test_an_abbreviation_is_not_offered_for_a_full_form(tool: Tool) -> None:
    assert offered(made_for(tool), tool) == GOOD


@EVERY
def test_what_is_rejected_is_never_offered(tool: Tool) -> None:
    made = made_for(tool)

    good = [s for file in shown(made, tool).values() for s in file if not s.forbidden]
    assert not {s.source for s in good} & BAD
    assert not {s.target for s in good} & BAD


@EVERY
def test_what_is_rejected_is_warned_of_or_told(tool: Tool) -> None:
    made = made_for(tool)

    marked = {s.forbidden for file in shown(made, tool).values() for s in file}
    told = {loss.text for loss in made.losses if loss.subject is Subject.TERM and loss.degree is Degree.GONE}
    assert marked | told >= BAD


def test_weblate_gets_a_file_of_forbidden_renderings_each_direction() -> None:
    made = made_for(Tool.WEBLATE)

    assert [file.name for file in made.files] == [
        "harbour.en-ru.tbx",
        "harbour.en-ru.rejected.tbx",
        "harbour.ru-en.tbx",
        "harbour.ru-en.rejected.tbx",
    ]
    assert [file.languages for file in made.files] == [("en", "ru")] * 2 + [("ru", "en")] * 2
    seen = shown(made, Tool.WEBLATE)
    assert [(s.source, s.forbidden) for s in seen["harbour.en-ru.rejected.tbx"]] == [
        ("Northern Tide Office", "Контора приливов")
    ]
    moved = {loss.text: loss.became for loss in made.losses if loss.degree is Degree.MOVED}
    assert moved == {
        "Office of Northern Tides": "harbour.ru-en.rejected.tbx",
        "Контора приливов": "harbour.en-ru.rejected.tbx",
    }


@EVERY
def test_a_choice_between_good_terms_is_told_or_lost_aloud(tool: Tool) -> None:
    made = made_for(tool)

    beside = {line for s in shown(made, tool)[made.files[0].name] for line in s.lines}
    lost = {loss.text for loss in made.losses if loss.subject is Subject.STATUS}
    assert "admitted" in beside or FLAVOURS[tool].ordered or "Управление северных приливов: admitted" in lost


@EVERY
def test_the_same_glossary_gives_the_same_bytes(tool: Tool) -> None:
    assert made_for(tool) == made_for(tool)


@pytest.mark.parametrize(
    "tool", [Tool.OMEGAT, Tool.WEBLATE, Tool.LOKALIZE, Tool.VIRTAAL, Tool.TRADOS], ids=str
)
def test_a_tbx_is_of_the_2008_edition_with_bare_codes_and_plain_ids(tool: Tool) -> None:
    glossary = replace(
        GLOSSARY,
        concepts=(
            replace(QUAY, id="причал"),
            replace(QUAY, id="причал"),
            concept("9", en=[Term("pier")], ru=[Term("пирс")]),
        ),
    )

    for file in made_for(tool, glossary).files:
        text = file.data.decode()
        assert "<martif " in text
        assert "xmlns" not in text
        read = tbx.parse(file.data, file.name).value
        ids = [c.id for c in read.concepts]
        assert len(set(ids)) == len(ids)
        assert all(identity.isascii() for identity in ids)
        assert {s.language for c in read.concepts for s in c.languages} == {"en", "ru"}


def test_an_id_that_had_to_change_is_told() -> None:
    made = made_for(Tool.LOKALIZE, Glossary((replace(QUAY, id="причал"),)))

    changed = [(loss.text, loss.became) for loss in made.losses if loss.subject is Subject.ID]
    assert changed == [("причал", "c-43f44043844743043b")]


def test_a_language_code_can_be_the_projects_own() -> None:
    made = glossary_for(Tool.OMEGAT, GLOSSARY, "harbour", "en", "ru", {"en": "en-GB"})

    assert b'xml:lang="en-GB"' in made.files[0].data
    assert not [loss for loss in made.losses if loss.subject in {Subject.CONCEPT, Subject.LANGUAGE}]


def test_regions_are_read_as_their_language_and_other_languages_are_told() -> None:
    regional = concept("c-pier", **{"en-GB": [Term("pier")], "ru": [Term("пирс")], "de": [Term("Pier")]})

    made = made_for(Tool.WORDFAST, Glossary((regional,)))

    assert offered(made, Tool.WORDFAST) == {("pier", "пирс")}
    assert [(loss.language, loss.text) for loss in made.losses if loss.subject is Subject.LANGUAGE] == [
        ("de", "Pier")
    ]


def test_a_concept_without_a_rendering_is_told() -> None:
    alone = concept("c-lee", en=[Term("lee shore")], ru=[Term("подветренный берег", DEPRECATED)])

    made = made_for(Tool.OMEGAT, Glossary((alone, QUAY)))

    assert [(loss.id, loss.text) for loss in made.losses if loss.subject is Subject.CONCEPT] == [
        ("c-lee", "lee shore")
    ]


def test_a_term_is_written_in_one_line_composed_and_without_markup() -> None:
    marked = (Markup("hi", ("quay",)), "\n  side ")
    odd = concept("c-odd", en=[Term("quay\n  side ", marked=marked)], ru=[Term("буи\u0306")])

    made = made_for(Tool.OMEGAT, Glossary((odd,)))

    assert offered(made, Tool.OMEGAT) == {("quay side", "буй")}
    changed = {(loss.text, loss.became) for loss in made.losses if loss.degree is Degree.CHANGED}
    assert changed == {("quay\n  side ", "quay side"), ("буи\u0306", "буй")}
    assert [loss.text for loss in made.losses if loss.subject is Subject.MARKUP] == ["quay side"]


def test_what_is_said_twice_of_one_word_does_not_make_it_good() -> None:
    twice = concept(
        "c-two",
        en=[Term("berth", PREFERRED)],
        ru=[Term("койка", ADMITTED), Term("койка", DEPRECATED), Term("место", PREFERRED)],
    )

    assert offered(made_for(Tool.OMEGAT, Glossary((twice,))), Tool.OMEGAT) == {("berth", "место")}


@pytest.mark.parametrize(
    "tool", [Tool.OMEGAT, Tool.WEBLATE, Tool.LOKALIZE, Tool.MEMOQ, Tool.WORDFAST, Tool.PHRASE], ids=str
)
def test_a_definition_reaches_the_translator(tool: Tool) -> None:
    made = made_for(tool)

    seen = shown(made, tool)[made.files[0].name]
    assert any("The body that keeps the tide tables." in s.lines for s in seen)
    assert not [loss for loss in made.losses if loss.subject is Subject.DEFINITION]


def test_trados_keeps_all_of_it() -> None:
    assert made_for(Tool.TRADOS).losses == ()


def test_an_empty_glossary_gives_empty_files() -> None:
    for tool in Tool:
        made = glossary_for(tool, Glossary(()), "harbour", "en", "ru")
        assert made.files
        assert [s for file in shown(made, tool).values() for s in file] == []


# -- anything -------------------------------------------------------------------------------------------------


@EVERY
@slow
@given(glossary=BILINGUAL)
def test_every_pair_is_seen_or_told(tool: Tool, glossary: Glossary) -> None:
    made = made_for(tool, glossary)
    there = offered(made, tool)
    for given_concept in glossary.concepts:
        lost = {
            loss.text for loss in made.losses if loss.id == given_concept.id and loss.subject is Subject.TERM
        }
        gone = any(loss.id == given_concept.id and loss.subject is Subject.CONCEPT for loss in made.losses)
        for pair in meant(given_concept):
            assert pair in there or " = ".join(pair) in lost or gone


@EVERY
@slow
@given(glossary=BILINGUAL)
def test_nothing_rejected_is_offered(tool: Tool, glossary: Glossary) -> None:
    made = made_for(tool, glossary)

    allowed = {pair for c in glossary.concepts for pair in anything_good(c)}
    assert offered(made, tool) <= allowed


@EVERY
@slow
@given(glossary=BILINGUAL)
def test_every_fact_is_seen_or_told(tool: Tool, glossary: Glossary) -> None:
    made = made_for(tool, glossary)
    lines = {line for file in shown(made, tool).values() for s in file for line in s.lines}
    for given_concept in glossary.concepts:
        mine = [loss for loss in made.losses if loss.id == given_concept.id]
        if any(loss.subject is Subject.CONCEPT for loss in mine):
            continue
        told = " \n ".join(loss.text for loss in mine)
        sections = [s for s in given_concept.languages if means(s.language, "en") or means(s.language, "ru")]
        found = [*facts(given_concept), *(f for s in sections for f in facts_in(s))]
        for fact in found:
            assert fact.text in lines or fact.text in told or (fact.term and fact.term in told)


@EVERY
@slow
@given(glossary=odd_glossaries(0))
def test_whatever_the_glossary_files_are_made(tool: Tool, glossary: Glossary) -> None:
    assert made_for(tool, glossary).files


def meant(one: Concept) -> list[tuple[str, str]]:
    source, target = spoken(one, "en", "en"), spoken(one, "ru", "ru")
    return [(s.text, t.text) for s, t in pairs(source.good, target.good)]


def anything_good(one: Concept) -> set[tuple[str, str]]:
    sides = []
    for language in ("en", "ru"):
        terms = [t for s in one.languages if means(s.language, language) for t in s.terms]
        rejected = {tidy(t.text) for t in terms if t.status in REJECTED}
        sides.append({tidy(t.text) for t in terms} - rejected)
    return {(s, t) for s in sides[0] for t in sides[1]}
