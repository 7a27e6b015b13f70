"""Files of translations go into a memory: everything counted, nothing lost when it breaks off."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from termaccord.model import Finding, Place, Severity, UsageError, say
from termaccord.project.localised import beside
from termaccord.project.memory.intake.reading import Sides, Watched, importable, opened, units
from termaccord.project.memory.intake.remembered import Imported, recall, remember
from termaccord.project.memory.intake.screening import Screen
from termaccord.project.memory.intake.tally import Reason, Tally
from termaccord.store.memory.store import Added, MemoryStore

Step = Callable[[str, int, int], None]
Tell = Callable[[Finding], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be imported, and how."""

    paths: tuple[str, ...]
    """Files, and folders that are searched for TMX files."""
    origin: str = ""
    """What to call it; without it the path of each file."""
    languages: tuple[str, ...] = ()
    """Segments in others are left out; all are taken where this is empty."""
    source_language: str = ""
    target_language: str = ""
    """Of files that do not name their languages."""
    original: str = ""
    """The file that files of strings translate; empty: the one that their names tell."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of a file."""

    path: str
    origin: str
    read: int
    """Units in the file."""
    added: int
    unchanged: int
    """Units that the memory held of this origin already."""
    removed: int
    """Units that it held and that the file holds no more."""
    dropped: Mapping[Reason, int]
    changed: Mapping[Reason, int]
    findings: tuple[Finding, ...]
    """The first of every kind."""
    broken: bool = False
    """Whether the file could not be read to its end."""


def import_files(
    store: MemoryStore, request: Request, step: Step, root: Path | None = None, tell: Tell | None = None
) -> tuple[FileReport, ...]:
    """
    Put files into a memory; what was imported of one before is brought up to date, unit by unit.

    Parameters
    ----------
    store
        Is left with every batch that was finished, whatever happens.
    request
        Which files.
    step
        Is told how far the work is.
    root
        The project's folder: origins within it are named from there.
    tell
        Is given every finding as it arises; the reports keep only the first of each kind.

    Raises
    ------
    UsageError
        When the memory cannot be written, or a path does not exist.

    """
    beside.demand(request.original)
    named = list(_named(request, root))
    original = str(Path(request.original).resolve()) if request.original else ""
    entry = Imported("", request.languages, request.source_language, request.target_language, original)
    return tuple(_imported(store, path, origin, entry, step, tell) for path, origin in named)


def import_again(store: MemoryStore, step: Step, tell: Tell | None = None) -> tuple[FileReport, ...]:
    """Read again every file that was imported and has changed since, or whose units are not all there."""
    if store.folder is None:
        return ()
    stamps = store.origins()
    reports = []
    for origin, entry in recall(store.folder).items():
        path = Path(entry.path)
        if stamp_of(path, stamps.get(origin, "")) != stamps.get(origin) or not stamps.get(origin):
            reports.append(_imported(store, path, origin, entry, step, tell))
    return tuple(reports)


def _named(request: Request, root: Path | None) -> Iterator[tuple[Path, str]]:
    """The files that are meant, each with its origin."""
    taken: dict[str, Path] = {}
    paths = (path for given in request.paths for path in _files(Path(given)))
    for path in beside.without_originals(paths, request.original):
        origin = f"{request.origin}/{path.name}" if request.origin else _origin(path, root)
        if origin in taken and taken[origin] != path:
            raise UsageError(
                say(
                    "{one} and {two} would both be called {origin}; import them with different --origin",
                    one=str(taken[origin]),
                    two=str(path),
                    origin=origin,
                )
            )
        taken[origin] = path
        yield path, origin


def _files(path: Path) -> Sequence[Path]:
    if not path.is_dir():
        return (path,)
    found = [
        file
        for file in sorted(path.rglob("*"))
        if file.is_file() and importable(file, searched=True) and not beside.is_program(file)
    ]
    if not found:
        raise UsageError(say("there is nothing in {path} that can be imported", path=str(path)))
    return found


def _origin(path: Path, root: Path | None) -> str:
    absolute = path.resolve()
    base = root.resolve() if root else None
    return (absolute.relative_to(base) if base and absolute.is_relative_to(base) else absolute).as_posix()


