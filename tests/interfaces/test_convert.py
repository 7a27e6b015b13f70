"""`termaccord convert`: the account it gives, and how it ends."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from tests.formats.termlists.harbour import HARBOUR

from termaccord.formats import tbx

Call = Callable[..., Result]
MEMORY = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en"
datatype="plaintext"/><body><tu><tuv xml:lang="en"><seg>The board met on Monday.</seg></tuv>
<tuv xml:lang="ru"><seg>Совет собрался в понедельник.</seg></tuv></tu></body></tmx>
"""


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    path = tmp_path / "harbour.tbx"
    path.write_bytes(tbx.serialize(HARBOUR))
    return path


def test_where_nothing_is_lost_little_is_said(harbour: Path, termaccord: Call) -> None:
    answer = termaccord("convert", "harbour.tbx", "harbour.json")

    assert answer.return_value == 0
    assert answer.stdout == "harbour.json (json): 3 concepts, 9 terms\nnothing is lost\n"


def test_what_is_lost_is_told_kind_by_kind_with_the_reason_and_an_example(
    harbour: Path, termaccord: Call
) -> None:
    answer = termaccord("convert", "harbour.tbx", "harbour.utx")

    lines = answer.stdout.splitlines()
    why = "UTX knows approved, provisional, non-standard and forbidden, one for the two terms of a row"
    assert lines[0] == "harbour.utx (utx, en → ru): 3 concepts, 9 terms"
    assert lines[2].startswith("gone: ")
    assert f"1 status changed: {why}" in lines


