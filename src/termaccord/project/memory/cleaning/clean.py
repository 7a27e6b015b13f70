"""Cleaning memory files: read once as a stream, suspects a second time, and written whole or not at all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from termaccord.formats import tmx
from termaccord.formats.exchange.places import Plain, plain
from termaccord.model import Finding, Memory, Place, Severity, TranslationUnit, UsageError, say
from termaccord.project.files import read, write
from termaccord.project.memory.cleaning.comparing import compared
from termaccord.project.memory.cleaning.kinds import Action, Flaw
from termaccord.project.memory.cleaning.mending import mend
from termaccord.project.memory.cleaning.misaligned import misaligned
from termaccord.project.memory.cleaning.reading import MemoryFile
from termaccord.project.memory.cleaning.repeats import Repeats, repeated
from termaccord.project.memory.cleaning.rewriting import Splice, rewriting, spliced
from termaccord.project.memory.cleaning.sides import Numbered
from termaccord.project.memory.cleaning.wording import ON_SIGHT
from termaccord.project.settings import user_cache
from termaccord.project.work import Step, embedder, silent
from termaccord.text.embed import Embed

SMALL = 2000
"""Units of a file whose meanings are compared without being asked for."""
BLOCK = 2000
"""Units that are looked at together."""
REPEATS = frozenset({"duplicates", "conflicts", "shared"})
"""Kinds that need all units."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A memory file and what is wrong with it."""

    name: str
    """The path as the user knows it."""
    path: Path
    units: int
    flaws: tuple[Flaw, ...]
    """In order of their units; what could not be mended is only told."""
    file: Plain = field(default_factory=lambda: Plain(b"", "utf-8"), repr=False)
    splices: tuple[Splice, ...] = ()

    @property
    def before(self) -> bytes:
        return self.file.original(self.file.data)

    @property
    def after(self) -> bytes:
        """The file without its flaws, as bytes of its own."""
        return self.file.original(spliced(self.file.data, self.splices))

    @property
    def dropped(self) -> tuple[TranslationUnit, ...]:
        """The units that go, each with a note that says why; of a unit that stays in part, the part that goes."""
        found: dict[tuple[int, int | None], list[Flaw]] = {}
        for flaw in self.flaws:
            if flaw.action is Action.DROP:
                found.setdefault((flaw.number, flaw.variant), []).append(flaw)
        return tuple(map(_noted, found.values()))


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What cleaning has found in all files."""

    files: tuple[Cleaned, ...]
    trouble: tuple[Finding, ...] = ()
    """What was wrong with the reading of files."""
    unread: tuple[str, ...] = ()
    """Files that could not be read to their end, and are left as they are."""

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        return tuple(flaw for file in self.files for flaw in file.flaws)

    @property
    def would_change(self) -> bool:
        return any(file.splices for file in self.files)


def clean(
    paths: Sequence[tuple[str, Path]],
    kinds: frozenset[str],
    step: Step = silent,
    *,
    deep: bool | None = None,
    embed: Embed | None = None,
) -> Cleaning:
    """
    Find the flaws of memory files; nothing is written.

    Parameters
    ----------
    paths
        Each a name and a path.
    kinds
        What is looked for, see `kinds.chosen`.
    step
        Is told how far it is.
    deep
        Whether the meanings of both sides are compared, which takes 3 ms a unit; None: in files of up to `SMALL` units.
    embed
        What makes vectors of texts; None: the project's model.

    """
    files: list[Cleaned] = []
    trouble: list[Finding] = []
    unread: list[str] = []
    for done, (name, path) in enumerate(paths):
        step(say("reading"), done, len(paths))
        one, findings = _cleaned(name, path, _Search(kinds, deep, embed))
        trouble += findings
        files += [one] if one else []
        unread += [] if one else [name]
    step(say("reading"), len(paths), len(paths))
    return Cleaning(tuple(files), tuple(trouble), tuple(unread))


def rewrite(cleaning: Cleaning) -> None:
    """
    Put the cleaned files in the place of the old ones.

    Raises
    ------
    UsageError
        When a file has changed since it was read, or cannot be written.

    """
    for file in cleaning.files:
        if file.splices:
            if read(file.path) != file.before:
                message = say(
                    "{path} has changed while it was being checked and is left alone; check it again",
                    path=file.name,
                )
                raise UsageError(message)
            write(file.path.resolve(), file.after)


def rejected(cleaning: Cleaning) -> bytes:
    """The units that go, as a memory of their own."""
    return tmx.serialize(Memory(tuple(unit for file in cleaning.files for unit in file.dropped)))


@dataclass(frozen=True, slots=True)
class _Search:
    """What is looked for, and how."""

    kinds: frozenset[str]
    deep: bool | None = None
    embed: Embed | None = None

    def model(self, file: Plain) -> Embed | None:
        """What compares meanings in a file; None where nothing does."""
        deep = file.data.count(b"<seg") <= 2 * SMALL if self.deep is None else self.deep
        return (self.embed or embedder(user_cache())) if deep and "misaligned" in self.kinds else None


def _cleaned(name: str, path: Path, search: _Search) -> tuple[Cleaned | None, tuple[Finding, ...]]:
    try:
        file = plain(read(path))
    except UsageError as error:
        return None, (Finding("P011", error.message, Place(name), Severity.ERROR),)
    if file is None:
        message = say(
            "{file} holds bytes that are no text in its encoding; save it again as UTF-8", file=name
        )
        return None, (Finding("F003", message, Place(name), Severity.ERROR),)
    memory = MemoryFile(file, name)
    found = _settled(_flaws(memory, search))
    if memory.broken:
        return None, memory.findings
    done = rewriting(file, found, memory.places({flaw.number for flaw in found}))
    left = {id(flaw) for flaw in done.refused}
    flaws = tuple(replace(f, action=Action.TELL, edits=()) if id(f) in left else f for f in found)
    return Cleaned(name, path, memory.count, flaws, file, done.splices), memory.findings


def _flaws(memory: MemoryFile, search: _Search) -> list[Flaw]:
    """First what units show by themselves and beside their neighbours, then what they show among all."""
    kinds = search.kinds
    embed = search.model(memory.file)
    found: list[Flaw] = []
    repeats = Repeats()
    for block in _blocks(memory.units()):
        mended = [mend(unit, kinds) for unit in block]
        found += (flaw for _, flaws in mended for flaw in flaws)
        units, here = _alone([unit for unit, _ in mended], kinds, embed)
        found += here
        if kinds & REPEATS:
            repeats.add(units)
    suspects = repeats.suspects()
    if suspects and not memory.broken:
        found += repeated([mend(unit, kinds)[0] for unit in memory.units(suspects)], kinds)
    return found


def _alone(
    units: list[Numbered], kinds: frozenset[str], embed: Embed | None
) -> tuple[list[Numbered], list[Flaw]]:
    """The units that stay, and the flaws of all."""
    found = [flaw for unit in units for kind in ON_SIGHT if kind in kinds for flaw in ON_SIGHT[kind](unit)]
    found += compared(units, kinds)
    gone = {flaw.number for flaw in found if flaw.action is Action.DROP}
    if "misaligned" in kinds:
        found += misaligned([unit for unit in units if unit.number not in gone], embed)
        gone = {flaw.number for flaw in found if flaw.action is Action.DROP}
    return [unit for unit in units if unit.number not in gone], found


def _blocks(units: Iterator[Numbered]) -> Iterator[list[Numbered]]:
    while block := list(islice(units, BLOCK)):
        yield block


def _settled(flaws: Iterable[Flaw]) -> list[Flaw]:
    """In order of units; a unit goes as a whole where less than two sides would be left, and then nothing else is told of it."""
    by_unit: dict[int, list[Flaw]] = {}
    for flaw in flaws:
        by_unit.setdefault(flaw.number, []).append(flaw)
    return [flaw for number in sorted(by_unit) for flaw in _of_unit(by_unit[number])]


def _of_unit(flaws: Sequence[Flaw]) -> list[Flaw]:
    going = [flaw for flaw in flaws if flaw.action is Action.DROP]
    guilty = {flaw.variant for flaw in going}
    if not going:
        return list(flaws)
    if None in guilty or len(flaws[0].unit.variants) - len(guilty) < 2:
        return [replace(flaw, variant=None) for flaw in going]
    return [
        *going,
        *(flaw for flaw in flaws if flaw.action is not Action.DROP and flaw.variant not in guilty),
    ]


def _noted(flaws: Sequence[Flaw]) -> TranslationUnit:
    """A unit that goes, with the reasons."""
    first = flaws[0]
    notes = tuple(f"{flaw.kind}: {flaw.message}" for flaw in flaws)
    unit = replace(first.unit, notes=(*first.unit.notes, *notes))
    if first.variant is None:
        return unit
    kept = sorted({first.sides[0], first.variant})
    return replace(unit, variants=tuple(unit.variants[n] for n in kept))
