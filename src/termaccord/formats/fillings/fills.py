"""What is to be put into a file, and what has been put there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from termaccord.formats.localisation.unit import BilingualUnit, State
from termaccord.formats.patches.layout import Change
from termaccord.model import Content, Finding, Message, say


class Standing(StrEnum):
    """How far a translation from a memory may be trusted."""

    TRANSLATED = "translated"
    """The memory knows the very segment."""
    REVIEW = "review"
    """The memory knows the very segment, yet a person is to look at it."""
    FUZZY = "fuzzy"
    """The memory knows a segment like it."""


@dataclass(frozen=True, slots=True)
class Fill:
    """A translation for a unit of a file."""

    unit: str
    """The unit's id, made unique by `formats.addresses.addressed`."""
    target: Content
    """The translation; its inline codes are numbered as those of `source`."""
    standing: Standing = Standing.TRANSLATED
    source: Content = ()
    """The segment that the memory has it for; empty where it is the unit's own."""
    score: int = 100
    """Of the match, 0 to 102."""
    origin: str = ""
    """Where the memory has it from."""
    known: Content = ()
    """What the memory has for `source`; empty where it is `target`, which has not been put right."""


@dataclass(frozen=True, slots=True)
class Made:
    """A translation as it is written: what a reader of the file should find."""

    fill: Fill
    text: str
    standing: Standing
    bare: bool = False
    """Whether it had to go in without its inline codes."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A file with its new translations."""

    data: bytes
    findings: tuple[Finding, ...] = ()
    """Why a translation was not put in."""
    made: tuple[Made, ...] = ()
    """What was put in, in the order of the file."""


class Form(Protocol):
    """An opened file of one format."""

    units: Sequence[BilingualUnit]
    """With ids of their own."""

    def closed(self, unit: BilingualUnit, *, overwrite: bool) -> Message | None:
        """Why nothing may be put into a unit; None where it may."""

    def refused(self, fill: Fill) -> Message | None:
        """Why this translation cannot be put into a unit that is open; None where it can."""

    def group(self, unit: BilingualUnit) -> object:
        """What a unit has in common with those that are filled together with it, or not at all."""

    def written(self, fills: Mapping[str, Fill], language: str) -> tuple[list[Change], list[Made]]:
        """
        The changes that put translations in, in the order of the file.

        Raises
        ------
        RefusedError
            When one of them cannot be written.

        """

    def rebuilt(self, changes: Sequence[Change]) -> bytes:
        """The file with these changes."""


def closed_by_state(unit: BilingualUnit, *, overwrite: bool) -> Message | None:
    """Why nothing may be put into a unit, by its state alone; None where it may."""
    if unit.state is State.LOCKED:
        return say("“{unit}” is locked or approved, and stays as it is", unit=unit.unit.id)
    if unit.state is State.OBSOLETE:
        return say("“{unit}” is obsolete, and stays as it is", unit=unit.unit.id)
    if unit.state is State.UNTRANSLATED or (unit.state is State.FUZZY and overwrite):
        return None
    return say("“{unit}” has a translation, which stays as it is", unit=unit.unit.id)
