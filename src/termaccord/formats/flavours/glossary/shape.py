"""The nouns of a glossary on its way into a tool: entries as they are written, pairs as they are seen."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from termaccord.formats.flavours.flavour import Tool
from termaccord.model import Concept, Glossary, LanguageSection, Message


class Grouping(StrEnum):
    """What stands in one entry."""

    PAIRS = "pairs"
    """One term and one rendering: for tools that see only the first of each, or multiply them."""
    FORMS = "forms"
    """Full forms with full forms, abbreviations with abbreviations: for tools that offer everything for everything."""
    CONCEPTS = "concepts"
    """All terms of a meaning: for termbases that say of each term what it is."""


class Rejected(StrEnum):
    """What becomes of terms that must not be used."""

    OMITTED = "omitted"
    """The tool would offer them like good ones, and has no use for a list of them."""
    APART = "apart"
    """In a file of their own, which the tool reads as renderings that are forbidden."""
    BESIDE = "beside"
    """In the entry of the good ones: the tool marks each term."""


@dataclass(frozen=True, slots=True)
class Direction:
    """Source and target as the file calls them."""

    source: str
    target: str

    @property
    def turned(self) -> "Direction":
        """The other way."""
        return Direction(self.target, self.source)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the tool shall read as one entry."""

    id: str
    """ASCII, an XML name, once in all files."""
    concept: Concept
    """Where it comes from, as it was given."""
    languages: tuple[LanguageSection, ...]
    """Tidy terms under the codes of the tool, source first, preferred terms first."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a tool offers a translator for a term."""

    source: str
    target: str
    """Empty where the tool shows the term alone."""
    lines: frozenset[str] = frozenset()
    """What stands beside it: a definition, a note, a status; each as a line of its own."""
    forbidden: str = ""
    """Which of the two the tool marks as one that must not be used."""

    @property
    def turned(self) -> "Shown":
        """The same seen from the other language."""
        return Shown(self.target, self.source, self.lines, self.forbidden)


Writes = Callable[[tuple[Entry, ...], Direction, Glossary], bytes]
"""Makes a file of entries in a direction, under the header of a glossary without concepts."""
Sees = Callable[[bytes, Direction], tuple[Shown, ...]]
"""Reads a file by the tool's own rules."""


@dataclass(frozen=True, slots=True)
class GlossaryFlavour:
    """What a tool wants of a glossary."""

    tool: Tool
    name: str
    """As its makers write it."""
    ending: str
    writes: Writes
    sees: Sees
    note: Message
    """Where the user puts the file."""
    grouping: Grouping = Grouping.PAIRS
    rejected: Rejected = Rejected.OMITTED
    directed: bool = False
    """Whether each direction wants a file of its own."""
    every_language: bool = False
    """Whether the tool takes more than the two languages that are asked for."""
    ordered: bool = False
    """Whether the tool keeps the order of terms, so that being first says “preferred”."""
    identified: bool = True
    """Whether the file says our ids."""
    whole: bool = False
    """Whether the file holds everything, markup among it."""
    headed: bool = True
    """Whether the file says all of the glossary's header."""
    titled: bool = True
    """Whether the file says the glossary's title."""
    also: "GlossaryFlavour | None" = None
    """A second file for another way into the tool; what it loses is not told again."""
