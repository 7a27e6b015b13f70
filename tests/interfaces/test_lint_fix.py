"""Files are mended in place: the words that are wrong change, and not a byte besides."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from termaccord.formats import tbx
from termaccord.lint.cases import glossary
from termaccord.project.errors import UsageError
from termaccord.project.fixing import fix
from termaccord.project.lint import Request

Call = Callable[..., Result]
TERMS = "berth = *причал; †пирс\nwave = *волна; †вал"
XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original='a' source-language="en"
 target-language="ru" datatype="plaintext"><body>
<trans-unit id="one"><source>Behind the berth &amp; the boat</source><target >За пирсом &amp; лодкой</target></trans-unit>
<trans-unit id="two"><source>The boat</source><target>Лодка</target></trans-unit></body></file></xliff>
"""
XLIFF_2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ru">
<file id="f"><unit id="one"><segment><source>Behind the berth</source><target>За пирсом</target></segment></unit></file></xliff>
"""
TMX = """<?xml version="1.0"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en"
 srclang="en" datatype="plaintext"/><body>
<tu tuid='one'><tuv xml:lang="en"><seg>Behind the berth</seg></tuv><tuv xml:lang="ru"><seg>За пирсом</seg></tuv></tu>
</body></tmx>
"""
PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: ru\\n"

# translated by hand
msgid "Behind the berth"
msgstr "За пирсом"

msgid "The   boat"
msgstr ""
"Лод"
"ка"
"""
PROSE = "Лодка стоит за пирсом с утра. Другая лодка ушла в море вчера.\r\n\r\nВсе ждут её возвращения.\n"
TEXTS = {
    "ru/a.txt": PROSE,
    "ru/b.md": f"# Лодка\n\n* {PROSE.strip()} [лодка](пирсом)\n",
    "ru/c.html": f"<!DOCTYPE html><html lang=ru><body><P CLASS=x>{PROSE}</P><br/>&nbsp;&mdash;</body></html>",
    "d.po": PO,
    "e.xlf": XLIFF,
    "f.xliff": XLIFF_2,
    "g.tmx": TMX,
    "h.csv": 'en;ru\r\n"Behind the berth";"За пирсом"\r\nThe boat;Лодка\r\n',
}


@pytest.fixture
def folder(project: Path) -> Path:
    (project / "glossary").mkdir()
    (project / "glossary/ports.tbx").write_bytes(tbx.serialize(glossary(TERMS, ("en", "ru"))))
    (project / "ru").mkdir()
    return project


def lint(termaccord: Call, name: str, *options: str) -> Result:
    return termaccord("lint", name, "--select", "T01", *options)


def findings(termaccord: Call, name: str) -> list[str]:
    return [f["text"] for f in json.loads(lint(termaccord, name, "--format", "json").stdout)["findings"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_file_is_mended_and_nothing_besides(
    folder: Path, termaccord: Call, name: str, encoding: str
) -> None:
    before = TEXTS[name].encode(encoding)
    (folder / name).write_bytes(before)

    result = lint(termaccord, name, "--fix")

    assert "1 finding fixed, 0 left" in result.stderr
    assert (folder / name).read_bytes() == before.replace("пирсом".encode(), "причалом".encode(), 1)
    assert (result.return_value, findings(termaccord, name)) == (0, [])


def packed(parts: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 2, 2, 2, 2, 2)), text)
    return held.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCX = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>Лодка стоит за пирсом с утра.</w:t></w:r>'
    "<w:r><w:b/><w:t> Другая лодка ушла в море.</w:t></w:r></w:p></w:body></w:document>",
    "docProps/note.xml": "<x>пирсом</x>",
}
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
ODT = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": f'<office:document-content xmlns:office="{OFFICE}" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    "<text:p>Лодка стоит <text:span>за пирсом</text:span> с утра.</text:p><text:p>Другая лодка ушла в море.</text:p>"
    "</office:text></office:body></office:document-content>",
    "meta.xml": "<x>пирсом</x>",
}


@pytest.mark.parametrize(
    ("name", "parts", "main"),
    [("ru/a.docx", DOCX, "word/document.xml"), ("ru/b.odt", ODT, "content.xml")],
)
def test_an_office_file_is_mended_in_its_text_alone(
    folder: Path, termaccord: Call, name: str, parts: dict[str, str], main: str
) -> None:
    (folder / name).write_bytes(packed(parts))

    shown = lint(termaccord, name, "--diff").stdout
    lint(termaccord, name, "--fix")

    assert "+Лодка стоит за причалом с утра." in shown
    with zipfile.ZipFile(folder / name) as archive:
        held = {info.filename: archive.read(info).decode() for info in archive.infolist()}
    assert held == parts | {main: parts[main].replace("пирсом", "причалом")}
    assert findings(termaccord, name) == []


