"""The committed memory in OmegaT: its readers, its matches, its statistics, and what it puts into a text."""

from collections import Counter
from pathlib import Path

import pytest
from tests.cat.material import CommittedMemory, committed, directions
from tests.cat.omegat import Project, Sight, lines, seen, translated

pytestmark = pytest.mark.cat

MEMORIES = committed()
WRONG = "Somebody else's translation."
SAVED = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="3.6.0"
    segtype="sentence" srclang="{source}"/>
  <body>
    <tu>
      <tuv lang="{source}"><seg>{text}</seg></tuv>
      <tuv lang="{target}"><seg>{translation}</seg></tuv>
    </tu>
  </body>
</tmx>
"""
"""A project's own translations, as OmegaT keeps them."""


def sources(memories: list[CommittedMemory]) -> list[str]:
    return list(dict.fromkeys(source for memory in memories for source, _ in memory.pairs))


@pytest.fixture(scope="module", params=directions(MEMORIES), ids="-".join)
def looked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[CommittedMemory], Sight]:
    """A project with every memory of a pair of languages, and every source segment as its text."""
    memories = [m for m in MEMORIES if (m.source, m.target) == request.param]
    files = {f"tm/{m.path.name}": m.data for m in memories}
    files["source/all.txt"] = lines(sources(memories))
    return memories, seen(Project(tmp_path_factory.mktemp("omegat"), *request.param, files))


def test_omegat_loads_every_unit_of_every_file(looked: tuple[list[CommittedMemory], Sight]) -> None:
    memories, sight = looked

    assert {name: sorted(units) for name, units in sight.units.items()} == {
        m.path.name: sorted(m.pairs) for m in memories
    }


def test_every_source_segment_has_its_full_match(looked: tuple[list[CommittedMemory], Sight]) -> None:
    memories, sight = looked
    known = {pair for m in memories for pair in m.pairs}
    wrong = [
        text
        for number, (text, _) in enumerate(sight.segments)
        if not any(n.score == 100 and (text, n.translation) in known for n in sight.matches[number])
    ]

    assert [text for text, _ in sight.segments] == sources(memories)
    assert wrong == []


def test_omegats_statistics_count_every_segment_as_full(looked: tuple[list[CommittedMemory], Sight]) -> None:
    memories, sight = looked

    assert sight.statistics["95%-100%"] == sight.statistics["Total"] == len(sources(memories))


OUTLETS = list(dict.fromkeys((m.source, m.target, m.outlet) for m in MEMORIES))


@pytest.mark.parametrize(("source", "target", "outlet"), OUTLETS, ids=lambda part: part)
def test_what_lies_in_tm_auto_is_put_into_the_text(
    tmp_path: Path, source: str, target: str, outlet: str
) -> None:
    memories = [m for m in MEMORIES if (m.source, m.target, m.outlet) == (source, target, outlet)]
    counts = Counter(text for m in memories for text in {source for source, _ in m.pairs})
    pairs = [pair for m in memories for pair in m.pairs if counts[pair[0]] == 1]
    files = {f"tm/auto/{m.path.name}": m.data for m in memories}
    files["source/all.txt"] = lines([source for source, _ in pairs])

    made = translated(Project(tmp_path, source, target, files))

    assert [line for line in made["all.txt"].splitlines() if line] == [
        translation for _, translation in pairs
    ]


def test_tm_enforce_replaces_a_translation_and_tm_auto_leaves_it(tmp_path: Path) -> None:
    memory = MEMORIES[0]
    text, translation = memory.pairs[0]
    saved = SAVED.format(
        source=memory.source.upper(), target=memory.target.upper(), text=text, translation=WRONG
    )
    made = {}
    for place in ("auto", "enforce"):
        files = {
            f"tm/{place}/{memory.path.name}": memory.data,
            "omegat/project_save.tmx": saved.encode(),
            "source/one.txt": lines([text]),
        }
        project = Project(tmp_path / place, memory.source, memory.target, files)
        made[place] = translated(project)["one.txt"].strip()

    assert made == {"auto": WRONG, "enforce": translation}
