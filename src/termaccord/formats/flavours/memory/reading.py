"""A written memory as its tool reads it: the pairs that it will match."""

from collections.abc import Iterator
from typing import BinaryIO

from termaccord.formats import tmx
from termaccord.formats.flavours.glossary.languages import primary
from termaccord.formats.flavours.memory.cleaning import text_of, whole_text
from termaccord.formats.flavours.memory.shape import TABULATED, MemoryFlavour
from termaccord.model import Finding, TranslationUnit

PIECE = 1 << 16


def sees(stream: BinaryIO, flavour: MemoryFlavour, source: str, target: str) -> Iterator[tuple[str, str]]:
    """
    Read a file by the tool's rules.

    The header's source language must be the first segment's, letter by letter where the tool compares so
    (translate-toolkit, Poedit, Weblate); of a unit the first two segments count; a side without text is passed over.
    """
    if flavour.ending == TABULATED:
        yield from _lines(stream)
        return
    head, items = tmx.streamed(stream, "")
    if flavour.exact and head.source_language != source:
        return
    for item in items:
        if not isinstance(item, Finding) and (pair := _pair(item, flavour, source, target)):
            yield pair


def _pair(unit: TranslationUnit, flavour: MemoryFlavour, source: str, target: str) -> tuple[str, str] | None:
    if len(unit.variants) < 2 or any(name in flavour.misread for name, _value in unit.properties):
        return None
    first, second = unit.variants[:2]
    if not (_same(first.language, source, flavour) and _same(second.language, target, flavour)):
        return None
    # A tool that knows of no codes takes them for text.
    read = whole_text if flavour.level == 1 else text_of
    sides = read(first.content), read(second.content)
    return sides if all(side.strip() for side in sides) else None


def _same(written: str, wanted: str, flavour: MemoryFlavour) -> bool:
    return written == wanted if flavour.exact else primary(written) == primary(wanted)


def _lines(stream: BinaryIO) -> Iterator[tuple[str, str]]:
    """Wordfast: the fifth field and the seventh of each line after the header."""
    stream.read(2)
    held = b""
    first = True
    while piece := stream.read(PIECE):
        *lines, held = (held + piece).split(b"\r\0\n\0")
        for line in lines:
            fields = line.decode("utf-16-le").split("\t")
            if not first and len(fields) >= 7:
                yield fields[4].replace("&'26;", "&"), fields[6].replace("&'26;", "&")
            first = False
