"""Glossaries among the paths that are checked, and several glossaries together."""

from dataclasses import replace
from pathlib import Path

import pytest

from termaccord.formats import tbx
from termaccord.lint.cases import glossary
from termaccord.project.glossaries import examined, joined
from termaccord.project.lint import Request, lint


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    known = glossary("lock = шлюз; затвор\nquay = набережная", ("en", "ru"))
    Path("ports.tbx").write_bytes(tbx.serialize(known))
    Path("ports.proposed.tbx").write_bytes(tbx.serialize(known))
    Path("gates.ru.txt").write_text("Шлюз закрыт до утра, и паромы стоят у набережной.\n", "utf-8")
    return tmp_path


def test_a_glossary_among_the_paths_is_examined_itself(folder: Path) -> None:
    report = lint(Request(("ports.tbx",)))

    assert [(f.code, f.concept) for f in report.findings] == [("G01", "c-1")]


def test_a_glossary_that_texts_are_held_against_is_not_examined(folder: Path) -> None:
    report = lint(Request(("gates.ru.txt",), glossaries=("ports.tbx",)))

    assert [f.code for f in report.findings] == []


def test_the_accepted_glossaries_of_a_folder_are_examined_with_its_texts(folder: Path) -> None:
    paths, texts = examined((str(folder),))

    assert [p.name for p in paths] == ["ports.tbx"]
    assert texts == (str(folder),)


def test_a_folder_of_nothing_but_glossaries_holds_no_texts(folder: Path) -> None:
    (folder / "gates.ru.txt").unlink()

    assert examined((str(folder),))[1] == ()


def test_a_table_is_a_glossary_too(folder: Path) -> None:
    Path("ports.csv").write_text("en,ru,ru status\nlock,затвор,deprecated\n", "utf-8")
    Path("bad.ru.txt").write_text("Затвор открыли в полночь, и паромы пошли вверх.\n", "utf-8")

    report = lint(Request(("bad.ru.txt",), glossaries=("ports.csv",)))

    assert [(f.code, f.text) for f in report.findings] == [("T01", "Затвор")]


def test_numbers_of_rows_are_no_ids_across_glossaries() -> None:
    one, two = glossary("lock = шлюз", ("en", "ru")), glossary("quay = набережная", ("en", "ru"))

    both = joined([("a/one.csv", one), ("b/two.csv", two)])

    assert both is not None
    assert [c.id for c in both.concepts] == ["c-1", "two:c-1"]


def test_a_concept_of_the_first_glossary_hides_its_namesake() -> None:
    one = glossary("lock = шлюз", ("en", "ru"))
    two = replace(one, concepts=glossary("lock = †шлюз", ("en", "ru")).concepts)

    both = joined([("one.tbx", one), ("two.tbx", two)])

    assert both is not None
    assert both.concepts == one.concepts
