"""Putting the units of an origin into a store, batch by batch."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from termaccord.model import TranslationUnit
from termaccord.store.memory.records import UnitRow, listed, row

_BATCH = 2000
"""Units that are held at once."""
_COMMITTED = 20
"""Batches that are committed together: identities lie anywhere in their index, so that every commit writes most of it."""
_INSERT = "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_KNOWN = "SELECT identity, number, place FROM unit WHERE origin = ? AND identity IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of units that were put in."""

    added: int
    unchanged: int
    """The origin held them already."""
    duplicates: int
    """They stood among the new ones already."""
    removed: int
    """The origin held them and holds them no more."""


Stamp = str | Callable[[], str | None]
"""A stamp, or what gives it once all units have been read; None: they broke off, and what is missing may be behind the break."""
Batch = list[tuple[TranslationUnit, UnitRow]]


class Adding:
    """One import into a store."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        origin: str,
        stamp: Stamp,
        replace: bool,
        duplicate: Callable[[TranslationUnit], None] | None,
    ) -> None:
        self._connection = connection
        self._name = origin
        self._stamp = stamp
        self._replace = replace
        self._duplicate = duplicate
        self._origin = 0
        self._place = 0
        self._added = self._unchanged = self._duplicates = 0
        self._last = 0
        """The last unit that was there before."""
        self._languages: set[str] = set()

    def run(self, units: Iterable[TranslationUnit]) -> Added:
        """Put them in; the caller undoes a batch that fails."""
        self._begin()
        stream = iter(units)
        run = self._connection.execute
        run("BEGIN IMMEDIATE")
        for number, batch in enumerate(iter(lambda: self._next(stream), []), 1):
            self._put(batch)
            if number % _COMMITTED == 0:
                run("COMMIT")
                run("BEGIN IMMEDIATE")
        run("COMMIT")
        stamp = self._stamp if isinstance(self._stamp, str) else self._stamp()
        whole = stamp is not None
        run("BEGIN IMMEDIATE")
        removed = self._remove() if self._replace and whole else 0
        run("UPDATE origin SET stamp = ? WHERE number = ?", (stamp or "", self._origin))
        run("COMMIT")
        return Added(self._added, self._unchanged, self._duplicates, removed)

    def _begin(self) -> None:
        run = self._connection.execute
        run("BEGIN IMMEDIATE")
        run("INSERT OR IGNORE INTO origin (name, stamp) VALUES (?, '')", (self._name,))
        run("UPDATE origin SET stamp = '' WHERE name = ?", (self._name,))
        self._origin = run("SELECT number FROM origin WHERE name = ?", (self._name,)).fetchone()[0]
        last = run("SELECT max(place) FROM unit WHERE origin = ?", (self._origin,)).fetchone()[0]
        self._last = run("SELECT coalesce(max(number), 0) FROM unit").fetchone()[0]
        self._place = 0 if self._replace or last is None else last + 1
        self._languages = {tag for (tag,) in run("SELECT tag FROM language")}
        run("COMMIT")
        run("CREATE TEMP TABLE IF NOT EXISTS met (unit INTEGER PRIMARY KEY)")
        run("DELETE FROM temp.met")

    def _next(self, stream: Iterator[TranslationUnit]) -> Batch:
        return [(unit, row(unit)) for unit in islice(stream, _BATCH)]

    def _put(self, batch: Batch) -> None:
        known = self._known(batch)
        number = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'unit'").fetchone()
        following = number[0] + 1 if number else 1
        new: list[tuple[object, ...]] = []
        moved: list[tuple[int, int]] = []
        met: list[tuple[int]] = []
        for unit, held in batch:
            former = known.get(held.identity)
            if former is None:
                known[held.identity] = (following, self._place, True)
                new.append((following, self._origin, self._place, *held))
                following += 1
                self._place += 1
                for variant in unit.variants:
                    if variant.language not in self._languages:
                        self._learn(variant.language)
            elif former[2]:
                self._tell(unit)
            else:
                known[held.identity] = (former[0], self._place, True)
                met.append((former[0],))
                if self._replace:
                    moved += [(self._place, former[0])] if former[1] != self._place else []
                    self._place += 1
        self._added += len(new)
        self._unchanged += len(met)
        self._connection.executemany(_INSERT, new)
        self._connection.executemany("UPDATE unit SET place = ? WHERE number = ?", moved)
        self._connection.executemany("INSERT OR IGNORE INTO temp.met VALUES (?)", met)

    def _known(self, batch: Batch) -> dict[int, tuple[int, int, bool]]:
        """Of identities that the origin has: the unit, its place, and whether it was met in this import."""
        identities = listed(held.identity for _unit, held in batch)
        found = self._connection.execute(_KNOWN, (self._origin, identities)).fetchall()
        numbers = listed(number for _identity, number, _place in found if number <= self._last)
        query = "SELECT unit FROM temp.met WHERE unit IN (SELECT value FROM json_each(?))"
        met = (
            {number for (number,) in self._connection.execute(query, (numbers,))}
            if numbers != "[]"
            else set()
        )
        return {identity: (n, place, n > self._last or n in met) for identity, n, place in found}

    def _tell(self, unit: TranslationUnit) -> None:
        self._duplicates += 1
        if self._duplicate:
            self._duplicate(unit)

    def _learn(self, tag: str) -> None:
        self._languages.add(tag)
        self._connection.execute("INSERT OR IGNORE INTO language VALUES (?)", (tag,))

    def _remove(self) -> int:
        """Take out what the origin held before and was not met."""
        run = self._connection.execute
        left = "SELECT number FROM unit WHERE origin = ? AND number <= ? AND number NOT IN (SELECT unit FROM temp.met)"
        taken = run("INSERT OR IGNORE INTO gone (unit) " + left, (self._origin, self._last)).rowcount
        if taken > 0:
            run("DELETE FROM unit WHERE number IN (SELECT unit FROM gone)")
        return max(taken, 0)
