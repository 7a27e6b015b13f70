"""Opening a project's memory: what was imported, and the project's own TMX files as they are now."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from termaccord.model import Finding, UsageError, say
from termaccord.project.files import keep_unversioned
from termaccord.project.settings import Settings, find_settings, user_cache
from termaccord.store.memory.store import FILE, MemoryStore

Step = Callable[[str, int, int], None]
FOLDER = "memory"


def silent(_what: str, _done: int, _all: int) -> None:
    """Take progress and tell nobody."""


@dataclass(frozen=True, slots=True)
class OpenedMemory:
    """A memory ready to be asked, and what was wrong with the project's own files."""

    store: MemoryStore
    settings: Settings | None = None
    """Of the project that it belongs to."""
    findings: tuple[Finding, ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()


def open_memory(
    folder: Path | None = None, start: Path | None = None, step: Step = silent, *, made: bool = False
) -> OpenedMemory:
    """
    Open the memory that is meant, made where there is none.

    Parameters
    ----------
    folder
        A memory's own folder, which stands for itself.
        Without it the memory is that of the project around `start`, and holds the project's `tmx/` as it is now;
        outside every project it is the user's.
    start
        Where to look for a project; without it, the current folder.
    step
        Is told how far the work is.
    made
        Whether a memory must be in `folder` already: who only reads has mistyped the name of one that is not there.

    Raises
    ------
    UsageError
        When the folder holds something else, a damaged store or one of a later version, or cannot be written.

    """
    if made and folder is not None and not (folder / FILE).is_file():
        raise UsageError(
            say(
                "there is no memory in {folder}; “termaccord memory import --memory {folder} FILE” makes one",
                folder=str(folder),
            )
        )
    settings = find_settings(start or Path.cwd())
    store = MemoryStore.open(folder or (settings.cache_folder if settings else user_cache()) / FOLDER)
    store.watch = lambda done, total: step(say("making the index"), done * 100 // max(total, 1), 100)
    if settings is None or folder is not None:
        return OpenedMemory(store, settings)
    keep_unversioned(settings.cache_folder)
    try:
        return OpenedMemory(store, settings, _up_to_date(store, settings, step))
    except BaseException:
        store.close()
        raise


def _up_to_date(store: MemoryStore, settings: Settings, step: Step) -> tuple[Finding, ...]:
    """Bring the units of the project's own files to what the files hold now."""
    from termaccord.project.memory.importing import import_stream, same_content, stamp_of  # noqa: PLC0415  # only where a project has files
    from termaccord.project.memory.intake.reading import opened  # noqa: PLC0415
    from termaccord.project.memory.intake.remembered import Imported  # noqa: PLC0415
    from termaccord.project.memory.intake.tally import Tally  # noqa: PLC0415

    stamps = store.origins()
    prefix = f"{settings.tmx}/"
    files = {
        path.relative_to(settings.root).as_posix(): path
        for path in sorted(settings.memory_folder.rglob("*.tmx"))
    }
    findings: list[Finding] = []
    for origin, path in files.items():
        known = stamps.get(origin, "")
        now = stamp_of(path, known)
        if now and same_content(now, known):
            if now != known:
                store.add(origin, (), stamp=now)
            continue
        tally = Tally(str(path))
        with opened(path) as stream:
            import_stream(store, stream, path, origin, Imported(str(path)), tally, step)
        # What is doubled or empty in our own files is told by `memory clean` and by lint.
        findings += [finding for finding in tally.findings if finding.code.startswith("F")]
    for origin in stamps:
        if origin.startswith(prefix) and origin not in files:
            store.forget(origin)
    return tuple(findings)
