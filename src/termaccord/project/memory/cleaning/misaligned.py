"""Units whose sides do not translate each other: said only where several signs agree."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from termaccord.lint.rule import Store
from termaccord.lint.rules.memory.absurd_length import ABSURD_LENGTH
from termaccord.model import Message, say
from termaccord.model.memory import confidence_of
from termaccord.project.memory.cleaning.comparing import Sides, directions
from termaccord.project.memory.cleaning.kinds import Action, Flaw
from termaccord.project.memory.cleaning.sides import Numbered
from termaccord.project.memory.cleaning.wording import flaw
from termaccord.text.embed import Embed, knows
from termaccord.text.quantities.compare import Side, compare
from termaccord.text.transliterate import skeleton

FAR = 0.2
"""Cosine below which two texts do not say the same: of 1,500 sound pairs of messages 1 in 1,000 lies below, and half of all
wrong pairs."""
APART = 0.35
"""Below it another sign decides: 1 sound pair in 300, 19 wrong ones in 20."""
SLIPPED = 0.5
"""Below it a neighbour that is much more alike decides."""
NEAR = 0.2
"""So much more alike than its own translation is a neighbour that a sentence has slipped to."""
AROUND = 2
"""Units before and behind that a sentence may have slipped to."""
LEAST = 3
"""Words of a side that says enough to be compared."""
DOUBT = 0.4
"""Confidence of our own alignment that is a sign against it."""
_NUMBER = re.compile(r"\d{2,}")
_NAME = re.compile(r"(?<=[^\W\d_] |[,;] )[^\W\d_]{3,}|[A-Z]{3,}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SOUNDS = 3
"""Consonants of a name that is known again in other letters."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A pair of sides with what stands on both of them alike: figures, and names as they sound."""

    sides: Sides
    unit: Numbered
    source: str
    target: str
    here: frozenset[str]
    there: frozenset[str]

    @property
    def agrees(self) -> bool:
        """Whether most of what a translation carries over is the same."""
        return 2 * len(self.here & self.there) >= max(1, min(len(self.here), len(self.there)))


def misaligned(units: Sequence[Numbered], embed: Embed | None) -> Iterator[Flaw]:
    """Flaws of units that stand together in a file; with a model the texts' meanings are compared as well."""
    by_number = {unit.number: unit for unit in units}
    for (source, target), pairs in directions(units).items():
        marks = ABSURD_LENGTH.check(Store(tuple(pair for _, pair in pairs), source, target))
        absurd = {int(mark.text.unit) for mark in marks if mark.text}
        rows = [
            _row(sides, by_number[int(pair.target.unit)], pair.source.text, pair.target.text)
            for sides, pair in pairs
        ]
        able = embed if embed and knows(embed, source) and knows(embed, target) else None
        likeness = _likeness(rows, able) if able else None
        for n, row in enumerate(rows):
            found = _judged(rows, n, likeness(n) if likeness else None, absurd=row.unit.number in absurd)
            if found:
                message, action = found
                yield replace(flaw(row.unit, "misaligned", message, row.sides[1], action), sides=row.sides)


def _row(sides: Sides, unit: Numbered, source: str, target: str) -> _Row:
    return _Row(sides, unit, source, target, _anchors(source), _anchors(target))


def _anchors(text: str) -> frozenset[str]:
    """What a translation carries over: figures, and words with capitals inside a sentence by their consonants."""
    names = (skeleton(word) for word in _NAME.findall(text) if word[0].isupper())
    return frozenset([*_NUMBER.findall(text), *(name for name in names if len(name) >= _SOUNDS)])


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How alike the meanings of a pair are, and how alike those of its source and a neighbour's target."""

    own: float
    near: float

    @property
    def slipped(self) -> bool:
        """Whether a neighbour is much more alike."""
        return self.near >= self.own + NEAR


def _likeness(rows: Sequence[_Row], embed: Embed) -> Callable[[int], _Likeness]:
    one, other = embed([row.source for row in rows]), embed([row.target for row in rows])

    def likeness(n: int) -> _Likeness:
        around = [i for i in range(max(0, n - AROUND), min(len(rows), n + AROUND + 1)) if i != n]
        near = [max(float(one[n] @ other[i]), float(one[i] @ other[n])) for i in around]
        return _Likeness(float(np.dot(one[n], other[n])), max(near, default=0.0))

    return likeness


def _judged(
    rows: Sequence[_Row], n: int, likeness: _Likeness | None, *, absurd: bool
) -> tuple[Message, Action] | None:
    row = rows[n]
    if min(len(_WORD.findall(row.source)), len(_WORD.findall(row.target))) < LEAST and not absurd:
        return None
    if row.agrees or (likeness and likeness.own >= (SLIPPED if likeness.slipped else APART)):
        return None
    signs = list(_signs(rows, n, likeness, absurd=absurd))
    if likeness and likeness.own < FAR:
        signs.append(say("the sides mean different things"))
    if not signs:
        return None
    return _said(signs), Action.DROP if likeness or len(signs) >= 2 else Action.TELL


def _signs(rows: Sequence[_Row], n: int, likeness: _Likeness | None, *, absurd: bool) -> Iterator[Message]:
    row = rows[n]
    if absurd:
        yield say("one side is much longer than the other")
    if _figures_differ(row):
        yield say("they have different figures")
    if (likeness and likeness.slipped) or _beside(rows, n):
        yield say("a neighbour fits better")
    confidence = confidence_of(row.unit.unit)
    if confidence is not None and confidence < DOUBT:
        yield say("the alignment was doubtful")


def _figures_differ(row: _Row) -> bool:
    """Whether both sides give figures, and none of them is the same in whatever form."""
    if not (_NUMBER.search(row.source) and _NUMBER.search(row.target)):
        return False
    source, target = (row.unit.unit.variants[n] for n in row.sides)
    one, other = Side(source.text, source.language), Side(target.text, target.language)
    missing, added = compare(one, other), compare(other, one)
    firm = len(set(_NUMBER.findall(source.text))), len(set(_NUMBER.findall(target.text)))
    return len(missing) >= firm[0] > 0 and len(added) >= firm[1] > 0


def _beside(rows: Sequence[_Row], n: int) -> bool:
    """Whether what the source names stands in a neighbour's target, or the other way round, and nothing of it in its own."""
    around = [rows[i] for i in range(max(0, n - AROUND), min(len(rows), n + AROUND + 1)) if i != n]
    return any(
        len((rows[n].here & other.there) - other.here) + len((other.here & rows[n].there) - other.there) >= 2
        for other in around
    )


def _said(signs: Sequence[Message]) -> Message:
    whole = signs[0]
    for sign in signs[1:]:
        whole = say("{one}, {other}", one=whole, other=sign)
    return whole
