"""What a project has decided about its memory: the tables `[memory]`, `[memory.penalties]` and `[memory.origins]`."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from termaccord.model import UsageError, say
from termaccord.project.lint_settings import unknown_setting
from termaccord.text.fuzzy.points import Points

_FULL = 100
_Reader = Callable[[Path, str, object], object]
_COSTS = tuple(f.name for f in fields(Points) if isinstance(f.default, int) and f.name != "years")


@dataclass(frozen=True, slots=True)
class MemorySettings:
    """How the memory is asked; every setting has a default."""

    least: int = 70
    """Score that a match has at least."""
    limit: int = 5
    """How many matches at most."""
    points: Points = field(default_factory=Points)
    """What a match loses for what."""


def memory_settings(path: Path, table: object) -> MemorySettings:
    """
    The table `[memory]`.

    Raises
    ------
    UsageError
        When a setting is unknown or unusable.

    """
    readers: dict[str, _Reader] = {
        "least": _per_cent,
        "limit": _count,
        "confidence": _share,
        "years": _count,
        "machines": _words,
        "penalties": _penalties,
        "origins": _origins,
    }
    read: dict[str, Any] = {}
    for written, value in _table(path, "memory", table).items():
        if written not in readers:
            raise unknown_setting(path, f"memory.{written}", {f"memory.{k}": 0 for k in readers})
        read[written] = readers[written](path, f"memory.{written}", value)
    points = replace(Points(), **read.pop("penalties", {}))
    own = {key: read.pop(key) for key in ("confidence", "years", "machines", "origins") if key in read}
    return MemorySettings(**read, points=replace(points, **own))


def _penalties(path: Path, key: str, value: object) -> dict[str, int]:
    table = _table(path, key, value)
    for name, points in table.items():
        if name not in _COSTS:
            raise unknown_setting(path, f"{key}.{name}", {f"{key}.{k}": 0 for k in _COSTS})
        _per_cent(path, f"{key}.{name}", points)
    return table


def _origins(path: Path, key: str, value: object) -> tuple[tuple[str, int], ...]:
    table = _table(path, key, value)
    return tuple((pattern, _per_cent(path, f"{key}.{pattern}", points)) for pattern, points in table.items())


def _table(path: Path, key: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _unusable(path, key, say("a table: [{key}]", key=key))
    return value


def _words(path: Path, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise _unusable(path, key, say("a list of texts in quotes"))
    return tuple(value)


def _per_cent(path: Path, key: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _FULL:
        raise _unusable(path, key, say("a whole number from 0 to 100"))
    return value


def _count(path: Path, key: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _unusable(path, key, say("a whole number above 0"))
    return value


def _share(path: Path, key: str, value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise _unusable(path, key, say("a number from 0 to 1"))
    return float(value)


def _unusable(path: Path, key: str, wanted: str) -> UsageError:
    return UsageError(say("{path}: “{key}” must be {wanted}", path=str(path), key=key, wanted=wanted))
