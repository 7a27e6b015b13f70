"""PO and XLIFF files that `termaccord memory pretranslate` has filled, opened in OmegaT and in translate-toolkit."""

from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from click.testing import CliRunner
from tests.cat.material import committed
from tests.cat.omegat import Project, Sight, seen, translated
from tests.cat.test_omegat_statistics import changed
from tests.cat.toolkit import PYTHONS, po, read

from termaccord.interfaces.cli.main import main

pytestmark = pytest.mark.cat

NEW = "Кот проспал весь концерт под роялем."
MEMORY = next(m for m in committed() if m.outlet == "courier")
XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="text" source-language="ru" target-language="en" datatype="plaintext">
    <body>
{units}    </body>
  </file>
</xliff>
"""
UNIT = '      <trans-unit id="{number}">\n        <source>{text}</source>\n      </trans-unit>\n'


@dataclass(frozen=True, slots=True)
class Filled:
    """Two files with the same segments, filled from the memory."""

    po: Path
    xliff: Path
    known: dict[str, str]
    """Segments that the memory knows."""
    near: dict[str, str]
    """Segments that are like one of the memory, and the translation of that one."""

    @property
    def texts(self) -> list[str]:
        return [*self.known, *self.near, NEW]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """As a user does it: a project with the memory, two files, one command."""
    root = tmp_path_factory.mktemp("project")
    (root / "termaccord.toml").touch()
    (root / "tmx").mkdir()
    (root / "tmx" / MEMORY.path.name).write_bytes(MEMORY.data)
    known = dict(MEMORY.pairs[:6])
    near = {changed(source): target for source, target in MEMORY.pairs[8:12]}
    made = Filled(root / "text.po", root / "text.xlf", known, near)
    made.po.write_bytes(po(MEMORY.source, MEMORY.target, *made.texts))
    units = (UNIT.format(number=n, text=escape(text)) for n, text in enumerate(made.texts, 1))
    made.xliff.write_text(XLIFF.format(units="".join(units)), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        command = ("memory", "pretranslate", "--in-place", made.po.name, made.xliff.name)
        answer = CliRunner().invoke(main, command, standalone_mode=False)
    assert answer.return_value == 0, answer.output
    return made


@pytest.fixture(scope="module")
def opened(filled: Filled, tmp_path_factory: pytest.TempPathFactory) -> Sight:
    """The PO file in OmegaT, without a memory beside it."""
    files = {"source/text.po": filled.po.read_bytes()}
    return seen(Project(tmp_path_factory.mktemp("omegat"), "ru", "en", files))


def test_exact_matches_are_translations_in_omegat(filled: Filled, opened: Sight) -> None:
    translations = dict(opened.segments)

    assert {text: translations[text] for text in filled.texts} == {
        **filled.known,
        **dict.fromkeys([*filled.near, NEW], ""),
    }


def test_fuzzy_matches_are_offered_in_omegat_and_marked(filled: Filled, opened: Sight) -> None:
    given = {opened.segments[number][0]: said for number, said in opened.given.items()}

    assert {text: given[text] for text in filled.near} == {
        text: (target, True) for text, target in filled.near.items()
    }
    assert NEW not in given


def test_omegats_statistics_count_exact_and_fuzzy_matches(filled: Filled, opened: Sight) -> None:
    fuzzy = ("95%-100%", "85%-94%", "75%-84%", "50%-74%")
    heading = 1  # of the PO file: OmegaT takes it for a segment

    assert opened.statistics["Exact match"] == len(filled.known)
    assert sum(opened.statistics[band] for band in fuzzy) == len(filled.near)
    assert opened.statistics["No match"] == 1 + heading


def test_omegat_shows_the_targets_of_a_filled_xliff_file_and_writes_them_back(
    filled: Filled, tmp_path: Path
) -> None:
    """OmegaT 3.6 takes the target of a unit for its text where there is one."""
    project = Project(tmp_path, "ru", "en", {"source/text.xlf": filled.xliff.read_bytes()})

    shown = [text for text, _ in seen(project).segments]
    written = translated(project)["text.xlf"]

    targets = [*filled.known.values(), *filled.near.values()]
    assert shown == targets
    assert all(f">{escape(target)}</target>" in written for target in targets)


@pytest.mark.parametrize("origin", PYTHONS)
def test_translate_toolkit_reads_the_same_sources_and_targets(
    filled: Filled, origin: str, tmp_path: Path
) -> None:
    found = read(origin, tmp_path, filled.po, filled.xliff)
    expected = {**filled.known, **filled.near, NEW: ""}

    for name in (filled.po.name, filled.xliff.name):
        pairs = {source: target or "" for source, target in found[name] if source}
        assert pairs == expected
