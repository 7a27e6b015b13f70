"""A memory survives being killed, a full disk, a later version of itself, and readers beside a writer."""

import multiprocessing
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from termaccord.model import UsageError
from termaccord.project.memory.importing import Request, import_files
from termaccord.store.memory import adding
from termaccord.store.memory.store import FILE, MemoryStore

POINTS = 30
BATCH = 25
UNITS = 4000
HEAD = (
    '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
    'adminlang="en" srclang="en" datatype="xml"/><body>\n'
)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")


def silent(_what: str, _done: int, _all: int) -> None:
    """Take progress."""


def file(path: Path, numbers: list[int]) -> Path:
    unit = (
        '<tu><tuv xml:lang="en"><seg>buoy {0}</seg></tuv><tuv xml:lang="ru"><seg>буй {0}</seg></tuv></tu>\n'
    )
    path.write_text(HEAD + "".join(map(unit.format, numbers)) + "</body></tmx>\n", "utf-8")
    return path


def fill(folder: Path, path: Path) -> None:
    with MemoryStore.open(folder) as store:
        import_files(store, Request((str(path),), origin="sea"), silent)


def forked(work: Callable[..., None], *arguments: object) -> BaseProcess:
    process = multiprocessing.get_context("fork").Process(target=work, args=arguments)
    process.start()
    return process


def numbers(folder: Path) -> list[int]:
    """What the memory holds, in order; the database itself is whole."""
    with MemoryStore.open(folder) as store:
        assert store.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [int(stored.unit.variants[0].text.split()[1]) for stored in store.stream()]


def killed_somewhere(folder: Path, path: Path, moment: float) -> None:
    process = forked(fill, folder, path)
    time.sleep(moment)
    process.kill()
    process.join()


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "_BATCH", BATCH)
    monkeypatch.setattr(adding, "_COMMITTED", 1)


@pytest.fixture
def duration(tmp_path: Path, small_batches: None) -> float:
    """Seconds that an undisturbed import takes in a process of its own."""
    start = time.perf_counter()
    forked(fill, tmp_path / "undisturbed", file(tmp_path / "all.tmx", list(range(UNITS)))).join()
    return time.perf_counter() - start


def test_a_killed_import_leaves_a_beginning_and_is_completed_later(tmp_path: Path, duration: float) -> None:
    path, moments = tmp_path / "all.tmx", random.Random(21)  # noqa: S311 - the same each time
    found = []
    for point in range(POINTS // 2):
        folder = tmp_path / f"killed-{point}"
        killed_somewhere(folder, path, moments.uniform(0, duration))
        held = numbers(folder)
        found.append(len(held))

        assert held == list(range(len(held)))
        assert len(held) % BATCH == 0
    fill(folder, path)
    assert numbers(folder) == list(range(UNITS))
    assert len(found) == POINTS // 2


def test_a_killed_update_loses_nothing_and_is_completed_later(tmp_path: Path, duration: float) -> None:
    """Every second unit goes, the others stay, and as many come."""
    before, after = list(range(UNITS)), [*range(UNITS, UNITS + UNITS // 2), *range(0, UNITS, 2)]
    moments = random.Random(12)  # noqa: S311 - the same each time
    folder, path = tmp_path / "updated", tmp_path / "all.tmx"
    fill(folder, path)
    for point in range(POINTS // 2):
        file(path, after if point % 2 == 0 else before)
        killed_somewhere(folder, path, moments.uniform(0, duration))
        held = numbers(folder)

        assert len(set(held)) == len(held)
        assert set(held) >= set(before) & set(after)
    file(path, after)
    fill(folder, path)
    assert numbers(folder) == after


def read_on(folder: Path, stop: Path) -> None:
    """Leaves with an error where anything read is not whole."""
    last = 0
    while not stop.exists():
        with MemoryStore.open(folder) as store:
            count = len(store)
            units = store.units(range(1, 40))
            hits = store.nearest("buoy 7", "en", 0.5)
        if count < last or any(len(stored.unit.variants) != 2 for stored in units) or (count and not hits):
            sys.exit(1)
        last = count


def test_several_read_while_one_writes(tmp_path: Path, small_batches: None) -> None:
    folder, stop = tmp_path / "memory", tmp_path / "stop"
    MemoryStore.open(folder).close()
    readers = [forked(read_on, folder, stop) for _ in range(3)]

    writer = forked(fill, folder, file(tmp_path / "all.tmx", list(range(UNITS))))
    writer.join()
    stop.touch()
    for reader in readers:
        reader.join()

    assert [process.exitcode for process in (writer, *readers)] == [0, 0, 0, 0]
    assert len(numbers(folder)) == UNITS


FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
from termaccord.interfaces.cli.main import entry
sys.argv[0] = "termaccord"
entry()
"""


def test_a_full_disk_is_one_sentence_and_what_was_finished_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "memory"
    small = file(tmp_path / "small.tmx", list(range(100)))
    fill(folder, small)
    large = file(tmp_path / "large.tmx", list(range(100, 30_000)))
    command = [sys.executable, "-c", FULL, "memory", "import", "--memory", str(folder), str(large)]

    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "LANGUAGE": "en"}
    )

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "cannot write" in done.stderr
    assert set(numbers(folder)) >= set(range(100))


def test_a_memory_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    fill(tmp_path, file(tmp_path / "a.tmx", [1]))
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("PRAGMA user_version = 1000")

    with pytest.raises(UsageError, match="later"):
        MemoryStore.open(tmp_path)
