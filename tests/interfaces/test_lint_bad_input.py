"""Whatever is wrong with the input is one sentence each, the other files are checked, and the exit status is 2."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from termaccord.formats import tbx
from termaccord.lint.cases import glossary

Call = Callable[..., Result]
XLIFF = '<xliff version="9.7" xmlns="urn:oasis:names:tc:xliff:document:9.7"><file/></xliff>'
BAD = {
    "texts/broken.docx": b"PK\x03\x04 and then nothing that anybody could open",
    "texts/strange.xliff": XLIFF.encode(),
    "texts/broken.po": b'msgid "A boat"\nmsgstr "\nmsgid unquoted\n',
}


@pytest.fixture
def folder(project: Path) -> Path:
    (project / "texts").mkdir()
    (project / "texts/good.ru.txt").write_text("Лодка стоит за пирсом с утра.\n", "utf-8")
    (project / "terms.tbx").write_bytes(tbx.serialize(glossary("berth = *причал; †пирс", ("en", "ru"))))
    return project


def lint(termaccord: Call, *options: str) -> Result:
    return termaccord("lint", "texts", "--select", "T01", "--format", "json", *options)


def complaints(result: Result, name: str) -> list[str]:
    return [line for line in result.stderr.splitlines() if line.startswith(name)]


def words(result: Result) -> list[str]:
    found = json.loads(result.stdout)["findings"]
    return [f["text"] for f in found if f["code"] == "T01"]


@pytest.mark.parametrize("name", BAD)
def test_a_broken_file_is_one_sentence_and_the_others_are_checked(
    folder: Path, termaccord: Call, name: str
) -> None:
    (folder / name).write_bytes(BAD[name])

    result = lint(termaccord, "--glossary", "terms.tbx")

    assert len(complaints(result, name)) == 1
    assert (result.return_value, words(result)) == (2, ["пирсом"])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not XML at all",
        b"<html><body/></html>",
        b'<tmx version="1.4"><body/></tmx>',
        b"\x89PNG\r\n\x1a\n\0\0",
    ],
)
def test_a_glossary_that_is_no_tbx_is_one_sentence_and_the_texts_are_checked(
    folder: Path, termaccord: Call, data: bytes
) -> None:
    (folder / "other.tbx").write_bytes(data)

    result = lint(termaccord, "--glossary", "other.tbx", "--glossary", "terms.tbx")

    assert len(complaints(result, "other.tbx")) == 1
    assert (result.return_value, words(result)) == (2, ["пирсом"])


def test_everything_at_once_is_a_sentence_each(folder: Path, termaccord: Call) -> None:
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "other.tbx").write_bytes(b"<html/>")
    stranger = {"format": "termaccord baseline", "version": 1, "project": "gardens", "findings": []}
    (folder / "known.json").write_text(json.dumps(stranger))

    result = lint(
        termaccord, "--glossary", "other.tbx", "--glossary", "terms.tbx", "--baseline", "known.json"
    )

    assert result.return_value == 2
    for name in (*BAD, "other.tbx", "known.json"):
        assert len(complaints(result, name)) == 1, name
    assert words(result) == ["пирсом"]
    assert "Traceback" not in result.output


def test_a_broken_file_is_not_fixed_and_the_others_are(folder: Path, termaccord: Call) -> None:
    for name, data in BAD.items():
        (folder / name).write_bytes(data)

    result = lint(termaccord, "--glossary", "terms.tbx", "--fix")

    assert result.return_value == 2
    assert "1 finding fixed, 0 left" in result.stderr
    assert {name: (folder / name).read_bytes() for name in BAD} == BAD
    assert "причалом" in (folder / "texts/good.ru.txt").read_text("utf-8")
