"""Files of the memory that no text gives any more: which a build may take away, and which it only names."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from termaccord.align.units import NAMES
from termaccord.formats import tmx
from termaccord.model import Alignment, Finding, Place, Severity, say
from termaccord.project.files import read
from termaccord.project.fingerprint import Record
from termaccord.project.outputs.names import same_name, text_names
from termaccord.project.settings import Settings


def replaced(
    settings: Settings, alignments: Sequence[Alignment], made: Iterable[Path], last: Record | None
) -> tuple[Path, ...]:
    """
    The files that builds have written and whose units now stand in others, in order.

    These are files that are as the last build left them, and those of earlier versions, which held all translations of a
    text in one file: known by their name, and by units that all say which two texts of the corpus they come from.
    Whatever else lies in the folder belongs to somebody.
    """
    strangers = _others(settings, made)
    pairs = {(a.source.name, a.target.name) for a in alignments}
    old = {same_name(f"{name}.tmx") for name in text_names(alignments)}
    return tuple(
        path
        for path in strangers
        if _pairs(path)
        and (_as_left(settings, path, last) or same_name(path.name) in old)
        and _pairs(path) <= pairs
    )


def strangers(settings: Settings, known: Iterable[Path]) -> Iterator[Finding]:
    """Files of the folder that no text gives."""
    for path in _others(settings, known):
        message = say("no text of the corpus gives {path}; delete it if its text is gone", path=str(path))
        yield Finding("P009", message, Place(str(path)), Severity.WARNING)


def _others(settings: Settings, known: Iterable[Path]) -> list[Path]:
    names = {same_name(path.name) for path in known}
    return [p for p in sorted(settings.memory_folder.glob("*.tmx")) if same_name(p.name) not in names]


def _as_left(settings: Settings, path: Path, last: Record | None) -> bool:
    known = last.outputs.get(path.relative_to(settings.root).as_posix()) if last else None
    return known == Record.of(read(path))


def _pairs(path: Path) -> set[tuple[str, str]]:
    """The two texts that each unit says it is from; nothing at all where one does not say, or the file is broken."""
    reading = tmx.parse(read(path), path.name)
    tools = {value for name, value in reading.value.header if name == "creationtool"}
    if reading.findings or tools != {"termaccord"}:
        return set()
    of_units = [dict(unit.properties) for unit in reading.value.units]
    found = {(p.get(NAMES.source, ""), p.get(NAMES.target, "")) for p in of_units}
    return set() if any("" in pair for pair in found) else found
