"""Filling an index: concepts, their terms, and every key, word and group of letters that leads to a term."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from termaccord.model import Concept, Finding, Glossary, Term
from termaccord.store.lookup.base import Posting, Standing
from termaccord.store.lookup.keys import Kind, alone, keys, read, trigrams
from termaccord.store.lookup.shelf import noted, shelved
from termaccord.store.postings import Gathering
from termaccord.text.analyser import primary_language

_ALONE = frozenset({Kind.SPELLING, Kind.LEMMAS, Kind.ANY_ORDER})
"""How a part of a term that can stand for it is found: initials and sound would be too much."""
ABBREVIATED = frozenset({"abbreviation", "acronym"})

Opened = tuple[Glossary, tuple[Finding, ...]]
"""A glossary and what was wrong with it."""
Vocabulary = dict[tuple[str, str], int]
"""Lemmas with their languages, numbered."""


class _Term(NamedTuple):
    concept: int
    language: str
    text: str
    abbreviates: str
    standing: int


def fill(connection: sqlite3.Connection, glossaries: Sequence[tuple[str, bool, Opened]]) -> None:
    """Put glossaries, each with its name and whether it holds proposals, into an empty index."""
    for number, (_name, proposed, (_glossary, findings)) in enumerate(glossaries):
        connection.execute("INSERT INTO glossary VALUES (?, ?)", (number, int(proposed)))
        rows = [(number, noted(finding)) for finding in findings]
        connection.executemany("INSERT INTO finding VALUES (?, ?)", rows)
    gathering, vocabulary = Gathering(), Vocabulary()
    sizes: list[int] = []
    languages = set[str]()
    opened = [(name, glossary) for name, _proposed, (glossary, _findings) in glossaries]
    for number, (glossary, concept) in enumerate(distinct(opened)):
        row = (number, concept.id, glossary, shelved(concept))
        connection.execute("INSERT INTO concept VALUES (?, ?, ?, ?)", row)
        for term in _terms(number, concept):
            languages.add(primary_language(term.language))
            sizes.append(_enter(connection, len(sizes), term, gathering, vocabulary))
    words = _learn(vocabulary, connection, gathering)
    gathering.write(connection)
    held = {
        "languages": " ".join(sorted(languages)),
        "term grams": _packed(sizes),
        "word grams": _packed(words),
    }
    connection.executemany("INSERT INTO summary VALUES (?, ?)", sorted(held.items()))


def distinct(glossaries: Sequence[tuple[str, Glossary]]) -> Iterator[tuple[int, Concept]]:
    """
    Every concept once, with the number of its glossary: the first glossary hides its namesakes in the others.

    Two concepts that share an id, as numbers of rows do, and no term are both kept, the second by another id.
    """
    held: dict[str, frozenset[tuple[str, str]]] = {}
    for number, (name, glossary) in enumerate(glossaries):
        for concept in glossary.concepts:
            terms = frozenset((s.language, t.text) for s in concept.languages for t in s.terms)
            if concept.id not in held:
                held[concept.id] = terms
                yield number, concept
            elif not held[concept.id] & terms:
                other = f"{Path(name).stem}:{concept.id}"
                if other not in held:
                    held[other] = terms
                    yield number, replace(concept, id=other)


def _terms(number: int, concept: Concept) -> Iterator[_Term]:
    for section in concept.languages:
        full = next((term.text for term in section.terms if not _abbreviated(term)), "")
        for term in section.terms:
            abbreviates = full if _abbreviated(term) else ""
            yield _Term(number, section.language, term.text, abbreviates, Standing.of(term.status))


def _abbreviated(term: Term) -> bool:
    return term.term_type in ABBREVIATED


def _enter(
    connection: sqlite3.Connection, number: int, term: _Term, gathering: Gathering, vocabulary: Vocabulary
) -> int:
    """Note a term under all that leads to it; answers how many groups of letters it has."""
    language = primary_language(term.language)
    reading, grams = read(term.text, language), trigrams(term.text)
    row = (number, *term[:4], " ".join(reading.plain), int(term.standing))
    connection.execute("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    straight = {key for one in alone(term.text) for key in keys(one, read(one, language)) if key[0] in _ALONE}
    found = sorted(keys(term.text, reading) | straight)
    connection.executemany("INSERT INTO key VALUES (?, ?, ?)", [(*key, number) for key in found])
    gathering.add(Posting.TERM, grams, number)
    gathering.add(Posting.WORD, {f"{language} {one}" for lemmas in reading.lemmas for one in lemmas}, number)
    for lemma in reading.plain:
        vocabulary.setdefault((lemma, language), len(vocabulary))
    return len(grams)


def _learn(vocabulary: Vocabulary, connection: sqlite3.Connection, gathering: Gathering) -> list[int]:
    """Note every lemma, so that a misspelt word can be put right; answers how many groups of letters each has."""
    sizes = []
    for (word, language), number in vocabulary.items():
        grams = trigrams(word)
        connection.execute("INSERT INTO word VALUES (?, ?, ?)", (number, word, language))
        gathering.add(Posting.LETTERS, grams, number)
        sizes.append(len(grams))
    return sizes


def _packed(numbers: Sequence[int]) -> bytes:
    return np.array(numbers, np.float32).tobytes()
