"""
Which file a file of strings translates: the one that its platform's way of naming files says, or the user.

The formats are loaded when a file may be one of them: most memories are TMX, and wait for nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from termaccord.formats.reading import Reading
from termaccord.model import Finding, Place, Severity, UsageError, say
from termaccord.project.files import read
from termaccord.text.analyse import detect_language
from termaccord.text.placeables import masked

if TYPE_CHECKING:
    from termaccord.formats.bilingual import BilingualUnit, Original

_MEMORIES = (".tmx", ".tmx.gz")
_UNSAID = frozenset({"", "und"})
_SAMPLE = 200
"""Units that tell the language."""


def original_of(path: Path, given: str = "") -> Path | None:
    """The file that this one translates; None where there is none, or this is no file of strings."""
    name = path.as_posix()
    if not _may_be_strings(name):
        return None
    from termaccord.formats import bilingual  # noqa: PLC0415

    if given:
        return None if _same(path, Path(given)) else Path(given)
    found = (Path(one) for one in bilingual.originals(name) or ())
    return next((one for one in found if one.is_file()), None)


def _may_be_strings(name: str) -> bool:
    if name.lower().endswith(_MEMORIES):
        return False
    from termaccord.formats import bilingual  # noqa: PLC0415

    return bilingual.reads_beside(name)


def brought(path: Path, given: str = "", bring: Callable[[Path], bytes] = read) -> "Original | None":
    """
    The file that this one translates with its bytes.

    Raises
    ------
    UsageError
        When it may not be read.

    """
    from termaccord.formats.bilingual import Original  # noqa: PLC0415

    found = original_of(path, given)
    return Original(bring(found), found.as_posix()) if found else None


def parse(data: bytes, name: str, original: "Original | None") -> Reading[tuple["BilingualUnit", ...]]:
    """
    What a file of translations holds, with the language of its sources.

    Of a file of strings whose original names no language it is told by its words, and is English where they do not tell.
    """
    from termaccord.formats import bilingual  # noqa: PLC0415

    reading = bilingual.parse(data, name, original)
    unsaid = bilingual.reads_beside(name) and any(_source(unit) in _UNSAID for unit in reading.value)
    if not unsaid:
        return reading
    words = " ".join(masked(unit.unit.variants[0].text) for unit in reading.value[:_SAMPLE])
    language = detect_language(words) or "en"
    return replace(reading, value=tuple(_spoken(unit, language) for unit in reading.value))


def _source(unit: "BilingualUnit") -> str:
    return unit.unit.variants[0].language


def _spoken(unit: "BilingualUnit", language: str) -> "BilingualUnit":
    first, *others = unit.unit.variants
    return replace(unit, unit=replace(unit.unit, variants=(replace(first, language=language), *others)))


def is_string_file(path: Path, given: str = "") -> bool:
    """Whether a file holds strings in one language: it has its original beside it, or may be one by its name."""
    name = path.as_posix()
    if not _may_be_strings(name):
        return False
    from termaccord.formats import bilingual  # noqa: PLC0415

    return bool(given) or bilingual.originals(name) is not None


def is_program(path: Path) -> bool:
    """Whether a file has the ending of Qt's translations and is something else: TypeScript, a film."""
    if path.suffix.lower() != ".ts":
        return False
    try:
        with path.open("rb") as stream:
            return b"<TS" not in stream.read(2000).replace(b"\0", b"")
    except OSError:
        return False


def without_originals(paths: Iterable[Path], given: str = "") -> list[Path]:
    """The paths without files that others of them translate."""
    paths = list(paths)
    originals = {found.resolve() for path in paths if (found := original_of(path, given))}
    return [path for path in paths if path.resolve() not in originals] if originals else paths


def lonely(name: str) -> Finding:
    """What to say of a file that has nothing beside it."""
    message = say(
        "{file} holds strings in one language; name its translation as its platform does (values-ru, ru.lproj, "
        "NAME_ru), or give the file that it translates with --original",
        file=name,
    )
    return Finding("P043", message, Place(name), Severity.WARNING)


def demand(given: str) -> None:
    """
    Refuse an original that cannot be one.

    Raises
    ------
    UsageError
        When there is no such file, or it is no file of strings.

    """
    if given and not Path(given).is_file():
        raise UsageError(say("no such file: {path}", path=given))
    if given and not _may_be_strings(given):
        raise UsageError(
            say("{path} is no file of strings in one language, which --original wants", path=given)
        )


def _same(one: Path, two: Path) -> bool:
    return one.resolve() == two.resolve()
