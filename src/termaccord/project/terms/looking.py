"""Looking terms up in the glossaries of a project."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from termaccord.model import Concept, Finding, UsageError, say
from termaccord.project.terms.opening import open_termbase
from termaccord.store.termbase import Match, Meaning, Termbase
from termaccord.text.analyser import primary_language
from termaccord.text.embed import load

Tell = Callable[[int, int], None]
"""(terms whose meaning has been read, all of them)."""


@dataclass(frozen=True, slots=True)
class Related:
    """A concept that is not the one found, and that is easily taken for it."""

    concept: Concept
    term: str
    """Its name that is alike."""
    referred: bool
    """Whether the glossary itself refers to it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that a query may mean, and why."""

    concept: Concept
    match: Match
    related: tuple[Related, ...] = ()
    """Few, the likeliest to be confused first."""

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
    query: str,
    paths: Sequence[Path],
    index: Path | None,
    language: str | None = None,
    limit: int = 10,
    tell: Tell | None = None,
) -> Answer:
    """
    Look `query` up in glossaries, the first of them asked first; `index` is where the index is kept.

    Where nothing else fits the meaning of all terms is read once, which takes a while; `tell` is told how far it is.

    Raises
    ------
    UsageError
        When a glossary does not exist, or none has a term in this language.

    """
    termbase = open_termbase(paths, index)
    try:
        demand(termbase, language or "")
        return Answer(hits(termbase, query, language, limit, meaning_of(index, tell)), termbase.findings)
    finally:
        termbase.close()


def demand(termbase: Termbase, *languages: str) -> None:
    """
    Make sure that there are terms in these languages; empty ones stand for any.

    Raises
    ------
    UsageError
        When there are none in one of them, though there are in others.

    """
    for language in filter(None, languages):
        if termbase.languages and primary_language(language) not in termbase.languages:
            known = ", ".join(termbase.languages)
            raise UsageError(
                say(
                    "the glossary has no terms in {language}; its languages are: {known}",
                    language=language,
                    known=known,
                )
            )


def meaning_of(index: Path | None, tell: Tell | None = None) -> Meaning:
    """What reads the meaning of an index's terms, its vectors kept beside the index."""
    folder = index.parent / "meaning" if index is not None else None
    return Meaning(load, folder, *([tell] if tell else []))


def hits(
    termbase: Termbase,
    query: str,
    language: str | None = None,
    limit: int = 10,
    meaning: Meaning | None = None,
) -> tuple[Hit, ...]:
    """The concepts that a query may mean, likeliest first."""
    matches = termbase.lookup(query, language, limit, meaning)
    return tuple(Hit(termbase.concept(match), match, _related(termbase, match)) for match in matches)


def _related(termbase: Termbase, match: Match) -> tuple[Related, ...]:
    return tuple(Related(concept, kin.term, kin.referred) for concept, kin in termbase.beside(match))
