"""Which rules run, how severe they are and what makes the command fail: settings and options."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from termaccord.formats import tbx
from termaccord.lint.cases import glossary
from termaccord.project.errors import UsageError

Call = Callable[..., Result]
TEXT = "Перезапустите скопление. Потом проверьте скопление ещё раз.\n"


@pytest.fixture
def texts(project: Path) -> Path:
    (project / "glossary").mkdir()
    (project / "glossary/ports.tbx").write_bytes(
        tbx.serialize(glossary("cluster = *кластер; †скопление", ("en", "ru")))
    )
    for name in ("ru/guide.txt", "ru/notes.txt"):
        (project / "texts" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "texts" / name).write_text(TEXT, "utf-8")
    return project


def settings(folder: Path, text: str) -> None:
    (folder / "termaccord.toml").write_text(f'subject = "ports"\n{text}', "utf-8")


def found(termaccord: Call, *options: str) -> list[tuple[str, str, str]]:
    result = termaccord("lint", "texts", "--format", "json", *options)
    return [(f["path"], f["code"], f["severity"]) for f in json.loads(result.stdout)["findings"]]


def files(rows: list[tuple[str, str, str]]) -> set[str]:
    return {path for path, _code, _severity in rows}


def test_everything_is_checked_by_default(texts: Path, termaccord: Call) -> None:
    rows = found(termaccord, "--select", "T01")

    assert rows == [("texts/ru/guide.txt", "T01", "error")] * 2 + [("texts/ru/notes.txt", "T01", "error")] * 2


def test_the_project_may_ignore_a_rule_and_the_command_line_asks_for_it_again(
    texts: Path, termaccord: Call
) -> None:
    settings(texts, '[lint]\nignore = ["T01"]\nselect = ["T"]\n')

    assert found(termaccord) == []
    assert len(found(termaccord, "--select", "rejected-term")) == 4


def test_the_command_line_may_ignore_a_rule(texts: Path, termaccord: Call) -> None:
    assert found(termaccord, "--select", "T,X", "--ignore", "T01, T02") == []


def test_a_rule_is_silent_in_the_files_that_the_project_names(texts: Path, termaccord: Call) -> None:
    settings(texts, '[lint]\nselect = ["T01"]\n[lint.per-file-ignores]\n"ru/not*.txt" = ["T"]\n')

    assert files(found(termaccord)) == {"texts/ru/guide.txt"}


def test_patterns_mean_the_same_wherever_the_command_is_called(
    texts: Path, termaccord: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(texts, '[lint]\nselect = ["T01"]\n[lint.per-file-ignores]\n"texts/ru/notes.txt" = ["T01"]\n')
    monkeypatch.chdir(texts / "texts/ru")

    result = termaccord("lint", ".", "--format", "json", "--language", "ru")

    assert {f["path"] for f in json.loads(result.stdout)["findings"]} == {"guide.txt"}


def test_a_rule_is_as_severe_as_the_project_says(texts: Path, termaccord: Call) -> None:
    settings(texts, '[lint]\nselect = ["T01"]\n[lint.severity]\nT = "warning"\n')

    assert {severity for *_place, severity in found(termaccord)} == {"warning"}
    assert found(termaccord, "--least-severity", "error") == []


@pytest.mark.parametrize(
    ("decided", "options", "status"),
    [
        ("", (), 1),
        ('fail-on = "never"', (), 0),
        ('fail-on = "never"', ("--fail-on", "error"), 1),
        ('severity = {T01 = "warning"}', (), 0),
        ('severity = {T01 = "warning"}\nfail-on = "warning"', (), 1),
        ('severity = {T01 = "warning"}\nfail-on = "warning"', ("--fail-on", "error"), 0),
        ('severity = {T01 = "info"}', ("--fail-on", "info"), 1),
    ],
)
def test_the_exit_status_says_whether_something_too_severe_was_found(
    texts: Path, termaccord: Call, decided: str, options: tuple[str, ...], status: int
) -> None:
    settings(texts, f'[lint]\nselect = ["T01"]\n{decided}\n')

    assert termaccord("lint", "texts", *options).return_value == status


def test_the_project_names_its_glossaries(texts: Path, termaccord: Call) -> None:
    (texts / "glossary/ports.tbx").rename(texts / "other.tbx")
    settings(texts, '[lint]\nselect = ["T01"]\nglossary = ["other.tbx"]\n')

    assert len(found(termaccord)) == 4


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--select", "T99"), "--select: there is no rule “T99”"),
        (
            ("--ignore", "rejcted-term"),
            "--ignore: there is no rule “rejcted-term”; did you mean rejected-term",
        ),
    ],
)
def test_a_rule_that_does_not_exist_is_one_sentence(
    texts: Path, termaccord: Call, option: tuple[str, ...], said: str
) -> None:
    result = termaccord("lint", "texts", *option)

    assert isinstance(result.exception, UsageError)
    assert str(result.exception).startswith(said)
