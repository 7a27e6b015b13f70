"""
From nothing to the first answer: python benchmarks/memory_open.py [UNITS].

Processor time of whole processes, the median of several runs in turn; each row does what the row above does, and more.
The last row is the command as a person types it. “beyond” is without the bare start of Python.
"""

import os
import sys
from pathlib import Path

from _memory import memory
from _queries import Queries, forms
from _store import opened
from _timing import Ran, median, python, ran

ROUNDS = 9
STEPS = {
    "Python": "import sys",
    "+ numpy, RapidFuzz, sqlite3": "import sys, sqlite3, numpy, rapidfuzz.distance, rapidfuzz.process",
    "+ our code": "import sys\nfrom pathlib import Path\nfrom termaccord.store.memory.matching import Matcher\n"
    "from termaccord.store.memory.store import MemoryStore",
}
STEPS["+ open the store"] = (
    STEPS["+ our code"] + "\nstore = MemoryStore.open(Path(sys.argv[1])); store.index('en')"
)
STEPS["+ ask: candidates"] = STEPS["+ open the store"] + "\nstore.nearest(sys.argv[2], 'en')"
STEPS["+ ask: matches, explained"] = (
    STEPS["+ ask: candidates"] + "\nassert Matcher(store).match(sys.argv[2], 'en', 'ru')"
)
COMMAND = (
    "-m",
    "termaccord",
    "memory",
    "match",
    "--source-language",
    "en",
    "--target-language",
    "ru",
    "--memory",
)


def main() -> None:
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with opened(units) as store:
        folder = str(store.folder)
    query = Queries(forms(memory(min(units, 100_000)))).easy()[60]
    runs: dict[str, list[Ran]] = {name: [] for name in (*STEPS, "termaccord memory match")}
    os.chdir(Path(folder))  # no project around it, whose glossary would be loaded too
    for _ in range(ROUNDS):
        for name, code in STEPS.items():
            runs[name].append(python(code, folder, query))
        runs["termaccord memory match"].append(ran([sys.executable, *COMMAND, folder, "--", query]))
    print(f"{units} units, {sum(f.stat().st_size for f in Path(folder).rglob('*')) / 1e6:.0f} MB on disk")
    print(f"{'':28} {'seconds':>8} {'beyond':>8} {'wall':>8} {'MB':>6}")
    first = median(runs["Python"]).seconds
    for name, row in runs.items():
        now = median(row)
        print(f"{name:28} {now.seconds:8.3f} {now.seconds - first:8.3f} {now.wall:8.3f} {now.megabytes:6.0f}")


if __name__ == "__main__":
    main()
