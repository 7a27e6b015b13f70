"""Which concepts of a project a person asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from termaccord.model import Category, Concept, Status
from termaccord.project.terms.changes import category_of, counted
from termaccord.project.terms.naming import looked_up
from termaccord.project.terms.rejected import PROPOSED
from termaccord.project.terms.shelf import Entry, Shelf
from termaccord.text.analyser import primary_language
from termaccord.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; what is empty does not matter."""

    query: str = ""
    """A part of a name or of an id; where none has it, a name to look up."""
    status: Status | None = None
    category: Category | None = None
    language: str = ""
    subject: str = ""
    """Name of a glossary file, or a part of a subject field."""
    proposed: bool | None = None
    """Whether concepts wait for a person; None: both."""


def listed(shelf: Shelf, wanted: Wanted) -> tuple[Entry, ...]:
    """The concepts that are wanted: accepted ones in file order, then what is proposed, the surest first."""
    entries = [entry for entry in _of_state(shelf, wanted.proposed) if _is_wanted(entry, wanted)]
    if not wanted.query:
        return tuple(entries)
    folded = fold(wanted.query)
    found = [entry for entry in entries if _holds(entry.concept, folded)]
    return tuple(found or looked_up(shelf, entries, wanted.query))


def _of_state(shelf: Shelf, proposed: bool | None) -> Iterator[Entry]:
    if not proposed:
        yield from shelf.accepted()
    if proposed is not False:
        yield from waiting(shelf)


def waiting(shelf: Shelf) -> list[Entry]:
    """What is proposed, best first: by score, then by how often it stands, then by id."""
    return sorted(shelf.proposed(), key=lambda entry: (*best_first(entry.concept), entry.concept.id))


def best_first(concept: Concept) -> tuple[float, float]:
    """What proposals are sorted by."""
    often = sum(counted(t, "occurrences") or 0 for s in concept.languages for t in s.terms)
    return -(counted(concept, "score") or 0.0), -often


def _is_wanted(entry: Entry, wanted: Wanted) -> bool:
    concept = entry.concept
    primary = primary_language(wanted.language) if wanted.language else ""
    sections = [s for s in concept.languages if not primary or primary_language(s.language) == primary]
    return (
        bool(sections)
        and (wanted.status is None or any(t.status is wanted.status for s in sections for t in s.terms))
        and (wanted.category is None or category_of(concept) == wanted.category)
        and (not wanted.subject or _is_about(entry, wanted.subject))
    )


def _is_about(entry: Entry, subject: str) -> bool:
    stem = entry.book.path.name.removesuffix(PROPOSED).removesuffix(".tbx")
    return stem == subject or fold(subject) in fold(entry.concept.subject_field)


def _holds(concept: Concept, folded: str) -> bool:
    terms = (t.text for s in concept.languages for t in s.terms)
    return folded in concept.id.lower() or any(folded in fold(text) for text in terms)
