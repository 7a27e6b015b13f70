"""Files that are made to hurt, through the command line: one sentence, exit status 2, bounded time and memory."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest
from tests.formats.hostile import KINDS, ROOTS, attacks

ATTACKS = {
    name: attack
    for name, attack in attacks("http://127.0.0.1:9/never", 9)
    if name in {"billion laughs", "deep nesting", "one huge attribute"}
}
GIGABYTES, SECONDS = 3, 120
"""Of memory and of processor time: far more than any of these takes."""
COMMANDS = {
    "convert": ("g.tbx", ("convert", "g.tbx", "out.csv")),
    "validate": ("dca.tbx", ("validate", "dca.tbx")),
    "extract": ("f.xlf", ("extract", "f.xlf")),
    "lint": ("f.xlf", ("lint", "f.xlf")),
    "align": ("d.docx", ("align", "--source-language", "en", "d.docx", "plain.ru.txt")),
}


def bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (GIGABYTES << 30, GIGABYTES << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@pytest.mark.parametrize(
    ("command", "name"),
    [
        *((command, "billion laughs") for command in ("convert", "validate", "align")),
        *((command, "deep nesting") for command in ("convert", "lint")),
        *((command, "one huge attribute") for command in ("validate", "extract")),
    ],
)
def test_a_hostile_file_is_refused_in_one_sentence(tmp_path: Path, command: str, name: str) -> None:
    kind, arguments = COMMANDS[command]
    attack = ATTACKS[name]
    data = KINDS[kind](attack.doctype.replace("ROOT", ROOTS[kind]), attack.inside, attack.attributes)
    (tmp_path / kind).write_bytes(data)
    (tmp_path / "plain.ru.txt").write_text("Паром отошёл от пристани. " * 3, "utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "termaccord", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        preexec_fn=bounded,
    )

    told = [line for line in (done.stdout + done.stderr).splitlines() if " F00" in line]
    assert done.returncode == 2
    assert len(told) == 1
    assert kind in told[0]
    assert "Traceback" not in done.stderr
    assert len(done.stdout) < 1000
