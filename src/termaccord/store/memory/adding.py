"""Putting the units of an origin into a store, batch by batch."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from termaccord.model import TranslationUnit
from termaccord.store.memory.perhaps import Perhaps
from termaccord.store.memory.records import UnitRow, listed, row
from termaccord.store.memory.schema import BY_IDENTITY, LAST_UNIT, SET_LAST_UNIT

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
Duplicate = Callable[[str, int | None], None]
"""Is told the id of a unit that stands among the new ones already, and its line where that is known."""
Batch = list[tuple[UnitRow, int | None]]
"""Rows, and the line of each: the units themselves would take a fifth of the time by lying about."""


class Adding:
    """One import into a store."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        origin: str,
        stamp: Stamp,
        replace: bool,
        duplicate: Duplicate | None,
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
        self._spoken: set[str] = set()
        """Languages of this import that the store does not know yet."""
        self._version = 0
        """SQLite's, which is another one when another process has written."""
        self._perhaps: Perhaps | None = None
        """Which identities may have come in; nothing where the origin held units before."""

    def run(self, units: Iterable[TranslationUnit]) -> Added:
        """Put them in; the caller undoes a batch that fails."""
        self._begin()
        stream = iter(units)
        run = self._connection.execute
        self._take_turn()
        for number, batch in enumerate(iter(lambda: self._next(stream), []), 1):
            self._put(batch)
            if number % _COMMITTED == 0:
                run("COMMIT")
                self._take_turn()
        run("COMMIT")
        stamp = self._stamp if isinstance(self._stamp, str) else self._stamp()
        whole = stamp is not None
        run("BEGIN IMMEDIATE")
        removed = self._remove() if self._replace and whole else 0
        run("UPDATE origin SET stamp = ? WHERE number = ?", (stamp or "", self._origin))
        run("COMMIT")
        return Added(self._added, self._unchanged, self._duplicates, removed)

    def _take_turn(self) -> None:
        """Begin a transaction; where another process has written since the last one, nothing is known to be new any more."""
        self._connection.execute("BEGIN IMMEDIATE")
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version, self._perhaps = version, None

    def _begin(self) -> None:
        run = self._connection.execute
        self._take_turn()
        run("INSERT OR IGNORE INTO origin (name, stamp) VALUES (?, '')", (self._name,))
        run("UPDATE origin SET stamp = '' WHERE name = ?", (self._name,))
        self._origin = run("SELECT number FROM origin WHERE name = ?", (self._name,)).fetchone()[0]
        last = run("SELECT max(place) FROM unit WHERE origin = ?", (self._origin,)).fetchone()[0]
        self._last = run("SELECT coalesce(max(number), 0) FROM unit").fetchone()[0]
        self._place = 0 if self._replace or last is None else last + 1
        self._perhaps = Perhaps() if last is None else None
        self._languages = {tag for (tag,) in run("SELECT tag FROM language")}
        run("COMMIT")
        run("CREATE TEMP TABLE IF NOT EXISTS met (unit INTEGER PRIMARY KEY)")
        run("DELETE FROM temp.met")

    def _next(self, stream: Iterator[TranslationUnit]) -> Batch:
        batch: Batch = []
        languages = self._languages
        for unit in islice(stream, _BATCH):
            variants = unit.variants
            for variant in variants:
                if variant.language not in languages:
                    self._spoken.add(variant.language)
            batch.append((row(unit), variants[0].line if variants else None))
        return batch

    def _put(self, batch: Batch) -> None:
        known = self._known(batch)
        last = self._connection.execute(LAST_UNIT).fetchone()
        following = last[0] + 1 if last else 1
        before = self._added
        if not known and len({held.identity for held, _line in batch}) == len(batch):
            self._put_new(batch, following)
        else:
            self._put_each(batch, following, known)
        self._connection.execute(SET_LAST_UNIT, (following - 1 + self._added - before,))
        self._learn()

    def _put_new(self, batch: Batch, following: int) -> None:
        """Put in units of which none has come before."""
        origin, place = self._origin, self._place
        numbered = enumerate(batch, place)
        shift = following - place
        new = [(at + shift, origin, at, *held) for at, (held, _line) in numbered]
        self._connection.executemany(_INSERT, new)
        self._place += len(new)
        self._added += len(new)

    def _put_each(self, batch: Batch, following: int, known: dict[int, tuple[int, int, bool]]) -> None:
        new: list[tuple[object, ...]] = []
        moved: list[tuple[int, int]] = []
        met: list[tuple[int]] = []
        for held, line in batch:
            former = known.get(held.identity)
            if former is None:
                known[held.identity] = (following, self._place, True)
                new.append((following, self._origin, self._place, *held))
                following += 1
                self._place += 1
            elif former[2]:
                self._tell(held.tuid, line)
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
        all_of_them = [held.identity for held, _line in batch]
        doubtful = self._perhaps.met(all_of_them) if self._perhaps else all_of_them
        if not doubtful:
            return {}
        self._connection.execute(BY_IDENTITY)
        identities = listed(doubtful)
        found = self._connection.execute(_KNOWN, (self._origin, identities)).fetchall()
        numbers = listed(number for _identity, number, _place in found if number <= self._last)
        query = "SELECT unit FROM temp.met WHERE unit IN (SELECT value FROM json_each(?))"
        met = (
            {number for (number,) in self._connection.execute(query, (numbers,))}
            if numbers != "[]"
            else set()
        )
        return {identity: (n, place, n > self._last or n in met) for identity, n, place in found}

    def _tell(self, tuid: str, line: int | None) -> None:
        self._duplicates += 1
        if self._duplicate:
            self._duplicate(tuid, line)

    def _learn(self) -> None:
        tags = [(tag,) for tag in sorted(self._spoken)]
        self._connection.executemany("INSERT OR IGNORE INTO language VALUES (?)", tags)
        self._languages |= self._spoken
        self._spoken.clear()

    def _remove(self) -> int:
        """Take out what the origin held before and was not met."""
        run = self._connection.execute
        left = "SELECT number FROM unit WHERE origin = ? AND number <= ? AND number NOT IN (SELECT unit FROM temp.met)"
        taken = run("INSERT OR IGNORE INTO gone (unit) " + left, (self._origin, self._last)).rowcount
        if taken > 0:
            run("DELETE FROM unit WHERE number IN (SELECT unit FROM gone)")
        return max(taken, 0)
