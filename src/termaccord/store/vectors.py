"""Vectors of texts kept on disk under the hash of their text, in files that are written once and never change."""

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint8]
Rows = NDArray[np.float16]

KEY_BYTES = 16
SUFFIX = ".vectors"
LIMIT = 512 * 2**20
"""Bytes that the folder may hold; about half a million sentences."""
MANY = 24
"""Files from which on the small ones are made into one."""
SMALL = 16 * 2**20
STALE = 1000
"""Seconds older than the newest whole file: then an unfinished one belongs to a killed process."""


@dataclass(frozen=True, slots=True)
class _Shard:
    """One file: all keys, then all rows."""

    path: Path
    keys: Keys
    rows: Rows
    size: int
    changed: float


class Vectors:
    """
    A mapping from key to row that outlives the process.

    Any number of processes may read and write the same folder:
    a file appears under its name only when it is whole, and its name is the hash of what it holds.
    Two processes may compute the same row; then it is stored twice until files are merged.
    """

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._place: dict[bytes, tuple[Rows, int]] = {}
        for shard in _within(limit, _merged(folder, list(_shards(folder)))):
            self._add(shard)

    def __len__(self) -> int:
        return len(self._place)

    def get(self, key: bytes, /) -> Rows | None:
        """The row filed under `key`, or None."""
        place = self._place.get(key)
        return None if place is None else place[0][place[1]]

    def update(self, rows: Mapping[bytes, Rows], /) -> None:
        """File rows away, at once; all have the same width. A full or read-only disk only means no memory."""
        by_width: dict[int, list[bytes]] = {}
        for key, row in rows.items():
            by_width.setdefault(len(row), []).append(key)
        for keys in by_width.values():
            table = np.stack([np.asarray(rows[k], np.float16) for k in keys])
            with contextlib.suppress(OSError):
                _write(self._folder, keys, table)
            self._place.update({key: (table, i) for i, key in enumerate(keys)})

    def _add(self, shard: _Shard) -> None:
        flat = shard.keys.tobytes()
        for i in range(len(shard.keys)):
            self._place[flat[i * KEY_BYTES : (i + 1) * KEY_BYTES]] = (shard.rows, i)


def open_vectors(folder: Path, limit: int = LIMIT) -> Vectors:
    """The vectors kept in `folder`, made when it is first written; the oldest give way beyond `limit` bytes."""
    return Vectors(folder, limit)


def _write(folder: Path, keys: Sequence[bytes], rows: Rows) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    table = np.frombuffer(b"".join(keys), np.uint8).reshape(len(keys), KEY_BYTES)
    name = blake2b(table.tobytes(), digest_size=12).hexdigest()
    path = folder / f"{name}{SUFFIX}"
    unfinished = folder / f"{name}.{os.getpid()}.unfinished"
    with unfinished.open("wb") as file:
        np.save(file, table)
        np.save(file, rows)
    unfinished.replace(path)
    return path


def _shards(folder: Path) -> Iterator[_Shard]:
    """The whole files of a folder, oldest first; what cannot be read is removed, for it can be made again."""
    paths = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
    shards: list[_Shard] = []
    for path in paths:
        try:
            shards.append(_read(path))
        except FileNotFoundError:
            continue
        except (OSError, ValueError, EOFError):
            _remove(path)
    yield from sorted(shards, key=lambda s: (s.changed, s.path.name))


def _read(path: Path) -> _Shard:
    status = path.stat()
    with path.open("rb") as file:
        keys = np.load(file, allow_pickle=False)
        np.lib.format.read_magic(file)
        shape, _, kind = np.lib.format.read_array_header_1_0(file)
        offset = file.tell()
    whole = offset + int(np.prod(shape)) * kind.itemsize
    if keys.shape != (shape[0], KEY_BYTES) or kind != np.float16 or status.st_size != whole:
        raise ValueError(path.name)
    rows = np.memmap(path, np.float16, "r", offset, shape)
    return _Shard(path, keys, rows, status.st_size, status.st_mtime)


def _merged(folder: Path, shards: list[_Shard]) -> list[_Shard]:
    """Small files of one width made into one, when there are many."""
    small = [s for s in shards if s.size < SMALL]
    if len(small) < MANY:
        return shards
    kept = [s for s in shards if s.size >= SMALL]
    for width in sorted({s.rows.shape[1] for s in small}):
        group = [s for s in small if s.rows.shape[1] == width]
        try:
            kept.append(_read(_write_together(folder, group)))
        except OSError:
            return shards
    written = {s.path for s in kept}
    for shard in small:
        if shard.path not in written:
            _remove(shard.path)
    _sweep(folder)
    return kept


def _write_together(folder: Path, group: Sequence[_Shard]) -> Path:
    rows = {bytes(key): row for s in group for key, row in zip(s.keys, s.rows, strict=True)}
    return _write(folder, list(rows), np.stack(list(rows.values())))


def _within(limit: int, shards: list[_Shard]) -> list[_Shard]:
    """The youngest files that fit; the others are removed."""
    total = 0
    kept: list[_Shard] = []
    for shard in reversed(shards):
        total += shard.size
        if total > limit and kept:
            _remove(shard.path)
        else:
            kept.append(shard)
    return kept[::-1]


def _sweep(folder: Path) -> None:
    """Remove what killed processes left unfinished, unless it is young."""
    newest = max((p.stat().st_mtime for p in folder.glob(f"*{SUFFIX}")), default=0.0)
    for path in folder.glob("*.unfinished"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < newest - STALE:
                path.unlink()


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
