"""How many points a match loses for what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Points:
    """What each kind of difference costs; a project may decide otherwise."""

    case: int = 1
    punctuation: int = 1
    space: int = 1
    spelling: int = 1
    """ё or е, stress marks."""
    repaired: int = 1
    """Once, where numbers, dates, addresses or codes have been carried over."""
    placeables: int = 3
    """For each of those that differs and could not be."""
    term: int = 5
    """For each term that has been exchanged."""
    agreement: int = 2
    """Where the form of such a term, or of what a number governs, is doubtful."""
    tags: int = 3
    """For each inline code that differs and could not be carried over."""
    most: int = 15
    """At most, for placeables and for tags."""
    region: int = 1
    """The memory's segment is in another variety of the language: en-GB, en-US."""
    machine: int = 5
    """The translation is a machine's."""
    origins: tuple[tuple[str, int], ...] = ()
    """Patterns of origins and what these cost, the first that fits."""
    machines: tuple[str, ...] = ("MT", "MT!", "*machine*translat*")
    """Patterns of authors and tools that are machines."""
    age: int = 0
    years: int = 5
    """A unit that was last changed more years ago loses `age`."""
    confidence: float = 0.8
    """Below it a unit that was aligned by machine is never a full match."""
