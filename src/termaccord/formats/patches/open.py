"""Which layout a file has."""

from collections.abc import Callable
from pathlib import PurePosixPath

from termaccord.formats import bilingual, documents
from termaccord.formats.patches import catalogs, cells, office, pages, segments, strings
from termaccord.formats.patches.layout import Layout, RefusedError
from termaccord.formats.reading import Reading
from termaccord.model import Finding, Place, say

_Opener = Callable[[bytes, str], Layout | None]
_OPENERS: dict[str, _Opener] = {
    **dict.fromkeys((".po", ".pot"), catalogs.layout),
    ".ts": segments.xliff,
    ".xcstrings": strings.catalogue_layout,
    **dict.fromkeys((".xlf", ".xliff", ".mxliff", ".mqxliff", ".sdlxliff"), segments.xliff),
    **dict.fromkeys((".csv", ".tsv", ".tab"), cells.layout),
    ".tmx": segments.memory,
}


def _refused(_: bytes, name: str) -> None:
    raise RefusedError(say("{file} is of a kind that is only read; change it in its own tool", file=name))


def layout(data: bytes, name: str, *, units: bool = True) -> Reading[Layout | None]:
    """
    Lay out a file; None, and the reason, where no word of it can be changed.

    `units` says whether places in it name a unit: of a JSON file, a string of a program and not a stretch of a text.
    """
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    opener = _OPENERS.get(ending)
    if opener is None and documents.is_office(data, name):
        opener = office.layout
    elif opener is None and units and bilingual.reads_beside(name):
        opener = strings.layout
    elif opener is None and bilingual.reads(name):
        opener = _refused
    try:
        found = opener(data, name) if opener else pages.layout(data, name, ending)
    except RefusedError as error:
        return Reading(None, (Finding("F154", error.message, Place(name)),))
    if found is None:
        message = say("{file} is not changed, since it cannot be read whole; mend it first", file=name)
        return Reading(None, (Finding("F150", message, Place(name)),))
    return Reading(found)
