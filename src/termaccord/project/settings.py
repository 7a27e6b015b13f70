"""What a project has decided for itself, in `termaccord.toml` or in `[tool.termaccord]` of `pyproject.toml`."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from termaccord.formats.flavours.flavour import Tool
from termaccord.model import say
from termaccord.project.errors import UsageError
from termaccord.project.lint_settings import LintSettings, Outlet, lint_settings, outlets, unknown_setting
from termaccord.project.memory.settings import MemorySettings, memory_settings

NAMES = ("termaccord.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project folder; every one has a default."""

    root: Path
    subject: str = "terms"
    """Name of the glossary files: glossary/SUBJECT.tbx and glossary/SUBJECT.proposed.tbx."""
    subject_field: str = ""
    """Written into every concept that is proposed; texts of another subject get that subject's name."""
    corpus: str = "corpus"
    glossary: str = "glossary"
    tmx: str = "tmx"
    exports: str = "exports"
    """Folder of the files for CAT tools: exports/TOOL/SUBJECT.tbx."""
    tools: tuple[str, ...] = ()
    """CAT tools for which a build writes the accepted glossaries."""
    least_confidence: float = 0.5
    """Beads below it stay out of the memory; they are counted."""
    lint: LintSettings = field(default_factory=LintSettings)
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    """By name."""
    memory: MemorySettings = field(default_factory=MemorySettings)

    @property
    def corpus_folder(self) -> Path:
        return self.root / self.corpus

    def accepted_glossary(self, subject: str = "") -> Path:
        """The file that only people change."""
        return self.root / self.glossary / f"{subject or self.subject}.tbx"

    def proposed_glossary(self, subject: str = "") -> Path:
        """The file that every build rewrites."""
        return self.root / self.glossary / f"{subject or self.subject}.proposed.tbx"

    def rejected_list(self, subject: str = "") -> Path:
        """The file that says what people have turned down, so that no build proposes it again."""
        return self.root / self.glossary / f"{subject or self.subject}.rejected.tsv"

    @property
    def exports_folder(self) -> Path:
        return self.root / self.exports

    @property
    def memory_folder(self) -> Path:
        return self.root / self.tmx

    @property
    def cache_folder(self) -> Path:
        return self.root / ".termaccord"


def open_settings(root: Path) -> Settings:
    """
    The settings of the project folder `root`.

    Raises
    ------
    UsageError
        When the folder or its settings file does not exist or holds something unusable.

    """
    if not root.is_dir():
        raise UsageError(say("no such project folder: {path}", path=str(root)))
    for name in NAMES:
        table = _table(root / name)
        if table is not None:
            return _settings(root, root / name, table)
    raise UsageError(
        say(
            "{path} is not a termaccord project: it needs a termaccord.toml; an empty one will do",
            path=str(root),
        )
    )


def find_settings(start: Path) -> Settings | None:
    """The settings of the nearest folder upwards that has any."""
    for folder in (start.resolve(), *start.resolve().parents):
        for name in NAMES:
            table = _table(folder / name)
            if table is not None:
                return _settings(folder, folder / name, table)
    return None


def user_cache() -> Path:
    """The project's cache when one stands in a project folder, else the user's (XDG base directories)."""
    settings = find_settings(Path.cwd())
    if settings is not None:
        return settings.cache_folder
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "termaccord"


def _table(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            say("{path} is not valid TOML: {reason}", path=str(path), reason=str(error))
        ) from error
    if path.name == "pyproject.toml":
        table = data.get("tool", {}).get("termaccord")
        return table if isinstance(table, dict) else None
    return data


def _settings(root: Path, path: Path, table: dict[str, Any]) -> Settings:
    own = dict(table)
    checking = lint_settings(path, own.pop("lint", {}))
    publishers = outlets(path, own.pop("outlet", {}))
    asking = memory_settings(path, own.pop("memory", {}))
    known = {
        f.name: f.default for f in fields(Settings) if f.name not in {"root", "lint", "outlets", "memory"}
    }
    wanted = _tools(path, own.pop("tools", []))
    for key, value in own.items():
        if key not in known:
            raise unknown_setting(path, key, known)
        _demand_type(path, key, value, known[key])
    return Settings(root, **own, tools=wanted, lint=checking, outlets=publishers, memory=asking)


def _tools(path: Path, value: object) -> tuple[str, ...]:
    """The tools that a build writes for, each once, in the order of the settings."""
    known = [tool.value for tool in Tool]
    if not isinstance(value, list) or any(one not in known for one in value):
        raise UsageError(
            say("{path}: “tools” must be a list out of {known}", path=str(path), known=", ".join(known))
        )
    return tuple(dict.fromkeys(value))


def _demand_type(path: Path, key: str, value: object, default: object) -> None:
    if isinstance(default, float) and isinstance(value, int | float) and not isinstance(value, bool):
        if not 0 <= value <= 1:
            raise UsageError(say("{path}: “{key}” must lie between 0 and 1", path=str(path), key=key))
        return
    if type(value) is not type(default):
        wanted = say("a number") if isinstance(default, float) else say("text in quotes")
        raise UsageError(say("{path}: “{key}” must be {wanted}", path=str(path), key=key, wanted=wanted))
