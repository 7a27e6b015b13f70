"""Glossary and memory in Lokalize and Poedit, whose windows are read over the accessibility bus."""

from pathlib import Path

import polib
import pytest
from tests.cat.material import GLOSSARY, CommittedMemory, committed, glossary
from tests.cat.toolkit import po
from tests.cat.windows import driven

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.flavours.glossaries import FLAVOURS, glossary_for
from termaccord.formats.flavours.glossary.shape import Direction

pytestmark = pytest.mark.cat_all

NEW = "Кот проспал весь концерт под роялем."
TRANSLATOR = "authorName=Tester\nauthorLocalizedName=Tester\nauthorEmail=tester@example.org\n"
LOKALIZE = {".config/lokalizerc": f"[Identity]\n{TRANSLATOR}"}
POEDIT = {
    ".config/poedit/config": "translator_name=Tester\ntranslator_email=tester@example.org\n"
    "check_for_updates=0\nversion=3.2.2\n"
}
PROJECT = """[General]
GlossaryTbx=./terms.tbx
LangCode=en
TargetLangCode=en
SourceLangCode=ru
PoBaseDir=./
PotBaseDir=./
ProjectID=tests
"""


def test_lokalizes_glossary_window_shows_every_term(tmp_path: Path) -> None:
    made = glossary_for(Tool.LOKALIZE, glossary(GLOSSARY.read_bytes()), "terms", "ru", "en").files[0]
    files = {"index.lokalize": PROJECT.encode(), "terms.tbx": made.data, "text.po": po("ru", "en", NEW)}

    cells = driven("lokalize", tmp_path, LOKALIZE, files, "index.lokalize", "text.po")

    shown = {term for cell in cells for term in (cell, *cell.split(" · "))}
    pairs = FLAVOURS[Tool.LOKALIZE].sees(made.data, Direction("ru", "en"))
    assert {term for pair in pairs for term in (pair.source, pair.target)} - shown == set()


@pytest.mark.parametrize("memory", committed()[:2], ids=lambda memory: memory.path.stem)
def test_poedit_stores_every_unit_and_fills_a_file(memory: CommittedMemory, tmp_path: Path) -> None:
    known = dict(memory.pairs[:10])
    files = {"text.po": po(memory.source, memory.target, *known, NEW), "memory.tmx": memory.data}

    stored = driven("poedit", tmp_path, POEDIT, files, "text.po", "memory.tmx")

    entries = {entry.msgid: entry for entry in polib.pofile(str(tmp_path / "text.po"))}
    assert stored == len(memory.pairs)
    assert {source: entries[source].msgstr for source in known} == known
    assert not any(entries[source].fuzzy for source in known)
    assert not entries[NEW].msgstr
