"""TMX 1.4b, level 2: whole memories, and streams of any size."""

from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from typing import BinaryIO

from termaccord.formats.exchange.reading import TmxReader
from termaccord.formats.exchange.unwritten import Level
from termaccord.formats.exchange.writing import write
from termaccord.formats.reading import Reading
from termaccord.model import Finding, Memory, TranslationUnit

__all__ = ["Level", "parse", "serialize", "streamed", "units", "write"]


def parse(data: bytes, name: str) -> Reading[Memory]:
    """Read a whole memory of version 1.0 to 1.4; a broken one up to the break."""
    reader = TmxReader(BytesIO(data), name)
    found: list[TranslationUnit] = []
    findings: list[Finding] = []
    for item in reader.items():
        if isinstance(item, Finding):
            findings.append(item)
        else:
            found.append(item)
    head = reader.head
    memory = Memory(
        tuple(found),
        head.source_language,
        head.header,
        head.properties,
        head.notes,
        head.details,
        head.encodings,
    )
    return Reading(memory, tuple(findings))


def units(stream: BinaryIO, name: str) -> Iterator[TranslationUnit | Finding]:
    """Read units one by one, in bounded memory; findings stand where they arise."""
    return TmxReader(stream, name).items()


def streamed(stream: BinaryIO, name: str) -> tuple[Memory, Iterator[TranslationUnit | Finding]]:
    """The header as a memory without units, and the units as `units` gives them."""
    reader = TmxReader(stream, name)
    items = reader.items()
    first = next(items, None)
    return reader.head, items if first is None else chain((first,), items)


def serialize(memory: Memory, level: Level = 2) -> bytes:
    """Write TMX 1.4 canonically: the same memory gives the same bytes."""
    out = BytesIO()
    write(memory.units, out, memory, level=level)
    return out.getvalue()
