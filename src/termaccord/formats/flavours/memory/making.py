"""One direction of a memory on its way into a tool: the files, and what is lost on the way."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from termaccord.formats import tmx
from termaccord.formats.flavours.flavour import Opened, StreamedFile, Tell
from termaccord.formats.flavours.memory import wordfast
from termaccord.formats.flavours.memory.cleaning import codes, text_of, whole_text
from termaccord.formats.flavours.memory.pairs import Direction, Paired
from termaccord.formats.flavours.memory.reading import sees
from termaccord.formats.flavours.memory.shape import TABULATED, MemoryFlavour
from termaccord.formats.flavours.memory.survey import Place, Survey, number_of
from termaccord.model import Degree, Loss, Memory, Subject, TranslationUnit, say

RENAMED = "x-termaccord-"
"""What stands before the name of a property that the tool would misread."""
KEPT = frozenset(
    {"adminlang", "datatype", "o-encoding", "creationdate", "creationid", "changedate", "changeid"}
)
"""Attributes of a header that a flavoured file says again."""


class Making:
    """One direction of a memory on its way into a tool."""

    def __init__(  # what a making needs
        self,
        flavour: MemoryFlavour,
        direction: Direction,
        opened: Opened,
        tell: Tell,
        always: Tell,
        head: Memory | None,
    ) -> None:
        self._flavour = flavour
        self._direction = direction
        self._opened = opened
        self._tell = tell
        self._always = always
        self._head = head or Memory(())
        self._properties: Counter[tuple[Degree, str]] = Counter()
        self._sum = 0

    def made(self, stem: str) -> list[StreamedFile]:
        """The main file, and one of alternatives where there are any."""
        survey = Survey(self._direction, self._flavour.longest)
        self._of_header()
        main = f"{stem}{self._flavour.ending}"
        other = f"{stem}.alternatives{self._flavour.ending}"
        files = [self._write(main, survey, Place.MAIN, other)]
        if survey.count(Place.ALTERNATIVE):
            files.append(self._write(other, survey, Place.ALTERNATIVE, other))
        self._of_properties()
        return files

    def _write(self, name: str, survey: Survey, wanted: Place, other: str) -> StreamedFile:
        out = self._opened(name)
        count = survey.count(wanted)
        self._sum = 0
        units = self._units(survey, wanted, other)
        source, target = self._direction.source, self._direction.target
        if self._flavour.ending == TABULATED:
            wordfast.write(units, out, (source, target), count, survey.latest)
        else:
            head = replace(
                self._head,
                units=(),
                source_language=source,
                header=tuple(pair for pair in self._head.header if pair[0] in KEPT),
            )
            tmx.write(units, out, head, name=name, level=self._flavour.level)
        self._read_back(out, name, count)
        note = self._flavour.note
        if wanted is Place.ALTERNATIVE:
            note = say(
                "other renderings of the same segments: load it beside, and where nothing is inserted by itself"
            )
        return StreamedFile(name, note, count, (source, target))

    def _units(self, survey: Survey, wanted: Place, other: str) -> Iterator[TranslationUnit]:
        for item, place in zip(self._direction.pairs(), survey, strict=True):
            if wanted is Place.MAIN:
                self._tell_place(item, place, other)
            if place is not wanted or not isinstance(item, Paired):
                continue
            self._sum += number_of(_pair_text(item, self._flavour))
            self._tell_changes(item)
            yield self._unit(item)

    def _unit(self, pair: Paired) -> TranslationUnit:
        given = pair.unit
        properties = tuple(
            (f"{RENAMED}{name}" if name in self._flavour.misread else name, value)
            for name, value in given.properties
        )
        self._count(given)
        return replace(
            given,
            id=given.id if not pair.number else f"{given.id}-{pair.number + 1}",
            variants=(pair.source, pair.target),
            attributes=tuple(a for a in given.attributes if a[0] != "srclang"),
            properties=properties,
        )

    # -- losses -----------------------------------------------------------------------------------------------

    def _tell_place(self, item: Paired | TranslationUnit, place: Place, other: str) -> None:
        """Tell of a pair that is not in the main file."""
        unit = item.unit if isinstance(item, Paired) else item
        text = "; ".join(variant.text for variant in unit.variants)
        if isinstance(item, Paired):
            text = text_of(item.given[1].content)
        why = self._why(place)
        if why is None:
            return
        degree = Degree.MOVED if place in {Place.ALTERNATIVE, Place.REPEATED} else Degree.GONE
        became = other if place is Place.ALTERNATIVE else ""
        tell = self._always if place is Place.ALTERNATIVE else self._tell
        language = self._direction.target if isinstance(item, Paired) else ""
        tell(Loss(Subject.UNIT, degree, why, unit.id, language, text, became, self._flavour.tool.value))

    def _why(self, place: Place) -> str | None:
        name = self._flavour.name
        match place:
            case Place.MAIN:
                return None
            case Place.ALTERNATIVE:
                return say(
                    "{tool} takes one rendering of a segment from a file; another one stands in a file apart",
                    tool=name,
                )
            case Place.REPEATED:
                return say("the same pair stands in the file already")
            case Place.EMPTY:
                return say("a side of it holds no text")
            case Place.LONG:
                return say(
                    "{tool} takes segments of at most {longest} characters",
                    tool=name,
                    longest=self._flavour.longest,
                )
            case Place.ALONE:
                return say("it has no segment in both languages")
            case Place.FOREIGN:
                return say("both its segments are translations from a third language")

    def _tell_changes(self, pair: Paired) -> None:
        for given, made in zip(pair.given, (pair.source, pair.target), strict=True):
            before, after = text_of(given.content), text_of(made.content)
            if before != after:
                why = say(
                    "with white space or characters in that form {tool} finds nothing",
                    tool=self._flavour.name,
                )
                self._lose(Subject.SEGMENT, Degree.CHANGED, why, pair, given.language, before, after)
            lost = codes(given.content) if self._flavour.level == 1 else ()
            if lost:
                why = say(
                    "{tool} would take native code for text, so it is left out", tool=self._flavour.name
                )
                self._lose(Subject.CODE, Degree.GONE, why, pair, given.language, " ".join(lost))

    def _lose(  # the fields of a loss
        self,
        subject: Subject,
        degree: Degree,
        why: str,
        pair: Paired,
        language: str,
        text: str,
        became: str = "",
    ) -> None:
        self._tell(Loss(subject, degree, why, pair.unit.id, language, text, became, self._flavour.tool.value))

    def _count(self, unit: TranslationUnit) -> None:
        """Properties and notes are told once for each name, for every unit has the same."""
        reads = self._flavour.reads
        names = [name for name, _value in unit.properties]
        names += [name for variant in unit.variants for name, _value in variant.properties]
        for name in names:
            if name in self._flavour.misread:
                self._properties[Degree.CHANGED, name] += 1
            elif reads is not None and name not in reads:
                self._properties[Degree.GONE, name] += 1

    def _of_properties(self) -> None:
        tool = self._flavour.tool.value
        for (degree, name), count in sorted(self._properties.items()):
            if degree is Degree.CHANGED:
                why = say(
                    "{tool} would not use the {count} units that have it",
                    tool=self._flavour.name,
                    count=count,
                )
            else:
                why = say(
                    "{tool} does not read it; {count} units have it", tool=self._flavour.name, count=count
                )
            became = f"{RENAMED}{name}" if degree is Degree.CHANGED else ""
            self._tell(Loss(Subject.PROPERTY, degree, why, text=name, became=became, tool=tool))

    def _of_header(self) -> None:
        tool = self._flavour.tool.value
        why = say("the file for {tool} has a header of its own", tool=self._flavour.name)
        for name, value in self._head.header:
            if name not in KEPT and value:
                self._tell(Loss(Subject.HEADER, Degree.GONE, why, text=f"{name}: {value}", tool=tool))
        if self._flavour.ending == TABULATED:
            said = [*self._head.notes, *(f"{name}: {value}" for name, value in self._head.properties)]
            for text in said:
                self._tell(Loss(Subject.HEADER, Degree.GONE, why, text=text, tool=tool))

    def _read_back(self, out: BinaryIO, name: str, count: int) -> None:
        """Hold what the tool reads against what was meant, pair by pair, in a sum of their numbers."""
        if not (out.readable() and out.seekable()):
            return
        out.seek(0)
        seen, total = 0, 0
        for source, target in sees(out, self._flavour, self._direction.source, self._direction.target):
            seen += 1
            total += number_of(f"{source}\0{target}")
        out.seek(0, 2)
        if seen != count or total != self._sum:
            why = say(
                "read back by the rules of {tool}, {file} gives {seen} of {count} pairs as they were meant",
                tool=self._flavour.name,
                file=name,
                seen=seen,
                count=count,
            )
            self._always(Loss(Subject.UNIT, Degree.CHANGED, why, text=name, tool=self._flavour.tool.value))


def _pair_text(pair: Paired, flavour: MemoryFlavour) -> str:
    read = whole_text if flavour.level == 1 else text_of
    return f"{read(pair.source.content)}\0{read(pair.target.content)}"
