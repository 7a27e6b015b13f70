"""The one shape in which the house says that something is wrong."""

from dataclasses import dataclass
from enum import StrEnum

from termaccord.model.span import Span


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person can look."""

    file: str
    """The path as the user knows it."""
    unit: str = ""
    """A tuid, a concept id, a message id; empty where the file is plain text."""
    span: Span | None = None
    """Code points from the start of the text that a reader sees."""
    line: int | None = None
    """1-based line of the file, where the parser knows it."""
    column: int | None = None
    """1-based column, where the parser knows it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement that would mend a finding."""

    place: Place
    replacement: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and what to do now."""

    code: str
    message: str
    """One sentence, made by `say` so that it can be translated."""
    place: Place
    severity: Severity = Severity.WARNING
    related: tuple[Place, ...] = ()
    edits: tuple[Edit, ...] = ()
