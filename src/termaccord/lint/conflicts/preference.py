"""Which of several names is proposed: the glossary's, the most authoritative text's, the closest, the most frequent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from termaccord.lint.conflicts.forms import Form
from termaccord.lint.conflicts.parties import Party
from termaccord.lint.rule import Collection
from termaccord.lint.terms import accepted
from termaccord.model import Glossary, Message, Status, say
from termaccord.text.normalise import fold

YEAR = 365
"""Days by which a text must be younger for its name to count as the one now in use."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A name and why it was chosen."""

    party: Party
    reason: Message


def choose(parties: Sequence[Party], sources: Sequence[Form], collection: Collection) -> Choice:
    """
    The name to be preferred.

    The glossary decides, then authority, then date, then closeness to the source, then frequency;
    what is left undecided goes to the name that comes first in the alphabet.
    """
    left = list(parties)
    for keep, reason in _TESTS:
        kept = keep(left, sources, collection)
        if len(kept) == 1:
            return Choice(kept[0], reason)
        left = kept or left
    return Choice(
        min(left, key=lambda p: (len(p.text), p.text)),
        say("it is the shortest, and nothing else speaks for any of them"),
    )


def _glossary(parties: Sequence[Party], _sources: Sequence[Form], collection: Collection) -> list[Party]:
    if collection.glossary is None:
        return []
    preferred = _accepted(collection.glossary, parties[0].head.language, preferred=True)
    found = [p for p in parties if _texts(p) & preferred]
    if found:
        return found
    admitted = _accepted(collection.glossary, parties[0].head.language, preferred=False)
    return [p for p in parties if _texts(p) & admitted]


def _texts(party: Party) -> frozenset[str]:
    return frozenset(fold(f.text) for f in party.forms)


def _accepted(glossary: Glossary, language: str, *, preferred: bool) -> frozenset[str]:
    return frozenset(
        fold(term.text)
        for concept in glossary.concepts
        for term in accepted(concept, language)
        if not preferred or term.status is Status.PREFERRED
    )


def _authority(parties: Sequence[Party], _sources: Sequence[Form], collection: Collection) -> list[Party]:
    return _highest(parties, lambda p: max(_authorities(p, collection), default=0))


def _authorities(party: Party, collection: Collection) -> list[int]:
    known = collection.documents
    return [known[d].authority for d in party.documents if d in known]


def _date(parties: Sequence[Party], _sources: Sequence[Form], collection: Collection) -> list[Party]:
    """The names used latest, where the others were last used a year before."""
    last = {p: _last(p, collection) for p in parties}
    newest = max(last.values())
    kept = [p for p in parties if last[p] > newest - YEAR]
    return kept if all(last.values()) else []


def _last(party: Party, collection: Collection) -> int:
    known = collection.documents
    dates = (known[d].date for d in party.documents if d in known)
    return max((d.toordinal() for d in dates if d), default=0)


def _closeness(parties: Sequence[Party], sources: Sequence[Form], _collection: Collection) -> list[Party]:
    """The names with about as many words of meaning as the source has: a word more or less is grammar."""
    wanted = {len(s.words) for s in sources if not s.abbreviation}
    distance = {p: min((abs(len(p.head.words) - n) for n in wanted), default=0) for p in parties}
    return [p for p in parties if distance[p] <= min(distance.values()) + 1]


def _frequency(parties: Sequence[Party], _sources: Sequence[Form], _collection: Collection) -> list[Party]:
    most = _highest(parties, lambda p: len(p.documents))
    return _highest(most, lambda p: len(p.occurrences))


def _highest(parties: Sequence[Party], value: Callable[[Party], int]) -> list[Party]:
    best = max(map(value, parties))
    return [p for p in parties if value(p) == best]


_TESTS = (
    (_glossary, say("the glossary has it")),
    (_authority, say("the text with the highest authority uses it")),
    (_date, say("the latest texts use it")),
    (_closeness, say("it is the closest to the source")),
    (_frequency, say("it is the most frequent")),
)
