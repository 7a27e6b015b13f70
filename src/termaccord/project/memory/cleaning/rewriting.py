"""A memory file without its flawed units and with the mended ones: every other byte as it was."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from termaccord.formats import tmx
from termaccord.formats.addresses import addressed
from termaccord.formats.exchange.places import Plain, UnitPlace, unit_places, with_line
from termaccord.formats.patching import patch
from termaccord.model import Edit, Span
from termaccord.project.memory.cleaning.kinds import Action, Flaw

BATCH = 200
"""Units that are changed together."""
_NAME = "units.tmx"


@dataclass(frozen=True, slots=True)
class Splice:
    """Bytes of the file and what stands there instead."""

    start: int
    end: int
    new: bytes = b""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What is changed, in order, and the flaws that could not be mended."""

    splices: tuple[Splice, ...]
    refused: tuple[Flaw, ...] = ()


def rewriting(file: Plain, flaws: Sequence[Flaw], places: Mapping[int, UnitPlace]) -> Rewriting:
    """The changes that the flaws of a file ask for; `places` knows each flawed unit."""
    gone = {flaw.number for flaw in flaws if flaw.action is Action.DROP and flaw.variant is None}
    splices = [_removed(file.data, places[n].start, places[n].end) for n in gone]
    for number, variants in _guilty(flaws, gone).items():
        splices += [_removed(file.data, *places[number].variants[n]) for n in sorted(variants)]
    edited = [flaw for flaw in flaws if flaw.edits and flaw.number not in gone]
    changed, refused = _changed(file, edited, places)
    return Rewriting(tuple(sorted((*splices, *changed), key=lambda s: s.start)), refused)


def _guilty(flaws: Sequence[Flaw], gone: set[int]) -> dict[int, set[int]]:
    """The variants that go alone, by unit."""
    found: dict[int, set[int]] = {}
    for flaw in flaws:
        if flaw.action is Action.DROP and flaw.variant is not None and flaw.number not in gone:
            found.setdefault(flaw.number, set()).add(flaw.variant)
    return found


def _removed(data: bytes, start: int, end: int) -> Splice:
    return Splice(*with_line(data, start, end))


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The file as it is changed."""
    parts: list[bytes] = []
    at = 0
    for splice in splices:
        parts += [data[at : splice.start], splice.new]
        at = splice.end
    return b"".join((*parts, data[at:]))


def _changed(
    file: Plain, flaws: Sequence[Flaw], places: Mapping[int, UnitPlace]
) -> tuple[list[Splice], tuple[Flaw, ...]]:
    """The mended units; a memory of some of them at a time is changed as any file is, and read again."""
    by_unit: dict[int, list[Flaw]] = {}
    for flaw in flaws:
        by_unit.setdefault(flaw.number, []).append(flaw)
    numbers = sorted(by_unit)
    splices: list[Splice] = []
    refused: list[Flaw] = []
    for start in range(0, len(numbers), BATCH):
        batch = numbers[start : start + BATCH]
        stretches = [file.data[places[n].start : places[n].end] for n in batch]
        after, left = _patched(stretches, [by_unit[n] for n in batch], file.encoding)
        refused += left
        for n, old, new in zip(batch, stretches, after, strict=True):
            splices += _least(places[n], old, new)
    return splices, tuple(refused)


def _least(place: UnitPlace, old: bytes, new: bytes) -> Iterator[Splice]:
    """The variants that are changed; another one of the unit may go at the same time."""
    changed = next(unit_places(new)).variants if old != new else place.variants
    for (start, end), (first, last) in zip(place.variants, changed, strict=True):
        if old != new and old[start - place.start : end - place.start] != new[first:last]:
            yield Splice(start, end, new[first:last])


def _patched(
    stretches: Sequence[bytes], flaws: Sequence[Sequence[Flaw]], encoding: str
) -> tuple[list[bytes], list[Flaw]]:
    """Units with their edits made, and the flaws whose edits could not be made."""
    data = _memory(stretches, encoding)
    reading = tmx.parse(data, _NAME)
    units = addressed(reading.value.units)
    everything = [flaw for ones in flaws for flaw in ones]
    if len(units) != len(stretches):
        return list(stretches), everything
    edits: dict[int, tuple[Flaw, tuple[Edit, ...]]] = {}
    refused: list[Flaw] = []
    for unit, ones in zip(units, flaws, strict=True):
        for flaw in ones:
            n = flaw.variant or 0
            same = [v.text for v in unit.variants] == [v.text for v in flaw.unit.variants]
            if not same:
                refused.append(flaw)
                continue
            place = replace(flaw.edits[0].place, file=_NAME, unit=unit.id, language=unit.variants[n].language)
            edits[id(flaw)] = (
                flaw,
                tuple(
                    Edit(replace(place, span=e.place.span or Span(0, 0)), e.replacement) for e in flaw.edits
                ),
            )
    patched = patch(data, _NAME, [edit for _, own in edits.values() for edit in own])
    while left := {edit for finding in patched.findings for edit in finding.edits}:
        # A flaw is mended whole or told: what else it wanted is not made either.
        spoilt = [key for key, (_, own) in edits.items() if left & set(own)]
        if not spoilt:
            break
        refused += [edits.pop(key)[0] for key in spoilt]
        patched = patch(data, _NAME, [edit for _, own in edits.values() for edit in own])
    after = [patched.value[place.start : place.end] for place in unit_places(patched.value)]
    return (after, refused) if len(after) == len(stretches) else (list(stretches), everything)


def _memory(stretches: Sequence[bytes], encoding: str) -> bytes:
    """A memory of a few units in the encoding of their file."""
    head = (
        f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><tmx version="1.4"><header '
        'creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="*all*" '
        'datatype="plaintext"/><body>'
    )
    return head.encode("ascii") + b"".join(stretches) + b"</body></tmx>"
