"""What extraction hands over: names with their renderings and every place they stand."""

from dataclasses import dataclass
from enum import StrEnum

from termaccord.model.span import Span


class Category(StrEnum):
    """What a name names."""

    BODY = "body"
    EXERCISE = "exercise"
    OPERATION = "operation"
    MOTTO = "motto"
    DOCUMENT = "document"
    PERSON = "person"
    POSITION = "position"
    EVENT = "event"
    PROGRAMME = "programme"
    PLACE = "place"
    CONCEPT = "concept"


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One place where a term stands."""

    document: str
    """The path as the corpus names it."""
    span: Span
    text: str
    """The words as they stand there, inflected."""
    unit: str = ""
    """Id of the translation unit, for a bilingual file."""


@dataclass(frozen=True, slots=True)
class ProposedTerm:
    """A term in citation form with its occurrences."""

    language: str
    text: str
    abbreviation: bool = False
    score: float = 0.0
    """0 to 1: how sure we are that this is a term of its concept."""
    occurrences: tuple[Occurrence, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedConcept:
    """One thing and all its names, in falling order of score."""

    id: str
    category: Category
    score: float
    terms: tuple[ProposedTerm, ...]


@dataclass(frozen=True, slots=True)
class Rejection:
    """A proposal that a person has turned down, or a name of an accepted concept that he has left out."""

    concept: str
    """The id it was proposed by."""
    names: tuple[tuple[str, str], ...]
    """Language and text of each name."""
    why: str = ""
    by: str = ""
    date: str = ""
    """ISO 8601."""
