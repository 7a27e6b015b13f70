"""A build writes the accepted glossary for the tools that a project names."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from termaccord.formats import tbx
from termaccord.lint.cases import glossary
from termaccord.model import UsageError

Call = Callable[..., Result]
TERMS = "body: Council of River Ports; †River Ports Board = Совет речных портов"
FILES = [
    "exports/omegat/ports.tbx",
    "exports/weblate/ports.en-ru.tbx",
    "exports/weblate/ports.ru-en.rejected.tbx",
    "exports/weblate/ports.ru-en.tbx",
]


@pytest.fixture
def named(project: Path) -> Path:
    """A project with an accepted glossary that names two tools."""
    (project / "glossary").mkdir()
    (project / "glossary/ports.tbx").write_bytes(tbx.serialize(glossary(TERMS, ("en", "ru"))))
    (project / "termaccord.toml").write_text('subject = "ports"\ntools = ["omegat", "weblate"]\n', "utf-8")
    return project


def there(project: Path) -> list[str]:
    return sorted(p.relative_to(project).as_posix() for p in (project / "exports").rglob("*.tbx"))


def test_every_tool_gets_its_files(named: Path, termaccord: Call) -> None:
    answer = json.loads(termaccord("build", "--format", "json").stdout)

    assert there(named) == FILES
    assert set(FILES) <= set(answer["changed"])
    assert b"River Ports Board" not in (named / "exports/omegat/ports.tbx").read_bytes()
    assert termaccord("build", "--check", "--force").return_value == 0


def test_the_summary_counts_what_the_files_do_not_say(named: Path, termaccord: Call) -> None:
    summary = json.loads(termaccord("build", "--format", "json").stdout)["summary"]

    assert summary["exports"]["omegat"]["term"] == 1
    assert "omegat (without" in termaccord("build", "--force").stdout


def test_without_tools_nothing_is_written_and_nothing_said(project: Path, termaccord: Call) -> None:
    result = termaccord("build")

    assert not (project / "exports").exists()
    assert "For tools" not in result.stdout


def test_a_change_of_the_glossary_is_noticed(named: Path, termaccord: Call) -> None:
    termaccord("build")
    changed = glossary(TERMS.replace("Council of", "Council of the"), ("en", "ru"))
    (named / "glossary/ports.tbx").write_bytes(tbx.serialize(changed))

    check = termaccord("build", "--check", "--quiet")

    assert check.return_value == 1
    assert "exports/omegat/ports.tbx" in " ".join(check.stderr.split())


def test_files_of_a_tool_that_is_no_longer_named_go(named: Path, termaccord: Call) -> None:
    termaccord("build")
    (named / "termaccord.toml").write_text('subject = "ports"\ntools = ["omegat"]\n', "utf-8")

    answer = json.loads(termaccord("build", "--format", "json").stdout)

    assert answer["removed"] == FILES[1:]
    assert there(named) == FILES[:1]


def test_a_file_that_no_build_has_made_is_named_and_left(named: Path, termaccord: Call) -> None:
    (named / "exports/omegat").mkdir(parents=True)
    (named / "exports/omegat/mine.tbx").write_text("mine", "utf-8")

    result = termaccord("build")

    assert "mine.tbx" in result.stderr
    assert (named / "exports/omegat/mine.tbx").read_text("utf-8") == "mine"


@pytest.mark.parametrize("value", ['"omegat"', '["omegat", "pencil"]', "[1]"])
def test_a_tool_that_is_not_known_is_one_sentence(project: Path, termaccord: Call, value: str) -> None:
    (project / "termaccord.toml").write_text(f"tools = {value}\n", "utf-8")

    result = termaccord("build")

    assert isinstance(result.exception, UsageError)
    assert "omegat, trados" in str(result.exception)


def test_the_files_for_tools_are_no_glossaries_of_the_project(named: Path, termaccord: Call) -> None:
    termaccord("build")

    listed = json.loads(termaccord("terms", "list", "--format", "json").stdout)

    assert "exports" not in json.dumps(listed)
