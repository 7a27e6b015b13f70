"""Concepts and terms of a glossary, as the rules about glossaries look at them."""

from collections import defaultdict
from collections.abc import Iterator

from termaccord.lint.rule import Mark, Termbase
from termaccord.model import Concept, LanguageSection, Place, Span, Term
from termaccord.text.analyser import primary_language
from termaccord.text.normalise import fold


def sections(termbase: Termbase) -> Iterator[tuple[Concept, LanguageSection]]:
    """Every language section with its concept, in file order."""
    for concept in termbase.glossary.concepts:
        for section in concept.languages:
            yield concept, section


def spelled(termbase: Termbase) -> dict[tuple[str, str], list[tuple[Concept, Term]]]:
    """By language and folded term: the concepts that have it, in file order, each once."""
    found: dict[tuple[str, str], list[tuple[Concept, Term]]] = defaultdict(list)
    for concept, section in sections(termbase):
        for term in section.terms:
            held = found[primary_language(section.language), fold(term.text)]
            if all(other.id != concept.id for other, _ in held):
                held.append((concept, term))
    return found


def category(concept: Concept) -> str:
    """What kind of thing a concept is: its note “category: …”, else its subject field."""
    for extra in concept.extra:
        name, _, value = extra.text.partition(":")
        if extra.kind == "note" and name.strip().lower() == "category":
            return value.strip()
    return concept.subject_field


def mark(termbase: Termbase, concept: Concept, quoted: str, message: str, *others: Concept) -> Mark:
    """A mark on a concept, with places of the concepts that it is about too."""
    here = Place(termbase.file, concept.id)
    related = tuple(Place(termbase.file, other.id) for other in others)
    return Mark(Span(0, len(quoted)), message, concept=concept.id, place=here, quoted=quoted, related=related)
