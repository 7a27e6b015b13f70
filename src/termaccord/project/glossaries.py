"""The glossaries of a project, and looking terms up in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from termaccord.formats import tbx
from termaccord.model import Concept, Finding, Glossary, say
from termaccord.project.errors import UsageError
from termaccord.project.files import read
from termaccord.project.settings import Settings
from termaccord.store.termbase import Match, Termbase


@dataclass(frozen=True, slots=True)
class Answer:
    """Matches of a query with the concepts they mean, and what was wrong with the glossaries."""

    matches: tuple[tuple[Match, Concept], ...]
    findings: tuple[Finding, ...] = ()


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


def open_glossaries(paths: Sequence[Path]) -> tuple[tuple[tuple[str, Glossary], ...], tuple[Finding, ...]]:
    """Every glossary that can be read, by its path, and what was wrong with them."""
    opened: list[tuple[str, Glossary]] = []
    findings: list[Finding] = []
    for path in paths:
        reading = tbx.parse(read(path), str(path))
        opened.append((str(path), reading.value))
        findings += reading.findings
    return tuple(opened), tuple(findings)


def look_up(
    query: str, paths: Sequence[Path], index: Path | None, language: str | None = None, limit: int = 10
) -> Answer:
    """
    Look `query` up in glossaries; a concept of the first glossary hides its namesake in the others.

    Raises
    ------
    UsageError
        When a glossary does not exist.

    """
    glossaries, findings = open_glossaries(paths)
    concepts: dict[str, Concept] = {}
    distinct = []
    for name, glossary in glossaries:
        new = tuple(c for c in glossary.concepts if c.id not in concepts)
        concepts.update({c.id: c for c in new})
        distinct.append((name, replace(glossary, concepts=new)))
    termbase = Termbase.open(index, distinct)
    try:
        matches = termbase.lookup(query, language, limit)
    finally:
        termbase.close()
    return Answer(tuple((m, concepts[m.concept_id]) for m in matches), (*findings, *termbase.findings))
