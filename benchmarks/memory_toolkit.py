"""
Beside translate-toolkit, in one run: python benchmarks/memory_toolkit.py [UNITS].

match    our store and translate.search.match.matcher over the same units, one query after the other in turn;
         five matches of at least 70 %. The matcher compares what is written, we the compared forms.
         It is asked with its default of 70 characters a segment, and with room for all of them.
         It breaks off where two matches are equally good, for its units have no order; here they get one.
export   TMX out of our store, out of units in memory, and translate-toolkit's out of units in memory, to the same file;
         a second line for PO would compare nothing, for a memory is not exported as PO
"""

import random
import statistics
import sys
import tempfile
from html import unescape
from io import BytesIO
from pathlib import Path

from _memory import memory
from _queries import LEAST, LIMIT, SEGMENT, percentile
from _store import opened
from _timing import clocked
from translate.search.match import matcher
from translate.storage.base import TranslationStore, TranslationUnit
from translate.storage.tmx import tmxfile

from termaccord.formats import tmx
from termaccord.model import Memory
from termaccord.store.memory.matching import Matcher
from termaccord.store.memory.store import MemoryStore
from termaccord.text.fuzzy.comparable import comparable

QUERIES = 40
LONG = 1000
ROUNDS = 3


def written(path: Path) -> list[tuple[str, str]]:
    """Both segments of every unit as they are written."""
    found = [unescape(text) for _language, text in SEGMENT.findall(path.read_text("utf-8"))]
    return list(zip(found[::2], found[1::2], strict=True))


def queries(pairs: list[tuple[str, str]]) -> list[str]:
    """Segments as they are written, most of them with a word or two exchanged."""
    chosen = random.Random(23)  # noqa: S311  # the same on every run
    vocabulary = [word for source, _ in pairs[:20_000] for word in source.split()]
    found = []
    for number in range(QUERIES):
        words = chosen.choice(pairs)[0].split()
        for _ in range(number % 3):
            words[chosen.randrange(len(words))] = chosen.choice(vocabulary)
        found.append(" ".join(words))
    return found


class Ordered(TranslationUnit):
    """A unit of theirs that can be compared, which their heap of the best matches wants."""

    def __lt__(self, other: object) -> bool:
        return id(self) < id(other)


def peer(pairs: list[tuple[str, str]], longest: int) -> matcher:
    held = TranslationStore()
    for source, target in pairs:
        unit = TranslationUnit(source)
        unit.target = target
        held.addunit(unit)
    found = matcher(held, max_candidates=LIMIT, min_similarity=round(100 * LEAST), max_length=longest)
    for unit in found.candidates.units:
        unit.__class__ = Ordered
    return found


def matching(store: MemoryStore, pairs: list[tuple[str, str]]) -> None:
    ours = Matcher(store)
    asks = {
        "ours: candidates": lambda query: store.nearest(comparable(query), "en", LEAST, LIMIT),
        "ours: matches, explained": lambda query: ours.match(
            query, "en", "ru", least=round(100 * LEAST), limit=LIMIT
        ),
        "toolkit, 70 characters": peer(pairs, 70).matches,
        "toolkit, all lengths": peer(pairs, LONG).matches,
    }
    times: dict[str, list[float]] = {name: [] for name in asks}
    for ask in asks.values():
        ask(pairs[0][0])
    for query in queries(pairs):
        for name, ask in asks.items():
            times[name].append(clocked(lambda ask=ask, query=query: ask(query))[0])
    print(f"{'match':26} {'ms p50':>9} {'p95':>9}   times ours")
    for name, row in times.items():
        ratio = percentile([a / b for a, b in zip(row, times["ours: matches, explained"], strict=True)], 0.5)
        print(f"{name:26} {percentile(row, 0.5):9.2f} {percentile(row, 0.95):9.2f} {ratio:12.1f}")


def by_toolkit(units: Memory, path: Path) -> None:
    store = tmxfile(sourcelanguage="en", targetlanguage="ru")
    for unit in units.units:
        store.addtranslation(unit.variants[0].text, "en", unit.variants[1].text, "ru")
    out = BytesIO()
    store.serialize(out)
    path.write_bytes(out.getvalue())


def from_store(store: MemoryStore, path: Path) -> None:
    with path.open("wb") as out:
        tmx.write((stored.unit for stored in store.stream()), out, Memory((), "en"))


def from_memory(units: Memory, path: Path) -> None:
    with path.open("wb") as out:
        tmx.write(units.units, out, units)


def exporting(store: MemoryStore) -> None:
    units = Memory(tuple(stored.unit for stored in store.stream()), "en")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out.tmx"
        works = {
            "ours: out of the store": lambda: from_store(store, path),
            "ours: out of memory": lambda: from_memory(units, path),
            "toolkit: out of memory": lambda: by_toolkit(units, path),
        }
        times: dict[str, list[float]] = {name: [] for name in works}
        sizes = {}
        for _ in range(ROUNDS):
            for name, work in works.items():
                times[name].append(clocked(work)[0] / 1000)
                sizes[name] = path.stat().st_size / 1e6
    least = statistics.median(times["ours: out of the store"])
    print(f"{'export':26} {'s':>9} {'MB':>9}   times ours")
    for name, row in times.items():
        now = statistics.median(row)
        print(f"{name:26} {now:9.2f} {sizes[name]:9.1f} {now / least:12.1f}")


def main() -> None:
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with opened(units) as store:
        print(f"{units} units; processor time")
        matching(store, written(memory(units)))
        exporting(store)


if __name__ == "__main__":
    main()
