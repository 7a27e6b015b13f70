"""A zip file of XML parts, opened with bounds: what DOCX and ODT are packed in."""

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

from termaccord.formats.markup.source import DEEPEST, Source
from termaccord.formats.visible.canvas import Piece
from termaccord.model import BlockKind, Finding, Place, Severity, say

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[Piece], None]
"""Given a place in the part only by those who look for places."""

_LARGEST = 128 << 20
"""Bytes of all parts that are read, unpacked: the text of fifty thick books."""
_MOST_PARTS = 20000
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins: an office file of before 2007, or one that is encrypted (MS-OFFCRYPTO, 2.1)."""
_MANIFEST = "META-INF/manifest.xml"
"""It tells which parts of an ODT are encrypted (OpenDocument 1.3, part 2, section 3.4)."""


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
    unpacked: int = 0
    """Bytes so far."""

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
                data = stream.read(_LARGEST - self.unpacked + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError) as error:
            raise PackageError(_broken(self.name)) from error
        except RuntimeError as error:  # so says zipfile of a part that is encrypted
            raise PackageError(_locked(self.name)) from error
        self.unpacked += len(data)
        if self.unpacked > _LARGEST:
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
    Open a zip file without unpacking more than the list of what is in it.

    Raises
    ------
    PackageError
        When it is no zip file, is locked with a password, or lists more parts than an office file can have.

    """
    if data.startswith(_OLD):
        raise PackageError(_locked(name))
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
        raise PackageError(_broken(name)) from error
    if len(packed.NameToInfo) > _MOST_PARTS:
        message = say("{file} holds more parts than an office file can have and is not read", file=name)
        raise PackageError(Finding("F110", message, Place(name), Severity.ERROR))
    package = Package(name, packed)
    if b"encryption-data" in package.read(_MANIFEST):
        raise PackageError(_locked(name))
    return package


def inherited(kinds: dict[str, BlockKind], bases: dict[str, str]) -> dict[str, BlockKind]:
    """The kinds of styles, those of a user's own taken from the styles that they are based on."""
    found = dict(kinds)
    for style in bases:
        seen: list[str] = []
        base = style
        while base not in found and base in bases and base not in seen:
            seen.append(base)
            base = bases[base]
        if base in found:
            found.update(dict.fromkeys(seen, found[base]))
    return found


def _locked(name: str) -> Finding:
    message = say(
        "{file} is an old office file or locked with a password; save it as DOCX or ODT without one",
        file=name,
    )
    return Finding("F113", message, Place(name), Severity.ERROR)


def _broken(name: str) -> Finding:
    message = say(
        "{file} is damaged and cannot be unpacked; open it in its own program and save it again", file=name
    )
    return Finding("F109", message, Place(name), Severity.ERROR)
