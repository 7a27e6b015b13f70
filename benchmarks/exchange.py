"""
TMX in and out, in one run: python benchmarks/exchange.py [UNITS [ROUNDS]].

read     lxml's iterparse that drops every unit, and our reader that makes a record of each; with attributes and properties
write    units of two plain segments, which is all that translate-toolkit keeps: its serializer, ours, and ours out of a store
seconds  processor time, the median of the rounds, each of which runs everything once
times    in proportion to the first line of the block, the median of the rounds' own proportions
"""

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from lxml import etree
from translate.storage.tmx import tmxfile

from termaccord.formats import tmx
from termaccord.model import Memory, TranslationUnit, Variant
from termaccord.project.memory.exporting import Wanted, export
from termaccord.store.memory.store import MemoryStore

ENGLISH = "the harbour master counted {} boats & closed the gate before the tide came in"
RUSSIAN = "начальник гавани насчитал {} лодок и закрыл ворота до начала прилива"


def units(count: int, *, described: bool) -> Iterator[TranslationUnit]:
    for i in range(count):
        variants = (Variant("en", (ENGLISH.format(i),)), Variant("ru", (RUSSIAN.format(i),)))
        if not described:
            yield TranslationUnit("", variants)
            continue
        day = f"2026{i % 12 + 1:02}{i % 28 + 1:02}T{i % 24:02}0000Z"
        dates = (
            ("creationdate", day),
            ("creationid", f"user{i % 7}"),
            ("changedate", day),
            ("changeid", "qa"),
        )
        yield TranslationUnit(
            f"u{i}", variants, dates, (("x-project", f"project {i % 40}"), ("x-document", f"d-{i // 90}"))
        )


def dropped(path: Path) -> None:
    for _, element in etree.iterparse(str(path), tag="tu"):
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def read(path: Path) -> None:
    with path.open("rb") as stream:
        for _ in tmx.units(stream, path.name):
            pass


def toolkit(memory: Memory) -> None:
    store = tmxfile(sourcelanguage="en", targetlanguage="ru")
    for unit in memory.units:
        store.addtranslation(unit.variants[0].text, "en", unit.variants[1].text, "ru")
    store.serialize(BytesIO())


def compare(title: str, works: Mapping[str, Callable[[], object]], rounds: int) -> None:
    """Run everything once a round, so that a busy machine is busy for all of them."""
    gc.collect()
    gc.freeze()  # what is there before is no part of anybody's work
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            start = time.process_time()
            work()
            seconds[name].append(time.process_time() - start)
    print(f"{title:34} seconds    times")
    first = next(iter(seconds.values()))
    for name, own in seconds.items():
        times = statistics.median(one / base for one, base in zip(own, first, strict=True))
        print(f"{name:34} {statistics.median(own):7.2f}  {times:7.2f}")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    small = max(count // 5, 1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        with path.open("wb") as out:
            tmx.write(units(count, described=True), out)
        megabytes = path.stat().st_size / 1e6
        readers = {"lxml, every unit dropped": lambda: dropped(path), "ours": lambda: read(path)}
        compare(f"read {count} units, {megabytes:.0f} MB", readers, rounds)
    memory = Memory(tuple(units(small, described=False)), "en")
    with MemoryStore.open(None) as store:
        store.add("bench", memory.units)
        writers = {
            "translate-toolkit, out of memory": lambda: toolkit(memory),
            "ours, out of memory": lambda: tmx.serialize(memory),
            "ours, out of a store": lambda: export(store, BytesIO(), Wanted(), lambda *_: None),
        }
        compare(f"write {small} units", writers, rounds)


if __name__ == "__main__":
    main()