def test_a_difference_is_shown_and_nothing_is_written(folder: Path, termaccord: Call) -> None:
    (folder / "ru/a.txt").write_text("Первая строка.\nЛодка стоит за пирсом.", "utf-8")

    result = lint(termaccord, "ru", "--diff")

    assert result.stdout == (
        "--- ru/a.txt\n+++ ru/a.txt\n@@ -1,2 +1,2 @@\n Первая строка.\n"
        "-Лодка стоит за пирсом.\n\\ No newline at end of file\n"
        "+Лодка стоит за причалом.\n\\ No newline at end of file\n"
    )
    assert "1 finding would be fixed, 0 left" in result.stderr
    assert result.return_value == 1
    assert "пирсом" in (folder / "ru/a.txt").read_text("utf-8")


def test_only_what_is_safe_is_mended_unless_more_is_asked_for(folder: Path, termaccord: Call) -> None:
    (folder / "ru/a.txt").write_text("Лодка за пирсом. Высокий вал шумит.\n", "utf-8")

    first = lint(termaccord, "ru", "--fix")
    second = lint(termaccord, "ru", "--fix", "--unsafe-fixes")

    assert "1 finding fixed, 1 left" in first.stderr
    assert first.return_value == 1
    assert "1 finding fixed, 0 left" in second.stderr
    assert (folder / "ru/a.txt").read_text("utf-8") == "Лодка за причалом. Высокий волна шумит.\n"


def test_nothing_to_mend_leaves_the_file_alone(folder: Path, termaccord: Call) -> None:
    (folder / "ru/a.txt").write_text("Лодка за причалом.\n", "utf-8")
    before = (folder / "ru/a.txt").stat().st_mtime_ns

    result = lint(termaccord, "ru", "--fix")

    assert "0 findings fixed, 0 left" in result.stderr
    assert (folder / "ru/a.txt").stat().st_mtime_ns == before


def test_a_mended_file_keeps_its_rights(folder: Path, termaccord: Call) -> None:
    (folder / "ru/a.txt").write_text("Лодка за пирсом.\n", "utf-8")
    (folder / "ru/a.txt").chmod(0o640)

    lint(termaccord, "ru", "--fix")

    assert (folder / "ru/a.txt").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(folder: Path, termaccord: Call) -> None:
    (folder / "kept.txt").write_text("Лодка за пирсом.\n", "utf-8")
    (folder / "ru/a.txt").symlink_to(folder / "kept.txt")

    lint(termaccord, "ru", "--fix")

    assert (folder / "ru/a.txt").is_symlink()
    assert "причалом" in (folder / "kept.txt").read_text("utf-8")


def test_a_file_that_has_changed_meanwhile_is_left_alone(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / f"ru/{name}.txt").write_text("Лодка за пирсом.\n", "utf-8")

    def meanwhile(_what: str, _done: int, _all: int) -> None:
        (folder / "ru/a.txt").write_text("Чужая правка за пирсом.\n", "utf-8")

    outcome = fix(Request(("ru",), select=("T01",)), step=meanwhile)

    assert [
        "ru/a.txt has changed while it was being checked" in t.message for t in outcome.report.trouble
    ] == [True]
    assert (folder / "ru/a.txt").read_text("utf-8") == "Чужая правка за пирсом.\n"
    assert (folder / "ru/b.txt").read_text("utf-8") == "Лодка за причалом.\n"


def test_what_a_comment_or_a_baseline_withholds_is_not_mended(folder: Path, termaccord: Call) -> None:
    (folder / "ru/a.txt").write_text("Лодка за пирсом.\n", "utf-8")
    lint(termaccord, "ru", "--baseline", "known.json", "--update-baseline")

    result = lint(termaccord, "ru", "--fix", "--baseline", "known.json")

    assert "0 findings fixed, 0 left" in result.stderr
    assert "пирсом" in (folder / "ru/a.txt").read_text("utf-8")


def test_standard_input_cannot_be_mended(folder: Path, termaccord: Call) -> None:
    result = termaccord("lint", "-", "--fix", stdin="Лодка".encode())

    assert isinstance(result.exception, UsageError)


@pytest.mark.parametrize(
    "options", [("--unsafe-fixes",), ("--fix", "--baseline", "b.json", "--update-baseline")]
)
def test_options_that_make_no_sense_together_are_one_sentence(
    folder: Path, termaccord: Call, options: tuple[str, ...]
) -> None:
    (folder / "ru/a.txt").write_text("Лодка за пирсом.\n", "utf-8")

    assert isinstance(lint(termaccord, "ru", *options).exception, click.UsageError)
