"""An open index over glossaries, what it holds of each term, and what a lookup answers."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from termaccord.model import Concept, Status
from termaccord.store.lookup.keys import Reading
from termaccord.store.lookup.shelf import taken
from termaccord.store.postings import SCHEMA as POSTINGS
from termaccord.store.postings import best, counted, postings
from termaccord.text.analyser import primary_language

SCHEMA = f"""
CREATE TABLE glossary (number INTEGER PRIMARY KEY, proposed INTEGER);
CREATE TABLE finding (glossary INTEGER, content TEXT);
CREATE TABLE concept (number INTEGER PRIMARY KEY, id TEXT, glossary INTEGER, content TEXT);
CREATE INDEX concept_id ON concept (id);
CREATE TABLE term (id INTEGER PRIMARY KEY, concept INTEGER, language TEXT, text TEXT,
                   abbreviates TEXT, lemmas TEXT, standing INTEGER);
CREATE INDEX term_concept ON term (concept);
CREATE TABLE key (kind INTEGER, key TEXT, term INTEGER, PRIMARY KEY (kind, key, term)) WITHOUT ROWID;
CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT, language TEXT);
CREATE TABLE summary (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
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


class Standing(IntEnum):
    """Which of two terms that fit alike is the better answer, best first."""

    PREFERRED = 0
    USUAL = 1
    """Admitted, or the file does not say."""
    REJECTED = 2

    @classmethod
    def of(cls, status: Status | None) -> Self:
        """The standing that a status gives."""
        if status is Status.PREFERRED:
            return cls(0)
        return cls(1 if status in {None, Status.ADMITTED} else 2)


class Entry(NamedTuple):
    """A term as it stands in a glossary."""

    number: int
    concept: int
    """The number of its concept."""
    glossary: int
    """The number of its glossary: the first is asked first."""
    language: str
    text: str
    abbreviates: str
    """The full name that an abbreviation stands for; empty for any other term."""
    lemmas: str
    """The likeliest lemma of each word that carries meaning, with spaces between."""
    standing: int

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
    proposed: bool = False
    """Nobody has accepted the concept yet."""
    number: int = -1
    """Of the concept in the index that answers."""


@dataclass(frozen=True, slots=True)
class Found:
    """A term that one of the ways leads to."""

    entry: Entry
    score: float
    how: str
    whole: bool = False
    """Whether the term holds all words of the query."""


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
    names: tuple[str, ...]
    """What answers call the glossaries, by their number."""
    proposed: frozenset[int]
    """The glossaries of proposals."""
    languages: tuple[str, ...]
    """Without regions."""
    term_grams: NDArray[np.float32]
    """How many groups of letters each term has."""
    word_grams: NDArray[np.float32]

    @classmethod
    def of(cls, connection: sqlite3.Connection, names: tuple[str, ...]) -> Self:
        """Read what every lookup needs."""
        held = dict(connection.execute("SELECT name, value FROM summary"))
        rows = connection.execute("SELECT number FROM glossary WHERE proposed")
        return cls(
            connection,
            names,
            frozenset(number for (number,) in rows),
            tuple(held["languages"].split()),
            np.frombuffer(held["term grams"], np.float32),
            np.frombuffer(held["word grams"], np.float32),
        )

    @property
    def size(self) -> int:
        """How many terms there are."""
        return len(self.term_grams)

    def entries(self, numbers: Iterable[int]) -> list[Entry]:
        """The terms of these numbers, in their order."""
        wanted = list(numbers)
        held = {row[0]: Entry(*row) for row in self._rows(_ENTRY, sorted(set(wanted)))}
        return [held[number] for number in wanted]

    def words(self, numbers: Sequence[int]) -> list[tuple[str, str]]:
        """The lemmas of these numbers with their languages, in rising order of number."""
        return [(text, language) for _number, text, language in self._rows(_WORD, sorted(numbers))]

    def _rows(self, sql: str, numbers: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(numbers), _AT_ONCE):
            part = numbers[start : start + _AT_ONCE]
            marks = ",".join("?" * len(part))
            yield from self.connection.execute(f"{sql} IN ({marks}) ORDER BY 1", part)

    def terms(self, concept: int) -> list[Entry]:
        """The terms of a concept, in the order of the file."""
        rows = self.connection.execute("SELECT id FROM term WHERE concept = ? ORDER BY id", (concept,))
        return self.entries([number for (number,) in rows.fetchall()])

    def concept(self, number: int) -> Concept:
        """The concept of this number, whole, as its glossary has it, but for an id that another one holds."""
        row = self.connection.execute("SELECT content FROM concept WHERE number = ?", (number,)).fetchone()
        return taken(row[0])

    def overlapping(self, kind: Posting, grams: set[str], sizes: NDArray[np.float32]) -> list[int]:
        """What shares most groups of letters with these (Jaccard 1901), best first."""
        held = postings(self.connection, kind, grams)
        if not held:
            return []
        shared = counted(((held[name], 1.0) for name in sorted(held)), len(sizes))
        jaccard: NDArray[np.float32] = shared / (sizes + np.float32(len(grams)) - shared)
        return best(jaccard, CANDIDATES, _LEAST_OVERLAP)


_ENTRY = """
SELECT term.id, concept, glossary, language, text, abbreviates, lemmas, standing
FROM term JOIN concept ON concept.number = term.concept WHERE term.id
"""
_WORD = "SELECT id, text, language FROM word WHERE id"
_AT_ONCE = 500
"""Fewer than the variables that any build of SQLite allows in a statement."""
