"""What a memory shows of words: where they stand, and what stands for them on the other side."""

from dataclasses import dataclass

from termaccord.model.match import StoredUnit
from termaccord.model.span import Span


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A side of a unit in another language than the words that were asked for."""

    language: str
    text: str
    spans: tuple[Span, ...] = ()
    """What renders the words; empty where nothing is sure."""
    evidence: str = ""
    """What it is known by: glossary or memory; empty where nothing is known."""


@dataclass(frozen=True, slots=True)
class ConcordanceHit:
    """A unit in which the words stand."""

    stored: StoredUnit
    language: str
    text: str
    spans: tuple[Span, ...]
    """Where the words stand, in order."""
    window: int
    """Words from the first to the last of those asked for; as many as were asked for where they stand side by side."""
    counterparts: tuple[Counterpart, ...] = ()
    others: int = 0
    """How many further units say the same on all sides."""


@dataclass(frozen=True, slots=True)
class CountedRendering:
    """A way in which the words are rendered, and how often among the units that were examined."""

    language: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Concordance:
    """What a memory shows of words."""

    query: str
    hits: tuple[ConcordanceHit, ...]
    total: int = 0
    """Units in which the words stand, shown or not."""
    examined: int = 0
    """Units whose renderings were counted: the newest."""
    renderings: tuple[CountedRendering, ...] = ()
    """The most frequent first."""
