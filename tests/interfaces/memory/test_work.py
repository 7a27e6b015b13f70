"""`memory analyse` and `memory pretranslate` as the shell calls them."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from click.testing import Result

from termaccord.model import UsageError

Call = Callable[..., Result]
TMX = """<tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" adminlang="en"
 srclang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="en"><seg>Quay</seg></tuv><tuv xml:lang="ru"><seg>Причал</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>The night ferry leaves early.</seg></tuv>
<tuv xml:lang="ru"><seg>Ночной паром уходит рано.</seg></tuv></tu>
</body></tmx>
"""
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ru\\n"\n'
PO = (
    HEAD
    + '\nmsgid "Fog"\nmsgstr "Туман"\n\nmsgid "Quay"\nmsgstr ""\n\nmsgid "The night ferry leaves late."\nmsgstr ""\n'
)


@pytest.fixture
def memory(project: Path) -> Path:
    """A project whose memory knows two segments."""
    (project / "tmx").mkdir()
    (project / "tmx" / "a.tmx").write_text(TMX, "utf-8")
    (project / "a.po").write_text(PO, "utf-8")
    return project


def test_an_analysis_is_a_table_for_people(memory: Path, termaccord: Call) -> None:
    said = termaccord("memory", "analyse", "a.po").stdout

    assert "a.po  (en → ru)" in said
    rows = {row.split("  ")[0]: row.split()[-5] for row in said.splitlines()[2:] if row}
    assert rows == {"translated already": "1", "100 %": "1", "85–94 %": "5", "total": "7"}


def test_an_analysis_of_several_files_has_each_and_all(memory: Path, termaccord: Call) -> None:
    (memory / "b.en.txt").write_text("Quay. The fog lifted. The fog lifted.", "utf-8")

    told = json.loads(termaccord("memory", "analyse", "a.po", "b.en.txt", "--format", "json").stdout)

    assert [file["path"] for file in told["files"]] == ["a.po", "b.en.txt"]
    assert told["files"][1]["target_language"] == "ru"
    assert told["files"][1]["bands"]["repetition"]["words"] == 3
    assert told["summary"]["total"]["segments"] == 6
    assert list(told["summary"]["bands"]) == [
        name for name in told["bands"] if name in told["summary"]["bands"]
    ]


def test_an_analysis_as_csv_has_a_row_for_each_band(memory: Path, termaccord: Call) -> None:
    termaccord("memory", "analyse", "a.po", "--format", "csv", "--bands", "70", "-o", "a.csv")

    rows = list(csv.DictReader(io.StringIO((memory / "a.csv").read_text("utf-8"))))
    assert {row["band"] for row in rows} >= {"70-99", "new"}
    assert sum(int(row["words"]) for row in rows if not row["file"]) == 7


def test_bands_that_make_no_sense_are_told(memory: Path, termaccord: Call) -> None:
    for wrong in ("many", "100"):
        result = termaccord("memory", "analyse", "a.po", "--bands", wrong)
        assert isinstance(result.exception, UsageError)


def test_a_memory_that_holds_nothing_still_counts_repetitions(project: Path, termaccord: Call) -> None:
    (project / "b.en.txt").write_text("The fog lifted. The fog lifted.", "utf-8")

    told = json.loads(termaccord("memory", "analyse", "b.en.txt", "--format", "json").stdout)

    assert {name: volume["words"] for name, volume in told["summary"]["bands"].items()} == {
        "repetition": 3,
        "new": 3,
    }


def test_one_file_is_filled_to_standard_output_and_told_about_beside_it(
    memory: Path, termaccord: Call
) -> None:
    result = termaccord("memory", "pretranslate", "a.po")

    _fog, quay, ferry = polib.pofile(result.stdout)
    assert (quay.msgstr, quay.fuzzy) == ("Причал", False)
    assert (ferry.msgstr, ferry.fuzzy) == ("Ночной паром уходит рано.", True)
    assert ferry.previous_msgid == "The night ferry leaves early."
    assert "a.po: 2 segments filled (100 %: 1, 85–94 %: 1); 0 left; 1 stood already" in result.stderr
    assert (memory / "a.po").read_text("utf-8") == PO


def test_several_files_are_filled_in_place_and_one_that_is_broken_does_not_stop_the_others(
    memory: Path, termaccord: Call
) -> None:
    (memory / "b.xlf").write_text("<xliff", "utf-8")
    (memory / "c.po").write_text(PO, "utf-8")

    result = termaccord("memory", "pretranslate", "a.po", "b.xlf", "c.po", "--in-place", "--no-fuzzy")

    assert result.return_value == 2
    assert "b.xlf" in result.stderr
    assert "In all, 2 files: 2 segments filled" in result.stdout
    for name in ("a.po", "c.po"):
        assert polib.pofile(str(memory / name))[1].msgstr == "Причал"
        assert polib.pofile(str(memory / name))[2].msgstr == ""


def test_what_was_done_is_told_as_json(memory: Path, termaccord: Call) -> None:
    result = termaccord("memory", "pretranslate", "a.po", "-o", "out.po", "--format", "json")

    told = json.loads(result.stdout)
    assert told["summary"]["filled"] == 2
    assert [unit["standing"] for unit in told["files"][0]["units"]] == ["translated", "fuzzy"]
    assert polib.pofile(str(memory / "out.po"))[1].msgstr == "Причал"


@pytest.mark.parametrize(
    "arguments",
    [("a.po", "c.po"), ("a.po", "-o", "x.po", "--in-place"), ("nowhere.po",), ("corpus",)],
)
def test_wrong_use_is_one_sentence(memory: Path, termaccord: Call, arguments: tuple[str, ...]) -> None:
    (memory / "c.po").write_text(PO, "utf-8")

    assert isinstance(termaccord("memory", "pretranslate", *arguments).exception, UsageError)


def test_a_file_in_other_languages_than_asked_for_stays(memory: Path, termaccord: Call) -> None:
    result = termaccord("memory", "pretranslate", "a.po", "--in-place", "--target-language", "de")

    assert result.return_value == 2
    assert "is in ru, not in de" in result.stderr
    assert (memory / "a.po").read_text("utf-8") == PO


def test_a_memory_whose_name_is_mistyped_is_not_made(memory: Path, termaccord: Call) -> None:
    said = termaccord("memory", "analyse", "a.po", "--memory", "memroy").exception

    assert isinstance(said, UsageError)
    assert "there is no memory in memroy" in str(said)
    assert not (memory / "memroy").exists()


@pytest.mark.parametrize(
    "asked", [("match", "Quay", "--source-language", "en"), ("concordance", "Quay", "--language")]
)
def test_a_language_that_the_memory_does_not_have_is_named(
    memory: Path,
    termaccord: Call,
    asked: tuple[str, ...],
) -> None:
    option = () if asked[-1] == "--language" else ("--target-language",)

    assert "no segment in rus; it has en, ru" in str(termaccord("memory", *asked, *option, "rus").exception)


def test_an_analysis_for_a_language_that_the_memory_does_not_have_says_so(
    memory: Path, termaccord: Call
) -> None:
    (memory / "b.en.txt").write_text("Quay", "utf-8")

    result = termaccord("memory", "analyse", "b.en.txt", "--target-language", "de")

    assert "b.en.txt: P042 the memory has no segment in de; it has en, ru" in result.stderr
