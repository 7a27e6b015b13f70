"""
TMX into a store: python benchmarks/memory_import.py [UNITS...].

Each row is a process of its own over the same file, one row after the other, five times; the median of each figure.
bare       lxml iterparse that drops every unit as it comes
reading    our reader, units dropped as they come
store      `termaccord memory import`: read, screened, counted, stored
+ source   and the index of the source language made, as the first query makes it
+ both     and that of the other language too
seconds    processor time, without the start of Python and what it imports
times      in proportion to bare
MB         memory of the process at its peak, and how much of it came with the file
"""

import sys
import tempfile
from pathlib import Path

from _memory import memory
from _timing import Ran, median, python

ROUNDS = 5
BARE = """
import sys
from lxml import etree
if len(sys.argv) > 1:
    for _, element in etree.iterparse(sys.argv[1], tag="tu"):
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
"""
READING = """
import sys
from termaccord.formats import tmx
if len(sys.argv) > 1:
    with open(sys.argv[1], "rb") as stream:
        for _ in tmx.units(stream, "bench"):
            pass
"""
STORE = """
import sys
from pathlib import Path
from termaccord.project.memory.importing import Request, import_files
from termaccord.store.memory.store import MemoryStore
if len(sys.argv) > 1:
    with MemoryStore.open(Path(sys.argv[2])) as store:
        import_files(store, Request((sys.argv[1],)), lambda *_: None)
"""
ONE = STORE + "        store.index('en')\n"
BOTH = ONE + "        store.index('ru')\n"


def used(code: str, file: Path) -> tuple[Ran, Ran]:
    """What a file costs, and what the same process costs without one."""
    with tempfile.TemporaryDirectory() as folder:
        return python(code, str(file), f"{folder}/store"), python(code)


def main() -> None:
    for units in [int(argument) for argument in sys.argv[1:]] or [100_000]:
        file = memory(units)
        print(f"{units} units, {file.stat().st_size / 1e6:.0f} MB")
        print(f"{'':10} {'seconds':>8} {'times':>7} {'units/s':>9} {'MB':>7} {'of file':>8}")
        rows = {"bare": BARE, "reading": READING, "store": STORE, "+ source": ONE, "+ both": BOTH}
        runs: dict[str, list[tuple[Ran, Ran]]] = {name: [] for name in rows}
        for _ in range(ROUNDS):
            for name, code in rows.items():
                runs[name].append(used(code, file))
        bare = 0.0
        for name, row in runs.items():
            whole, empty = median([one for one, _ in row]), median([other for _, other in row])
            seconds = whole.seconds - empty.seconds
            bare = bare or seconds
            print(
                f"{name:10} {seconds:8.2f} {seconds / bare:7.2f} {units / seconds:9.0f}"
                f" {whole.megabytes:7.0f} {whole.megabytes - empty.megabytes:8.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
