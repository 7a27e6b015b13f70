"""What a project decides about its memory."""

import re
from pathlib import Path

import pytest

from termaccord.model import UsageError
from termaccord.project.memory.settings import MemorySettings
from termaccord.project.settings import open_settings


def decided(folder: Path, toml: str) -> MemorySettings:
    (folder / "termaccord.toml").write_text(toml, "utf-8")
    return open_settings(folder).memory


def test_everything_has_a_default(tmp_path: Path) -> None:
    assert decided(tmp_path, "") == MemorySettings()


def test_all_settings_are_taken(tmp_path: Path) -> None:
    found = decided(
        tmp_path,
        """
        [memory]
        least = 80
        limit = 2
        confidence = 0.9
        years = 3
        machines = ["robot*"]
        penalties = { age = 2, tags = 0 }
        origins = { "old/*" = 3, "*" = 1 }
        """,
    )

    assert (found.least, found.limit) == (80, 2)
    assert (found.points.confidence, found.points.years, found.points.machines) == (0.9, 3, ("robot*",))
    assert (found.points.age, found.points.tags, found.points.case) == (2, 0, 1)
    assert found.points.origins == (("old/*", 3), ("*", 1))


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("[memory]\nleest = 3", "unknown setting “memory.leest”; did you mean “memory.least”?"),
        ("[memory.penalties]\ncass = 3", "unknown setting “memory.penalties.cass”"),
        ("[memory]\nleast = 300", "“memory.least” must be a whole number from 0 to 100"),
        ("[memory]\nlimit = 0", "“memory.limit” must be a whole number above 0"),
        ("[memory]\nconfidence = 2", "“memory.confidence” must be a number from 0 to 1"),
        ("[memory.origins]\nx = true", "“memory.origins.x” must be a whole number from 0 to 100"),
        ("memory = 3", "“memory” must be a table: [memory]"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(tmp_path: Path, toml: str, said: str) -> None:
    with pytest.raises(UsageError, match=re.escape(said)):
        decided(tmp_path, toml)
