"""What is said of concepts and terms: whether two say the same, or exclude each other."""

from termaccord.model import DataCategory
from termaccord.project.terms.changes import is_category
from termaccord.text.normalise import fold

_COUNTS = ("score: ", "occurrences: ", "documents: ")
"""What extraction counts is true of its own texts only."""
_SINGLE = frozenset({"termNote"})
"""Kinds of data categories of which a term has one of each type."""


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
