"""Documents that LibreOffice makes are read with the same text and blocks, and it opens those that we have changed."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cat.office import PAGE, TEXT, converted, shown

from termaccord.formats import documents, tbx
from termaccord.interfaces.cli.main import main
from termaccord.lint.cases import glossary
from termaccord.model import BlockKind, Document

pytestmark = pytest.mark.cat

ENDINGS = ("docx", "odt")
PARAGRAPHS = (
    "Совет речных портов собрался в Озёрске 12 мая 2025 года.",
    "Председатель совета «Тихой воды» открыла заседание — и сразу объявила перерыв.",
    "The ferry leaves at 7:30 & comes back <before noon>; see “Timetable”.",
    "Überfahrt nur bei ruhigem Wasser. Hunde fahren frei.",
)
HTML = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Ferries</title></head><body>
<h1>Ferries of the lake</h1>
<p>The <b>ferry</b> leaves from the <i>old pier</i> every hour.</p>
<h2>Fares</h2>
<ul><li>Grown-ups pay two crowns.</li><li>Children pay nothing.</li></ul>
<table><tr><th>Boat</th><th>Seats</th></tr><tr><td>Heron</td><td>Forty seats</td></tr></table>
<p>Bring a coat.</p>
</body></html>
"""
TERMS = "berth = *причал; †пирс"
RUSSIAN = ("Лодка стоит за пирсом с утра.", "Другая лодка ушла в море.", "Пирсы ремонтируют весной.")
MENDED = ("Лодка стоит за причалом с утра.", "Другая лодка ушла в море.", "Причалы ремонтируют весной.")


def read(path: Path) -> Document:
    reading = documents.parse(path.read_bytes(), path.name)
    assert reading.findings == ()
    return reading.value


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(document.text).strip()) for block in document.blocks]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_text_that_libreoffice_has_saved_is_the_same_text(tmp_path: Path, ending: str) -> None:
    source = tmp_path / "plain.txt"
    source.write_text("\n".join(PARAGRAPHS), "utf-8")

    document = read(converted(source, ending, TEXT))

    assert [text for _, text in blocks(document)] == list(PARAGRAPHS)
    assert shown(tmp_path / f"saved_as_{ending}" / f"plain.{ending}") == list(PARAGRAPHS)


@pytest.mark.parametrize("ending", ENDINGS)
def test_headings_lists_and_tables_keep_their_kind(tmp_path: Path, ending: str) -> None:
    source = tmp_path / "page.html"
    source.write_text(HTML, "utf-8")

    document = read(converted(source, ending, PAGE))

    assert blocks(document) == [
        (BlockKind.HEADING, "Ferries of the lake"),
        (BlockKind.PARAGRAPH, "The ferry leaves from the old pier every hour."),
        (BlockKind.HEADING, "Fares"),
        (BlockKind.LIST_ITEM, "Grown-ups pay two crowns."),
        (BlockKind.LIST_ITEM, "Children pay nothing."),
        (BlockKind.CELL, "Boat"),
        (BlockKind.CELL, "Seats"),
        (BlockKind.CELL, "Heron"),
        (BlockKind.CELL, "Forty seats"),
        (BlockKind.PARAGRAPH, "Bring a coat."),
    ]


@pytest.mark.parametrize("ending", ENDINGS)
def test_libreoffice_opens_a_document_that_was_mended(
    tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "termaccord.toml").touch()
    (tmp_path / "terms.tbx").write_bytes(tbx.serialize(glossary(TERMS, ("en", "ru"))))
    source = tmp_path / "boats.txt"
    source.write_text("\n".join(RUSSIAN), "utf-8")
    document = converted(source, ending, TEXT)
    monkeypatch.chdir(tmp_path)

    arguments = ("lint", str(document), "--glossary", "terms.tbx", "--fix", "--unsafe-fixes")
    said = CliRunner().invoke(main, arguments, standalone_mode=False)

    assert shown(document) == list(MENDED), said.output
