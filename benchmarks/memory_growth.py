"""
A memory that grows: python benchmarks/memory_growth.py [UNITS...].

The same queries, made of the smallest memory, which is the beginning of every larger one; each size in a process of its own.
ms      milliseconds of processor time of a query for the top 5 of at least 70 %: median, 95 %
growth  of the median, beside the growth of the units since the row above
bytes   of the index on disk, a unit
MB      memory of the process: what is its own, and with the pages of the index that it has looked at
"""

import json
import subprocess
import sys
from pathlib import Path

from _memory import memory
from _queries import Queries, forms, percentile
from _store import index_bytes, opened
from _timing import clocked

SIZES = (100_000, 1_000_000)
LEAST, LIMIT = 0.7, 5


def measured(units: int, queries: list[str]) -> dict[str, float]:
    """In this process: opening, a round to warm up, a round by the clock."""
    found: dict[str, float] = {}
    with opened(units) as store:
        for by in ("characters", "words"):
            for query in queries[::3]:
                store.nearest(query, "en", LEAST, LIMIT, by)  # type: ignore[arg-type]
            times = [
                clocked(lambda query=query, by=by: store.nearest(query, "en", LEAST, LIMIT, by))[0]
                for query in queries
            ]
            found |= {f"{by} p50": percentile(times, 0.5), f"{by} p95": percentile(times, 0.95)}
        found["bytes"] = index_bytes(store) / units
    pages = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    found |= {name: int(pages[name].split()[0]) / 1024 for name in ("RssAnon", "VmHWM")}
    return found


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measured(int(sys.argv[2]), json.load(sys.stdin))))
        return
    sizes = sorted(map(int, sys.argv[1:])) or list(SIZES)
    asked = Queries(forms(memory(sizes[0])))
    queries = json.dumps([*asked.easy(), *asked.hard()])
    print(
        f"{'units':>9} {'characters: ms':>16} {'growth':>8} {'words: ms':>16} {'growth':>8} {'bytes':>6} {'MB':>14}"
    )
    before: dict[str, float] = {}
    for units in sizes:
        opened(units).close()  # made here, so that the memory of making it does not count below
        command = [sys.executable, __file__, "--one", str(units)]
        result = subprocess.run(command, input=queries, capture_output=True, text=True, check=True)
        now: dict[str, float] = json.loads(result.stdout) | {"units": units}
        cells = []
        for by in ("characters", "words"):
            growth = f"{now[f'{by} p50'] / before[f'{by} p50']:.1f}" if before else ""
            cells += [f"{now[f'{by} p50']:8.2f} {now[f'{by} p95']:7.2f}", f"{growth:>8}"]
        size = f"{now['RssAnon']:.0f} {now['VmHWM']:.0f}"
        ratio = f"units: {units / before['units']:.0f} times" if before else ""
        print(f"{units:9} {' '.join(cells)} {now['bytes']:6.0f} {size:>14}   {ratio}", flush=True)
        before = now


if __name__ == "__main__":
    main()
