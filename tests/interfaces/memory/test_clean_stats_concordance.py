"""A memory is cleaned, counted and asked for words from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.test_docs import ROOT, keys

Call = Callable[..., Result]
ROWS = (
    ("a", "", "Совет речных портов собрался.", "The Council of River Ports met."),
    ("b", "", "Совет портов закрыл шлюз.", "The Ports Council closed the lock."),
    ("c", "", "Шлюз пуст.", ""),
    ("d", ' changedate="20250102T030405Z"', "Шлюз открыт.", " The lock is open."),
)
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en"
 srclang="ru" datatype="plaintext"/><body>
"""
ROW = '  <tu tuid="{}"{}><tuv xml:lang="ru"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>\n'
TMX = f"{HEAD}{''.join(ROW.format(*row) for row in ROWS)}</body></tmx>\n"
CLEANED = "".join(line for line in TMX.splitlines(True) if 'tuid="c"' not in line).replace(
    "> The lock", ">The lock"
)


@pytest.fixture
def tmx(project: Path) -> Path:
    path = project / "tmx/ports.tmx"
    path.parent.mkdir()
    path.write_text(TMX, "utf-8")
    return path


def test_what_is_wrong_is_told_with_its_line_and_changes_nothing(termaccord: Call, tmx: Path) -> None:
    result = termaccord("memory", "clean")

    assert result.return_value == 1
    assert "tmx/ports.tmx:6: empty [drop]" in result.stdout
    assert "tmx/ports.tmx:7: spaces [change]" in result.stdout
    assert tmx.read_text("utf-8") == TMX


def test_the_difference_shows_the_lines_that_change(termaccord: Call, tmx: Path) -> None:
    result = termaccord("memory", "clean", str(tmx), "--diff")

    assert result.return_value == 1
    assert [line[:14] for line in result.stdout.splitlines() if line[:1] in "-+"][2:] == [
        '-  <tu tuid="c',
        '-  <tu tuid="d',
        '+  <tu tuid="d',
    ]


def test_what_is_written_is_clean_and_what_went_is_kept(termaccord: Call, tmx: Path) -> None:
    first = termaccord("memory", "clean", "--write", "--rejected", "rejected.tmx")
    again = termaccord("memory", "clean")

    assert (first.return_value, again.return_value) == (0, 0)
    assert tmx.read_text("utf-8") == CLEANED
    assert "empty: the segment in en is empty" in Path("rejected.tmx").read_text("utf-8")


def test_only_the_kinds_that_are_asked_for_are_looked_for(termaccord: Call, tmx: Path) -> None:
    result = termaccord("memory", "clean", str(tmx), "--select", "duplicates,tags")

    assert result.return_value == 0


def test_a_memory_that_breaks_off_is_told_and_left(termaccord: Call, tmx: Path) -> None:
    tmx.write_text(TMX[:-40], "utf-8")
    result = termaccord("memory", "clean", "--write")

    assert result.return_value == 2
    assert tmx.read_text("utf-8") == TMX[:-40]


def test_words_are_shown_with_what_renders_them(termaccord: Call, tmx: Path) -> None:
    result = termaccord("memory", "concordance", "совета", "порт")

    assert "⟦Совет⟧ ⟦портов⟧ закрыл шлюз." in result.stdout
    assert "The ⟦Ports Council⟧ closed the lock." in result.stdout
    assert "Found in 2 units." in result.stdout


def test_words_that_stand_nowhere_are_told(termaccord: Call, tmx: Path) -> None:
    result = termaccord("memory", "concordance", "маяк")

    assert (result.return_value, result.stdout) == (0, "“маяк” stands nowhere in the memory.\n")


def test_a_memory_is_counted_as_files_and_as_what_commands_ask(termaccord: Call, tmx: Path) -> None:
    of_file = json.loads(termaccord("memory", "stats", str(tmx), "--format", "json").stdout)

    assert of_file["units"] == 4
    assert of_file["languages"][0] == {
        "language": "en",
        "segments": 4,
        "distinct": 4,
        "words": 16,
        "characters": 83,
    }
    assert of_file["years"] == [{"year": None, "units": 3}, {"year": "2025", "units": 1}]
    assert "3 units" in termaccord("memory", "stats").stdout


@pytest.mark.parametrize("command", [("concordance", "порт"), ("clean",), ("stats",)])
def test_every_field_that_is_promised_is_there(termaccord: Call, tmx: Path, command: tuple[str, ...]) -> None:
    answer = json.loads(termaccord("memory", *command, "--format", "json").stdout)
    page = (ROOT / "docs/json.md").read_text("utf-8")
    section = page.partition(f"## `termaccord memory {command[0]} --format json`")[2].partition("\n## ")[0]
    promised = {
        name for row in section.splitlines() if row.startswith("| `") for name in row.split("`")[1::2]
    }

    assert promised - set(keys(answer)) == set()
