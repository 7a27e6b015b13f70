"""Which layout a file has."""

from collections.abc import Callable
from pathlib import PurePosixPath

from termaccord.formats import bilingual
from termaccord.formats.patches import catalogs, cells, pages, segments
from termaccord.formats.patches.layout import Layout
from termaccord.formats.reading import Reading
from termaccord.model import Finding, Place, say

_Opener = Callable[[bytes, str], Layout | None]
_OPENERS: dict[str, _Opener] = {
    **dict.fromkeys((".po", ".pot"), catalogs.layout),
    **dict.fromkeys((".xlf", ".xliff", ".mxliff", ".mqxliff", ".sdlxliff"), segments.xliff),
    **dict.fromkeys((".csv", ".tsv", ".tab"), cells.layout),
    ".tmx": segments.memory,
}


def layout(data: bytes, name: str) -> Reading[Layout | None]:
    """Lay out a file; None, and the reason, where no word of it can be changed."""
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    opener = _OPENERS.get(ending)
    if opener is None and bilingual.reads(name):
        message = say("{file} is of a kind that is only read; change it in its own tool", file=name)
        return Reading(None, (Finding("F154", message, Place(name)),))
    found = opener(data, name) if opener else pages.layout(data, name, ending)
    if found is None:
        message = say("{file} is not changed, since it cannot be read whole; mend it first", file=name)
        return Reading(None, (Finding("F150", message, Place(name)),))
    return Reading(found)