def _imported(
    store: MemoryStore, path: Path, origin: str, entry: Imported, step: Step, tell: Tell | None
) -> FileReport:
    tally = Tally(str(path), tell)
    try:
        stream = opened(path)
    except UsageError as error:  # one file that may not be read does not stop the others
        unread = Finding("P012", error.message, Place(str(path)), Severity.ERROR)
        return FileReport(str(path), origin, 0, 0, 0, 0, {}, {}, (unread,), broken=True)
    absolute = replace(entry, path=str(path.resolve()))
    before = recall(store.folder) if store.folder else {}
    if store.folder is not None:  # at once, so that --again completes what is interrupted
        remember(store.folder, {**before, origin: absolute})
    with stream:
        added = import_stream(store, stream, path, origin, entry, tally, step)
    if store.folder is not None and tally.foreign:
        remember(store.folder, before)
    return _report(tally, origin, added)


def import_stream(
    store: MemoryStore,
    stream: BinaryIO,
    path: Path,
    origin: str,
    entry: Imported,
    tally: Tally,
    step: Step,
) -> Added:
    """Put an open file into a memory under the name `origin`."""
    before = path.stat()
    what = say("importing {file}", file=path.name)
    screen = Screen(tally, entry.languages)
    sides = Sides(entry.source_language, entry.target_language, entry.original)

    def told(position: int) -> None:
        step(what, position * 100 // max(before.st_size, 1), 100)

    watched = Watched(stream, told)

    def stamp() -> str | None:
        _in_these_languages(tally, screen)
        return None if tally.broken else _stamp(before.st_size, before.st_mtime_ns, watched.digest())

    def duplicate(tuid: str, line: int | None) -> None:
        tally.drop_at(Reason.DUPLICATE, say("the same stands in the file before"), tuid, line)

    passed = filter(None, map(screen, units(watched, str(path), tally, sides)))
    added = store.add(origin, passed, stamp=stamp, replace=True, duplicate=duplicate)
    step(what, 100, 100)
    for language in screen.unmet() if tally.read and not tally.foreign else ():
        met = ", ".join(sorted(screen.met)) or "–"
        message = say(
            "no segment is in {language}; the file has {languages}", language=language, languages=met
        )
        tally.hear_aside(Finding("P037", message, Place(tally.file)))
    return added


def _in_these_languages(tally: Tally, screen: Screen) -> None:
    """Break off where a file holds nothing in the languages that are meant: what it was imported as before stays."""
    if not tally.foreign:
        return
    tally.broken = True
    if screen.wanted:
        message = say(
            "nothing is imported, nothing taken out: no unit has two segments in the languages that were asked for; "
            "those of the file are {languages}",
            languages=", ".join(sorted(screen.met)),
        )
    else:
        message = say(
            "nothing is imported, nothing taken out: the file does not name its languages as it should; "
            "do so with --source-language and --target-language"
        )
    tally.hear_aside(Finding("P037", message, Place(tally.file), Severity.ERROR))


def _report(tally: Tally, origin: str, added: Added) -> FileReport:
    return FileReport(
        tally.file,
        origin,
        tally.read,
        added.added,
        added.unchanged,
        added.removed,
        dict(sorted(tally.dropped.items())),
        dict(sorted(tally.changed.items())),
        tuple(tally.findings),
        tally.broken,
    )


def _stamp(size: int, modified: int, digest: str) -> str:
    return f"{size} {modified} {digest}"


def stamp_of(path: Path, known: str) -> str:
    """
    The stamp of a file as it is now: size, time of the last change, digest; empty where there is no file.

    The file is read only where size or time differ from the `known` stamp's.
    """
    try:
        status = path.stat()
        if known.startswith(f"{status.st_size} {status.st_mtime_ns} "):
            return known
        with path.open("rb") as stream:
            return _stamp(status.st_size, status.st_mtime_ns, Watched(stream).digest())
    except OSError:
        return ""


def same_content(one: str, two: str) -> bool:
    """Whether two stamps are of files with the same bytes."""
    return bool(one) and bool(two) and one.rpartition(" ")[2] == two.rpartition(" ")[2]


def what_was_wrong(reports: Sequence[FileReport]) -> tuple[Finding, ...]:
    """The findings of all files, in order."""
    return tuple(finding for report in reports for finding in report.findings)
