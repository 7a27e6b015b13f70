"""What of a person's name may stand alone, and what the glossary writes in the place of a rejected spelling of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from termaccord.lint.rule import REJECTED
from termaccord.model import Category, Concept, Status, Term
from termaccord.text.analyse import words
from termaccord.text.normalise import fold
from termaccord.text.transliterate import similar

_NOTE = "category: "
"""What the note of a concept begins with that says what it is."""
_LEAST = 4
"""Letters of a surname that is no other short word by chance."""
_RESPELT = 0.75
"""Likeness in sound from which a surname is another spelling of one, not another surname."""


class Kind(StrEnum):
    """What of a name may stand alone."""

    SURNAME = "surname"
    SHORT = "short"
    """The first given name and the surname, without what is between."""
    ADDRESS = "address"
    """The given name and the patronymic."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a rejected name that a text may use alone."""

    concept: Concept
    term: Term
    """The part, with the status of the full name."""
    instead: str
    """The same part of an accepted name, a preferred one where there is one."""
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Name:
    """A full name in its parts, in citation form."""

    given: tuple[str, ...]
    """Given names and patronymics in their order."""
    surname: str
    patronymic: bool
    """Whether the last of `given` is one."""

    def parts(self) -> dict[Kind, str]:
        found = {Kind.SURNAME: self.surname}
        if len(self.given) > 1:
            found[Kind.SHORT] = f"{self.given[0]} {self.surname}"
            if self.patronymic:
                found[Kind.ADDRESS] = " ".join(self.given)
        return found


def person(concept: Concept) -> bool:
    """Whether a glossary says in a note that the concept is a person."""
    return any(c.kind == "note" and c.text.strip() == f"{_NOTE}{Category.PERSON}" for c in concept.extra)


def given_names(terms: Sequence[Term], language: str) -> frozenset[str]:
    """The given names and patronymics of a person in all spellings that a glossary has, folded."""
    names = (_name(t.text, language) for t in terms)
    return frozenset(fold(g) for name in names if name for g in name.given)


def rejected_parts(concept: Concept, terms: Sequence[Term], language: str) -> Iterator[Part]:
    """
    The parts of rejected names that no accepted name has and that are other spellings of what one has.

    `terms` are all names of the person in the language.
    """
    accepted = [t for t in terms if t.status not in REJECTED]
    accepted.sort(key=lambda t: t.status is not Status.PREFERRED)
    allowed = [name.parts() for t in accepted if (name := _name(t.text, language))]
    whole = {fold(t.text) for t in terms}
    told: set[str] = set()
    for term in terms:
        name = _name(term.text, language) if term.status in REJECTED else None
        for kind, part in name.parts().items() if name and name.given else ():
            others = [parts[kind] for parts in allowed if kind in parts]
            same = fold(part) in {fold(o) for o in others} | whole | told
            instead = next((o for o in others if similar(o, part) >= _RESPELT), "")
            if instead and not same:
                told.add(fold(part))
                yield Part(concept, Term(part, term.status), instead, kind)


def _name(text: str, language: str) -> _Name | None:
    """
    A name in its parts; None where its surname cannot be told.

    A surname begins with its particle, stands before a comma or in front of a given name with a patronymic,
    and else is the last word.
    """
    surname, comma, rest = text.partition(", ")
    if comma:
        return _checked(tuple(rest.split()), surname, language)
    written = text.split()
    if len(written) == 3 and _patronymic(written[-1], language):
        return _checked(tuple(written[1:]), written[0], language)
    particle = next((i for i, w in enumerate(written) if i and w.islower()), len(written) - 1)
    return _checked(tuple(written[:particle]), " ".join(written[particle:]), language)


def _checked(given: tuple[str, ...], surname: str, language: str) -> _Name | None:
    last = surname.rpartition(" ")[2]
    letters = all(c.isalpha() or c in "'’-‐‑ " for c in surname)
    if len(last) < _LEAST or not letters or not last[0].isupper() or last.isupper():
        return None
    return _Name(given, surname, len(given) > 1 and _patronymic(given[-1], language))


def _patronymic(word: str, language: str) -> bool:
    return any(a.name == "patronymic" for w in words(word, language) for a in w.analyses)
