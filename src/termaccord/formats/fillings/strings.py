"""Files of strings: translations put behind their keys, and keys that a translation lacks put where the original has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from termaccord.formats.addresses import addressed
from termaccord.formats.fillings.codes import Code, inlines, mapped, native, text
from termaccord.formats.fillings.fills import Fill, Made, Standing, closed_by_state
from termaccord.formats.localisation.unit import BilingualUnit
from termaccord.formats.patches.layout import Change, spliced
from termaccord.formats.strings import keyed
from termaccord.formats.strings.entries import HERE, Addition
from termaccord.formats.strings.keyed import Couple, Joined, Original
from termaccord.model import Inline, Message, say


@dataclass(frozen=True, slots=True)
class _Answer:
    made: Made
    raw: str


class Strings:
    """An opened file of strings, beside its original."""

    def __init__(self, joined: Joined, units: Sequence[BilingualUnit]) -> None:
        self.units = units
        self._joined = joined
        self._file = joined.target
        self._keys = {entry.key for entry in joined.target.entries}
        self._couples = dict(zip((unit.unit.id for unit in units), joined.couples, strict=True))

    def closed(self, unit: BilingualUnit, *, overwrite: bool) -> Message | None:  # noqa: ARG002  # these files know no drafts
        """Why nothing may be put into a unit; None where it may."""
        if (why := closed_by_state(unit, overwrite=False)) is not None:
            return why
        couple = self._couples[unit.unit.id]
        if couple.target is None and couple.source.listed and couple.source.key not in self._keys:
            return say(
                "“{unit}” is part of a list or a rule that the file lacks; add that by hand",
                unit=unit.unit.id,
            )
        return None

    def refused(self, fill: Fill) -> Message | None:
        """Why a translation cannot be put in: such files cannot say that a person is to look at it."""
        if fill.standing is not Standing.TRANSLATED:
            return say(
                "“{unit}” is left open: files of this kind cannot say that a translation is to be looked at",
                unit=fill.unit,
            )
        if self._answer(fill).made.bare:
            return say(
                "“{unit}” is left open: its codes are others than those of the memory; translate it by hand",
                unit=fill.unit,
            )
        return None

    def group(self, unit: BilingualUnit) -> object:
        """Plural forms are filled together."""
        return self._couples[unit.unit.id].source.key if unit.form is not None else unit.unit.id

    def rebuilt(self, changes: Sequence[Change]) -> bytes:
        """The file with these changes."""
        return self._file.code.encode(spliced(self._file.source, changes))

    def written(self, fills: Mapping[str, Fill], language: str) -> tuple[list[Change], list[Made]]:  # noqa: ARG002  # named by the path
        """The changes that put translations in, in the order of the file."""
        changes: list[Change] = []
        made: list[Made] = []
        added: list[Addition] = []
        for unit in self.units:
            if unit.unit.id not in fills:
                continue
            answer = self._answer(fills[unit.unit.id])
            couple = self._couples[unit.unit.id]
            made.append(answer.made)
            if couple.target is None:
                added.append(Addition(couple.source, couple.form, answer.raw))
            else:
                before, behind = couple.target.around
                changes.append((couple.target.value, f"{before}{answer.raw}{behind}"))
        changes += (
            self._file.add(added, [couple.identifier for couple in self._joined.couples]) if added else []
        )
        return sorted(changes, key=lambda change: change[0]), made

    def _answer(self, fill: Fill) -> _Answer:
        couple = self._couples[fill.unit]
        if not couple.source.codes:
            return self._plain(fill, couple)
        shown = [part for part in couple.source.shown if isinstance(part, Inline)]
        codes = [Code(inline, raw) for inline, raw in zip(shown, couple.source.codes, strict=True)]
        parts = mapped(fill.target, fill.source, codes)
        words = text(fill.target)
        if parts is None:
            return _Answer(Made(fill, words, Standing.FUZZY, bare=True), self._file.whole(words))
        raw = "".join([part.raw if isinstance(part, Code) else self._file.part(part, HERE) for part in parts])
        return _Answer(Made(fill, words, fill.standing), raw)

    def _plain(self, fill: Fill, couple: Couple) -> _Answer:
        """A translation for a string whose markup, if it has any, is text."""
        coded = native(fill.source) == couple.source.text
        bare = bool(inlines(fill.target)) and not coded
        words = native(fill.target) if coded else text(fill.target)
        return _Answer(
            Made(fill, words, Standing.FUZZY if bare else fill.standing, bare), self._file.whole(words)
        )


def opened(data: bytes, name: str, original: Original) -> Strings | None:
    """Open a file of strings beside its original; None where one of them cannot be read whole."""
    reading = keyed.joined(data, name, original)
    if reading.value is None:
        return None
    units = keyed.parse(data, name, original).value
    named = addressed(unit.unit for unit in units)
    return Strings(reading.value, [replace(unit, unit=one) for unit, one in zip(units, named, strict=True)])
