"""Concepts that are easily taken for another: those it refers to, and those whose names are almost its own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termaccord.model import Concept, DataCategory
from termaccord.store.lookup.base import Base, Entry, Posting, Standing
from termaccord.store.lookup.by_slip import neighbours
from termaccord.store.lookup.keys import Kind, spelling
from termaccord.store.postings import best, counted, postings

MOST = 3
"""Concepts that are told; more would hide them."""
_ALIKE = 0.6
"""Share of words in common (Dice 1945) from which on names are taken for each other."""
_SHARED = 2
_NAMES = 6
"""Terms of a concept that are looked at."""
_CANDIDATES = 20
_ABBREVIATION = range(3, 7)
_REFERENCES = frozenset({"ref", "xref", "descrip", "descripNote", "admin"})


class Kin(NamedTuple):
    """A concept beside another."""

    number: int
    """Of the concept in the index."""
    term: str
    """The name that is alike, or the first name of a concept referred to."""
    referred: bool
    """Whether the glossary itself refers to it."""


def kin(base: Base, number: int, concept: Concept) -> tuple[Kin, ...]:
    """The concepts that a concept refers to, then those with similar names, most alike first; few."""
    own = [entry for entry in base.terms(number) if entry.standing != Standing.REJECTED][:_NAMES]
    found: dict[int, Kin] = {}
    for one in (*_referred(base, concept), *_similar(base, own)):
        if one.number != number:
            found.setdefault(one.number, one)
    return tuple(found.values())[:MOST]


def _referred(base: Base, concept: Concept) -> Iterator[Kin]:
    for target in dict.fromkeys(_targets(concept)):
        row = base.connection.execute("SELECT number FROM concept WHERE id = ?", (target,)).fetchone()
        entries = base.terms(row[0]) if row else []
        if entries:
            yield Kin(row[0], entries[0].text, referred=True)


def _targets(concept: Concept) -> Iterator[str]:
    extras = [concept.extra]
    for section in concept.languages:
        extras += [section.extra, *(term.extra for term in section.terms)]
    for category in (one for extra in extras for one in _flat(extra)):
        target = dict(category.attributes).get("target", "")
        if target and category.kind in _REFERENCES:
            yield target.removeprefix("#")


def _flat(categories: Sequence[DataCategory]) -> Iterator[DataCategory]:
    for category in categories:
        yield category
        yield from _flat(category.children)


def _similar(base: Base, own: Sequence[Entry]) -> Iterator[Kin]:
    """Concepts of the same standing with a name almost the same, most alike first."""
    texts = {spelling(entry.text) for entry in own}
    judged = [(_likeness(entry, other), other) for entry in own for other in _candidates(base, entry)]
    judged.sort(key=lambda one: (-one[0], len(one[1].text), one[1].number))
    for likeness, other in judged:
        if likeness >= _ALIKE and spelling(other.text) not in texts:
            yield Kin(other.concept, other.text, referred=False)


def _candidates(base: Base, entry: Entry) -> Iterator[Entry]:
    """Terms of the language that share words with this one, or are an abbreviation one letter apart."""
    accepted = entry.glossary not in base.proposed
    for other in base.entries(_near(base, entry)):
        usual = other.standing != Standing.REJECTED and other.primary == entry.primary
        if usual and other.concept != entry.concept and not (accepted and other.glossary in base.proposed):
            yield other


def _near(base: Base, entry: Entry) -> list[int]:
    if entry.text.isupper():
        return _one_letter_apart(base, entry.text) if len(entry.text) in _ABBREVIATION else []
    words = set(entry.lemmas.split())
    if len(words) < _SHARED:
        return []
    held = postings(base.connection, Posting.WORD, (f"{entry.primary} {word}" for word in words))
    totals = counted(((held[name], 1.0) for name in sorted(held)), base.size)
    return best(totals, _CANDIDATES, _SHARED)


def _one_letter_apart(base: Base, abbreviation: str) -> list[int]:
    names = sorted(neighbours(spelling(abbreviation)))
    marks = ",".join("?" * len(names))
    sql = f"SELECT term FROM key WHERE kind = ? AND key IN ({marks}) ORDER BY term LIMIT ?"  # noqa: S608  # only marks
    rows = base.connection.execute(sql, (int(Kind.SPELLING), *names, _CANDIDATES)).fetchall()
    return [number for (number,) in rows]


def _likeness(entry: Entry, other: Entry) -> float:
    """From 0 to 1; names that neither begin nor end alike are no names of the same kind."""
    if entry.text.isupper():
        return 1 - 1 / len(entry.text) if other.text.isupper() else 0.0
    ours, theirs = entry.lemmas.split(), other.lemmas.split()
    if not theirs or (ours[0] != theirs[0] and ours[-1] != theirs[-1]):
        return 0.0
    shared = sum((Counter(ours) & Counter(theirs)).values())
    return 2 * shared / (len(ours) + len(theirs)) if shared >= _SHARED else 0.0
