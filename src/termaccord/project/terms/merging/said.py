"""What is said of concepts and terms: whether two say the same, or exclude each other."""

from termaccord.model import DataCategory, Term
from termaccord.project.terms.changes import is_category
from termaccord.text.normalise import fold

_COUNTS = ("score: ", "occurrences: ", "documents: ")
"""What extraction counts is true of its own texts only."""
_SINGLE = frozenset({"termNote"})
"""Kinds of data categories of which a term has one of each type."""
_STATUSES = frozenset({"administrativeStatus", "usageStatus"})


def wanted(said: DataCategory) -> bool:
    """Whether something said of another's term is true of ours: not its history, nor what was counted."""
    return said.kind != "transacGrp" and not (said.kind == "note" and said.text.startswith(_COUNTS))


def alike(one: DataCategory, other: DataCategory) -> bool:
    """Whether two say the same."""
    return (one.kind, one.type) == (other.kind, other.type) and flat(one.text) == flat(other.text) != ""


def excludes(ours: DataCategory, theirs: DataCategory) -> bool:
    """Whether there can only be one of the two."""
    if is_category(ours) and is_category(theirs):
        return True
    return ours.kind in _SINGLE and (ours.kind, ours.type) == (theirs.kind, theirs.type)


def shown(said: DataCategory) -> str:
    """What is said, for a person."""
    return f"{said.type}: {said.text}" if said.type else said.text


def flat(text: str) -> str:
    """A text without regard to case and white space."""
    return " ".join(fold(text).split())


def is_status(said: DataCategory) -> bool:
    """Whether something says a status in a word that we do not know."""
    return said.kind == "termNote" and said.type in _STATUSES


def status_word(term: Term) -> str:
    """The status of a term, or the word of its file that we do not know; empty where there is neither."""
    if term.status is not None:
        return term.status.value
    return next((one.text for one in term.extra if is_status(one)), "")
