"""Memory and glossary in translate-toolkit, which Weblate, Virtaal and Pootle read with: Debian's old one and today's."""

import sys
from pathlib import Path

import polib
import pytest
from tests.cat.material import GLOSSARY, ROOT, CommittedMemory, committed, glossary
from tests.cat.programs import need, run
from tests.cat.toolkit import PACKAGES, PYTHONS, asked, po, read, tmserver

from termaccord.formats import tmx
from termaccord.formats.flavours.flavour import MadeFile, Tool
from termaccord.formats.flavours.glossaries import FLAVOURS, glossary_for
from termaccord.formats.flavours.glossary.shape import Direction
from termaccord.model import Memory, TranslationUnit, Variant

pytestmark = pytest.mark.cat

MEMORIES = committed()
NEW = "Кот проспал весь концерт под роялем."
MADE = {
    tool: glossary_for(tool, glossary(GLOSSARY.read_bytes()), "terms", "ru", "en").files
    for tool in (Tool.WEBLATE, Tool.VIRTAAL)
}


def direction(file: MadeFile) -> Direction:
    source, _, target = file.name.split(".")[1].partition("-")
    return Direction(source, target)


@pytest.mark.parametrize("origin", PYTHONS)
def test_every_unit_of_every_file_is_read(origin: str, tmp_path: Path) -> None:
    found = read(origin, tmp_path, *(m.path for m in MEMORIES))

    assert found == {m.path.name: list(m.pairs) for m in MEMORIES}


@pytest.mark.parametrize("origin", PYTHONS)
@pytest.mark.parametrize("tool", MADE)
def test_of_its_flavours_it_sees_what_we_say_it_sees(origin: str, tool: Tool, tmp_path: Path) -> None:
    for file in MADE[tool]:
        (tmp_path / file.name).write_bytes(file.data)

    found = read(origin, tmp_path, *(tmp_path / file.name for file in MADE[tool]))

    assert found == {
        file.name: [(s.source, s.target) for s in FLAVOURS[tool].sees(file.data, direction(file))]
        for file in MADE[tool]
    }


@pytest.mark.parametrize("file", MADE[Tool.WEBLATE], ids=lambda file: file.name)
def test_a_flavour_becomes_a_po_file_with_a_rendering_of_every_term(file: MadeFile, tmp_path: Path) -> None:
    (tmp_path / file.name).write_bytes(file.data)
    program = Path(sys.executable).with_name("tbx2po")
    way = direction(file)

    languages = [f"--source-language={way.source}", "-l", way.target]
    run([program, "--progress=none", *languages, file.name, "terms.po"], tmp_path)

    pairs = {(s.source, s.target) for s in FLAVOURS[Tool.WEBLATE].sees(file.data, way)}
    entries = {(entry.msgid, entry.msgstr) for entry in polib.pofile(str(tmp_path / "terms.po"))}
    assert entries <= pairs
    assert {source for source, _ in entries} == {source for source, _ in pairs}


def sample(memory: CommittedMemory) -> tuple[list[tuple[str, str]], str]:
    """Pairs of a memory, and a segment that is like one of them and not the same."""
    pairs = list(memory.pairs[:12])
    near = max((source for source, _ in pairs), key=lambda text: (text.count(" "), text))
    return pairs, near.replace(" и ", " или ", 1) if " и " in near else f"{near[:-1]}!"


@pytest.mark.parametrize("memory", MEMORIES[:3], ids=lambda memory: memory.path.name)
def test_pretranslating_a_po_file_with_the_memory_fills_what_it_knows(
    memory: CommittedMemory, tmp_path: Path
) -> None:
    need("/usr/bin/pretranslate", package=PACKAGES)
    pairs, near = sample(memory)
    (tmp_path / "in.po").write_bytes(
        po(memory.source, memory.target, *(source for source, _ in pairs), near, NEW)
    )
    (tmp_path / "head.po").write_bytes(po(memory.source, memory.target))

    command = ["/usr/bin/pretranslate", "--progress=none", f"--tm={memory.path}", "-t", "head.po"]
    run([*command, "in.po", "out.po"], tmp_path)

    entries = {entry.msgid: entry for entry in polib.pofile(str(tmp_path / "out.po"))}
    assert [(source, entries[source].msgstr) for source, _ in pairs] == pairs
    assert not any(entries[source].fuzzy for source, _ in pairs)
    assert entries[near].fuzzy
    assert entries[near].msgstr
    assert not entries[NEW].msgstr


@pytest.mark.parametrize("memory", MEMORIES[3:6], ids=lambda memory: memory.path.name)
def test_the_memory_server_answers_with_our_translations(memory: CommittedMemory, tmp_path: Path) -> None:
    """Asked from English: Debian's server misreads every letter beyond ASCII in what it is asked."""
    turned = [(target, source) for source, target in memory.pairs if target.isascii()]
    path = tmp_path / "turned.tmx"
    path.write_bytes(tmx.serialize(Memory(tuple(unit(*pair) for pair in turned), memory.target)))
    near = next(source for source, _ in turned if " the " in source).replace(" the ", " that ", 1)
    with tmserver(tmp_path, path, memory.target, memory.source) as address:
        best = {
            text: asked(address, text)
            for text in [*(source for source, _ in turned), near, "Nothing like it."]
        }

    assert [(source, best[source][0]["target"]) for source, _ in turned] == turned
    assert all(round(float(str(best[source][0]["quality"]))) == 100 for source, _ in turned)
    assert 75 <= float(str(best[near][0]["quality"])) < 100
    assert best["Nothing like it."] == []


def unit(source: str, target: str) -> TranslationUnit:
    return TranslationUnit("", (Variant("en", (source,)), Variant("ru", (target,))))


def test_no_file_of_the_repository_is_written() -> None:
    """The toolkit keeps files beside those that it reads, unless it is told not to."""
    assert not [p for p in ROOT.glob("tmx/*") if p.suffix not in {".tmx", ".md"}]
