"""From documents and alignments to proposed concepts."""

import os
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.extract.parallel_texts import ALIGNMENTS, ARTICLE, DOCUMENTS, TARGETS, concept_of, names

from termaccord.extract.glossary import concepts_to_glossary
from termaccord.extract.propose import propose
from termaccord.model import Category, Concept, Glossary, LanguageSection, ProposedConcept, Status, Term
from termaccord.text.embed import hashed, load


@cache
def proposed() -> tuple[ProposedConcept, ...]:
    return propose(DOCUMENTS, ALIGNMENTS, load())


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        (
            "Соглашение о защите опылителей",
            {"Pollinator Protection Agreement", "Agreement on the Protection of Pollinators"},
        ),
        (
            "Комитет по кочевым пасекам",
            {"Committee on Migratory Apiaries", "Migratory Apiary Committee"},
        ),
        ("Комитет по горным лугам", {"Committee on Mountain Meadows", "Mountain Meadow Committee"}),
        ("Дымарь-2031", {"Smoker-2031", "Dymar-2031"}),
        ("Дымарь-2028", {"Smoker-2028", "Dymar-2028"}),
        ("Игнат Рябчиков", {"Ignat Ryabchikov", "Ignat Riabchikov"}),
    ],
)
def test_all_renderings_of_a_name_stand_in_its_concept(russian: str, english: set[str]) -> None:
    concept = concept_of(proposed(), russian)

    assert names(concept, "ru") == {russian}
    assert names(concept, "en") == english


def test_occurrences_are_counted_from_the_start_of_the_document() -> None:
    texts = {d.path: d.text for d in DOCUMENTS}

    for concept in proposed():
        for term in concept.terms:
            for occurrence in term.occurrences:
                assert occurrence.span.of(texts[occurrence.document]) == occurrence.text


def test_a_place_is_given_to_one_term_only() -> None:
    concept = concept_of(proposed(), "Комитет по кочевым пасекам")
    places = [(o.document, o.span) for term in concept.terms for o in term.occurrences]

    assert len(places) == len(set(places))


@pytest.mark.xfail(
    strict=True, reason="a name that follows another noun is taken for a part of a longer name"
)
def test_a_name_is_found_inside_what_is_said_of_it() -> None:
    concept = concept_of(proposed(), "Комитет по кочевым пасекам")

    assert sum(len(term.occurrences) for term in concept.terms) == 6


def test_categories_agree_across_languages() -> None:
    assert concept_of(proposed(), "Комитет по кочевым пасекам").category is Category.BODY
    assert concept_of(proposed(), "Дымарь-2031").category is Category.EXERCISE
    assert concept_of(proposed(), "Соглашение о защите опылителей").category is Category.DOCUMENT
    assert concept_of(proposed(), "Игнат Рябчиков").category is Category.PERSON


def test_the_best_comes_first() -> None:
    scores = [c.score for c in proposed()]

    assert scores == sorted(scores, reverse=True)
    assert len({c.id for c in proposed()}) == len(scores)


def test_ids_do_not_change_when_other_texts_go() -> None:
    fewer = propose(DOCUMENTS[:2], ALIGNMENTS[:1], load())
    name = "Комитет по горным лугам"

    assert concept_of(fewer, name).id == concept_of(proposed(), name).id


def test_one_language_alone_gives_concepts() -> None:
    concepts = propose([replace(d, translation_of="") for d in TARGETS], [], load())

    assert concept_of(concepts, "Upper Lada Beekeeping Union").category is Category.BODY


def test_a_text_that_translates_nothing_joins_by_its_names() -> None:
    found = propose((*DOCUMENTS, ARTICLE), ALIGNMENTS, load())

    assert "Nomadic Apiary Committee" in names(concept_of(found, "Комитет по кочевым пасекам"), "en")
    assert names(concept_of(found, "Beekeeping Supplies Committee"), "ru") == set()


def test_nothing_comes_of_nothing() -> None:
    assert propose([], [], load()) == ()


def test_an_accepted_concept_keeps_its_id_and_gathers_its_names() -> None:
    accepted = Glossary(
        (
            Concept(
                "c-bees-act",
                (
                    LanguageSection(
                        "en", (Term("Agreement on the Protection of Pollinators", Status.PREFERRED),)
                    ),
                ),
            ),
        )
    )

    found = propose(DOCUMENTS, ALIGNMENTS, load(), accepted=accepted)

    assert concept_of(found, "Соглашение о защите опылителей").id == "c-bees-act"
    assert {c.id for c in found} - {c.id for c in proposed()} == {"c-bees-act"}


def test_the_glossary_quotes_a_sentence_of_each_document() -> None:
    glossary = concepts_to_glossary(proposed(), DOCUMENTS, subject_field="beekeeping")
    identity = concept_of(proposed(), "Комитет по кочевым пасекам").id
    concept = next(c for c in glossary.concepts if c.id == identity)
    russian = concept.languages[0].terms[0]

    assert concept.subject_field == "beekeeping"
    assert russian.contexts[0].source == "ru/union.txt"
    assert russian.contexts[0].text == DOCUMENTS[0].segments[2].text
    assert russian.status is None
    assert [c.id for c in glossary.concepts] == sorted(c.id for c in glossary.concepts)


def test_the_order_of_hashes_leaves_no_trace() -> None:
    outputs = {_in_another_process(seed) for seed in ("1", "2")}

    assert len(outputs) == 1


def _in_another_process(seed: str) -> str:
    code = (
        "from termaccord.extract.propose import propose\n"
        "from termaccord.text.embed import hashed\n"
        "from tests.extract.parallel_texts import ALIGNMENTS, ARTICLE, DOCUMENTS\n"
        "print(propose(DOCUMENTS, ALIGNMENTS, hashed))\n"
    )
    root = str(Path(__file__).parents[2])
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([root, *sys.path])}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_any_embedding_serves() -> None:
    assert propose(DOCUMENTS, ALIGNMENTS, hashed)
