"""Concepts and the terms that name them, after ISO 30042:2019."""

from dataclasses import dataclass
from enum import StrEnum

Attributes = tuple[tuple[str, str], ...]
"""Names and values in file order; ``xml:lang`` keeps its prefix."""


class Status(StrEnum):
    """Administrative status of a term."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Markup:
    """A stretch of a text inside an element: hi, foreign, bpt, ept, ph, sc or ec."""

    tag: str
    content: "MarkedText" = ()
    attributes: Attributes = ()


MarkedText = tuple[str | Markup, ...]
"""A text with its markup; empty where the text is plain.
Where it disagrees with the plain text beside it, the text wins."""


@dataclass(frozen=True, slots=True)
class DataCategory:
    """Anything an entry says that no rule reads: kept in file order so that writing loses nothing."""

    kind: str
    """The element's name in the 2008 edition: descrip, note, admin, transacGrp, xref …"""
    type: str = ""
    text: str = ""
    attributes: Attributes = ()
    """All but ``type``."""
    children: tuple["DataCategory", ...] = ()
    marked: MarkedText = ()


@dataclass(frozen=True, slots=True)
class Description:
    """A definition or a context, with where it comes from."""

    text: str
    source: str = ""
    marked: MarkedText = ()
    attributes: Attributes = ()
    """Of the ``descrip`` itself, ``type`` apart."""
    extra: tuple[DataCategory, ...] = ()
    """What else the ``descripGrp`` holds: a second source, notes, references."""


@dataclass(frozen=True, slots=True)
class Term:
    """One name of a concept in one language."""

    text: str
    status: Status | None = None
    """None: the file does not say, and we do not guess."""
    part_of_speech: str = ""
    term_type: str = ""
    """fullForm, acronym, abbreviation, shortForm, variant or phrase."""
    contexts: tuple[Description, ...] = ()
    extra: tuple[DataCategory, ...] = ()
    id: str = ""
    status_as_written: str = ""
    """The file's own word where it is not the 2008 edition's for `status`.
    Believed only while it still means `status`."""
    marked: MarkedText = ()


@dataclass(frozen=True, slots=True)
class LanguageSection:
    """The terms of a concept in one language, preferred first."""

    language: str
    """BCP 47."""
    terms: tuple[Term, ...]
    definition: Description | None = None
    extra: tuple[DataCategory, ...] = ()
    attributes: Attributes = ()
    """All but ``xml:lang``."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning, however many words name it."""

    id: str
    languages: tuple[LanguageSection, ...]
    subject_field: str = ""
    definition: Description | None = None
    extra: tuple[DataCategory, ...] = ()
    attributes: Attributes = ()
    """All but ``id``."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """A termbase file: concepts in file order and what its header says."""

    concepts: tuple[Concept, ...]
    title: str = ""
    language: str = "en"
    extra: tuple[DataCategory, ...] = ()
    """The rest of the header and the back matter: sourceDesc, publicationStmt, revisionDesc, refObjectList …"""
