"""A conflict between two outlets: silenced by a comment, kept in a baseline, mended on request."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.interfaces.conftest import ENGLISH

Call = Callable[..., Result]
OTHER = ENGLISH.replace("Council of River Ports", "River Harbour Council").replace("CRP", "RHC")
ENTRY = """
[[document]]
id = "en-crow/ports"
path = "en-crow/ports.txt"
language = "en"
outlet = "crow"
translation_of = "ru/ports"
"""


@pytest.fixture
def texts(project: Path) -> Path:
    (project / "corpus/en-crow").mkdir()
    (project / "corpus/en-crow/ports.txt").write_text(OTHER, "utf-8")
    with (project / "corpus/corpus.toml").open("a") as manifest:
        manifest.write(ENTRY)
    (project / "termaccord.toml").write_text('subject = "ports"\n[outlet.gull]\nauthority = 3\n')
    return project


def lint(termaccord: Call, *options: str) -> Result:
    return termaccord("lint", "corpus", "--select", "C10,C13,X01", "--format", "json", *options)


def names(result: Result) -> list[list[str]]:
    return [
        [v["text"] for v in f["variants"]]
        for f in json.loads(result.stdout)["findings"]
        if f["code"] == "C10"
    ]


def test_the_outlet_with_authority_is_preferred(texts: Path, termaccord: Call) -> None:
    assert ["Council of River Ports", "River Harbour Council"] in names(lint(termaccord))

    (texts / "termaccord.toml").write_text('subject = "ports"\n[outlet.crow]\nauthority = 3\n')
    assert ["River Harbour Council", "Council of River Ports"] in names(lint(termaccord))


def test_a_comment_at_its_place_silences_a_conflict(texts: Path, termaccord: Call) -> None:
    text = f"[[termaccord: ignore inconsistent-rendering, C13 -- their own name for it]]\n{OTHER}"
    (texts / "corpus/en-crow/ports.txt").write_text(text, "utf-8")

    result = lint(termaccord)

    assert json.loads(result.stdout)["findings"] == []


def test_a_baseline_knows_a_conflict_wherever_it_stands(texts: Path, termaccord: Call) -> None:
    lint(termaccord, "--baseline", "known.json", "--update-baseline")
    (texts / "corpus/en-crow/ports.txt").write_text(
        "Озёрск is a port.\n\n".replace("Озёрск", "Ozyorsk") + OTHER
    )

    assert names(lint(termaccord, "--baseline", "known.json")) == []


def test_what_only_authority_prefers_is_no_safe_fix(texts: Path, termaccord: Call) -> None:
    shy = lint(termaccord, "--fix")
    bold = lint(termaccord, "--fix", "--unsafe-fixes")

    assert "0 findings fixed" in shy.stderr
    assert "0 left" in bold.stderr
    assert names(bold) == []
    assert (texts / "corpus/en-crow/ports.txt").read_text("utf-8") == ENGLISH
