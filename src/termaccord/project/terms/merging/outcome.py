"""What becomes of the concepts of an outside glossary: the nouns of a merge."""

from dataclasses import dataclass
from enum import StrEnum

from termaccord.model import Concept, Message, Status


class Verdict(StrEnum):
    """What an outside concept is to our glossary."""

    NEW = "new"
    SAME = "same"
    """We say all of it already."""
    ADDED = "added"
    """It has given terms or fields to a concept of ours."""
    CONFLICT = "conflict"
    """It contradicts ours, and nothing of it is taken over before somebody decides."""
    LEFT_OUT = "left out"
    """It was not asked for."""


class Matter(StrEnum):
    """What two glossaries contradict each other in."""

    RENDERING = "rendering"
    """They share a term in one language and none in another."""
    PREFERRED = "preferred"
    """Each prefers another term."""
    STATUS = "status"
    DEFINITION = "definition"
    HOMONYM = "homonym"
    """They share a term, and say different subject fields."""
    ID = "id"
    """They share an id and no term."""
    SEVERAL = "several"
    """Several concepts of ours fit equally well."""
    FIELD = "field"
    """A field that holds one value: part of speech, type, subject field …"""


class Prefer(StrEnum):
    """Who is right where two glossaries contradict each other."""

    NOBODY = ""
    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Policy:
    """What a user wants of a merge."""

    prefer: Prefer = Prefer.NOBODY
    add: bool = False
    """Whether further renderings are taken in as admitted terms."""
    new_only: bool = False
    status: Status | None = None
    """For terms of which the outside glossary says none."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One contradiction, both sides of it."""

    matter: Matter
    ours: str
    theirs: str
    language: str = ""
    term: str = ""
    """Of which term something is said."""
    decided: Prefer = Prefer.NOBODY
    both: bool = False
    """Whether both are kept."""

    @property
    def open(self) -> bool:
        """Whether somebody has to decide it; fields stay as ours are without being asked for."""
        return self.decided is Prefer.NOBODY and not self.both and self.matter is not Matter.FIELD


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one outside concept."""

    file: str
    theirs: Concept
    verdict: Verdict
    ours: str = ""
    """Id of the concept of ours that it is, or that it contradicts."""
    name: str = ""
    """What to call that concept."""
    said: tuple[Message, ...] = ()
    """What has been added or changed."""
    conflicts: tuple[Conflict, ...] = ()

    @property
    def open(self) -> tuple[Conflict, ...]:
        return tuple(one for one in self.conflicts if one.open)
