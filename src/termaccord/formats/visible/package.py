"""A zip file of XML parts, opened with bounds: what DOCX and ODT are packed in."""

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

from termaccord.formats.markup.source import DEEPEST, Source
from termaccord.formats.visible.canvas import Piece
from termaccord.model import Finding, Place, Severity, say

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[Piece], None]
"""Given a place in the part only by those who look for places."""

_LARGEST = 256 << 20
"""Bytes of one part, unpacked: the text of a hundred thick books."""
_MOST_PARTS = 20000


class PackageError(Exception):
    """A package cannot be opened; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding.message))
        self.finding = finding


@dataclass(slots=True)
class Package:
    """The parts of an opened package."""

    name: str
    packed: zipfile.ZipFile
    findings: list[Finding] = field(default_factory=list)

    def has(self, part: str) -> bool:
        return part in self.packed.NameToInfo

    def read(self, part: str) -> bytes:
        """
        Unpack one part; empty where there is none.

        Raises
        ------
        PackageError
            When it is damaged or unpacks to more than can be meant.

        """
        if not self.has(part):
            return b""
        try:
            with self.packed.open(part) as stream:
                data = stream.read(_LARGEST + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            RuntimeError,
            NotImplementedError,
            EOFError,
        ) as error:
            raise PackageError(_broken(self.name)) from error
        if len(data) > _LARGEST:
            message = say("{file} unpacks to more than a text can hold and is not read", file=self.name)
            raise PackageError(Finding("F110", message, Place(self.name), Severity.ERROR))
        return data

    def walk(self, part: str, start: Start, end: End, characters: Characters) -> None:
        """Hand a part's elements, by local names, and its text to the handlers, in file order."""
        source = Source(io.BytesIO(self.read(part)), self.name)
        depth = 0

        def opened(tag: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > DEEPEST:
                raise source.refuse(
                    "F004", say("{file} nests its elements too deeply to be a text", file=self.name)
                )
            start(
                tag.rpartition(":")[2], {key.rpartition(":")[2]: value for key, value in attributes.items()}
            )

        def closed(tag: str) -> None:
            nonlocal depth
            depth -= 1
            end(tag.rpartition(":")[2])

        source.parser.StartElementHandler = opened
        source.parser.EndElementHandler = closed
        source.parser.CharacterDataHandler = lambda text: characters(Piece(text))
        for _ in source.pump():
            pass
        self.findings += source.findings


def open_package(data: bytes, name: str) -> Package:
    """
    Open a zip file without unpacking anything.

    Raises
    ------
    PackageError
        When it is no zip file or lists more parts than an office file can have.

    """
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
        raise PackageError(_broken(name)) from error
    if len(packed.NameToInfo) > _MOST_PARTS:
        message = say("{file} holds more parts than an office file can have and is not read", file=name)
        raise PackageError(Finding("F110", message, Place(name), Severity.ERROR))
    return Package(name, packed)


def _broken(name: str) -> Finding:
    message = say(
        "{file} is damaged and cannot be unpacked; open it in its own program and save it again", file=name
    )
    return Finding("F109", message, Place(name), Severity.ERROR)
