"""What a memory has been filled with, so that it can be filled again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from termaccord.project.files import write

NAME = "imports.json"


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was imported, and how."""

    path: str
    """Absolute."""
    languages: tuple[str, ...] = ()
    source_language: str = ""
    target_language: str = ""
    original: str = ""
    """Absolute; of a file of strings the one that it translates."""


def recall(folder: Path) -> dict[str, Imported]:
    """What was imported into the memory in `folder`, by origin."""
    try:
        table = json.loads((folder / NAME).read_text("utf-8"))
        return {
            origin: Imported(**{**entry, "languages": tuple(entry["languages"])})
            for origin, entry in table.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}  # there is none, or it is of no use; nothing but convenience is lost


def remember(folder: Path, imports: Mapping[str, Imported]) -> None:
    """Keep what was imported."""
    table = {origin: asdict(entry) for origin, entry in sorted(imports.items())}
    write(folder / NAME, (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode())
