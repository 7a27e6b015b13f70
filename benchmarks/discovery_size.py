"""
Discovery and checking at size: what archives of 200, 1,000 and 5,000 documents cost, by phases, and how the cost grows.

The archives are editions of our corpus under other names (see _archive.py).
Each size runs in a process of its own, twice; the second run, with remembered embeddings, is told.
Seconds are of the processor (all processes together) and of the clock; the exponent is log(cost ratio) / log(size ratio).
The default sizes take half an hour on two cores, most of it for encoding every sentence once.
Usage: python benchmarks/discovery_size.py [--folder FOLDER] [--jobs N] [SIZE …]
"""

import argparse
import hashlib
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from _archive import write

SIZES = [200, 1000, 5000]
ONE_THREAD = os.environ | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Processes share the cores; threads of the linear algebra library would fight over them."""


class Phases:
    """Seconds of the processor and of the clock, by phase."""

    def __init__(self) -> None:
        self.seconds: dict[str, tuple[float, float]] = {}

    @contextmanager
    def timed(self, phase: str) -> Iterator[None]:
        cpu, wall = processor(), time.perf_counter()
        yield
        self.seconds[phase] = processor() - cpu, time.perf_counter() - wall


def processor() -> float:
    """Seconds of this process and of those that it started and that have ended."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, whose))


def megabytes() -> float:
    """Most memory that one process held."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(w).ru_maxrss for w in whose) / 1024


def discover(folder: Path, cache: Path, jobs: int | None) -> dict[str, Any]:
    """Take an archive through the house and say what each phase cost."""
    from termaccord.extract.propose import propose  # noqa: PLC0415  # in the process that is measured
    from termaccord.lint.engine import Material, lint  # noqa: PLC0415
    from termaccord.lint.rules import RULES  # noqa: PLC0415
    from termaccord.project.corpus import open_folder  # noqa: PLC0415
    from termaccord.project.work import align_corpus, embedder  # noqa: PLC0415

    phases = Phases()
    with phases.timed("read"):
        corpus = open_folder(folder)
    with phases.timed("align"):
        alignments = align_corpus(corpus.pairs, cache, jobs=jobs)
    with phases.timed("extract"):
        concepts = propose(corpus.documents, alignments, embedder(cache))
    with phases.timed("lint"):
        findings = lint(Material(corpus.documents, alignments, concepts=concepts), RULES)
    return {
        "documents": len(corpus.documents),
        "sentences": sum(len(d.segments) for d in corpus.documents),
        "concepts": len(concepts),
        "findings": len(findings),
        "digest": hashlib.blake2b(repr((concepts, findings)).encode(), digest_size=6).hexdigest(),
        "megabytes": round(megabytes()),
        "seconds": phases.seconds,
    }


def measured(size: int, folder: Path, jobs: int | None) -> dict[str, Any]:
    """The second of two runs, each in a process of its own."""
    archive = folder / str(size)
    if not archive.is_dir():
        write(archive, size)
    command = [sys.executable, __file__, "--one", str(archive), "--folder", str(folder)]
    command += ["--jobs", str(jobs)] if jobs else []
    filled = archive / "filled"
    if not filled.exists():
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ONE_THREAD)
        filled.touch()
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=ONE_THREAD).stdout
    found: dict[str, Any] = json.loads(answer.splitlines()[-1])
    return found


def table(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    phases = list(rows[0]["seconds"])
    for row in rows:
        row["seconds"]["in all"] = [sum(row["seconds"][p][i] for p in phases) for i in (0, 1)]
    heads = [f"{name + ' cpu':>12} {'wall':>7}" for name in (*phases, "in all")]
    yield f"{'documents':>9} {'sentences':>9} {'concepts':>8} {'findings':>8} | {' | '.join(heads)} | {'MB':>6} digest"
    for row in rows:
        cells = [f"{row['seconds'][p][0]:12.1f} {row['seconds'][p][1]:7.1f}" for p in (*phases, "in all")]
        counts = f"{row['documents']:9} {row['sentences']:9} {row['concepts']:8} {row['findings']:8}"
        yield f"{counts} | {' | '.join(cells)} | {row['megabytes']:6} {row['digest']}"
    for small, large in pairwise(rows):
        grown = math.log(large["sentences"] / small["sentences"])
        ratios = [
            math.log(large["seconds"][p][0] / small["seconds"][p][0]) / grown for p in (*phases, "in all")
        ]
        title = f"exponent {small['documents']} to {large['documents']}"
        yield f"{title:37} | {' | '.join(f'{ratio:12.2f}        ' for ratio in ratios)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--folder", type=Path, help="where archives and vectors are kept")
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(discover(given.one, given.folder / "cache", given.jobs)))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        for line in table([measured(size, folder, given.jobs) for size in given.sizes or SIZES]):
            print(line, flush=True)


if __name__ == "__main__":
    main()
