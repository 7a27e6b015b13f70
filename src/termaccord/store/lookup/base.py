"""An open index over glossaries, what it holds of each term, and what a lookup answers."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from termaccord.store.lookup.keys import Reading
from termaccord.store.postings import SCHEMA as POSTINGS
from termaccord.store.postings import best, counted, postings
from termaccord.text.analyser import primary_language

SCHEMA = f"""
CREATE TABLE term (id INTEGER PRIMARY KEY, concept TEXT, glossary TEXT, language TEXT, text TEXT,
                   abbreviates TEXT, lemmas TEXT, grams INTEGER);
CREATE TABLE key (kind INTEGER, key TEXT, term INTEGER, PRIMARY KEY (kind, key, term)) WITHOUT ROWID;
CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT, language TEXT, grams INTEGER);
{POSTINGS}
"""
CANDIDATES = 60
"""As many are judged one by one as anyone would read, and some to spare."""
_LEAST_OVERLAP = 0.15
"""A typing error spoils three groups of letters at most: a word of five letters keeps two of eight."""


class Posting(IntEnum):
    """What is posted under what."""

    WORD = 0
    """Terms under a language and a lemma."""
    TERM = 1
    """Terms under three letters of theirs."""
    LETTERS = 2
    """Words of the vocabulary under three letters of theirs."""


class Entry(NamedTuple):
    """A term as it stands in a glossary."""

    number: int
    concept: str
    glossary: str
    language: str
    text: str
    abbreviates: str
    """The full name that an abbreviation stands for; empty for any other term."""
    lemmas: str
    """The likeliest lemma of each word that carries meaning, with spaces between."""

    @property
    def primary(self) -> str:
        """The language without its region."""
        return primary_language(self.language)


@dataclass(frozen=True, slots=True)
class Match:
    """A concept that a query may mean."""

    concept_id: str
    score: float
    """From 0 to 1."""
    how: str
    """One sentence, made by `say`."""
    term: str
    """The term that was found."""
    language: str
    glossary: str
    nearest: bool = False
    """Nothing fits; this comes nearest."""


@dataclass(frozen=True, slots=True)
class Found:
    """A term that one of the ways leads to."""

    entry: Entry
    score: float
    how: str


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked, as each language of the termbase reads it."""

    text: str
    readings: tuple[Reading, ...]

    def reading(self, language: str) -> Reading | None:
        """The reading in a language given without region; None where the query is not of that language."""
        return next((one for one in self.readings if one.language == language), None)


@dataclass(frozen=True, slots=True)
class Base:
    """An open index."""

    connection: sqlite3.Connection
    languages: tuple[str, ...]
    """Without regions."""
    term_grams: NDArray[np.float32]
    """How many groups of letters each term has."""
    word_grams: NDArray[np.float32]

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> Self:
        """Read what every lookup needs."""
        languages = connection.execute("SELECT DISTINCT language FROM term").fetchall()
        known = tuple(sorted({primary_language(language) for (language,) in languages}))
        return cls(connection, known, _grams(connection, "term"), _grams(connection, "word"))

    @property
    def size(self) -> int:
        """How many terms there are."""
        return len(self.term_grams)

    def entries(self, numbers: Iterable[int]) -> list[Entry]:
        """The terms of these numbers, in their order."""
        query = "SELECT id, concept, glossary, language, text, abbreviates, lemmas FROM term WHERE id = ?"
        return [Entry(*self.connection.execute(query, (number,)).fetchone()) for number in numbers]

    def overlapping(self, kind: Posting, grams: set[str], sizes: NDArray[np.float32]) -> list[int]:
        """What shares most groups of letters with these (Jaccard 1901), best first."""
        held = postings(self.connection, kind, grams)
        if not held:
            return []
        shared = counted(((held[name], 1.0) for name in sorted(held)), len(sizes))
        jaccard: NDArray[np.float32] = shared / (sizes + np.float32(len(grams)) - shared)
        return best(jaccard, CANDIDATES, _LEAST_OVERLAP)


def _grams(connection: sqlite3.Connection, table: str) -> NDArray[np.float32]:
    rows = connection.execute(f"SELECT grams FROM {table} ORDER BY id")  # noqa: S608  # one of two tables of ours
    return np.array([grams for (grams,) in rows], np.float32)
