"""An SQLite file that is rebuilt whenever what it was made of has changed; never the truth."""

import contextlib
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from termaccord.model import Finding, Place, Severity, say


@dataclass(frozen=True, slots=True)
class Recipe:
    """What an index is made of and how."""

    schema: str
    """CREATE statements."""
    stamp: str
    """Changes whenever the file must be made anew: the schema's version and the digest of what goes in."""
    fill: Callable[[sqlite3.Connection], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection to an index that is up to date, and what stood in the way of keeping it on disk."""

    connection: sqlite3.Connection
    rebuilt: bool
    findings: tuple[Finding, ...] = ()


def open_index(path: Path | None, recipe: Recipe) -> Opened:
    """
    Open the index at `path`, made anew where it is missing, damaged or not of this stamp.

    It is made beside its place and moved there whole, so that a reader sees the old one or the new one.
    Without a path, or where the disk cannot be written, it lives in memory for as long as the connection.
    """
    if path is None:
        return Opened(_made(":memory:", recipe), rebuilt=True)
    current = _current(path, recipe.stamp)
    if current is not None:
        return Opened(current, rebuilt=False)
    try:
        return Opened(_replaced(path, recipe), rebuilt=True)
    except (OSError, sqlite3.Error) as error:
        message = say(
            "the index {file} cannot be written ({why}); free the disk or change its place, it is kept in memory",
            file=path,
            why=error,
        )
        finding = Finding("S101", message, Place(str(path)), Severity.WARNING)
        return Opened(_made(":memory:", recipe), rebuilt=True, findings=(finding,))


def _current(path: Path, stamp: str) -> sqlite3.Connection | None:
    """The index as it stands, if it is one of ours with this stamp."""
    if not path.is_file():
        return None
    connection = None
    try:
        connection = _connect(f"{path.absolute().as_uri()}?mode=ro")
        found = connection.execute("SELECT value FROM meta WHERE name = 'stamp'").fetchone()
    except sqlite3.Error:
        found = None
    if found == (stamp,):
        return connection
    if connection is not None:
        connection.close()
    return None


def _replaced(path: Path, recipe: Recipe) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        beside.unlink(missing_ok=True)
        _made(beside.absolute().as_uri(), recipe).close()
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    return _connect(f"{path.absolute().as_uri()}?mode=ro")


def _made(address: str, recipe: Recipe) -> sqlite3.Connection:
    connection = _connect(address)
    # Nothing is lost when this breaks off: the file has no name that anyone opens until it is whole.
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    with connection:
        connection.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID")
        connection.executescript(recipe.schema)
        recipe.fill(connection)
        connection.execute("INSERT INTO meta VALUES ('stamp', ?)", (recipe.stamp,))
    return connection


def _connect(address: str) -> sqlite3.Connection:
    return sqlite3.connect(address, uri=address != ":memory:", check_same_thread=False)
