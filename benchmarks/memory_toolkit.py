"""
Matching beside translate-toolkit's, in one run: python benchmarks/memory_toolkit.py [UNITS].

Five matches of at least 70 % out of the same units: our store, and translate.search.match.matcher over units in memory.
A round asks all queries of one, then of the next; a query's time is the median of its rounds, in processor time.
Their matcher compares what is written, ours the compared forms, and finds the units and the differences as well.
It is asked with its default of 70 characters a segment, and with room for all of them.
It breaks off where two matches are equally good, for its units have no order; here they get one.
Export is measured in exchange.py.
"""

import random
import statistics
import sys
from html import unescape
from pathlib import Path

from _memory import memory
from _queries import LEAST, LIMIT, SEGMENT, percentile
from _store import opened
from _timing import clocked
from translate.search.match import matcher
from translate.storage.base import TranslationStore, TranslationUnit

from termaccord.store.memory.matching import Matcher
from termaccord.text.fuzzy.comparable import comparable

QUERIES = 40
ROUNDS = 5
LONG = 1000
PER_CENT = round(100 * LEAST)


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
    found = matcher(held, max_candidates=LIMIT, min_similarity=PER_CENT, max_length=longest)
    for unit in found.candidates.units:
        unit.__class__ = Ordered
    return found


def main() -> None:
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    pairs = written(memory(units))
    store = opened(units)
    ours = Matcher(store)
    asks = {
        "ours": lambda query: ours.match(query, "en", "ru", least=PER_CENT, limit=LIMIT),
        "ours: candidates alone": lambda query: store.nearest(comparable(query), "en", LEAST, LIMIT),
        "toolkit, 70 characters": peer(pairs, 70).matches,
        "toolkit, all lengths": peer(pairs, LONG).matches,
    }
    asked = queries(pairs)
    times: dict[str, list[list[float]]] = {name: [] for name in asks}
    for _ in range(ROUNDS + 1):  # the first warms up
        for name, ask in asks.items():
            times[name].append([clocked(lambda ask=ask, query=query: ask(query))[0] for query in asked])
    print(f"{units} units, {len(asked)} queries")
    print(f"{'':24} {'ms p50':>9} {'p95':>9}   times ours")
    rows = {
        name: [statistics.median(each) for each in zip(*rounds[1:], strict=True)]
        for name, rounds in times.items()
    }
    for name, row in rows.items():
        ratio = percentile([theirs / own for theirs, own in zip(row, rows["ours"], strict=True)], 0.5)
        print(f"{name:24} {percentile(row, 0.5):9.2f} {percentile(row, 0.95):9.2f} {ratio:12.1f}")


if __name__ == "__main__":
    main()
