"""A segment of a memory is much longer or shorter than what it translates."""

from collections.abc import Iterator, Sequence
from math import log, sqrt
from statistics import median

from termaccord.lint.rule import Case, Mark, Pair, Rule, Scope, Store
from termaccord.lint.segments import length, whole
from termaccord.model import Severity, say
from termaccord.text.placeables import masked, placeables

_VARIANCE = 6.8
"""Of the length of a translation, per code point of its source (Gale and Church 1993)."""
_DEVIATIONS = 3.0
"""From the usual length; beside it the ratio must be off as well, for short segments vary most."""
_RATIO = 3.0
"""Between the length of a segment and what is usual."""
_SHORT = 40
"""Code points up to which a source is a label, which a translation may have to explain."""
_EXPLAINED = 6.0
"""Then the ratio must be so great."""
_LEAST = 20
"""Code points of the longer side."""
_PLACEABLE = 10
"""Code points that a variable or a tag counts."""
_LEARN = 30
"""Units from which on the memory shows what is usual."""


def check(store: Store) -> Iterator[Mark]:
    usual = _usual(store.pairs)
    for pair in store.pairs:
        source, target = _length(pair.source.text), _length(pair.target.text)
        if source and target and length(pair.source.text) > 1 and _absurd(source * usual, target):
            message = say(
                "the translation has {target} characters, its source {source}", target=target, source=source
            )
            yield Mark(whole(pair.target), message, text=pair.target)


def _length(text: str) -> int:
    return len(" ".join(masked(text).split())) + _PLACEABLE * len(placeables(text))


def _usual(pairs: Sequence[Pair]) -> float:
    """Code points of a target for one of its source: the median of the memory."""
    ratios = [
        _length(p.target.text) / size for p in pairs if (size := _length(p.source.text)) and p.target.text
    ]
    return median(ratios) or 1.0 if len(ratios) >= _LEARN else 1.0


def _absurd(expected: float, found: int) -> bool:
    if max(expected, found) < _LEAST:
        return False
    deviations = abs(found - expected) / sqrt(_VARIANCE * expected)
    least = _EXPLAINED if expected < min(found, _SHORT) else _RATIO
    return deviations >= _DEVIATIONS and abs(log(found / expected)) >= log(least)


ABSURD_LENGTH = Rule(
    code="R07",
    name="absurd-length",
    scope=Scope.MEMORY,
    severity=Severity.WARNING,
    summary=say("a translation is much longer or shorter than its source"),
    reason=say("Part of it is missing, or it belongs to another segment."),
    source="Gale and Church 1993, A program for aligning sentences in bilingual corpora",
    check=check,
    cases=(
        Case(
            texts=(
                (
                    "The committee inspected every lock, sluice and weir between the two towns and found them sound. = "
                    "⟦Всё исправно.⟧"
                ),
            )
        ),
        Case(texts=("Yes = Разумеется, да",)),
        Case(texts=("Too many berths = Задано больше причалов, чем умещается вдоль набережной",)),
        Case(
            texts=(
                (
                    "The committee inspected every lock between the two towns. = "
                    "Комиссия осмотрела все шлюзы между двумя городами."
                ),
            )
        ),
    ),
)
