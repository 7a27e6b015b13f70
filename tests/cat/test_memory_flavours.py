"""The memory as `termaccord convert --for` writes it, each direction in its own file, in the tools that it is for."""

from pathlib import Path

import polib
import pytest
from click.testing import CliRunner
from tests.cat.material import ROOT, committed
from tests.cat.omegat import Project, lines, seen
from tests.cat.programs import need, run
from tests.cat.toolkit import PACKAGES, PYTHONS, asked, po, read, tmserver

from termaccord.formats import tmx
from termaccord.interfaces.cli.main import main

pytestmark = pytest.mark.cat

MEANT = {pair for m in committed() if (m.source, m.target) == ("ru", "en") for pair in m.pairs}
TOOLS = ("omegat", "weblate", "virtaal")
Pairs = list[tuple[str, str]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Path]]:
    """The files by tool and name."""
    found = {}
    for tool in TOOLS:
        folder = tmp_path_factory.mktemp(tool)
        languages = ("--source-language", "ru", "--target-language", "en")
        command = ("convert", str(ROOT / "tmx"), str(folder / "all.tmx"), "--for", tool, *languages)
        answer = CliRunner().invoke(main, command, standalone_mode=False)
        assert answer.return_value == 0, answer.output
        found[tool] = {path.name: path for path in sorted(folder.iterdir())}
    return found


def pairs(path: Path) -> Pairs:
    units = tmx.parse(path.read_bytes(), path.name).clean().units
    return [(unit.variants[0].text, unit.variants[1].text) for unit in units]


def way(name: str) -> tuple[str, str]:
    source, _, target = name.split(".")[1].partition("-")
    return source, target


@pytest.mark.parametrize("tool", TOOLS)
def test_both_directions_hold_every_pair(made: dict[str, dict[str, Path]], tool: str) -> None:
    seen_so: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for name, path in made[tool].items():
        seen_so.setdefault(way(name), set()).update(pairs(path))

    assert seen_so == {("ru", "en"): MEANT, ("en", "ru"): {(target, source) for source, target in MEANT}}


@pytest.mark.parametrize("direction", [("ru", "en"), ("en", "ru")], ids="-".join)
def test_omegat_sees_every_unit_and_one_translation_of_each_segment_in_the_first_file(
    made: dict[str, dict[str, Path]], direction: tuple[str, str], tmp_path: Path
) -> None:
    files = {f"tm/{name}": path for name, path in made["omegat"].items() if way(name) == direction}
    first = next(path for name, path in files.items() if "alternatives" not in name)
    text = {"source/a.txt": lines([pairs(first)[0][0]])}
    data = {name: path.read_bytes() for name, path in files.items()}

    sight = seen(Project(tmp_path, *direction, {**data, **text}))

    assert sight.units == {path.name: pairs(path) for path in files.values()}
    assert len({source for source, _ in pairs(first)}) == len(pairs(first))
    assert sight.best(0) == 100


@pytest.mark.parametrize("origin", PYTHONS)
@pytest.mark.parametrize("tool", ["weblate", "virtaal"])
def test_translate_toolkit_sees_every_unit(
    made: dict[str, dict[str, Path]], tool: str, origin: str, tmp_path: Path
) -> None:
    found = read(origin, tmp_path, *made[tool].values())

    assert found == {name: pairs(path) for name, path in made[tool].items()}


def test_the_other_direction_is_one_that_toolkits_programs_can_use(
    made: dict[str, dict[str, Path]], tmp_path: Path
) -> None:
    """From English, as nearly every PO file and every user of Debian's memory server has it."""
    need("/usr/bin/pretranslate", package=PACKAGES)
    memory = made["virtaal"]["all.en-ru.tmx"]
    known = [pair for pair in pairs(memory) if pair[0].isascii()][:12]
    (tmp_path / "in.po").write_bytes(po("en", "ru", *(source for source, _ in known)))
    (tmp_path / "head.po").write_bytes(po("en", "ru"))

    command = ["/usr/bin/pretranslate", "--progress=none", f"--tm={memory}", "-t", "head.po"]
    run([*command, "in.po", "out.po"], tmp_path)
    with tmserver(tmp_path, memory, "en", "ru") as address:
        answers = [(source, asked(address, source)[0]["target"]) for source, _ in known]

    entries = polib.pofile(str(tmp_path / "out.po"))
    assert [(entry.msgid, entry.msgstr) for entry in entries] == known
    assert answers == known
