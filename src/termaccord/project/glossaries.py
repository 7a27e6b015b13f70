"""The glossaries of a project."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from termaccord.formats import tbx
from termaccord.model import Finding, Glossary, Severity, say
from termaccord.project.errors import UsageError
from termaccord.project.files import read
from termaccord.project.settings import Settings
from termaccord.store.lookup.filling import distinct


def glossary_paths(settings: Settings | None, given: Sequence[str] = ()) -> tuple[Path, ...]:
    """
    The glossaries named on the command line, else the project's: what is accepted before what is proposed.

    Raises
    ------
    UsageError
        When there is none.

    """
    if given:
        return tuple(Path(p) for p in given)
    found = (
        [*_accepted(settings), *sorted((settings.root / settings.glossary).glob("*.proposed.tbx"))]
        if settings
        else []
    )
    if not found:
        raise UsageError(
            say(
                "there is no glossary to look in; name one with --glossary, or call this inside a project that has one"
            )
        )
    return tuple(found)


def _accepted(settings: Settings) -> list[Path]:
    folder = settings.root / settings.glossary
    others = sorted(p for p in folder.glob("*.tbx") if not p.name.endswith(".proposed.tbx"))
    own = settings.accepted_glossary()
    return sorted(others, key=lambda p: p != own)


Opened = tuple[Glossary, tuple[Finding, ...]]
"""A glossary and what was wrong with it."""


def open_glossaries(paths: Sequence[Path]) -> tuple[tuple[tuple[str, Glossary], ...], tuple[Finding, ...]]:
    """Every glossary that can be read, TBX or a table, by its path, and what was wrong with them."""
    opened = [(str(path), parsed(path, read(path))) for path in paths]
    findings = tuple(finding for _name, (_glossary, found) in opened for finding in found)
    return tuple((name, glossary) for name, (glossary, _found) in opened), findings


def parsed(path: Path, data: bytes) -> Opened:
    """The glossary that the bytes of a file hold, TBX or a table."""
    if path.suffix.lower() == ".tbx":
        reading = tbx.parse(data, str(path))
    else:
        from termaccord.formats import tables  # noqa: PLC0415  # most glossaries are TBX, and spreadsheets load slowly

        table = path.suffix.lower().lstrip(".") in tables.KINDS
        reading = (tables.parse if table else tbx.parse)(data, str(path))
    errors = [f for f in reading.findings if f.severity is Severity.ERROR]
    # Of what is no glossary at all one sentence is enough.
    return reading.value, tuple(reading.findings if reading.value.concepts or not errors else errors[-1:])


def joined(glossaries: Sequence[tuple[str, Glossary]]) -> Glossary | None:
    """
    All concepts of all glossaries; the first glossary hides its namesakes in the others.

    Two concepts that share an id, as numbers of rows do, and no term are both kept, the second by another id.
    """
    concepts = tuple(concept for _number, concept in distinct(glossaries))
    return replace(glossaries[0][1], concepts=concepts) if glossaries else None


def examined(paths: Sequence[str]) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The glossary files among what a user names, those in folders included, and what is left besides."""
    from termaccord.project.corpus import holds_texts  # noqa: PLC0415  # knows every format, and they load slowly

    found: list[Path] = []
    left: list[str] = []
    for given in paths:
        path = Path(given)
        inside = [p for p in sorted(path.rglob("*.tbx")) if not p.name.endswith(".proposed.tbx")]
        own = [path] if path.is_file() and path.suffix.lower() == ".tbx" else inside
        found += [p for p in own if not any(part.startswith(".") for part in p.relative_to(path).parts)]
        if not own or (path.is_dir() and holds_texts(path)):
            left.append(given)
    return tuple(dict.fromkeys(found)), tuple(left)
