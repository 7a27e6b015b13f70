"""Our JSON: all of a glossary or a memory, and what is wrong with a file of others."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from tests.formats.strategies import MEMORIES, odd_glossaries
from tests.formats.termlists.harbour import HARBOUR

from termaccord.formats.termlists import structured
from termaccord.model import Glossary, Memory


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(glossary=odd_glossaries(0))
def test_any_glossary_comes_back_as_it_was(glossary: Glossary) -> None:
    made = structured.written(glossary)

    assert structured.parse(made.data, "g.json").clean() == glossary
    assert made.losses == ()


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(memory=MEMORIES)
def test_any_memory_comes_back_as_it_was(memory: Memory) -> None:
    assert structured.parse_memory(structured.written_memory(memory).data, "m.json").clean() == memory


def test_a_concept_that_is_wrong_is_left_out_and_told_the_others_are_read() -> None:
    table = json.loads(structured.written(HARBOUR).data)
    table["concepts"][1]["languages"][0]["terms"][0]["status"] = "splendid"

    reading = structured.parse(json.dumps(table).encode(), "g.json")

    assert [concept.id for concept in reading.value.concepts] == ["c-board", "c-door-lock"]
    assert [(finding.code, finding.place.unit) for finding in reading.findings] == [("F308", "c-lock")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "F305"),
        (b"[" * 100_000, "F305"),
        (b'{"concepts": []}', "F306"),
        (b'{"format": "termaccord-glossary", "version": 9}', "F307"),
        (b'{"format": "termaccord-glossary", "version": 1, "concepts": [7]}', "F308"),
        (
            b'{"format": "termaccord-glossary", "version": 1, "concepts": [{"id": "a", "languages": [], "x": 1}]}',
            "F308",
        ),
    ],
)
def test_what_is_no_glossary_of_ours_is_one_finding(data: bytes, code: str) -> None:
    assert [finding.code for finding in structured.parse(data, "g.json").findings] == [code]


def test_a_list_of_objects_is_a_table() -> None:
    rows = [{"en": "weir", "ru": ["плотина", "запруда"]}, {"en": "pier", "ru": "пирс", "note": "long"}]

    glossary = structured.parse_table(json.dumps(rows).encode(), "rows.json").value

    assert [[t.text for s in c.languages for t in s.terms] for c in glossary.concepts] == [
        ["weir", "плотина", "запруда"],
        ["pier", "пирс"],
    ]
