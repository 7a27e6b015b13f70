"""How many points a match loses for what, and how many for a difference in mere writing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from unicodedata import normalize

from termaccord.model import Penalty, say
from termaccord.text.fuzzy.flat import Flat
from termaccord.text.fuzzy.parts import Row
from termaccord.text.normalise import normalise

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\S+")


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
    """For each term that has been exchanged; as many again where its form is doubtful."""
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


def writing(stored: Flat, asked: Flat, rows: tuple[Row, Row], points: Points) -> Iterator[Penalty]:
    """What two segments that differ in no word differ in: capitals, marks, spaces, ё; nothing where they are equal."""
    old, new = _shown(stored, rows[0]), _shown(asked, rows[1])
    if old == new:
        return
    told = (
        (_but_case, Penalty("case", points.case, say("capitals differ"))),
        (
            _but_marks,
            Penalty("punctuation", points.punctuation, say("quotation marks, dashes or the like differ")),
        ),
        (_but_letters, Penalty("spelling", points.spelling, say("ё or stress marks differ"))),
        (_but_spaces, Penalty("space", points.space, say("spaces differ"))),
    )
    yield from (penalty for view, penalty in told if view(old) != view(new))


def _shown(segment: Flat, row: Row) -> str:
    """The text with one figure in place of each number, address and variable, and without inline codes."""
    text = segment.text
    for one in reversed(row.carried):
        text = f"{text[: one.span.start]}0{text[one.span.end :]}"
    return normalize("NFC", replace(segment, text=text).plain)


def _but_case(text: str) -> str:
    """Everything folded but capitals."""
    return _SPACE.sub("", _letters(normalise(text).text))


def _but_marks(text: str) -> str:
    """Everything folded but quotation marks, dashes, apostrophes and invisible characters."""
    return _SPACE.sub("", _letters(text.casefold()))


def _but_letters(text: str) -> str:
    """Everything folded but ё and stress."""
    return _SPACE.sub("", normalise(text).text.casefold())


def _but_spaces(text: str) -> str:
    """Everything folded but spaces."""
    return _WORD.sub("x", text)


def _letters(text: str) -> str:
    return text.replace("ё", "е").replace("Ё", "Е").replace("\u0301", "").replace("\u0300", "")
