"""Looking terms up in the glossaries of a project."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from termaccord.model import Concept, Finding
from termaccord.project.terms.opening import open_termbase
from termaccord.store.termbase import Match


@dataclass(frozen=True, slots=True)
class Answer:
    """Matches of a query with the concepts they mean, and what was wrong with the glossaries."""

    matches: tuple[tuple[Match, Concept], ...]
    findings: tuple[Finding, ...] = ()


def look_up(
    query: str, paths: Sequence[Path], index: Path | None, language: str | None = None, limit: int = 10
) -> Answer:
    """
    Look `query` up in glossaries, the first of them asked first; `index` is where the index is kept.

    Raises
    ------
    UsageError
        When a glossary does not exist.

    """
    termbase = open_termbase(paths, index)
    try:
        matches = termbase.lookup(query, language, limit)
        found = tuple((match, termbase.concept(match)) for match in matches)
    finally:
        termbase.close()
    return Answer(found, termbase.findings)
