"""Reading and writing files: whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from termaccord.model import say
from termaccord.project.errors import UsageError


def write(path: Path, data: bytes) -> bool:
    """
    Put `data` at `path` in one step; nobody ever sees half a file.

    Returns whether the file changed; a file that already holds `data` is left alone, its time stamp included.

    Raises
    ------
    UsageError
        When the folder cannot be made or written to, or the disk is full.

    """
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(say("cannot write {path}: {reason}", path=str(path), reason=reason)) from error
    return True


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """
    A stream whose content stands at `path` when the block has ended, and not at all when it breaks off.

    Raises
    ------
    UsageError
        When the folder cannot be made or written to, or the disk is full.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _replacing(path) as out:
            yield out
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(say("cannot write {path}: {reason}", path=str(path), reason=reason)) from error


def _replace(path: Path, data: bytes) -> None:
    with _replacing(path) as out:
        out.write(data)


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    if path.exists() and not path.is_file():  # /dev/null, /dev/stdout or a pipe stays what it is
        with path.open("wb") as out:
            yield out
        return
    path = path.resolve()  # a link stays a link
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w+b") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Who may read and write: as it is, or for a new file as the umask lets it be; mkstemp makes private files."""
    if path.is_file():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def remove(path: Path) -> None:
    """
    Take a file away.

    Raises
    ------
    UsageError
        When the folder cannot be written to.

    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(say("cannot remove {path}: {reason}", path=str(path), reason=reason)) from error


def keep_unversioned(folder: Path) -> None:
    """Have git leave a folder alone that holds what can be made again; where nothing can be written, nothing is."""
    with suppress(UsageError):
        write(folder / ".gitignore", b"*\n")


def read(path: Path) -> bytes:
    """
    The bytes of `path`.

    Raises
    ------
    UsageError
        When there is no such file or it may not be read.

    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UsageError(say("no such file: {path}", path=str(path))) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(say("cannot read {path}: {reason}", path=str(path), reason=reason)) from error
