"""The bench of real tools that stands beside the repository, where it is there: every check that concerns our files passes."""

import re
import sys
from pathlib import Path
from subprocess import run

import pytest
from tests.cat.material import GLOSSARY, ROOT, CommittedMemory, committed, glossary
from tests.cat.omegat import PACKAGES, lines
from tests.cat.programs import need

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.flavours.glossaries import glossary_for

BENCH = ROOT / "../shared/cat/check_cat.py"
OMEGAT = ("omegat-auto", "omegat-enforce", "omegat-match", "omegat-glossary")
TOOLKIT = ("toolkit-deb", "pretranslate")
MEMORIES = committed()
RUSSIAN = [m for m in MEMORIES if m.source == "ru"]
LONGEST = list({m.outlet: m for m in sorted(RUSSIAN, key=lambda m: len(m.pairs))}.values())
NEW = "Кот проспал весь концерт под роялем."

pytestmark = pytest.mark.skipif(
    not BENCH.is_file(), reason="the folder shared/cat beside the repository is absent"
)


def checked(memory: CommittedMemory, flavour: Tool, folder: Path, *checks: str) -> dict[str, str]:
    """PASS, FAIL or SKIP by check, with what the bench says where it is not PASS."""
    made = glossary_for(flavour, glossary(GLOSSARY.read_bytes()), "terms", "ru", "en").files[0]
    (folder / made.name).write_bytes(made.data)
    near = max(memory.single, key=lambda text: (len(text.split()), text)).replace(" ", " и ", 1)
    (folder / "text.txt").write_bytes(lines([*memory.single[:8], near, NEW]))
    command = [sys.executable, BENCH, memory.path, made.name, "text.txt", "--only", ",".join(checks)]
    said = run(command, cwd=folder, capture_output=True, text=True, check=False).stdout
    rows = re.findall(r"^(PASS|FAIL|SKIP)  (\S+)\s+\S+ (.*)$", said, re.MULTILINE)
    return {check: verdict if verdict == "PASS" else f"{verdict}: {why}" for verdict, check, why in rows}


def passed(*checks: str) -> dict[str, str]:
    return dict.fromkeys(checks, "PASS")


@pytest.mark.cat
@pytest.mark.parametrize("memory", MEMORIES, ids=lambda memory: memory.path.stem)
def test_every_file_of_the_memory_keeps_the_rules_of_the_tools(
    memory: CommittedMemory, tmp_path: Path
) -> None:
    assert checked(memory, Tool.OMEGAT, tmp_path, "tmx-rules") == passed("tmx-rules")


@pytest.mark.cat
@pytest.mark.parametrize("tool", [Tool.OMEGAT, Tool.WEBLATE, Tool.LOKALIZE, Tool.VIRTAAL])
def test_every_flavour_of_the_glossary_keeps_the_rules_of_the_tools(tool: Tool, tmp_path: Path) -> None:
    assert checked(RUSSIAN[0], tool, tmp_path, "tbx-rules") == passed("tbx-rules")


@pytest.mark.cat
@pytest.mark.parametrize("tool", [Tool.OMEGAT, Tool.WEBLATE])
def test_memory_and_glossary_pass_every_check_without_a_window(tool: Tool, tmp_path: Path) -> None:
    need("omegat", "java", package=PACKAGES)

    assert checked(RUSSIAN[1], tool, tmp_path, *OMEGAT, *TOOLKIT) == passed(*OMEGAT, *TOOLKIT)


@pytest.mark.cat_all
@pytest.mark.parametrize("memory", LONGEST, ids=lambda memory: memory.path.stem)
def test_the_longest_file_of_every_outlet_passes_every_check_without_a_window(
    memory: CommittedMemory, tmp_path: Path
) -> None:
    assert checked(memory, Tool.OMEGAT, tmp_path, *OMEGAT, *TOOLKIT) == passed(*OMEGAT, *TOOLKIT)


@pytest.mark.cat_all
@pytest.mark.parametrize(
    ("tool", "check"),
    [
        (Tool.OMEGAT, "omegat-gui"),
        (Tool.LOKALIZE, "lokalize"),
        (Tool.OMEGAT, "poedit"),
    ],
)
def test_memory_and_glossary_pass_in_windows(tool: Tool, check: str, tmp_path: Path) -> None:
    assert checked(RUSSIAN[1], tool, tmp_path, check) == passed(check)
