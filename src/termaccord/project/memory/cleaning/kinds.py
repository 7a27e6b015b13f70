"""The kinds of flaws that cleaning knows, by hand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum

from termaccord.model import Edit, Message, Place, Severity, TranslationUnit, UsageError, say


class Action(StrEnum):
    """What cleaning does about a flaw."""

    DROP = "drop"
    CHANGE = "change"
    TELL = "tell"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of flaw."""

    name: str
    action: Action
    """The most that is done: where the evidence is weak, a flaw is only told."""
    severity: Severity
    summary: str
    """One sentence, made by `say`."""


KINDS = (
    Kind("empty", Action.DROP, Severity.ERROR, say("a side is empty, or there is one side only")),
    Kind("duplicates", Action.DROP, Severity.WARNING, say("the same unit stands there already")),
    Kind("untranslated", Action.DROP, Severity.WARNING, say("the translation repeats the source")),
    Kind("wrong-language", Action.DROP, Severity.WARNING, say("a side is in another language than it says")),
    Kind("misaligned", Action.DROP, Severity.WARNING, say("the sides do not translate each other")),
    Kind("damaged", Action.CHANGE, Severity.ERROR, say("letters were lost or changed by a wrong encoding")),
    Kind("entities", Action.CHANGE, Severity.WARNING, say("a character stands as its code of HTML")),
    Kind("spaces", Action.CHANGE, Severity.INFO, say("spaces too many, or characters that nobody sees")),
    Kind("tags", Action.TELL, Severity.WARNING, say("codes or variables differ between the sides")),
    Kind("conflicts", Action.TELL, Severity.WARNING, say("one text is translated in several ways")),
    Kind(
        "shared", Action.TELL, Severity.WARNING, say("texts that say different things have one translation")
    ),
    Kind("long", Action.TELL, Severity.INFO, say("a unit of many sentences, which no text will match")),
)
BY_NAME = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a unit, and what is to be done about it."""

    kind: str
    action: Action
    message: str
    """One sentence, made by `say`."""
    place: Place
    """Of the unit in its file."""
    number: int
    """The unit's place among the units of its file, from 0."""
    unit: TranslationUnit
    variant: int | None = None
    """The variant that is guilty alone; None where the unit is."""
    edits: tuple[Edit, ...] = ()
    related: tuple[Place, ...] = ()
    """The unit it repeats or contradicts."""
    sides: tuple[int, int] = field(default=(0, 1))
    """The variants that are compared: the source first."""

    @property
    def severity(self) -> Severity:
        return BY_NAME[self.kind].severity


def chosen(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """
    The kinds that are looked for: those selected, or all, without those ignored.

    Raises
    ------
    UsageError
        When a word names no kind.

    """
    selected, ignored = tuple(select), tuple(ignore)
    for word in (*selected, *ignored):
        if word not in BY_NAME:
            raise UsageError(_unknown(word))
    return (frozenset(selected) or frozenset(BY_NAME)) - frozenset(ignored)


def _unknown(word: str) -> Message:
    near = get_close_matches(word, BY_NAME, 1, 0.5)
    if near:
        return say("there is no kind of flaw “{word}”; did you mean “{near}”?", word=word, near=near[0])
    return say(
        "there is no kind of flaw “{word}”; the kinds are {kinds}", word=word, kinds=", ".join(BY_NAME)
    )
