"""A comment in a file silences a rule there, in every format; one that silences nothing is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from termaccord.formats import tbx
from termaccord.lint.cases import glossary

Call = Callable[..., Result]
WRONG = "Лодка стоит за пирсом с утра."
RIGHT = "Другая лодка ушла в море вчера."
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ru\\n"\n\n'
TMX = (
    '<?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" '
    'o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body><tu tuid="one">{}'
    f'<tuv xml:lang="en"><seg>A boat</seg></tuv><tuv xml:lang="ru"><seg>{WRONG}</seg></tuv></tu></body></tmx>'
)
XLIFF = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" '
    'target-language="ru" datatype="plaintext"><body><trans-unit id="one"><source>A boat</source>'
    f"<target>{WRONG}</target>{{}}</trans-unit></body></file></xliff>"
)
FILES = {
    "ru/a.txt": (f"{RIGHT}\n\n{{}}\n{WRONG}\n", "[[termaccord: {}]]"),
    "ru/b.md": (f"# {RIGHT}\n\n{{}}\n{WRONG}\n", "<!-- termaccord: {} -->"),
    "ru/c.html": (f"<p>{RIGHT}</p>{{}}<p>{WRONG}</p>", "<!-- termaccord: {} -->"),
    "d.po": (f'{HEAD}{{}}\nmsgid "A boat"\nmsgstr "{WRONG}"\n', "# termaccord: {}"),
    "e.xlf": (XLIFF, "<note>termaccord: {}</note>"),
    "f.tmx": (TMX, "<note>termaccord: {}</note>"),
}


@pytest.fixture
def folder(project: Path) -> Path:
    (project / "glossary").mkdir()
    (project / "glossary/ports.tbx").write_bytes(
        tbx.serialize(glossary("berth = *причал; †пирс", ("en", "ru")))
    )
    (project / "ru").mkdir()
    return project


def codes(folder: Path, termaccord: Call, name: str, request: str) -> list[str]:
    text, comment = FILES[name]
    (folder / name).write_text(text.format(comment.format(request) if request else ""), "utf-8")
    result = termaccord("lint", name, "--select", "T01,X01", "--format", "json")
    return [f["code"] for f in json.loads(result.stdout)["findings"]]


@pytest.mark.parametrize("name", FILES)
def test_a_comment_silences_the_rule_that_it_names_and_no_other(
    folder: Path, termaccord: Call, name: str
) -> None:
    assert codes(folder, termaccord, name, "") == ["T01"]
    assert codes(folder, termaccord, name, "ignore T01 -- quoted from a song") == []
    assert codes(folder, termaccord, name, "ignore-file rejected-term") == []
    assert codes(folder, termaccord, name, "ignore C10") == ["T01"]


@pytest.mark.parametrize("name", FILES)
def test_a_comment_that_silences_nothing_is_told(folder: Path, termaccord: Call, name: str) -> None:
    assert codes(folder, termaccord, name, "ignore T01, X01") == ["X01"]
    assert codes(folder, termaccord, name, "ignore T77") == ["T01", "X01"]


def test_a_comment_for_a_rule_that_does_not_run_is_none_of_our_business(
    folder: Path, termaccord: Call
) -> None:
    text, comment = FILES["ru/a.txt"]
    (folder / "ru/a.txt").write_text(text.format(comment.format("ignore T01")), "utf-8")

    for options in (("--select", "X01"), ("--no-glossary", "--select", "T,X01")):
        assert json.loads(termaccord("lint", "ru", *options, "--format", "json").stdout)["findings"] == []
    assert termaccord("lint", "ru", "--select", "T01,X01").return_value == 0


def test_what_is_silenced_is_not_fixed(folder: Path, termaccord: Call) -> None:
    text, comment = FILES["ru/a.txt"]
    (folder / "ru/a.txt").write_text(text.format(comment.format("ignore T01")), "utf-8")

    termaccord("lint", "ru", "--select", "T01", "--fix")

    assert WRONG in (folder / "ru/a.txt").read_text("utf-8")
