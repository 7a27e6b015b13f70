"""Which memory files a command is about."""

from collections.abc import Sequence
from pathlib import Path

from termaccord.model import UsageError, say
from termaccord.project.settings import find_settings


def memory_paths(given: Sequence[str]) -> tuple[tuple[str, Path], ...]:
    """
    The TMX files that are meant, as names and paths, folders searched through; without any, those of the project around.

    Raises
    ------
    UsageError
        Where there is no such path, no project, or no TMX file.

    """
    named = tuple(given) or (_of_project(),)
    found: list[tuple[str, Path]] = []
    for name in named:
        path = Path(name)
        if path.is_dir():
            found += [(str(p), p) for p in sorted(path.rglob("*.tmx"))]
        elif path.exists():
            found.append((name, path))
        else:
            raise UsageError(say("no such file: {path}", path=name))
    if not found:
        raise UsageError(say("there is no TMX file in {path}", path=", ".join(named)))
    return tuple(dict.fromkeys(found))


def _of_project() -> str:
    """The memory's folder as the user would name it."""
    settings = find_settings(Path.cwd())
    if settings is None:
        raise UsageError(say("no memory is named and there is no project here; name a TMX file or a folder"))
    folder, here = settings.memory_folder, Path.cwd().resolve()
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)
