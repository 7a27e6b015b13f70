"""
What alignment costs: 1,000, 5,000 and 20,000 sentences a side, cold and with remembered embeddings.

The sentences are made of a small grammar in English and Russian, no two alike, so that every one is encoded;
a twentieth is cut on either side.
Usage: OMP_NUM_THREADS=1 python benchmarks/alignment_cost.py [SIZE …]
"""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence

from alignment import document

from termaccord.align.path import align
from termaccord.align.score import Sides, score, sides
from termaccord.model import Document
from termaccord.text.embed import Embed, Floats, cached, load

PLACES = [("harbour", "гавани"), ("school", "школе"), ("station", "станции"), ("theatre", "театре"),
    ("hospital", "больнице"), ("library", "библиотеке"), ("factory", "фабрике"), ("museum", "музее")]  # fmt: skip
PEOPLE = [("engineers", "инженеры"), ("teachers", "учителя"), ("nurses", "медсёстры"), ("drivers", "водители"),
    ("painters", "художники"), ("sailors", "моряки"), ("farmers", "фермеры"), ("students", "студенты")]  # fmt: skip
DEEDS = [("discussed a new timetable", "обсудили новое расписание"), ("repaired the old roof", "починили старую крышу"),
    ("asked for warmer rooms", "попросили более тёплых комнат"), ("planted a row of trees", "посадили ряд деревьев"),
    ("counted the winter supplies", "пересчитали зимние запасы"), ("welcomed foreign guests", "встретили зарубежных гостей"),
    ("signed a joint letter", "подписали общее письмо"), ("watched a training film", "посмотрели учебный фильм")]  # fmt: skip
AFTER = [("although the weather was getting worse", "хотя погода портилась"),
    ("because the committee had promised them support", "потому что комитет обещал им поддержку"),
    ("and the newspaper wrote about it the next morning", "и газета написала об этом на следующее утро"),
    ("while the children were waiting outside", "пока дети ждали снаружи")]  # fmt: skip


class Timed:
    """An Embed that adds up the time spent in it."""

    def __init__(self, embed: Embed) -> None:
        self._embed = embed
        self.model = embed.model  # type: ignore[attr-defined]
        self.languages = embed.languages  # type: ignore[attr-defined]
        self.seconds = 0.0

    def __call__(self, texts: Sequence[str], /) -> Floats:
        return self.head(self.pooled(texts))

    def pooled(self, texts: Sequence[str]) -> Floats:
        start = time.process_time()
        rows: Floats = self._embed.pooled(texts)  # type: ignore[attr-defined]
        self.seconds += time.process_time() - start
        return rows

    def head(self, pooled: Floats, *, exact: bool = True) -> Floats:
        start = time.process_time()
        rows: Floats = self._embed.head(pooled, exact=exact)  # type: ignore[attr-defined]
        self.seconds += time.process_time() - start
        return rows


def sentence(rng: random.Random) -> tuple[str, str]:
    number, year = rng.randint(2, 9999), rng.randint(1700, 2100)
    place, people, deed, after = (rng.choice(x) for x in (PLACES, PEOPLE, DEEDS, AFTER))
    return (
        f"In {year}, {number} {people[0]} at the {place[0]} {deed[0]}, {after[0]}.",
        f"В {year} году {number} {people[1]} в {place[1]} {deed[1]}, {after[1]}.",
    )


def texts(size: int) -> tuple[Document, Document, list[Sides]]:
    rng = random.Random(size)  # noqa: S311  # repeatable on purpose
    source: list[str] = []
    target: list[str] = []
    gold: list[Sides] = []
    while len(source) < size:
        one, other = sentence(rng)
        chance = rng.random()
        ours, theirs = chance > 0.05, not 0.05 < chance < 0.1
        gold.append(((len(source),) if ours else (), (len(target),) if theirs else ()))
        source += [one] * ours
        target += [other] * theirs
    return document("source", "en", source), document("target", "ru", target), gold


def measure(size: int) -> None:
    source, target, gold = texts(size)
    model = load()
    model(["warm up"])
    memory: dict[bytes, object] = {}
    for name in ("cold", "cached"):
        timed = Timed(cached(model, memory))  # type: ignore[arg-type]
        start, wall = time.process_time(), time.perf_counter()
        found = align(source, target, timed)
        cpu, wall = time.process_time() - start, time.perf_counter() - wall
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        f1 = score(gold, sides(found.beads)).strict_f1
        print(
            f"{size:7} {name:7} {cpu:7.1f} s CPU {wall:7.1f} s {timed.seconds / cpu:6.0%} in the encoder "
            f"{peak:6.0f} MB  strict F1 {f1:.3f}",
            flush=True,
        )


def main(sizes: list[str]) -> None:
    if len(sizes) == 1:
        measure(int(sizes[0]))
        return
    for size in sizes or ["1000", "5000", "20000"]:  # a process each, for peak memory's sake
        subprocess.run([sys.executable, __file__, size], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
