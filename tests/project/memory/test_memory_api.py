"""`from termaccord import Memory`: what the command line answers, as objects."""

from pathlib import Path

import pytest

from termaccord import Memory, UsageError
from termaccord.model import MatchKind


@pytest.fixture
def memory():
    with Memory() as opened:
        opened.add_pair("Close the hatch.", "Закройте люк.", "en", "ru")
        opened.add_pair("Lower 12 boats.", "Спустите 12 лодок.", "en", "ru")
        yield opened


def test_a_segment_is_found_again(memory: Memory) -> None:
    (found,) = memory.match("Close the hatch.", "en", "ru")

    assert (found.score, found.kind, found.target) == (100, MatchKind.EXACT, "Закройте люк.")


def test_languages_are_guessed_where_there_is_no_doubt(memory: Memory) -> None:
    assert memory.match("Закройте люки.")[0].target == "Close the hatch."


def test_a_number_is_put_right(memory: Memory) -> None:
    (found,) = memory.match("Lower 3 boats.", "en", "ru")

    assert (found.score, found.target) == (99, "Спустите 3 лодки.")


def test_a_unit_can_be_taken_out(memory: Memory) -> None:
    (found,) = memory.match("Close the hatch.", "en", "ru")

    assert memory.delete([found.stored]) == 1
    assert memory.match("Close the hatch.", "en", "ru") == ()


def test_what_is_there_already_is_not_added_twice(memory: Memory) -> None:
    assert not memory.add_pair("Close the hatch.", "Закройте люк.", "en", "ru")
    assert len(memory) == 2


def test_words_are_found_in_any_form(memory: Memory) -> None:
    assert [hit.text for hit in memory.concordance("лодка").hits] == ["Спустите 12 лодок."]


def test_everything_can_be_written_and_read_again(memory: Memory, tmp_path: Path) -> None:
    written = memory.export(tmp_path / "all.tmx")
    with Memory.open(tmp_path / "other") as other:
        (report,) = other.import_file(tmp_path / "all.tmx", origin="copy")
        again = [stored.unit.variants for stored in other]

    assert (written.units, report.added) == (2, 2)
    assert [[v.text for v in variants] for variants in again] == [
        [v.text for v in stored.unit.variants] for stored in memory
    ]


def test_a_project_is_opened_with_its_own_files(memory: Memory, tmp_path: Path) -> None:
    (tmp_path / "termaccord.toml").write_text("", "utf-8")
    (tmp_path / "tmx").mkdir()
    memory.export(tmp_path / "tmx" / "boats.tmx")

    with Memory.open(tmp_path) as project:
        assert project.origins == ("tmx/boats.tmx",)
        assert project.match("Close the hatch.", "en", "ru")[0].score == 100


def test_an_origin_is_forgotten(memory: Memory) -> None:
    assert memory.forget("added") == 2
    assert (len(memory), memory.origins) == (0, ())


def test_a_unit_is_known_by_its_number(memory: Memory) -> None:
    (first, _second) = memory

    assert memory.unit(first.number) == first
    with pytest.raises(KeyError):
        memory.unit(99)


def test_an_empty_memory_says_so() -> None:
    with Memory() as memory, pytest.raises(UsageError, match="holds nothing yet"):
        memory.match("Close the hatch.")


def test_figures_are_told(memory: Memory) -> None:
    assert memory.stats().units == 2


def test_a_file_that_is_not_there_cannot_be_imported(tmp_path: Path) -> None:
    with Memory() as memory, pytest.raises(UsageError, match="no such file"):
        memory.import_file(tmp_path / "none.tmx")
