"""Finds rejected spellings of surnames that stand without the full name that the glossary has."""

from collections.abc import Iterator, Sequence

from termaccord.lint.persons.names import Kind, Part, given_names, person, rejected_parts
from termaccord.lint.persons.namesakes import Bearer, bearer
from termaccord.lint.rule import REJECTED, Use
from termaccord.lint.standing import ordinary
from termaccord.model import Concept, Span, Term
from termaccord.text.analyse import analyser_for, words
from termaccord.text.normalise import fold
from termaccord.text.occurrences import Finder
from termaccord.text.terms.fitting import begins_sentence


class Surnames:
    """Parts of the rejected names of persons, in texts of one language."""

    def __init__(self, entries: Sequence[tuple[Concept, Term]], language: str) -> None:
        """Take all terms of the language with their concepts."""
        self._language = language
        named: dict[str, tuple[Concept, list[Term]]] = {}
        for concept, term in entries:
            if person(concept):
                named.setdefault(concept.id, (concept, []))[1].append(term)
        self._given = {key: given_names(terms, language) for key, (_, terms) in named.items()}
        parts = [p for concept, terms in named.values() for p in rejected_parts(concept, terms, language)]
        self._parts = tuple(_unshared(parts, entries, language))
        self._finder = Finder(((i, p.term.text) for i, p in enumerate(self._parts)), language)

    def uses(self, text: str, named: Sequence[Use]) -> Iterator[Use]:
        """
        The places in a whole text where a part stands for the person, none of them within a term that is `named` there.

        A surname that is no word of the language is enough; any other part asks that the text name the person in full.
        Where the text has somebody else of that surname, only a given name or an initial tells who is meant.
        """
        if not self._parts:
            return
        present = {use.concept.id for use in named}
        places = [(f.span, self._parts[f.key]) for f in self._finder.find(text)]
        told = [
            (s, p, self._bearer(s, p, text)) for s, p in places if not any(s.overlaps(u.span) for u in named)
        ]
        shared = {p.concept.id for _, p, who in told if who is Bearer.OTHER}
        for span, part, who in told:
            known = part.concept.id in present
            alone = who is Bearer.ALONE and part.concept.id not in shared
            if who is Bearer.OWN or (alone and self._telling(span, part, text, known=known)):
                yield Use(span, part.concept, part.term, instead=part.instead)

    def _bearer(self, span: Span, part: Part, text: str) -> Bearer:
        if not span.of(text)[:1].isupper() and " " not in part.term.text:
            return Bearer.UNCLEAR
        return bearer(span, text, part.term.text, self._given[part.concept.id], self._language)

    def _telling(self, span: Span, part: Part, text: str, *, known: bool) -> bool:
        """Whether a part without a given name beside it is enough to know whom it means."""
        if part.kind is not Kind.SURNAME:
            return known or part.kind is Kind.SHORT
        last = part.term.text.split()[-1]
        if ordinary(last, self._language):
            free = begins_sentence(text, span.start) or analyser_for(self._language).capital_nouns
            return known and not free
        return known or not any(a.known for w in words(last, self._language) for a in w.analyses)


def _unshared(
    parts: Sequence[Part], entries: Sequence[tuple[Concept, Term]], language: str
) -> Iterator[Part]:
    """The parts that stand in no name of anything else and in no accepted one."""
    finder = Finder(((i, p.term.text) for i, p in enumerate(parts)), language)
    shared: set[int] = set()
    for concept, term in entries if parts else ():
        low = set(fold(term.text).split())
        for index in {f.key for f in finder.find(term.text, nested=True)} | _among(parts, low):
            if parts[index].concept.id != concept.id or term.status not in REJECTED:
                shared.add(index)
    yield from (p for i, p in enumerate(parts) if i not in shared)


def _among(parts: Sequence[Part], low: set[str]) -> set[int]:
    return {i for i, p in enumerate(parts) if fold(p.term.text) in low}
