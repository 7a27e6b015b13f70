"""Which concept of ours an outside concept is, and whether it can be."""

from dataclasses import dataclass

from termaccord.model import Concept
from termaccord.project.terms.merging.index import STRONG, Held, Index, all_keys
from termaccord.project.terms.merging.outcome import Matter
from termaccord.text.analyser import primary_language
from termaccord.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Match:
    """The concept of ours that fits best."""

    number: int
    matter: Matter | None = None
    """What speaks against its being the same; None where nothing does."""
    others: tuple[int, ...] = ()
    """Concepts that fit as well."""


@dataclass(frozen=True, slots=True, order=True)
class _Fit:
    """How well a concept of ours fits; more is better."""

    languages: int
    """In which they share a term."""
    subject: bool
    same_id: bool
    terms: int


def match(theirs: Concept, index: Index, *, named: bool) -> Match | None:
    """
    Find the concept of ours that an outside one is.

    Two are the same where they share a term in every language that both have, or in two languages.
    Where they share one in a single language and none in another, they may be or not: that is for a person.
    An abbreviation fits a full form where another language agrees.

    Parameters
    ----------
    theirs
        The outside concept.
    index
        Our concepts.
    named
        Whether the outside glossary itself gave the concept its id.

    """
    keys = frozenset(all_keys(theirs))
    strong = index.candidates(keys)
    found = [(_fit(theirs, keys, index.held[number], named=named), -number) for number in strong]
    own = index.ids.get(theirs.id) if named else None
    if not found:
        return Match(own, Matter.ID) if own is not None and theirs.languages else None
    best, at = max(found)
    equal = tuple(-n for fit, n in sorted(found, reverse=True) if fit == best and n != at)
    ours = index.held[-at]
    against = _against(theirs, ours, _agreed(keys, ours))
    return Match(-at, Matter.SEVERAL if equal else against, equal)


def _fit(theirs: Concept, keys: frozenset[tuple[str, str, str]], ours: Held, *, named: bool) -> _Fit:
    texts = {(primary_language(s.language), t.text) for s in ours.concept.languages for t in s.terms}
    shared = sum((primary_language(s.language), t.text) in texts for s in theirs.languages for t in s.terms)
    subject = bool(theirs.subject_field) and fold(theirs.subject_field) == fold(ours.concept.subject_field)
    return _Fit(len(_agreed(keys, ours)), subject, named and theirs.id == ours.concept.id, shared)


def _agreed(keys: frozenset[tuple[str, str, str]], ours: Held) -> set[str]:
    """Languages in which they share a term; an abbreviation counts where a term is shared in another."""
    shared = keys & ours.keys
    strong = {language for language, kind, _ in shared if kind in STRONG}
    return strong | ({language for language, _, _ in shared} if strong else set())


def languages_of(concept: Concept) -> set[str]:
    """Primary languages in which a concept has terms."""
    return {primary_language(s.language) for s in concept.languages if s.terms}


def _against(theirs: Concept, ours: Held, agreed: set[str]) -> Matter | None:
    both = languages_of(theirs) & languages_of(ours.concept)
    subjects = {fold(one.subject_field) for one in (theirs, ours.concept)} - {""}
    if len(agreed) > 1 or (agreed == both and len(subjects) < 2) or theirs.id == ours.concept.id:
        return None
    return Matter.HOMONYM if len(subjects) > 1 else Matter.RENDERING
