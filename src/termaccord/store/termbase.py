"""Look a term up in any form and language: inflected, misspelt, abbreviated, in other letters, in part."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

from termaccord.model import Concept, Finding, Glossary
from termaccord.store.database import Recipe, open_index
from termaccord.store.lookup import ways
from termaccord.store.lookup.base import SCHEMA, Base, Match
from termaccord.store.lookup.by_meaning import Meaning
from termaccord.store.lookup.filling import Opened, fill
from termaccord.store.lookup.in_text import Place, places
from termaccord.store.lookup.kin import Kin, kin
from termaccord.store.lookup.shelf import recalled, shelved

__all__ = ["Kin", "Match", "Meaning", "Place", "Source", "Termbase"]

_VERSION = "3"


@dataclass(frozen=True, slots=True)
class Source:
    """A glossary that is read only where the index does not know it yet."""

    name: str
    """What answers call it."""
    digest: str
    """Changes whenever what `parse` gives does."""
    parse: Callable[[], Opened]
    """The glossary and what was wrong with it."""
    proposed: bool = False
    """Whether nobody has accepted its concepts yet."""


@dataclass(frozen=True, slots=True)
class Termbase:
    """An index over glossaries."""

    _base: Base
    findings: tuple[Finding, ...] = ()
    """What was wrong with the glossaries, and why the index could not be kept on disk."""

    @classmethod
    def open(cls, path: Path | str | None, glossaries: Iterable[tuple[str, Glossary]]) -> Self:
        """
        Open the index over these glossaries, made anew where they have changed since it was made.

        Parameters
        ----------
        path
            Where the index is kept; None keeps it in memory.
        glossaries
            Each with the name by which answers call it.

        """
        digest: Callable[[Glossary], str] = _digest if path is not None else lambda _: ""
        return cls.over(path, [Source(n, digest(g), partial(_given, g)) for n, g in glossaries])

    @classmethod
    def over(cls, path: Path | str | None, sources: Iterable[Source]) -> Self:
        """
        Open the index over glossaries that are read only if one of them has changed since it was made.

        Of two concepts with the same id the first hides the other where they share a term;
        where they share none, the second gets another id.
        """
        asked = tuple(sources)
        names = tuple(source.name for source in asked)
        stamp = "\x1d".join(f"{source.digest} {source.proposed}" for source in asked)
        recipe = Recipe(SCHEMA, f"termbase {_VERSION} {stamp}", partial(_fill, asked))
        opened = open_index(Path(path) if path is not None else None, recipe)
        base = Base.of(opened.connection, names)
        rows = opened.connection.execute("SELECT content, glossary FROM finding ORDER BY rowid").fetchall()
        found = (recalled(content, names[number]) for content, number in rows)
        return cls(base, (*found, *opened.findings))

    @property
    def languages(self) -> tuple[str, ...]:
        """In which there are terms, without regions."""
        return self._base.languages

    def __len__(self) -> int:
        """How many concepts there are."""
        (count,) = self._base.connection.execute("SELECT count(*) FROM concept").fetchone()
        return int(count)

    def lookup(
        self, query: str, language: str | None = None, limit: int = 10, meaning: Meaning | None = None
    ) -> tuple[Match, ...]:
        """
        Concepts that a query may mean, likeliest first, each once with its best match.

        Parameters
        ----------
        query
            A term, a form of it, a part, an abbreviation, a misspelling.
        language
            BCP 47 tag of the query where it is known; only terms of that language are then matched.
        limit
            How many concepts at most.
        meaning
            Asked where nothing else fits, if it is given; it belongs to this termbase alone.

        Returns
        -------
        Matches; where nothing fits, one that is only the nearest and says so.

        """
        return ways.lookup(self._base, query, language, limit, meaning)

    def standing(self, texts: Sequence[str], language: str, *, few: bool = False) -> tuple[Place, ...]:
        """
        Every place where a term of the texts' language stands, in whatever form, text by text in order of place.

        What overlaps stands for the longest term; a proposal gives way to what is accepted.
        With `few` texts only the terms that can stand in them are made ready, again for each call;
        without it all are, once, however often this is called.
        """
        return places(self._base, texts, language, few=few)

    def beside(self, match: Match) -> tuple[tuple[Concept, Kin], ...]:
        """Concepts that are easily taken for the one that was found: those it refers to, those named almost alike."""
        beside = kin(self._base, match.number, self._base.concept(match.number))
        return tuple((self._base.concept(one.number), one) for one in beside)

    def concept(self, match: Match | Place) -> Concept:
        """The concept that an answer of this index means."""
        return self._base.concept(match.number if isinstance(match, Match) else match.entry.concept)

    def is_proposed(self, place: Place) -> bool:
        """Whether nobody has accepted the concept yet."""
        return place.entry.glossary in self._base.proposed

    def known(self, concept: str) -> Concept | None:
        """The concept of this id."""
        query = "SELECT number FROM concept WHERE id = ? ORDER BY number"
        row = self._base.connection.execute(query, (concept,)).fetchone()
        return None if row is None else self._base.concept(row[0])

    def concepts(self) -> Iterator[Concept]:
        """All concepts in the order of the glossaries, those left out that an earlier glossary hides."""
        for number in range(len(self)):
            yield self._base.concept(number)

    def close(self) -> None:
        """Give the file back."""
        self._base.connection.close()


def _given(glossary: Glossary) -> Opened:
    return glossary, ()


def _digest(glossary: Glossary) -> str:
    """All that a glossary says, as one short string."""
    digest = hashlib.sha256()
    for concept in glossary.concepts:
        digest.update(f"{shelved(concept)}\n".encode(errors="surrogatepass"))
    return digest.hexdigest()


def _fill(sources: tuple[Source, ...], connection: sqlite3.Connection) -> None:
    fill(connection, [(source.name, source.proposed, source.parse()) for source in sources])
