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
    language: str = ""
    """BCP 47 of the variant that `span` counts in, where a unit holds several."""
    paragraph: int | None = None
    """1-based paragraph of a file that has no lines: headings, items and cells count, empty ones do not."""
    page: int | None = None
    """1-based page of such a file on which the paragraph begins, where the file says it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement that would mend a finding."""

    place: Place
    replacement: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Rendering:
    """One of several forms that compete for a thing, with every place where it stands."""

    text: str
    places: tuple[Place, ...]
    status: str = ""
    """`preferred` for the form proposed or decided; else the administrative status, where a glossary gives one."""
    note: str = ""
    """What is peculiar to this form, made by `say`: the transliteration scheme it follows."""


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
    rule: str = ""
    """Name of the rule; empty for what a parser found."""
    concept: str = ""
    """Id of the concept it is about, if any."""
    text: str = ""
    """The words at `place`."""
    preferred: str = ""
    """What should stand there."""
    variants: tuple[Rendering, ...] = ()
    """Of a conflict: every competing form, the preferred one first."""
    why: str = ""
    """The evidence, made by `say`: why these are one thing, and why that form is preferred."""
