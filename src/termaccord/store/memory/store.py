"""A memory's store: units in SQLite, and an index of each language that is asked for."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from termaccord.model import StoredUnit, TranslationUnit, UsageError, say
from termaccord.store.memory.adding import Added, Adding, Duplicate, Stamp
from termaccord.store.memory.index import Candidate, Index
from termaccord.store.memory.rarely import rarely_collecting
from termaccord.store.memory.records import listed, stored
from termaccord.store.memory.schema import connect
from termaccord.store.memory.sorting import Watch
from termaccord.text.analyser import primary_language

__all__ = ["Added", "Candidate", "MemoryStore", "Watch"]

FILE = "units.sqlite3"
_AT_ONCE = 1000
"""Units that are read together from a stream."""
_UNITS = """SELECT unit.number, origin.name, place, tuid, changed, confidence, content
    FROM unit JOIN origin ON origin.number = unit.origin WHERE unit.number IN (SELECT value FROM json_each(?))"""

_FOLLOWING = """SELECT number, ?1, place, tuid, changed, confidence, content FROM unit
    WHERE origin = (SELECT number FROM origin WHERE name = ?1) AND (place, number) > (?2, ?3)
    ORDER BY place, number LIMIT ?4"""


class MemoryStore:
    """
    A translation memory that answers at once whatever its size.

    Several processes may read beside one that writes; each sees what was committed.
    Made by `open`; close it, or use it as a context manager.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path | None) -> None:
        self.connection = connection
        self.folder = folder
        self.watch: Watch | None = None
        """Is told how far an index is while it is made."""
        self._indexes: dict[str, Index] = {}
        self._seen: dict[str, tuple[int, int]] = {}

    @classmethod
    def open(cls, folder: Path | None) -> Self:
        """
        Open the store in a folder, made where there is none; without a folder it lives in memory.

        Raises
        ------
        UsageError
            When the folder holds something else, a damaged store or one of a later version, or cannot be written.

        """
        return cls(connect(folder / FILE if folder else None), folder)

    def close(self) -> None:
        """Give the files back."""
        self._indexes.clear()
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return int(self.connection.execute("SELECT count(*) FROM unit").fetchone()[0])

    # -- putting in and taking out --------------------------------------------------------------------------------

    def add(
        self,
        origin: str,
        units: Iterable[TranslationUnit],
        *,
        stamp: Stamp = "",
        replace: bool = False,
        duplicate: Duplicate | None = None,
    ) -> Added:
        """
        Put units in, batch by batch; a crash leaves whole batches.

        Parameters
        ----------
        origin
            What the units are from; their places are counted within it.
        units
            May be of any number; they are read once.
        stamp
            By which the caller knows the state of the origin again; it is kept when all units are in.
            A function is asked for it then; where it answers None, the units broke off, and nothing is taken out.
        replace
            Whether `units` is all that the origin holds: what it held before and holds no more is taken out.
        duplicate
            Is told of every unit that the origin holds already, or twice.

        Raises
        ------
        UsageError
            When the disk is full or cannot be written.

        """
        with self._writing(), rarely_collecting():
            return Adding(self.connection, origin, stamp, replace, duplicate).run(units)

    def delete(self, numbers: Iterable[int]) -> int:
        """Take units out; answers how many there were."""
        wanted = listed(numbers)
        run = self.connection.execute
        with self._writing():
            run("BEGIN IMMEDIATE")
            query = "INSERT OR IGNORE INTO gone (unit) SELECT number FROM unit WHERE number IN (SELECT value FROM json_each(?))"
            taken = run(query, (wanted,)).rowcount
            run("DELETE FROM unit WHERE number IN (SELECT value FROM json_each(?))", (wanted,))
            run("COMMIT")
        return max(taken, 0)

    def forget(self, origin: str) -> int:
        """Take out everything of an origin, and its name; answers how many units there were."""
        query = (
            "SELECT unit.number FROM unit JOIN origin ON origin.number = unit.origin WHERE origin.name = ?"
        )
        taken = self.delete(number for (number,) in self.connection.execute(query, (origin,)).fetchall())
        with self._writing():
            self.connection.execute("DELETE FROM origin WHERE name = ?", (origin,))
        return taken

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Undo what is unfinished when something goes wrong, and say what."""
        try:
            yield
        except sqlite3.Error as error:
            raise UsageError(
                say(
                    "cannot write the memory {path}: {reason}; what was finished before is kept",
                    path=str(self.folder),
                    reason=str(error),
                )
            ) from error
        finally:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")

    # -- what is there --------------------------------------------------------------------------------------------

    def origins(self) -> dict[str, str]:
        """Every origin and its stamp; the stamp is empty where an import has not come to its end."""
        return dict(self.connection.execute("SELECT name, stamp FROM origin ORDER BY name"))

    def languages(self) -> tuple[str, ...]:
        """Every language tag that segments have."""
        return tuple(tag for (tag,) in self.connection.execute("SELECT tag FROM language ORDER BY tag"))

    def units(self, numbers: Sequence[int]) -> list[StoredUnit]:
        """The units with these numbers, in this order; those that are gone are left out."""
        rows = self.connection.execute(_UNITS, (listed(numbers),))
        found = {row[0]: stored(*row) for row in rows}
        return [found[number] for number in numbers if number in found]

    def stream(self, origins: Sequence[str] | None = None) -> Iterator[StoredUnit]:
        """Every unit in order of origin and place, in bounded memory."""
        for origin in sorted(self.origins()) if origins is None else origins:
            place, number = -1, 0
            while rows := self.connection.execute(_FOLLOWING, (origin, place, number, _AT_ONCE)).fetchall():
                for row in rows:
                    yield stored(*row)
                number, _origin, place, *_rest = rows[-1]

    def neighbours(self, unit: StoredUnit) -> tuple[StoredUnit | None, StoredUnit | None]:
        """The units before and behind a unit in its origin."""
        query = """SELECT unit.number, place FROM unit JOIN origin ON origin.number = unit.origin
            WHERE origin.name = ? AND place IN (?, ?) ORDER BY unit.number"""
        rows = self.connection.execute(query, (unit.origin, unit.place - 1, unit.place + 1)).fetchall()
        found = {one.place: one for one in self.units([number for number, _place in rows])}
        return found.get(unit.place - 1), found.get(unit.place + 1)

    # -- asking ---------------------------------------------------------------------------------------------------

    def index(self, language: str) -> Index:
        """The index of a language, up to date; made where there is none, which takes a while for a large memory."""
        primary = primary_language(language)
        index = self._indexes.get(primary)
        if index is None:
            mark = self.connection.execute("SELECT value FROM meta WHERE name = 'store'").fetchone()[0]
            folder = self.folder / "index" if self.folder else None
            index = self._indexes[primary] = Index(self.connection, folder, primary, mark)
        # Other connections' commits change the one, ours the other.
        seen = (self.connection.execute("PRAGMA data_version").fetchone()[0], self.connection.total_changes)
        if self._seen.get(primary) != seen:
            with rarely_collecting():
                index.refresh(self.watch)
            self._seen[primary] = seen
        return index

    def nearest(
        self,
        compared: str,
        language: str,
        least: float = 0.7,
        limit: int = 5,
        by: Literal["characters", "words"] = "characters",
    ) -> list[Candidate]:
        """
        Units whose segments are most alike to a compared form, best first.

        Parameters
        ----------
        compared
            Made by `text.fuzzy.comparable.comparable`.
        language
            Tag of the segments among which it is looked for; regions do not matter.
        least
            Likeness from 0 to 1 that is wanted at least.
        limit
            How many different compared forms at most.
        by
            What is counted as an edit: a character or a word.

        """
        if not compared:
            return []
        return self.index(language).nearest(compared, max(least, 0.01), limit, words=by == "words")

    def same(self, compared: str, language: str) -> list[int]:
        """Numbers of the units whose segment in a language has exactly this compared form, rising."""
        return self.index(language).same(compared) if compared else []
