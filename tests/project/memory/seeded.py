"""Our own memory with flaws of known kinds put into it at known places."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from termaccord.formats import tmx
from termaccord.model import Memory, TranslationUnit, Variant

ROOT = Path(__file__).parents[3]
EVERY = 9
"""Of so many units one is damaged."""


def own_units(pattern: str = "*.tmx") -> list[TranslationUnit]:
    """The units of tmx/, with ids that differ."""
    paths = sorted((ROOT / "tmx").glob(pattern))
    units = [unit for path in paths for unit in tmx.parse(path.read_bytes(), path.name).value.units]
    return [replace(unit, id=f"{n}") for n, unit in enumerate(units)]


def said(unit: TranslationUnit, text: str, side: int = 1) -> TranslationUnit:
    """The unit with another text on one side."""
    variants = list(unit.variants)
    variants[side] = Variant(variants[side].language, (text,), line=variants[side].line)
    return replace(unit, variants=tuple(variants))


def _empty(unit: TranslationUnit, _others: Sequence[TranslationUnit]) -> TranslationUnit:
    return said(unit, " ")


def _untranslated(unit: TranslationUnit, _others: Sequence[TranslationUnit]) -> TranslationUnit:
    return said(unit, unit.variants[0].text)


def _swapped(unit: TranslationUnit, _others: Sequence[TranslationUnit]) -> TranslationUnit:
    """The languages of the two sides the wrong way round."""
    one, two = unit.variants[:2]
    return replace(unit, variants=(replace(one, content=two.content), replace(two, content=one.content)))


def _other(unit: TranslationUnit, others: Sequence[TranslationUnit]) -> TranslationUnit:
    """The translation of another text."""
    return said(unit, others[(int(unit.id) + len(others) // 2) % len(others)].variants[1].text)


def _misread(unit: TranslationUnit, _others: Sequence[TranslationUnit]) -> TranslationUnit:
    """UTF-8 read as Latin-1."""
    return said(unit, unit.variants[0].text.encode().decode("latin-1"), 0)


def _broken(unit: TranslationUnit, _others: Sequence[TranslationUnit]) -> TranslationUnit:
    """UTF-8 read as Windows-1251, which knows no character for some bytes."""
    return said(unit, unit.variants[0].text.encode().decode("cp1251", "ignore"), 0)


def _lost(unit: TranslationUnit, _others: Sequence[TranslationUnit]) -> TranslationUnit:
    return said(unit, unit.variants[0].text.encode("ascii", "replace").decode(), 0)


def _spaced(unit: TranslationUnit, _others: Sequence[TranslationUnit]) -> TranslationUnit:
    return said(unit, f" {unit.variants[1].text.replace(' ', '  ', 1)} ")


def _repeated(unit: TranslationUnit, others: Sequence[TranslationUnit]) -> TranslationUnit:
    """What the unit before it says."""
    return replace(others[int(unit.id) - 1], id=unit.id)


SEEDS: dict[str, tuple[str, Callable[[TranslationUnit, Sequence[TranslationUnit]], TranslationUnit]]] = {
    "empty": ("empty", _empty),
    "untranslated": ("untranslated", _untranslated),
    "swapped": ("wrong-language", _swapped),
    "other": ("misaligned", _other),
    "misread": ("damaged", _misread),
    "broken": ("damaged", _broken),
    "lost": ("damaged", _lost),
    "spaced": ("spaces", _spaced),
    "repeated": ("duplicates", _repeated),
}
"""A damage, and the kind of flaw that it is."""


def seeded(units: Sequence[TranslationUnit], seed: str) -> tuple[bytes, frozenset[int]]:
    """The memory with one kind of damage, and the numbers of the damaged units."""
    _, damage = SEEDS[seed]
    chosen = random.Random(seed).sample(range(len(units)), len(units) // EVERY)  # noqa: S311  # no secret
    damaged = [damage(unit, units) if n in set(chosen) else unit for n, unit in enumerate(units)]
    return tmx.serialize(Memory(tuple(damaged))), frozenset(chosen)
