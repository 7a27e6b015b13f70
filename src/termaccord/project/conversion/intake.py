"""The files to convert: what each of them is, and what it holds."""

import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from termaccord.formats import bilingual, tables, tbx, tmx
from termaccord.formats.bilingual import State
from termaccord.formats.reading import Reading
from termaccord.formats.sniffing import HEAD, Kind, root_of, sniff
from termaccord.formats.termlists import multiterm, omegat, po, skos, structured, utx
from termaccord.model import Finding, Glossary, Memory, Place, Severity, TranslationUnit, UsageError, say
from termaccord.project.files import read

STDIN = "<stdin>"
LARGEST = 1 << 28
"""Bytes that a packed file may unpack to; memories are streamed and have no limit."""
UNITS = frozenset({Kind.TMX, Kind.XLIFF, Kind.BILINGUAL, Kind.JSON_MEMORY})
"""Kinds that hold units; a PO file holds what is asked for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to read a file that does not say it itself."""

    kind: Kind | None = None
    source: str = ""
    target: str = ""
    columns: tuple[str, ...] = ()
    """What the columns of a table hold, where it does not say it; see `tables.parse`."""
    sheet: str = ""
    """Name or number of the only sheet wanted of a workbook."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file to convert."""

    name: str
    """As the user knows it."""
    kind: Kind
    path: Path | None = None
    data: bytes = b""
    """The whole file where it was read already."""

    @property
    def holds_units(self) -> bool:
        return self.kind in UNITS

    def bytes(self) -> bytes:
        """
        The file, unpacked.

        Raises
        ------
        UsageError
            When it unpacks to more than anyone writes by hand, or cannot be unpacked.

        """
        if not self.packed:
            return self.data if self.path is None else read(self.path)
        try:
            with self.stream() as stream:
                data = stream.read(LARGEST + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise UsageError(
                say("{file} is damaged or breaks off, and cannot be unpacked to its end", file=self.name)
            ) from error
        if len(data) > LARGEST:
            raise UsageError(
                say(
                    "{file} would unpack to more than {size} MB and is not read",
                    file=self.name,
                    size=LARGEST >> 20,
                )
            )
        return data

    @property
    def packed(self) -> bool:
        return self.name.lower().endswith(".gz")

    def stream(self) -> BinaryIO:
        """The file from its beginning, unpacked; the caller closes it."""
        stream: BinaryIO = io.BytesIO(self.data) if self.path is None else self.path.open("rb")
        return gzip.open(stream) if self.packed else stream  # type: ignore[return-value]


def incoming(
    given: Sequence[str], kind: Kind | None, *, units: bool, stdin: bytes | None = None
) -> list[Incoming]:
    """
    The files that a user names, those in folders included.

    Of a folder the accepted termbases are taken, or with `units` its memories; where it has none,
    every file whose kind shows.

    Raises
    ------
    UsageError
        When a path does not exist, or a file is nothing that can be converted.

    """
    found: list[Incoming] = []
    for name in given:
        path = Path(name)
        if name == "-":
            data = stdin or b""
            found.append(_known(Incoming(STDIN, kind or sniff(data, STDIN), None, data)))
        elif path.is_dir():
            found += _inside(path, units=units)
        else:
            found.append(_known(opened(path, kind)))
    return found


def _inside(folder: Path, *, units: bool) -> list[Incoming]:
    files = [p for p in sorted(folder.rglob("*")) if p.is_file() and not _hidden(p.relative_to(folder))]
    known = [opened(path) for path in files if not path.name.endswith(".proposed.tbx")]
    wanted = Kind.TMX if units else Kind.TBX
    found = [one for one in known if one.kind is wanted] or [
        one for one in known if one.kind is not Kind.UNKNOWN
    ]
    if not found:
        raise UsageError(
            say("nothing to read in {paths}: no file of a kind termaccord knows", paths=str(folder))
        )
    return found


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def opened(path: Path, kind: Kind | None = None) -> Incoming:
    """A file on disk and what it is; `Kind.UNKNOWN` where it is nothing known."""
    try:
        with path.open("rb") as stream:
            packed = path.name.lower().endswith(".gz")
            head = (gzip.GzipFile(fileobj=stream) if packed else stream).read(HEAD)
    except (OSError, EOFError):
        head = read(path)  # says what is wrong with it
    name = str(path)
    found = kind or sniff(head, name.removesuffix(".gz"))
    if found is Kind.UNKNOWN and head[:1] in {b"P", b"{", b"["}:
        found = sniff(read(path), name)  # zip archives and JSON show it at their end
    elif kind is None and head.startswith(b"PK"):
        found = sniff(read(path), name)
    return Incoming(name, found, path)


def _known(file: Incoming) -> Incoming:
    if file.kind is not Kind.UNKNOWN:
        return file
    head = file.data or (read(file.path)[:HEAD] if file.path else b"")
    if not head.strip():
        raise UsageError(say("{file} is empty; there is nothing to convert", file=file.name))
    root = root_of(head)
    if root:
        raise UsageError(
            say(
                "{file} begins with <{root}> and is nothing that can be converted; "
                "if it is, say what it is with --from",
                file=file.name,
                root=root,
            )
        )
    raise UsageError(
        say("{file} is nothing that can be converted; if it is, say what it is with --from", file=file.name)
    )


# -- as concepts ------------------------------------------------------------------------------------------------


def glossary_of(file: Incoming, wanted: Wanted) -> Reading[Glossary]:
    """The concepts of a file that holds concepts."""
    data, name = file.bytes(), file.name
    pair = (wanted.source, wanted.target)
    match file.kind:
        case Kind.TBX:
            return tbx.parse(data, name)
        case Kind.MULTITERM:
            return multiterm.parse(data, name)
        case Kind.UTX:
            return utx.parse(data, name)
        case Kind.OMEGAT:
            if not (wanted.source and wanted.target):
                raise UsageError(
                    say(
                        "{file} does not say which languages it holds; give --source-language and --target-language",
                        file=name,
                    )
                )
            return omegat.parse(data, name, *pair)
        case Kind.PO:
            return po.parse(data, name, *pair)
        case Kind.SKOS:
            return skos.parse(data, name)
        case Kind.JSON:
            return structured.parse(data, name)
        case Kind.JSON_TABLE:
            return structured.parse_table(data, name)
        case _:
            spoken = tuple(language for language in pair if language)
            called = _called(name, file.kind.value)
            return tables.parse(data, called, spoken, columns=wanted.columns, sheet=wanted.sheet)


def _called(name: str, *endings: str) -> str:
    """The name of a file, with an ending that says what it is where its own does not."""
    return name if name.lower().endswith(tuple(f".{one}" for one in endings)) else f"{name}.{endings[0]}"


# -- as units ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Untranslated:
    """A unit of a localisation file that is not translated, or not for certain."""

    unit: TranslationUnit
    state: State


Item = TranslationUnit | Finding | Untranslated


def units_of(file: Incoming, wanted: Wanted) -> tuple[Memory, Iterator[Item]]:
    """The header of a file that holds units, and the units and findings as they come; TMX in bounded memory."""
    if file.kind is Kind.TMX:
        return _streamed(file)
    if file.kind is Kind.JSON_MEMORY:
        reading = structured.parse_memory(file.bytes(), file.name)
        return replace(reading.value, units=()), iter((*reading.findings, *reading.value.units))
    found = bilingual.parse(file.bytes(), _bilingual_name(file))
    usable = bilingual.memory(found.value)
    left = [Untranslated(unit.unit, unit.state) for unit in found.value if not unit.usable]
    return _spoken(Memory((), usable.source_language), wanted), iter((*found.findings, *left, *usable.units))


def _bilingual_name(file: Incoming) -> str:
    if bilingual.reads(file.name):
        return file.name
    return f"{file.name}.{'po' if file.kind is Kind.PO else 'xlf'}"


def _spoken(head: Memory, wanted: Wanted) -> Memory:
    return replace(head, source_language=wanted.source) if wanted.source else head


def _streamed(file: Incoming) -> tuple[Memory, Iterator[Item]]:
    stream = file.stream()
    head, items = tmx.streamed(stream, file.name)

    def all_items() -> Iterator[Item]:
        with stream:
            try:
                yield from items
            except (EOFError, OSError, zlib.error):
                message = say(
                    "{file} is damaged or breaks off, and cannot be unpacked to its end", file=file.name
                )
                yield Finding("F230", message, Place(file.name), Severity.ERROR)

    return head, all_items()
