"""The tables of a memory's store, and opening them."""

import secrets
import sqlite3
from pathlib import Path

from termaccord.model import UsageError, say

VERSION = 1
"""Of the tables; a store of a later one is not touched."""
_APPLICATION = 0x7EA7C02D
"""By which SQLite files of ours are known."""
_PATIENCE = 30.0
"""Seconds that a writer waits for another one to finish its batch."""

CACHE = 16_000
"""Kilobytes of the file that SQLite keeps in memory."""
_PAGE = 16_384
_LOG = 32 << 20
"""Bytes that are logged before they are moved to their places: a page that many units change is then written once."""

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE origin (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, stamp TEXT, details TEXT);
CREATE TABLE unit (number INTEGER PRIMARY KEY, origin INTEGER, place INTEGER, identity INTEGER, tuid TEXT,
                   changed TEXT, confidence REAL, content TEXT);
CREATE INDEX unit_by_place ON unit (origin, place);
CREATE TABLE language (tag TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE gone (place INTEGER PRIMARY KEY AUTOINCREMENT, unit INTEGER UNIQUE);
INSERT INTO sqlite_sequence VALUES ('unit', 0);
"""
"""The last number of a unit is kept where SQLite keeps those of other tables, but written once a batch and not once a unit."""

LAST_UNIT = "SELECT seq FROM sqlite_sequence WHERE name = 'unit'"
SET_LAST_UNIT = "UPDATE sqlite_sequence SET seq = ? WHERE name = 'unit'"
BY_IDENTITY = "CREATE INDEX IF NOT EXISTS unit_by_identity ON unit (identity, origin)"
"""Made when it is first asked: to put identities in order at once takes half the time of one by one."""


def connect(path: Path | None) -> sqlite3.Connection:
    """
    Open the store's file, made where there is none; without a path it lives in memory.

    Raises
    ------
    UsageError
        When the file is no store of ours, is damaged, is of a later version, or cannot be made.

    """
    if path is None:
        return _prepared(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            say(
                "cannot make the folder {path}: {reason}",
                path=str(path.parent),
                reason=error.strerror or str(error),
            )
        ) from error
    try:
        connection = _opened(path)
        return _prepared(connection)
    except sqlite3.OperationalError as error:
        raise UsageError(
            say("cannot open the memory {path}: {reason}", path=str(path), reason=str(error))
        ) from error
    except sqlite3.DatabaseError as error:
        raise UsageError(
            say(
                "{path} is damaged or no memory of termaccord ({reason}); move it away and import again",
                path=str(path),
                reason=str(error),
            )
        ) from error
    except _LaterError as later:
        raise UsageError(
            say(
                "{path} was written by a later termaccord (format {found}, this one knows {known}); update termaccord, "
                "or move the file away and import again",
                path=str(path),
                found=later.version,
                known=VERSION,
            )
        ) from None


class _LaterError(Exception):
    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


def _opened(path: Path) -> sqlite3.Connection:
    """Read and write where that is allowed, else read only."""
    address = path.absolute().as_uri()
    if not path.exists() or _writable(path):
        return sqlite3.connect(
            address, uri=True, isolation_level=None, check_same_thread=False, timeout=_PATIENCE
        )
    return sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None, check_same_thread=False)


def _writable(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        _make(connection)
    elif application != _APPLICATION:
        raise sqlite3.DatabaseError("another program's file")
    elif version > VERSION:
        raise _LaterError(version)
    connection.execute(f"PRAGMA cache_size = {-CACHE}")  # after the size of its pages is known
    # A crash of the program loses nothing that was committed, one of the machine at most the last batches.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG // _PAGE}")
    return connection


def _make(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA page_size = {_PAGE}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("SELECT 1 FROM sqlite_master").fetchone():  # another process was quicker
        connection.execute("ROLLBACK")
        return
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    connection.execute("INSERT INTO meta VALUES ('store', ?)", (secrets.token_hex(8),))
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")
