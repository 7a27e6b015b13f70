"""What the two sides of a unit show when they are held against each other, by the rules of checking."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from termaccord.lint.rule import Mark, Pair, Passage, Rule, Store
from termaccord.lint.rules.memory.identical_segments import IDENTICAL_SEGMENTS
from termaccord.lint.rules.memory.wrong_language import WRONG_LANGUAGE
from termaccord.lint.rules.passage.markup_lost import MARKUP_LOST
from termaccord.model import Severity
from termaccord.project.memory.cleaning.kinds import Action, Flaw
from termaccord.project.memory.cleaning.sides import Numbered
from termaccord.project.memory.cleaning.wording import flaw

Sides = tuple[int, int]
_WORD = re.compile(r"[^\W\d_]{2,}")
_STORES: tuple[tuple[str, Rule], ...] = (
    ("untranslated", IDENTICAL_SEGMENTS),
    ("wrong-language", WRONG_LANGUAGE),
)


def compared(units: Sequence[Numbered], kinds: frozenset[str]) -> Iterator[Flaw]:
    """Flaws of pairs of sides that each pair shows by itself."""
    by_number = {unit.number: unit for unit in units}
    for (source, target), pairs in directions(units).items():
        store = Store(tuple(pair for _, pair in pairs), source, target)
        sides = {(int(pair.target.unit)): sides for sides, pair in pairs}
        for kind, rule in _STORES:
            if kind in kinds:
                yield from _marked(kind, rule.check(store), by_number, sides)
        if "tags" in kinds:
            for _, pair in pairs:
                marks = MARKUP_LOST.check(Passage(pair.target, pair.source, paired=True))
                yield from _marked("tags", _certain(marks), by_number, sides, pair)


def directions(units: Iterable[Numbered]) -> dict[tuple[str, str], list[tuple[Sides, Pair]]]:
    """The pairs of sides by their languages; the units bear their numbers as names."""
    found: dict[tuple[str, str], list[tuple[Sides, Pair]]] = {}
    for unit in units:
        variants = unit.unit.variants
        for sides in unit.pairs:
            if all(variants[n].text.strip() for n in sides):
                languages = (variants[sides[0]].language, variants[sides[1]].language)
                found.setdefault(languages, []).append((sides, unit.pair(sides)))
    return found


def _certain(marks: Iterable[Mark]) -> list[Mark]:
    """One sentence a pair, and no hints."""
    return [mark for mark in marks if mark.severity is not Severity.INFO][:1]


def _marked(
    kind: str,
    marks: Iterable[Mark],
    units: dict[int, Numbered],
    sides: dict[int, Sides],
    pair: Pair | None = None,
) -> Iterator[Flaw]:
    for mark in marks:
        text = mark.text or (pair.target if pair else None)
        if text is None:
            continue
        unit = units[int(text.unit)]
        guilty = next(
            (n for n in sides[unit.number] if unit.unit.variants[n].language == text.language), None
        )
        doubtful = kind == "tags" or (kind == "wrong-language" and _of_one_text(unit, sides[unit.number]))
        action = Action.TELL if doubtful else Action.DROP
        yield replace(flaw(unit, kind, mark.message, guilty, action), sides=sides[unit.number])


def _of_one_text(unit: Numbered, sides: Sides) -> bool:
    """Whether many words stand on both sides: commands and code, which nobody translates."""
    one, other = (_WORD.findall(unit.unit.variants[n].text) for n in sides)
    return 2 * len(set(one) & set(other)) >= min(len(set(one)), len(set(other)))