@pytest.mark.parametrize(
    ("language", "name"), [("en", "convert-omegat.txt"), ("ru", "convert-omegat.ru.txt")]
)
def test_what_a_translator_would_miss_most_comes_first(
    harbour: Path,
    termaccord: Call,
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    name: str,
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    answer = termaccord("convert", "harbour.tbx", "harbour.tbx.omegat", "--for", "omegat")

    golden(name, answer.stdout)


def test_many_losses_of_one_kind_are_one_line(harbour: Path, termaccord: Call) -> None:
    concepts = tuple(replace(HARBOUR.concepts[0], id=f"c-{number}") for number in range(50))
    harbour.write_bytes(tbx.serialize(replace(HARBOUR, concepts=concepts)))

    lines = termaccord("convert", "harbour.tbx", "x.tbx", "--for", "omegat").stdout.splitlines()
    assert lines[4].startswith("50 terms gone: OmegaT would offer a rejected term")
    assert len(lines) < 30


def test_a_result_on_standard_output_keeps_the_account_off_it(harbour: Path, termaccord: Call) -> None:
    answer = termaccord("convert", "-", "-", "--to", "json", stdin=harbour.read_bytes())

    assert json.loads(answer.stdout)["format"] == "termaccord-glossary"
    assert "nothing is lost" in answer.stderr


def test_the_json_has_every_loss(harbour: Path, termaccord: Call) -> None:
    answer = json.loads(termaccord("convert", "harbour.tbx", "harbour.utx", "--format", "json").stdout)

    assert answer["summary"]["gone"] + answer["summary"]["changed"] + answer["summary"]["moved"] == len(
        answer["losses"]
    )
    assert answer["files"] == [
        {"path": "harbour.utx", "format": "utx", "concepts": 3, "terms": 9, "units": 0, "note": ""}
    ]
    assert (answer["source_language"], answer["target_language"]) == ("en", "ru")


@pytest.mark.parametrize("name", ["lost.tsv", "lost.json"])
def test_a_report_has_them_all(harbour: Path, termaccord: Call, name: str) -> None:
    termaccord("convert", "harbour.tbx", "harbour.omegat", "--to", "omegat", "--report", name)

    text = (harbour.parent / name).read_text("utf-8")
    rows = [line.split("\t")[0] for line in text.splitlines()] if name.endswith("tsv") else []
    found = rows[1:] or [loss["subject"] for loss in json.loads(text)["losses"]]
    assert {"id", "concept", "definition", "note"} <= set(found)


@pytest.mark.parametrize(("target", "status"), [("utx", 1), ("json", 0)])
def test_strict_ends_with_1_where_anything_is_gone(
    harbour: Path, termaccord: Call, target: str, status: int
) -> None:
    answer = termaccord("convert", "harbour.tbx", f"out.{target}", "--strict")

    assert answer.return_value == status
    assert (harbour.parent / f"out.{target}").is_file()


def test_a_file_that_breaks_off_ends_with_2_and_the_rest_is_converted(
    harbour: Path, termaccord: Call
) -> None:
    harbour.write_bytes(harbour.read_bytes()[:-40])
    answer = termaccord("convert", "harbour.tbx", "harbour.json")

    assert answer.return_value == 2
    assert "F001" in answer.stderr
    assert (harbour.parent / "harbour.json").is_file()


def test_quiet_says_nothing(harbour: Path, termaccord: Call) -> None:
    answer = termaccord("convert", "harbour.tbx", "harbour.utx", "--quiet")

    assert (answer.stdout, answer.stderr) == ("", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("harbour.tbx",),
        ("harbour.tbx", "x.tbx", "--to", "utx", "--for", "omegat"),
        ("harbour.tbx", "x.tbx", "--code", "en"),
        ("harbour.tbx", "x.tbx", "--code", "en=en-GB"),
        ("harbour.tbx", "x.tbx", "--report", "harbour.tbx"),
        ("harbour.tbx", "x.tbx", "--report", "x.tbx"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(
    harbour: Path, termaccord: Call, arguments: tuple[str, ...]
) -> None:
    answer = termaccord("convert", *arguments)

    assert answer.exception is not None
    assert not (harbour.parent / "x.tbx").exists()


def test_a_report_never_takes_the_place_of_what_is_converted(harbour: Path, termaccord: Call) -> None:
    before = harbour.read_bytes()
    termaccord("convert", "harbour.tbx", "x.json", "--report", "harbour.tbx")
    termaccord("convert", "harbour.tbx", "x.json", "--for", "omegat", "--report", "./x.tbx")

    assert harbour.read_bytes() == before
    assert (harbour.parent / "x.tbx").read_bytes().startswith(b"<?xml")


def test_an_empty_file_is_told_for_what_it_is(harbour: Path, termaccord: Call) -> None:
    harbour.write_bytes(b"")

    assert str(termaccord("convert", "harbour.tbx", "x.json").exception).startswith("harbour.tbx is empty")


def test_what_is_no_file_of_translations_makes_none(harbour: Path, termaccord: Call) -> None:
    answer = termaccord("convert", "harbour.tbx", "x.json", "--from", "xliff")

    assert answer.return_value == 2
    assert not (harbour.parent / "x.json").exists()


def test_a_memory_of_sentences_makes_no_list_of_terms(harbour: Path, termaccord: Call) -> None:
    harbour.with_name("m.tmx").write_text(MEMORY, "utf-8")
    answer = termaccord("convert", "m.tmx", "x.utx")

    assert "none of the 1 units names anything" in str(answer.exception)


def test_the_title_of_a_glossary_is_told_to_be_gone_from_a_memory(harbour: Path, termaccord: Call) -> None:
    answer = json.loads(termaccord("convert", "harbour.tbx", "x.tmx", "--format", "json").stdout)

    assert "title: Harbour words" in [loss["text"] for loss in answer["losses"]]


def test_of_what_is_said_of_a_term_the_term_is_named(harbour: Path, termaccord: Call) -> None:
    answer = termaccord("convert", "harbour.tbx", "x.utx", "--format", "json")
    losses = json.loads(answer.stdout)["losses"]

    assert [loss["term"] for loss in losses if loss["subject"] == "status"] == ["Port Panel"]
