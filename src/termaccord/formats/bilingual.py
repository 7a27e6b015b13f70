"""Localisation files to translation units: PO, XLIFF, two columns, and what translate-toolkit reads."""

from collections.abc import Callable
from pathlib import PurePosixPath

from termaccord.formats.addresses import addressed
from termaccord.formats.localisation import columns, po, qt, toolkit, xliff
from termaccord.formats.localisation.unit import BilingualUnit, State
from termaccord.formats.reading import Reading
from termaccord.formats.strings import catalogue, files, keyed
from termaccord.formats.strings.conventions import named
from termaccord.formats.strings.keyed import Original
from termaccord.model import Finding, Memory, Place, Severity, say

__all__ = [
    "BilingualUnit",
    "Original",
    "State",
    "memory",
    "notes",
    "originals",
    "parse",
    "reads",
    "reads_beside",
]

_Parser = Callable[[bytes, str], Reading[tuple[BilingualUnit, ...]]]

_PARSERS: dict[str, _Parser] = {
    "po": po.parse,
    "pot": po.parse,
    "xlf": xliff.parse,
    "xliff": xliff.parse,
    "mxliff": xliff.parse,
    "mqxliff": xliff.parse,
    "sdlxliff": xliff.parse,
    "ts": qt.parse,
    "xcstrings": catalogue.parse,
    "csv": columns.parse,
    "tsv": columns.parse,
    "tab": columns.parse,
}


PACKAGES = frozenset({"sdlppx", "sdlrpx", "mqxlz", "xlz", "wsxz"})
"""What tools pack translations, memories and settings into: zip archives."""
_ASKED = tuple("termaccord:".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_NOTES: dict[str, Callable[[bytes, str], tuple[str, ...]]] = {
    **dict.fromkeys(("po", "pot"), po.notes),
    **dict.fromkeys(("xlf", "xliff", "mxliff", "mqxliff", "sdlxliff"), xliff.notes),
}


def reads(name: str) -> bool:
    """Whether the ending of a path is that of a bilingual file (TMX apart)."""
    ending = _ending(name)
    return ending in _PARSERS or ending in toolkit.ENDINGS or ending in PACKAGES


def reads_beside(name: str) -> bool:
    """Whether a path is that of a file of strings, which holds one language and is read beside its original."""
    return files.reads(name)


def originals(name: str) -> tuple[str, ...] | None:
    """
    Where the file may be that a file of strings translates, by the way its platform names them, likeliest first.

    Empty where it is such an original itself; None where its path follows no convention.
    """
    told = named(name) if files.reads(name) else None
    return told.originals if told else None


def parse(data: bytes, name: str, original: Original | None = None) -> Reading[tuple[BilingualUnit, ...]]:
    """
    Read the strings of a localisation file with their translations, in file order.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it; its ending says which format this is.
    original
        Of a file of strings the one that it translates; without it nothing of them is translated.

    Returns
    -------
    Every unit, translated or not, and what was wrong.
    A file that cannot be read at all gives no unit and an error.

    """
    if files.reads(name):
        return keyed.parse(data, name, original) if original else keyed.alone(data, name)
    if _ending(name) in PACKAGES:
        return Reading((), (_package(name),))
    return _PARSERS.get(_ending(name), toolkit.parse)(data, name)


def _package(name: str) -> Finding:
    message = say(
        "{file} is a package; unpack it, as it is a zip archive, and give the .sdlxliff, .mqxliff or .xlf files in it",
        file=name,
    )
    return Finding("F133", message, Place(name), Severity.ERROR)


def notes(data: bytes, name: str) -> tuple[str, ...]:
    """What a file that speaks to us says about itself and not about one of its units."""
    reader = _NOTES.get(_ending(name))
    asked = any(mark in data for mark in _ASKED)
    return reader(data, name) if reader and asked else ()


def memory(units: tuple[BilingualUnit, ...]) -> Memory:
    """Make a memory of the units that are translated, each with an id of its own in the file."""
    named = addressed(unit.unit for unit in units)
    usable = tuple(one for unit, one in zip(units, named, strict=True) if unit.usable)
    sources = {unit.variants[0].language for unit in usable}
    return Memory(usable, sources.pop() if len(sources) == 1 else "*all*")


def _ending(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).suffix.lower().removeprefix(".")
