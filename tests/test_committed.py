"""The committed glossary/, tmx/ and exports/ are what the corpus gives; “make run” renews them."""

from pathlib import Path

import pytest

from termaccord.formats import tbx, tmx
from termaccord.project import build as builder
from termaccord.project.settings import open_settings

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project copied and built anew."""
    root = tmp_path_factory.mktemp("project")
    for name in ("termaccord.toml", "corpus"):
        (root / name).symlink_to(ROOT / name)
    (root / "glossary").mkdir()
    for path in ROOT.glob("glossary/*.tbx"):
        if not path.name.endswith(".proposed.tbx"):
            (root / "glossary" / path.name).write_bytes(path.read_bytes())
    builder.build(open_settings(root))
    return root


def segments(path: Path) -> list[tuple[str, ...]]:
    return [tuple(v.text for v in u.variants) for u in tmx.parse(path.read_bytes(), path.name).clean().units]


def names(path: Path) -> dict[str, list[tuple[str, str]]]:
    glossary = tbx.parse(path.read_bytes(), path.name).clean()
    return {
        c.id: sorted((s.language, t.text) for s in c.languages for t in s.terms) for c in glossary.concepts
    }


# Scores are left out of the comparison: their last digit may differ from one processor to another.
def test_the_committed_memory_is_what_the_corpus_gives(made: Path) -> None:
    committed = {p.name: segments(p) for p in ROOT.glob("tmx/*.tmx")}

    assert committed == {p.name: segments(p) for p in made.glob("tmx/*.tmx")}


def test_the_committed_proposals_are_what_the_corpus_gives(made: Path) -> None:
    committed = {p.name: names(p) for p in ROOT.glob("glossary/*.proposed.tbx")}

    assert committed == {p.name: names(p) for p in made.glob("glossary/*.proposed.tbx")}


def test_the_committed_files_for_tools_are_what_the_glossary_gives(made: Path) -> None:
    committed = {p.relative_to(ROOT).as_posix(): p.read_bytes() for p in ROOT.glob("exports/*/*")}

    assert committed
    assert committed == {p.relative_to(made).as_posix(): p.read_bytes() for p in made.glob("exports/*/*")}


@pytest.mark.parametrize("path", sorted(ROOT.glob("glossary/*.tbx")), ids=lambda p: p.name)
def test_a_committed_glossary_is_canonical(path: Path) -> None:
    assert tbx.serialize(tbx.parse(path.read_bytes(), path.name).clean()) == path.read_bytes()
