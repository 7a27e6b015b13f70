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
    ],
)
def test_a_call_that_makes_no_sense_is_refused(
    harbour: Path, termaccord: Call, arguments: tuple[str, ...]
) -> None:
    answer = termaccord("convert", *arguments)

    assert answer.exception is not None
    assert not (harbour.parent / "x.tbx").exists()
