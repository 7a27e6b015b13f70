"""The accepted glossary keeps the promises of glossary/README.md."""

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.corpus_gold import concepts

from termaccord.formats import tbx
from termaccord.model import Category, Concept, LanguageSection, Status, Term

ROOT = Path(__file__).parents[2]
ACCEPTED = ROOT / "glossary/csto.tbx"
READING = tbx.parse(ACCEPTED.read_bytes(), "glossary/csto.tbx")
GLOSSARY = READING.value

every_concept = pytest.mark.parametrize("concept", GLOSSARY.concepts, ids=lambda concept: concept.id)


def names(section: LanguageSection) -> list[Term]:
    return [term for term in section.terms if term.term_type != "acronym"]


def preferred(concept: Concept, language: str) -> str:
    section = next(one for one in concept.languages if one.language == language)
    return next(term.text for term in names(section) if term.status is Status.PREFERRED)


def test_the_glossary_is_read_without_complaint_and_is_canonical() -> None:
    assert READING.findings == ()
    assert tbx.serialize(GLOSSARY) == ACCEPTED.read_bytes(), "write tbx.serialize(tbx.parse(…).value) back"


def test_there_are_as_many_concepts_as_ids() -> None:
    ids = [concept.id for concept in GLOSSARY.concepts]

    assert 40 <= len(ids) == len(set(ids))
    assert [one for one in ids if not re.fullmatch(r"c-[a-z0-9-]+", one)] == []


def test_no_term_is_preferred_for_two_concepts() -> None:
    preferred_terms = Counter(
        (section.language, term.text)
        for concept in GLOSSARY.concepts
        for section in concept.languages
        for term in section.terms
        if term.status is Status.PREFERRED
    )

    assert [term for term, count in preferred_terms.items() if count > 1] == []


@every_concept
def test_a_concept_has_one_preferred_name_in_each_language(concept: Concept) -> None:
    counted = {
        section.language: sum(term.status is Status.PREFERRED for term in names(section))
        for section in concept.languages
    }

    assert counted == {"en": 1, "ru": 1}


@every_concept
def test_a_concept_says_its_category_and_subject_field(concept: Concept) -> None:
    notes = [one.text for one in concept.extra if one.kind == "note"]
    categories = [note.removeprefix("category: ") for note in notes if note.startswith("category: ")]

    assert concept.subject_field
    assert len(categories) == 1
    assert categories[0] in set(Category)


@every_concept
def test_every_term_has_a_status_and_a_part_of_speech(concept: Concept) -> None:
    terms = [term for section in concept.languages for term in section.terms]

    assert all(term.status is not None and term.part_of_speech for term in terms)
    assert len({(s.language, t.text) for s in concept.languages for t in s.terms}) == len(terms)


@every_concept
def test_a_context_stands_in_the_text_that_it_names(concept: Concept) -> None:
    contexts = [c for section in concept.languages for term in section.terms for c in term.contexts]

    assert [c for c in contexts if c.text not in (ROOT / c.source).read_text("utf-8")] == []


@every_concept
def test_glossary_and_gold_prefer_the_same_rendering(concept: Concept) -> None:
    gold = {row["ru"]: row["en"] for row in concepts().values() if "ru" in row}
    russian = preferred(concept, "ru")

    assert russian not in gold or preferred(concept, "en") in gold[russian]
