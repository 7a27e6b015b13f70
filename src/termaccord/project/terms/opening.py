"""Opening the index over glossary files, which are parsed only where they have changed."""

import contextlib
import hashlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from termaccord.project.files import keep_unversioned, read
from termaccord.project.glossaries import parsed
from termaccord.project.settings import Settings
from termaccord.store.termbase import Source, Termbase

KEPT = 8
"""Indexes over glossaries that a user has named; the oldest give way."""
PROPOSED = ".proposed.tbx"


def open_termbase(paths: Sequence[Path], index: Path | None) -> Termbase:
    """
    The index over these glossaries, the first of them asked first; None for `index` keeps it in memory.

    Raises
    ------
    UsageError
        When a glossary does not exist.

    """
    return Termbase.over(index, [_source(path) for path in paths])


def _source(path: Path) -> Source:
    data = read(path)
    digest = f"{path.suffix.lower()} {hashlib.sha256(data).hexdigest()}"
    return Source(str(path), digest, partial(parsed, path, data), path.name.endswith(PROPOSED))


def index_of(settings: Settings | None, given: Sequence[str], cache: Path) -> Path:
    """Where the index is kept: the project's own, or one for each choice of glossaries that a user names."""
    if settings and not given:
        keep_unversioned(settings.cache_folder)
        return settings.cache_folder / "index.sqlite3"
    paths = "\n".join(str(Path(path).absolute()) for path in given)
    name = hashlib.sha256(paths.encode(errors="surrogateescape")).hexdigest()[:16]
    chosen = cache / "lookup" / f"{name}.sqlite3"
    _forget(chosen)
    return chosen


def _forget(chosen: Path) -> None:
    """Remove the oldest indexes beyond the number that is kept."""
    with contextlib.suppress(OSError):
        others = [path for path in chosen.parent.glob("*.sqlite3") if path != chosen]
        others.sort(key=lambda path: (path.stat().st_mtime, path.name))
        for path in others[: max(0, len(others) - KEPT + 1)]:
            path.unlink()
