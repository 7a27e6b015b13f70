"""A memory file as a stream of units that know where they stand."""

from collections.abc import Collection, Iterator
from io import BytesIO

from termaccord.formats import tmx
from termaccord.formats.exchange.places import Plain, UnitPlace, unit_places
from termaccord.model import Finding, Place, Severity, say
from termaccord.project.memory.cleaning.sides import Numbered, source_of

_BROKEN = frozenset({"F001", "F002", "F004", "F005", "F200"})
"""Where the reading breaks off, nobody knows what follows."""


class MemoryFile:
    """A file that is read as often as it must be, and never held as units."""

    def __init__(self, file: Plain, name: str) -> None:
        self.file = file
        self.name = name
        self.count = 0
        self.findings: tuple[Finding, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether it could not be read to its end."""
        return any(finding.code in _BROKEN for finding in self.findings)

    def units(self, wanted: Collection[int] | None = None) -> Iterator[Numbered]:
        """The units in order, or those of them that are wanted; what is wrong with the file is then in `findings`."""
        places = self._places()
        head, items = tmx.streamed(BytesIO(self.file.original(self.file.data)), self.name)
        findings: list[Finding] = []
        number = 0
        for item in items:
            if isinstance(item, Finding):
                findings.append(item)
                continue
            place = next(places, None)
            if place is None or len(place.variants) != len(item.variants):
                findings.append(self._lost(place))
                break
            if wanted is None or number in wanted:
                yield Numbered(item, number, self.name, place.line, source_of(item, head.source_language))
            number += 1
        self.count, self.findings = number, tuple(findings)

    def places(self, wanted: Collection[int]) -> dict[int, UnitPlace]:
        """Where the wanted units stand."""
        return {n: place for n, place in enumerate(self._places()) if n in wanted}

    def _places(self) -> Iterator[UnitPlace]:
        return (place for place in unit_places(self.file.data) if place.variants)

    def _lost(self, place: UnitPlace | None) -> Finding:
        message = say(
            "the units of {file} cannot be told apart from line {line} on; it is left as it is",
            file=self.name,
            line=place.line if place else 1,
        )
        return Finding("F001", message, Place(self.name, line=place.line if place else None), Severity.ERROR)
