"""What two segments that differ in no word differ in."""

import re
from collections.abc import Iterator
from dataclasses import replace
from unicodedata import normalize

from termaccord.model import Penalty, say
from termaccord.text.fuzzy.flat import Flat
from termaccord.text.fuzzy.parts import Row
from termaccord.text.fuzzy.points import Points
from termaccord.text.normalise import normalise

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\S+")


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
