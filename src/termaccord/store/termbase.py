"""Look a term up in any form and language: inflected, misspelt, abbreviated, in other letters, in part."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

from termaccord.model import Concept, Finding, Glossary
from termaccord.store.database import Recipe, open_index
from termaccord.store.lookup import ways
from termaccord.store.lookup.base import SCHEMA, Base, Match, Posting
from termaccord.store.lookup.keys import keys, read, trigrams
from termaccord.store.postings import Gathering
from termaccord.text.analyser import primary_language

__all__ = ["Match", "Termbase"]

_VERSION = "1"
_ABBREVIATED = frozenset({"abbreviation", "acronym"})

Sources = tuple[tuple[str, Glossary], ...]


@dataclass(frozen=True, slots=True)
class Termbase:
    """An index over glossaries."""

    _base: Base
    findings: tuple[Finding, ...] = ()
    """Why the index could not be kept on disk."""

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
        sources = tuple(glossaries)
        recipe = Recipe(SCHEMA, f"termbase {_VERSION} {_digest(sources)}", partial(_fill, sources))
        opened = open_index(Path(path) if path is not None else None, recipe)
        return cls(Base.of(opened.connection), opened.findings)

    def lookup(self, query: str, language: str | None = None, limit: int = 10) -> tuple[Match, ...]:
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

        Returns
        -------
        Matches; where nothing fits, one that is only the nearest and says so.

        """
        return ways.lookup(self._base, query, language, limit)

    def close(self) -> None:
        """Give the file back."""
        self._base.connection.close()


def _digest(sources: Sources) -> str:
    """What the index is made of, as one short string."""
    digest = hashlib.sha256()
    for name, glossary in sources:
        digest.update(f"\x1d{name}".encode())
        for concept in glossary.concepts:
            terms = ((s.language, t.text, t.term_type) for s in concept.languages for t in s.terms)
            fields = (concept.id, *(part for term in terms for part in term))
            digest.update(("\x1e" + "\x1f".join(fields)).encode(errors="surrogatepass"))
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class _Term:
    concept: str
    glossary: str
    language: str
    text: str
    abbreviates: str


def _terms(sources: Sources) -> Iterator[_Term]:
    for name, glossary in sources:
        for concept in glossary.concepts:
            yield from _of(concept, name)


def _of(concept: Concept, glossary: str) -> Iterator[_Term]:
    for section in concept.languages:
        full = next((term.text for term in section.terms if term.term_type not in _ABBREVIATED), "")
        for term in section.terms:
            abbreviates = full if term.term_type in _ABBREVIATED else ""
            yield _Term(concept.id, glossary, section.language, term.text, abbreviates)


def _fill(sources: Sources, connection: sqlite3.Connection) -> None:
    gathering = Gathering()
    vocabulary: dict[tuple[str, str], int] = {}
    for number, term in enumerate(_terms(sources)):
        language = primary_language(term.language)
        reading, grams = read(term.text, language), trigrams(term.text)
        known = (term.concept, term.glossary, term.language, term.text, term.abbreviates)
        row = (number, *known, " ".join(reading.plain), len(grams))
        connection.execute("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        found = sorted(keys(term.text, reading))
        connection.executemany("INSERT INTO key VALUES (?, ?, ?)", [(*key, number) for key in found])
        gathering.add(Posting.TERM, grams, number)
        gathering.add(
            Posting.WORD, {f"{language} {one}" for lemmas in reading.lemmas for one in lemmas}, number
        )
        for lemma in reading.plain:
            vocabulary.setdefault((lemma, language), len(vocabulary))
    _learn(vocabulary, connection, gathering)
    gathering.write(connection)


def _learn(
    vocabulary: dict[tuple[str, str], int], connection: sqlite3.Connection, gathering: Gathering
) -> None:
    """Note every lemma, so that a misspelt word can be put right."""
    for (word, language), number in vocabulary.items():
        grams = trigrams(word)
        connection.execute("INSERT INTO word VALUES (?, ?, ?, ?)", (number, word, language, len(grams)))
        gathering.add(Posting.LETTERS, grams, number)
