"""A number in a text, the one that is to take its place, and what comes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from termaccord.model import Span
from termaccord.text.analyse import Word, words
from termaccord.text.tokens import TokenKind


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


REACH = 80
"""Code points in which the counted noun is looked for."""
_FEW = 4
"""It is one of so many words."""


def row(text: str, language: str) -> Iterator[Word]:
    """The words behind a number with nothing but spaces between them."""
    end = 0
    for number, word in enumerate(words(text[:REACH], language)):
        spaced = text[end : word.span.start] in {" ", "\u00a0"}
        if word.kind is not TokenKind.WORD or not spaced or number == _FEW:
            return
        end = word.span.end
        yield word
