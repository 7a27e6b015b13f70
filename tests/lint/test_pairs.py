"""The rules on terms over sentences in which every term is rendered, in all Russian cases."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from termaccord.lint.rule import Mark, Passage, Text
from termaccord.lint.rules.passage.rejected_term import check as rejected
from termaccord.lint.rules.passage.term_not_used import check as not_used
from termaccord.lint.terms import Terms
from termaccord.model import Concept, Glossary, LanguageSection, Term
from termaccord.text.citation import citation

PAIRS = Path(__file__).parents[2] / "../shared/eval/seeds/pairs.jsonl"


@pytest.mark.skipif(not PAIRS.exists(), reason="the folder ../shared with the evaluation pairs is absent")
def test_no_term_that_is_rendered_is_said_not_to_be() -> None:
    rows = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    forms: dict[str, tuple[dict[str, None], dict[str, None]]] = defaultdict(lambda: ({}, {}))
    for term in (term for row in rows for term in row["terms"]):
        forms[term["concept_id"]][0][term["en"]["text"]] = None
        forms[term["concept_id"]][1][citation(term["ru"]["text"], "ru")] = None
    terms = Terms(Glossary(tuple(_concept(name, *sides) for name, sides in forms.items())))

    said = [mark.message for row in rows for mark in _marks(terms, row["en"], row["ru"])]
    unsaid = [mark for row in rows for mark in _marks(terms, row["en"], "Сегодня ничего не произошло.")]

    assert said == []
    assert unsaid, "the rule would be silent whatever the target says"


def _concept(name: str, english: dict[str, None], russian: dict[str, None]) -> Concept:
    sides = (("en", english), ("ru", russian))
    return Concept(name, tuple(LanguageSection(tag, tuple(map(Term, texts))) for tag, texts in sides))


def _marks(terms: Terms, english: str, russian: str) -> Iterator[Mark]:
    one, other = terms.within([Text(english, "en")])[0], terms.within([Text(russian, "ru")])[0]
    for passage in (Passage(other, one, paired=True), Passage(one, other, paired=True)):
        yield from (*not_used(passage), *rejected(passage))
