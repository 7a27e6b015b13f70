"""Looking terms up in the glossaries of a project."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from termaccord.model import Concept, Finding
from termaccord.project.terms.opening import open_termbase
from termaccord.store.termbase import Match, Termbase


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that a query may mean, and why."""

    concept: Concept
    match: Match

    @property
    def score(self) -> float:
        """From 0 to 1."""
        return self.match.score

    @property
    def how(self) -> str:
        """One sentence: how the query leads to the term."""
        return self.match.how

    @property
    def term(self) -> str:
        """The term that was found."""
        return self.match.term

    @property
    def language(self) -> str:
        """BCP 47 tag of the term that was found."""
        return self.match.language

    @property
    def proposed(self) -> bool:
        """Nobody has accepted the concept yet."""
        return self.match.proposed

    @property
    def nearest(self) -> bool:
        """Nothing fits the query; this comes nearest."""
        return self.match.nearest


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query leads to, and what was wrong with the glossaries."""

    hits: tuple[Hit, ...]
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
        return Answer(hits(termbase, query, language, limit), termbase.findings)
    finally:
        termbase.close()


def hits(termbase: Termbase, query: str, language: str | None = None, limit: int = 10) -> tuple[Hit, ...]:
    """The concepts that a query may mean, likeliest first."""
    matches = termbase.lookup(query, language, limit)
    return tuple(Hit(termbase.concept(match), match) for match in matches)
