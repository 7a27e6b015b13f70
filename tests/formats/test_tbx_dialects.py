"""Every dialect that we write is valid by its published schemas, comes back as it went in, and survives another one."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.formats.glossaries import LIMITS, Limits, glossaries
from tests.formats.oracles import complaints, needs_shared
from tests.formats.strategies import odd_glossaries

from termaccord.formats import tbx
from termaccord.formats.tbx import Dialect
from termaccord.model import Glossary

OURS = Path(__file__).parents[2] / "glossary"


@dataclass(frozen=True, repr=False)
class Case:
    """A glossary that a failing test does not print: to draw a whole one takes minutes."""

    glossary: Glossary


def bounded(examples: int) -> settings:
    """Without shrinking: to shorten a whole glossary takes minutes, and the first one found says enough."""
    return settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
        derandomize=True,
    )


def against(random: Glossary) -> list[tuple[str, str]]:
    return [
        (dialect.value, complaint)
        for dialect in Dialect
        for complaint in complaints(tbx.serialize(random, dialect), dialect.value)
    ]


# -- valid ----------------------------------------------------------------------------------------------------


@needs_shared
@bounded(200)
@given(glossaries(Limits()).map(Case))
def test_two_hundred_glossaries_are_valid_in_every_dialect(case: Case) -> None:
    assert against(case.glossary) == []


@needs_shared
@bounded(100)
@given(odd_glossaries(1).map(Case))
def test_even_what_no_dialect_can_say_is_written_valid(case: Case) -> None:
    assert against(case.glossary) == []


@needs_shared
@pytest.mark.parametrize("dialect", list(Dialect))
def test_the_committed_glossaries_are_valid_in_every_dialect(dialect: Dialect) -> None:
    for path in sorted(OURS.glob("*.tbx")):
        value = tbx.parse(path.read_bytes(), path.name).value
        assert complaints(tbx.serialize(value, dialect), dialect.value) == [], path.name


# -- there and back -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dialect", list(LIMITS))
def test_a_glossary_comes_back_from_its_own_dialect(dialect: Dialect) -> None:
    @bounded(40)
    @given(glossaries(LIMITS[dialect]).map(Case))
    def comes_back(case: Case) -> None:
        data = tbx.serialize(case.glossary, dialect)
        reading = tbx.parse(data, "g.tbx")
        assert reading.findings == ()
        assert (reading.value == case.glossary) is True
        assert tbx.serialize(reading.value, dialect) == data

    comes_back()


@pytest.mark.parametrize("dialect", [d for d in LIMITS if d is not Dialect.BASIC_2008])
def test_a_glossary_of_2008_comes_back_from_another_dialect(dialect: Dialect) -> None:
    @bounded(30)
    @given(glossaries(LIMITS[dialect]).map(Case))
    def comes_back(case: Case) -> None:
        data = tbx.serialize(case.glossary)
        there = tbx.serialize(tbx.parse(data, "g.tbx").value, dialect)
        assert tbx.serialize(tbx.parse(there, "g.tbx").value) == data

    comes_back()


@pytest.mark.parametrize("dialect", list(Dialect))
def test_what_is_written_once_is_written_again_byte_for_byte(dialect: Dialect) -> None:
    @bounded(30)
    @given((odd_glossaries(0) | glossaries(Limits(), least=0)).map(Case))
    def stays(case: Case) -> None:
        data = tbx.serialize(case.glossary, dialect)
        assert tbx.serialize(tbx.parse(data, "g.tbx").value, dialect) == data

    stays()
