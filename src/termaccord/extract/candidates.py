"""Names and terms that stand in documents of one language, with every place where they are mentioned."""

from collections.abc import Sequence
from dataclasses import dataclass

from termaccord.model import Category, Document, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a candidate stands."""

    document: str
    """`Document.name`."""
    span: Span
    text: str
    """The words as they stand there, inflected."""
    unit: str = ""
    """Id of the translation unit, for a bilingual file."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name or term of one language."""

    language: str
    text: str
    """Citation form."""
    category: Category
    score: float
    """Termhood from 0 to 1."""
    mentions: tuple[Mention, ...]
    """In order of document and place."""
    abbreviation: bool = False
    cues: tuple[str, ...] = ()
    """Why it was taken: “quoted”, “head noun”, “title before name” …"""
    key: str = ""
    """What mentions were grouped by: folded lemmas, years kept."""
    expansion: str = ""
    """For an abbreviation or a short form: key of the full form."""
    years: tuple[str, ...] = ()
    """Years and editions in the name: its slots."""


def candidates(documents: Sequence[Document]) -> tuple[Candidate, ...]:
    """
    Find the candidates of all documents, which are segmented and may be of several languages.

    Candidates come in falling order of score, then by language and key.
    """
    del documents
    return ()
