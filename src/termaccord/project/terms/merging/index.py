"""Concepts by what their terms are called, however they are written or inflected."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from termaccord.model import Concept
from termaccord.store.lookup.keys import alone, read, spelling
from termaccord.text.analyser import primary_language
from termaccord.text.normalise import fold

Key = tuple[str, str, str]
"""Primary language, kind of key, and the key."""
SPELLING, LEMMAS, INITIALS = "spelling", "lemmas", "initials"
STRONG = frozenset({SPELLING, LEMMAS})
_SHORTEST_INITIALS = 2


@lru_cache(maxsize=1 << 17)
def keys_of(text: str, language: str) -> frozenset[Key]:
    """
    Under what a term is found: its letters, its words in dictionary form, its initials.

    Of a term with an abbreviation in brackets, either.
    """
    primary = primary_language(language)
    found = set[Key]()
    for one in (text, *alone(text)):
        found.add((primary, SPELLING, spelling(one) or fold(one)))
        reading = read(one, primary)
        if reading.lemmas:
            found.add((primary, LEMMAS, " ".join(options[0] for options in reading.lemmas)))
        if one.isupper() and one.isalpha():
            found.add((primary, INITIALS, fold(one)))
        elif len(reading.written) >= _SHORTEST_INITIALS:
            found.add((primary, INITIALS, "".join(word[0] for word in reading.written)))
    return frozenset(found)


def all_keys(concept: Concept) -> Iterator[Key]:
    """The keys of all terms of a concept."""
    return (key for s in concept.languages for t in s.terms for key in keys_of(t.text, s.language))


@dataclass(slots=True)
class Held:
    """A concept of ours as it is by now."""

    concept: Concept
    place: int
    """Number of the file that it stands in."""
    keys: frozenset[Key] = frozenset()
    changed: bool = False
    fresh: bool = False
    """Whether the merge has made it."""
    claims: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """What outside concepts have said of it: by field, language and term."""


@dataclass(slots=True)
class Index:
    """All concepts of ours, those that the merge has made included."""

    held: list[Held] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    changes: int = 0
    """How often a concept was added or put in the place of another."""
    _by_key: dict[Key, list[int]] = field(default_factory=dict)

    def add(self, concept: Concept, place: int, *, fresh: bool = False) -> None:
        """Take in a concept."""
        self.held.append(Held(concept, place, changed=fresh, fresh=fresh))
        self.ids.setdefault(concept.id, len(self.held) - 1)
        self._enter(len(self.held) - 1)

    def put(self, number: int, concept: Concept) -> None:
        """Put a concept in the place of what it was."""
        self.held[number].concept = concept
        self.held[number].changed = True
        self._enter(number)

    def _enter(self, number: int) -> None:
        self.changes += 1
        one = self.held[number]
        found = frozenset(all_keys(one.concept))
        for key in sorted(found - one.keys):
            if key[1] in STRONG:
                self._by_key.setdefault(key, []).append(number)
        one.keys |= found

    def candidates(self, keys: Iterable[Key]) -> list[int]:
        """Concepts that have one of these keys, in file order."""
        return sorted({n for key in keys if key[1] in STRONG for n in self._by_key.get(key, ())})
