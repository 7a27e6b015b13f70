"""What a conversion could not carry over: the one shape in which the house says that something was lost."""

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What kind of thing was lost."""

    CONCEPT = "concept"
    LANGUAGE = "language"
    TERM = "term"
    STATUS = "status"
    PART_OF_SPEECH = "part of speech"
    TERM_TYPE = "term type"
    SUBJECT_FIELD = "subject field"
    DEFINITION = "definition"
    CONTEXT = "context"
    NOTE = "note"
    DATA_CATEGORY = "data category"
    MARKUP = "markup"
    ID = "id"
    UNIT = "unit"
    SEGMENT = "segment"
    CODE = "inline code"
    PROPERTY = "property"
    ATTRIBUTE = "attribute"
    HEADER = "header"
    ORDER = "order"


class Degree(StrEnum):
    """How much of it is left."""

    GONE = "gone"
    """Nothing of it is in the file, or the tool does not see it."""
    CHANGED = "changed"
    """It is there in another form: another spelling, a nearer value, another order."""
    MOVED = "moved"
    """All of it is there, in another place: a status that became a note."""


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """One thing that is not in the result as it was in the source."""

    subject: Subject
    degree: Degree
    why: str
    """One sentence, made by `say`: why, and what can be done."""
    id: str = ""
    """The concept or the unit."""
    language: str = ""
    """BCP 47; empty where it concerns no language."""
    text: str = ""
    """What was lost, as it was written."""
    became: str = ""
    """What it is now; empty where it is gone."""
    tool: str = ""
    """The tool by whose rules the file was read back; empty where the format itself has no place for it."""
    term: str = ""
    """The term of which it was said; empty where it was said of a whole language, concept or file."""
