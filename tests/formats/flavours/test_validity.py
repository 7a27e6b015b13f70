"""What is made for a tool is valid by the standard, but where the tool itself wants it otherwise."""

from io import BytesIO

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.formats.flavours.harbour import made_for
from tests.formats.flavours.test_memories import PAIRS, Making
from tests.formats.strategies import GLOSSARIES, MEMORIES

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.flavours.memory.shape import FLAVOURS
from termaccord.formats.validity.memories import findings_of
from termaccord.formats.validity.termbases import examined
from termaccord.model import Glossary, Memory, Severity

TERMBASES = [Tool.OMEGAT, Tool.LOKALIZE, Tool.PHRASE, Tool.TRADOS, Tool.MULTITERM, Tool.VIRTAAL]
MEMORIED = [tool for tool, flavour in FLAVOURS.items() if flavour.ending == ".tmx"]
BAD_VALUES = {"F253", "F254"}
"""Counts and dates that are none: the memory says them so, and every tool passes over them."""
few = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


@pytest.mark.parametrize("tool", TERMBASES, ids=str)
@few
@given(glossary=GLOSSARIES)
def test_a_glossary_is_valid_tbx(tool: Tool, glossary: Glossary) -> None:
    for file in made_for(tool, glossary).files:
        if file.name.endswith(".tbx") and b"<termEntry" in file.data:
            assert examined(BytesIO(file.data), file.name).complaints == ()


def test_weblate_wants_notes_to_say_who_has_written_them() -> None:
    for file in made_for(Tool.WEBLATE).files:
        complaints = examined(BytesIO(file.data), file.name).complaints
        assert all("from" in str(complaint.message) for complaint in complaints)


@pytest.mark.parametrize("tool", MEMORIED, ids=str)
def test_a_memory_troubles_no_tool(tool: Tool) -> None:
    made = Making(tool, *PAIRS)

    for name, stream in made.streams.items():
        assert list(findings_of(BytesIO(stream.getvalue()), name)) == []


@pytest.mark.parametrize("tool", MEMORIED, ids=str)
@few
@given(memory=MEMORIES)
def test_a_memory_is_valid_tmx(tool: Tool, memory: Memory) -> None:
    for name, stream in Making(tool, *memory.units).streams.items():
        found = findings_of(BytesIO(stream.getvalue()), name)
        errors = [f for f in found if f.severity is Severity.ERROR and f.code not in BAD_VALUES]
        assert [f.message for f in errors] == []
