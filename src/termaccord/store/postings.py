"""Lists of numbers kept under a word or a group of letters, packed into blobs."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint32]
_AT_ONCE = 500
"""Fewer than the variables that any build of SQLite allows in a statement."""

SCHEMA = (
    "CREATE TABLE posting (kind INTEGER, name TEXT, numbers BLOB, PRIMARY KEY (kind, name)) WITHOUT ROWID;"
)


class Gathering:
    """Postings in the making."""

    def __init__(self) -> None:
        self._lists: dict[tuple[int, str], list[int]] = defaultdict(list)

    def add(self, kind: int, names: Iterable[str], number: int) -> None:
        """Put a number under each name; numbers come in rising order."""
        for name in names:
            self._lists[kind, name].append(number)

    def write(self, connection: sqlite3.Connection) -> None:
        rows = (
            (kind, name, np.array(n, np.uint32).tobytes()) for (kind, name), n in sorted(self._lists.items())
        )
        connection.executemany("INSERT INTO posting VALUES (?, ?, ?)", rows)


def postings(connection: sqlite3.Connection, kind: int, names: Iterable[str]) -> Mapping[str, Numbers]:
    """The numbers under each name that has any, in rising order."""
    wanted = sorted(set(names))
    found: dict[str, Numbers] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        marks = ",".join("?" * len(part))
        query = f"SELECT name, numbers FROM posting WHERE kind = ? AND name IN ({marks})"  # noqa: S608  # only marks
        for name, blob in connection.execute(query, (kind, *part)):
            found[name] = np.frombuffer(blob, np.uint32)
    return found


def counted(lists: Iterable[tuple[Numbers, float]], size: int) -> NDArray[np.float32]:
    """For each number below `size` the summed weights of the lists that hold it."""
    totals = np.zeros(size, np.float32)
    for numbers, weight in lists:
        totals[numbers] += np.float32(weight)  # a list holds a number once
    return totals


def best(values: NDArray[np.float32], most: int, least: float) -> list[int]:
    """Indexes of the highest values of at least `least`, best first, ties by index."""
    worthy = np.flatnonzero(values >= least)
    if len(worthy) > most:
        cut = np.partition(values[worthy], -most)[-most]
        worthy = worthy[values[worthy] >= cut]
    order = np.lexsort((worthy, -values[worthy]))
    return [int(index) for index in worthy[order][:most]]
