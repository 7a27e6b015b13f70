"""An id of its own for every unit of a file, so that a finding or a change can name one of them."""

from collections.abc import Iterable
from dataclasses import replace

from termaccord.model import TranslationUnit


def addressed(units: Iterable[TranslationUnit]) -> tuple[TranslationUnit, ...]:
    """
    The units of one file with ids that differ.

    A unit without an id, or with one that an earlier unit bears, is called after its place in the file:
    the third unit is ``#3`` or ``ID#3``.

    >>> [u.id for u in addressed([TranslationUnit("a", ()), TranslationUnit("a", ()), TranslationUnit("", ())])]
    ['a', 'a#2', '#3']
    """
    units = tuple(units)
    written = {unit.id for unit in units}
    taken: set[str] = set()
    found: list[TranslationUnit] = []
    for number, unit in enumerate(units, 1):
        name = unit.id
        if not name or name in taken:
            name = f"{unit.id}#{number}"
            while name in written or name in taken:
                name += "#"
        taken.add(name)
        found.append(unit if name == unit.id else replace(unit, id=name))
    return tuple(found)
