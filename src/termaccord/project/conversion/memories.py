"""A memory as TMX, in bounded memory whatever its size: written first, then read back beside what was meant."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO, Literal

from termaccord.formats import tmx
from termaccord.formats.bilingual import State
from termaccord.formats.termlists.losing.telling import Teller
from termaccord.formats.termlists.losing.units import head_losses, unit_losses
from termaccord.formats.termlists.sides import speaks
from termaccord.model import Degree, Finding, Memory, Subject, TranslationUnit, say
from termaccord.project.conversion.intake import Incoming, Untranslated, Wanted, units_of

Step = Callable[[str, int, int], None]
STATES = {
    State.FUZZY: say("the translation is uncertain"),
    State.UNTRANSLATED: say("it is not translated"),
    State.OBSOLETE: say("it is obsolete"),
    State.LOCKED: say("it is not to be translated"),
    State.TRANSLATED: say("a side of it is empty"),
}
Level = Literal[1, 2]
EVERY = 1000
"""Units between two steps of a progress bar."""


class Units:
    """The units of all files in order, as often as they are asked for; what is left out is told the first time."""

    def __init__(self, files: Sequence[Incoming], wanted: Wanted, tell: Teller, step: Step) -> None:
        self.findings: list[Finding] = []
        self.count = 0
        self.head = Memory(())
        self._files = files
        self._wanted = wanted
        self._tell = tell
        self._step = step
        self._told = False

    def __call__(self) -> Iterator[TranslationUnit]:
        """All units from the first one on."""
        aloud = not self._told
        self._told = True
        count = 0
        for number, file in enumerate(self._files):
            head, items = units_of(file, self._wanted)
            if aloud and number == 0:
                self.head = replace(head, units=())
            elif aloud:
                head_losses(head, self.head, self._tell)
            for item in items:
                unit = self._heard(item, aloud=aloud)
                if unit is not None:
                    count += 1
                    if not count % EVERY:
                        self._step(say("converting"), count, 0)
                    yield unit
        self.count = count

    def _heard(
        self, item: TranslationUnit | Finding | Untranslated, *, aloud: bool
    ) -> TranslationUnit | None:
        if isinstance(item, Finding):
            if aloud:
                self.findings.append(item)
            return None
        if isinstance(item, Untranslated):
            if aloud:
                why = say(
                    "it is {state}, and a memory holds what is translated for certain", state=item.state
                )
                text = item.unit.variants[0].text if item.unit.variants else ""
                self._tell.tell(Subject.UNIT, Degree.GONE, text, concept=item.unit.id, why=why)
            return None
        return self._spoken(item, aloud=aloud)

    def _spoken(self, unit: TranslationUnit, *, aloud: bool) -> TranslationUnit | None:
        """The unit in the languages that are wanted, the source first."""
        wanted = tuple(filter(None, (self._wanted.source, self._wanted.target)))
        if not wanted:
            return unit
        chosen = [v for language in wanted for v in unit.variants if speaks(v.language, language)]
        if len(wanted) == 1:
            chosen += [v for v in unit.variants if v not in chosen]
        if len({v.language for v in chosen}) < 2:
            if aloud:
                text = " = ".join(v.text for v in unit.variants)
                why = say("it is not in {languages}", languages=", ".join(wanted))
                self._tell.tell(Subject.UNIT, Degree.GONE, text, concept=unit.id, why=why)
            return None
        if aloud:
            for variant in unit.variants:
                if variant not in chosen:
                    why = say("only {languages} is wanted", languages=", ".join(wanted))
                    self._tell.tell(
                        Subject.LANGUAGE,
                        Degree.GONE,
                        variant.text,
                        concept=unit.id,
                        language=variant.language,
                        why=why,
                    )
        return replace(unit, variants=tuple(chosen))


def write_memory(units: Units, out: BinaryIO, level: Level, name: str) -> tuple[Finding, ...]:
    """Write all units under the header of the first file; the findings say what could not be written as it was."""
    stream = units()
    first = next(stream, None)  # the header is known when the first unit is
    return tmx.write(_chained(first, stream), out, units.head, name=name, level=level)


def _chained(first: TranslationUnit | None, rest: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
    if first is not None:
        yield first
        yield from rest


def read_back(units: Units, written: BinaryIO, tell: Teller) -> None:
    """Hold what was written beside what was meant, unit by unit."""
    head, items = tmx.streamed(written, "")
    head_losses(units.head, head, tell)
    seen = (item for item in items if not isinstance(item, Finding))
    for meant in units():
        if not meant.variants:
            continue
        found = next(seen, None)
        if found is None:
            tell.tell(Subject.UNIT, Degree.GONE, " = ".join(v.text for v in meant.variants), concept=meant.id)
        else:
            unit_losses(meant, found, tell)
