"""What a baseline knows is not told again; what is new is."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from termaccord.formats import tbx
from termaccord.lint.cases import glossary

Call = Callable[..., Result]


@pytest.fixture
def texts(project: Path) -> Path:
    (project / "glossary").mkdir()
    terms = "cluster = *кластер; †скопление\nberth = *причал; †пристань"
    (project / "glossary/ports.tbx").write_bytes(tbx.serialize(glossary(terms, ("en", "ru"))))
    (project / "ru").mkdir()
    (project / "ru/guide.txt").write_text("Перезапустите скопление.\n", "utf-8")
    return project


def lint(termaccord: Call, *options: str) -> Result:
    return termaccord(
        "lint", "ru", "--select", "T01", "--format", "json", "--baseline", "known.json", *options
    )


def words(result: Result) -> list[str]:
    return [f["text"] for f in json.loads(result.stdout)["findings"]]


def test_only_what_is_new_is_told(texts: Path, termaccord: Call) -> None:
    made = lint(termaccord, "--update-baseline")
    (texts / "ru/guide.txt").write_text("Новая строка.\n\nК скоплению идёт пристань.\n", "utf-8")

    result = lint(termaccord)

    assert (made.return_value, words(made)) == (0, [])
    assert (result.return_value, words(result)) == (1, ["пристань"])
    assert "1 finding is known to the baseline" in result.stderr


def test_what_is_gone_is_told_and_forgotten_on_request(texts: Path, termaccord: Call) -> None:
    lint(termaccord, "--update-baseline")
    (texts / "ru/guide.txt").write_text("Перезапустите кластер.\n", "utf-8")

    assert "T01 cluster: “скопление” is no longer found" in lint(termaccord).stderr
    lint(termaccord, "--update-baseline")
    assert "no longer found" not in lint(termaccord).stderr


def test_a_partial_check_forgets_nothing(texts: Path, termaccord: Call) -> None:
    (texts / "ru/other.txt").write_text("Здесь пристань.\n", "utf-8")
    lint(termaccord, "--update-baseline")

    for option in ((), ("--update-baseline",)):
        result = termaccord("lint", "ru/other.txt", "--select", "T01", "--baseline", "known.json", *option)
        assert "no longer found" not in result.stderr
    assert (lint(termaccord).return_value, words(lint(termaccord))) == (0, [])


def test_an_update_that_changes_nothing_leaves_the_file_alone(texts: Path, termaccord: Call) -> None:
    lint(termaccord, "--update-baseline")
    before = (texts / "known.json").read_bytes()

    lint(termaccord, "--update-baseline")

    assert (texts / "known.json").read_bytes() == before


def test_the_baseline_of_another_project_is_one_sentence_and_all_is_checked(
    texts: Path, termaccord: Call
) -> None:
    lint(termaccord, "--update-baseline")
    (texts / "termaccord.toml").write_text('subject = "gardens"\n')
    (texts / "glossary/ports.tbx").rename(texts / "glossary/gardens.tbx")

    result = lint(termaccord)

    assert result.return_value == 2
    assert [line for line in result.stderr.splitlines() if "another project, “ports”" in line] != []
    assert "скопление" in words(result)


def test_a_baseline_whose_files_are_not_here_is_another_projects(texts: Path, termaccord: Call) -> None:
    (texts / "termaccord.toml").write_text("")
    lint(termaccord, "--update-baseline")
    (texts / "ru/guide.txt").rename(texts / "ru/moved.txt")

    assert "another project" in lint(termaccord).stderr


@pytest.mark.parametrize("content", ["", "[[document]]", '{"runs": []}'])
def test_nothing_but_a_baseline_is_overwritten(texts: Path, termaccord: Call, content: str) -> None:
    (texts / "known.json").write_text(content)

    result = lint(termaccord, "--update-baseline")

    assert result.return_value == 2
    assert "known.json is no baseline" in result.stderr
    assert (texts / "known.json").read_text() == content


def test_a_missing_baseline_says_how_to_make_one(texts: Path, termaccord: Call) -> None:
    assert "no such file: known.json; --update-baseline makes it" in lint(termaccord).stderr
