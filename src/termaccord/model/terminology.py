"""Concepts and the terms that name them, after ISO 30042:2019."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Administrative status of a term."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class DataCategory:
    """Anything an entry says that no rule reads: kept in file order so that writing loses nothing."""

    kind: str
    """The element's name in the 2008 edition: descrip, note, admin, transacGrp, xref …"""
    type: str = ""
    text: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["DataCategory", ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """A definition or a context, with where it comes from."""

    text: str
    source: str = ""


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


@dataclass(frozen=True, slots=True)
class LanguageSection:
    """The terms of a concept in one language, preferred first."""

    language: str
    """BCP 47."""
    terms: tuple[Term, ...]
    definition: Description | None = None
    extra: tuple[DataCategory, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning, however many words name it."""

    id: str
    languages: tuple[LanguageSection, ...]
    subject_field: str = ""
    definition: Description | None = None
    extra: tuple[DataCategory, ...] = ()


@dataclass(frozen=True, slots=True)
class Glossary:
    """A termbase file: concepts in file order and what its header says."""

    concepts: tuple[Concept, ...]
    title: str = ""
    language: str = "en"
    extra: tuple[DataCategory, ...] = ()
