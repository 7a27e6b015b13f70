"""
Segments like a segment in a large memory: python benchmarks/memory_match.py [UNITS] [interface|documents].

Top 5 of at least 70 %, by characters and by words, for two sets of queries (`_queries.py`).
Each query is asked of our store and, right after, of an exhaustive RapidFuzz scan (cdist, one thread, with the cutoff)
of the same compared forms, so that the ratio of each pair is of one moment; for words the scan compares code points
that stand for words. What the scan finds is the truth that recall is counted against.

ms       milliseconds of processor time of a query: median, 95 %, longest
wall     the same by the clock, median
scan     median of the exhaustive scan
times    median over the queries of how many times longer the scan takes
recall   share of the true best five scores that were found
"""

import sys
from collections.abc import Sequence
from typing import Literal

from _memory import Kind, memory
from _queries import LEAST, LIMIT, Queries, Truth, forms, percentile, recall, top
from _store import index_bytes, opened
from _timing import clocked

from termaccord.store.memory.store import MemoryStore

By = Literal["characters", "words"]


def asked(store: MemoryStore, query: str, by: By) -> list[float]:
    return [found.likeness for found in store.nearest(query, "en", LEAST, LIMIT, by)]


def row(name: str, store: MemoryStore, truth: Truth, queries: Sequence[str], by: By) -> None:
    ours, walls, scans, ratios, true, found = [], [], [], [], [], []
    for query in queries:
        processor, wall, got = clocked(lambda query=query: asked(store, query, by))
        scan, _, scores = clocked(lambda query=query: truth.scan(query))
        ours.append(processor)
        walls.append(wall)
        scans.append(scan)
        ratios.append(scan / processor)
        true.append(top(scores))
        found.append(got)
    print(
        f"{name:18} {len(queries):5} {percentile(ours, 0.5):8.2f} {percentile(ours, 0.95):8.2f} {max(ours):8.2f}"
        f" {percentile(walls, 0.5):8.2f} {percentile(scans, 0.5):8.1f} {percentile(ratios, 0.5):7.0f}"
        f" {recall(true, found):8.4f}",
        flush=True,
    )


def main() -> None:
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    kind: Kind = "documents" if sys.argv[2:] == ["documents"] else "interface"
    held = forms(memory(units, kind))
    store = opened(units, kind)
    letters = sum(map(len, held)) / len(held)
    print(
        f"{units} units ({kind}), {len(held)} compared forms of {letters:.0f} characters on average,", end=" "
    )
    print(f"index {index_bytes(store) / units:.0f} bytes a unit")
    print(
        f"{'queries':18} {'':5} {'ms p50':>8} {'p95':>8} {'max':>8} {'wall':>8} {'scan':>8} {'times':>7} {'recall':>8}"
    )
    warm = Queries(held, seed=1)
    for by in ("characters", "words"):
        truth = Truth(held, words=by == "words")
        for query in (*warm.easy()[::2], *warm.hard()[::2]):
            asked(store, query, by)
        queries = Queries(held)
        row(f"{by}, easy", store, truth, queries.easy(), by)
        row(f"{by}, hard", store, truth, queries.hard(), by)


if __name__ == "__main__":
    main()
