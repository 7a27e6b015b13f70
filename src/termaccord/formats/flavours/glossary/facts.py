"""What a concept says beside its terms, fact by fact: what a tool shows of it can be counted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from termaccord.formats.flavours.glossary.tidying import tidy
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    LanguageSection,
    MarkedText,
    Markup,
    Subject,
    Term,
)
from termaccord.model.terminology import Attributes


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said, as tidy text."""

    subject: Subject
    text: str
    language: str = ""
    term: str = ""
    """The tidy text of the term of which it is said; empty where it is said of the concept."""
    marked: bool = False
    """Whether the text holds markup."""


def facts(concept: Concept) -> Iterator[Fact]:
    """Everything that a concept says of itself, its statuses apart."""
    yield from _fact(Subject.SUBJECT_FIELD, concept.subject_field)
    yield from _described(Subject.DEFINITION, concept.definition)
    yield from _categories(concept.extra)
    yield from _values(concept.attributes)


def facts_in(section: LanguageSection) -> Iterator[Fact]:
    """Everything that is said in a language, its terms' statuses apart."""
    yield from _described(Subject.DEFINITION, section.definition, section.language)
    yield from _categories(section.extra, section.language)
    yield from _values(section.attributes, section.language)
    for term in section.terms:
        yield from _of_term(term, section.language)


def _of_term(term: Term, language: str) -> Iterator[Fact]:
    text = tidy(term.text)
    yield from _fact(Subject.ID, term.id, language, text)
    yield from _fact(Subject.PART_OF_SPEECH, term.part_of_speech, language, text)
    yield from _fact(Subject.TERM_TYPE, term.term_type, language, text)
    for context in term.contexts:
        yield from _described(Subject.CONTEXT, context, language, text)
    yield from _categories(term.extra, language, text)


def _fact(
    subject: Subject, text: str, language: str = "", term: str = "", marked: MarkedText = ()
) -> Iterator[Fact]:
    if tidy(text):
        yield Fact(subject, tidy(text), language, term, any(isinstance(part, Markup) for part in marked))


def _values(attributes: Attributes, language: str = "", term: str = "") -> Iterator[Fact]:
    for _name, value in attributes:
        yield from _fact(Subject.ATTRIBUTE, value, language, term)


def _described(
    subject: Subject, description: Description | None, language: str = "", term: str = ""
) -> Iterator[Fact]:
    if description is not None:
        yield from _fact(subject, description.text, language, term, description.marked)
        yield from _fact(Subject.DATA_CATEGORY, description.source, language, term)
        yield from _values(description.attributes, language, term)
        yield from _categories(description.extra, language, term)


def _categories(categories: Iterable[DataCategory], language: str = "", term: str = "") -> Iterator[Fact]:
    for category in categories:
        subject = Subject.NOTE if category.kind == "note" else Subject.DATA_CATEGORY
        yield from _fact(subject, category.text, language, term, category.marked)
        yield from _values(category.attributes, language, term)
        yield from _categories(category.children, language, term)


def notes(categories: Iterable[DataCategory]) -> tuple[str, ...]:
    """The notes among some data categories, tidy."""
    found = (tidy(category.text) for category in categories if category.kind == "note")
    return tuple(dict.fromkeys(text for text in found if text))
