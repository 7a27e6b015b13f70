"""Proposed concepts that people have accepted already are known again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from termaccord.model import Glossary, ProposedConcept, ProposedTerm, Span
from termaccord.text.analyser import primary_language
from termaccord.text.normalise import fold
from termaccord.text.occurrences import Finder


def recognised(proposed: Sequence[ProposedConcept], accepted: Glossary) -> tuple[ProposedConcept, ...]:
    """
    Give proposals the ids of the accepted concepts whose terms they have, in whatever form.

    Proposals of one accepted concept become one: people have said that its names name one thing.
    Concepts come in falling order of score, then by id.
    """
    by_language = finders(accepted)
    meant: dict[str, list[ProposedConcept]] = defaultdict(list)
    for concept in proposed:
        meant[_accepted(concept, by_language) or concept.id].append(concept)
    united = (_united(identity, alike) for identity, alike in meant.items())
    return tuple(sorted(united, key=lambda c: (-c.score, c.id)))


def finders(accepted: Glossary) -> dict[str, Finder[str]]:
    """By primary language: outlets' regions do not matter here."""
    terms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for concept in accepted.concepts:
        for section in concept.languages:
            primary = primary_language(section.language)
            terms[primary] += [(concept.id, term.text) for term in section.terms]
    return {language: Finder(entries, language) for language, entries in terms.items()}


def _accepted(concept: ProposedConcept, by_language: Mapping[str, Finder[str]]) -> str | None:
    """The accepted concept that most of a proposal's terms name, by their occurrences."""
    votes: Counter[str] = Counter()
    for term in concept.terms:
        finder = by_language.get(primary_language(term.language))
        for identity in named(term, finder) if finder else ():
            votes[identity] += max(1, len(term.occurrences))
    return min(votes, key=lambda identity: (-votes[identity], identity)) if votes else None


def named(term: ProposedTerm, finder: Finder[str]) -> Iterator[str]:
    """Concepts one of whose terms is this term, no more and no less."""
    whole = Span(0, len(term.text))
    yield from sorted({found.key for found in finder.find(term.text) if found.span == whole})


def _united(identity: str, alike: Sequence[ProposedConcept]) -> ProposedConcept:
    best = max(alike, key=lambda c: c.score)
    if len(alike) == 1:
        return replace(best, id=identity)
    return replace(best, id=identity, terms=tuple(_merged(t for c in alike for t in c.terms)))


def _merged(terms: Iterable[ProposedTerm]) -> list[ProposedTerm]:
    """Terms by language in the order of first appearance, equal ones as one."""
    found: dict[tuple[str, str], ProposedTerm] = {}
    for term in terms:
        key = (term.language, fold(term.text))
        if key in found:
            first = found[key]
            places = tuple(sorted({*first.occurrences, *term.occurrences}))
            found[key] = replace(first, score=max(first.score, term.score), occurrences=places)
        else:
            found[key] = term
    languages = list(dict.fromkeys(t.language for t in found.values()))
    return sorted(found.values(), key=lambda t: (languages.index(t.language), t.abbreviation, -t.score))
