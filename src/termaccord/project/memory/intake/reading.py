"""Any file that holds segments and their translations, as a stream of units."""

import gzip
import hashlib
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from termaccord.formats import tmx
from termaccord.model import Finding, Message, Place, Severity, TranslationUnit, UsageError, Variant, say
from termaccord.project.memory.intake.tally import Reason, Tally

if TYPE_CHECKING:
    from termaccord.formats.bilingual import BilingualUnit

MEMORIES = (".tmx", ".tmx.gz")
UNSAID = frozenset({"", "und"})


@dataclass(frozen=True, slots=True)
class Sides:
    """What a file does not say itself: its languages, and which file it translates."""

    source: str = ""
    target: str = ""
    original: str = ""


class Watched(io.RawIOBase):
    """A stream that knows how much of it has been read, tells `step`, and knows what tells that it has changed."""

    def __init__(self, stream: BinaryIO, step: Callable[[int], None] | None = None) -> None:
        self._stream = stream
        self._step = step
        self._digest = hashlib.sha256()
        self.position = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(size)
        self._digest.update(data)
        self.position += len(data)
        if self._step:
            self._step(self.position)
        return data

    def digest(self) -> str:
        """Of the whole stream, what has not been read yet included."""
        while self.read(1 << 20):
            pass
        return self._digest.hexdigest()


def importable(path: Path, *, searched: bool = False) -> bool:
    """
    Whether a file is of a kind that units can be read from.

    Of files of strings that are `searched` for, only those count that stand beside their originals.
    """
    if path.name.lower().endswith(MEMORIES):
        return True
    from termaccord.formats import bilingual  # noqa: PLC0415 - slow to load, and most memories are TMX

    if bilingual.reads(path.name):
        return True
    from termaccord.project.localised.beside import original_of  # noqa: PLC0415 - likewise

    return original_of(path) is not None if searched else bilingual.reads_beside(path.as_posix())


def units(stream: Watched, name: str, tally: Tally, sides: Sides) -> Iterator[TranslationUnit]:
    """
    The units of a file, one by one.

    TMX is read in bounded memory; files of other kinds are read whole.
    """
    lowered = name.lower()
    if lowered.endswith(".gz"):
        found = _unpacked(stream, name, tally)
    elif lowered.endswith(".tmx") or name.startswith("<"):
        found = _streamed(cast("BinaryIO", stream), name, tally)
    else:
        found = _whole(stream, name, tally, sides.original)
    return (_spoken(unit, sides) for unit in found) if sides.source or sides.target else found


def _streamed(stream: BinaryIO, name: str, tally: Tally) -> Iterator[TranslationUnit]:
    for item in tmx.units(stream, name):
        if isinstance(item, Finding):
            tally.hear(item)
        else:
            yield item


def _unpacked(stream: Watched, name: str, tally: Tally) -> Iterator[TranslationUnit]:
    with gzip.GzipFile(fileobj=cast("BinaryIO", stream)) as packed:
        inside = _Unpacked(packed)
        yield from _streamed(cast("BinaryIO", inside), name, tally)
        if inside.damaged:
            message = say("{file} is damaged or breaks off, and cannot be unpacked to its end", file=name)
            tally.hear(Finding("F230", message, Place(name), Severity.ERROR))


class _Unpacked(io.RawIOBase):
    """What a packed stream holds, up to the place where it cannot be unpacked any more."""

    def __init__(self, packed: gzip.GzipFile) -> None:
        self._packed = packed
        self.damaged = False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        try:
            return b"" if self.damaged else self._packed.read1(size)
        except (gzip.BadGzipFile, zlib.error, EOFError):
            self.damaged = True
            return b""


def _whole(stream: Watched, name: str, tally: Tally, given: str) -> Iterator[TranslationUnit]:
    from termaccord.formats import bilingual  # noqa: PLC0415 - slow to load
    from termaccord.project.corpus import labelled  # noqa: PLC0415 - likewise
    from termaccord.project.localised import beside  # noqa: PLC0415 - likewise

    original = beside.brought(Path(name), given)
    if original is None and bilingual.reads_beside(Path(name).as_posix()):
        tally.hear(beside.lonely(name))
    reading = beside.parse(stream.read(), name, original)
    for finding in reading.findings:
        tally.hear(finding)
    tally.broken |= any(finding.severity is Severity.ERROR for finding in reading.findings)
    usable = tuple(unit.unit for unit in reading.value if unit.usable)
    for unit in reading.value:
        if not unit.usable:
            tally.read += 1
            tally.drop(Reason.UNTRANSLATED, _unusable(unit), unit.unit)
    yield from labelled(usable)


def _unusable(unit: "BilingualUnit") -> Message:
    from termaccord.formats.localisation.unit import State  # noqa: PLC0415 - slow to load

    if unit.state is State.FUZZY:
        return say("the file does not vouch for its translation")
    return say("it is not translated")


def _spoken(unit: TranslationUnit, sides: Sides) -> TranslationUnit:
    """The unit with the languages that the user has named, where the file names none."""
    names = (sides.source, sides.target)
    variants = tuple(map(_named, unit.variants, (*names, *("",) * len(unit.variants))))
    return unit if variants == unit.variants else replace(unit, variants=variants)


def _named(variant: Variant, language: str) -> Variant:
    return replace(variant, language=language) if language and variant.language in UNSAID else variant


def opened(path: Path) -> BinaryIO:
    """
    The file, open for reading.

    Raises
    ------
    UsageError
        When there is no such file, it may not be read, or it is of a kind that holds no translations.

    """
    if path.is_file() and not importable(path):
        raise UsageError(
            say("{path} is no file of translations; import TMX, XLIFF, PO, CSV or TSV", path=str(path))
        )
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise UsageError(say("no such file: {path}", path=str(path))) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(say("cannot read {path}: {reason}", path=str(path), reason=reason)) from error
