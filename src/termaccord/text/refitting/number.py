"""A number in a text, the one that is to take its place, and what comes of it."""

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from termaccord.model import Span


class Count(NamedTuple):
    """A number in a text, and the one that is to stand there."""

    text: str
    span: Span
    """Of the old one."""
    figures: str
    """The new one as it is to be written."""
    old: Fraction
    new: Fraction
    turn: tuple[str, str]
    """Their plural categories after CLDR: one, few, many, other."""


@dataclass(frozen=True, slots=True)
class Recounted:
    """What to write, and over what: the number with the words that depend on it."""

    span: Span
    text: str
    safe: bool = True
    """Whether nothing else has to change with it."""
