"""A concept as a tree of single statements, each of which can be lost by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from termaccord.formats.termbase.texts import flat
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Glossary,
    LanguageSection,
    MarkedText,
    Subject,
    Term,
)
from termaccord.model.terminology import Attributes

SINGLE = frozenset(
    {Subject.ID, Subject.STATUS, Subject.PART_OF_SPEECH, Subject.TERM_TYPE, Subject.SUBJECT_FIELD}
    | {Subject.DEFINITION, Subject.MARKUP, Subject.ATTRIBUTE, Subject.HEADER, Subject.SEGMENT}
)
"""Of these there is one of a label beside another; a different one is the same one changed."""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement, with what is said about it."""

    subject: Subject
    text: str
    label: str = ""
    """Which data category or attribute; empty where the subject says it all."""
    inside: tuple["Said", ...] = ()
    language: str = ""
    shown: str = ""
    """What a person is shown, where it is not `text`."""
    instead: str = ""
    """What still stands for it where it is missing."""

    @property
    def kind(self) -> tuple[Subject, str]:
        return self.subject, self.label


def walk(said: Said) -> Iterator[Said]:
    """The statement and all that lie under it."""
    yield said
    for inner in said.inside:
        yield from walk(inner)


def concept(concept: Concept) -> Said:
    """All that a concept says."""
    inside = (
        Said(Subject.ID, concept.id),
        *_valued(Subject.SUBJECT_FIELD, concept.subject_field),
        *_description(Subject.DEFINITION, concept.definition),
        *_attributes(concept.attributes),
        *categories(concept.extra),
        *(_section(section) for section in concept.languages),
    )
    return Said(Subject.CONCEPT, concept.id, inside=inside, shown=terms_of(concept))


def terms_of(concept: Concept) -> str:
    """The names of a concept, in one line."""
    return " = ".join(_terms(section) for section in concept.languages if section.terms)


def header(glossary: Glossary) -> Said:
    """All that the header of a glossary says."""
    inside = (
        *_valued(Subject.HEADER, glossary.title, "title"),
        Said(Subject.HEADER, glossary.language, "language"),
        *categories(glossary.extra, "", Subject.HEADER),
    )
    return Said(Subject.HEADER, "", inside=inside)


def _terms(section: LanguageSection) -> str:
    return "; ".join(term.text for term in section.terms)


def _section(section: LanguageSection) -> Said:
    language = section.language
    inside = (
        *_description(Subject.DEFINITION, section.definition, language),
        *_attributes(section.attributes, language),
        *categories(section.extra, language),
        *(_term(term, language) for term in section.terms),
    )
    return Said(Subject.LANGUAGE, language, "", inside, language, _terms(section))


def _term(term: Term, language: str) -> Said:
    contexts = [
        said for context in term.contexts for said in _description(Subject.CONTEXT, context, language)
    ]
    inside = (
        *_valued(Subject.ID, term.id, "", language),
        *_status(term, language),
        *_valued(Subject.PART_OF_SPEECH, term.part_of_speech, "", language),
        *_valued(Subject.TERM_TYPE, term.term_type, "", language),
        *_marked(term.marked, term.text, language),
        *contexts,
        *categories(term.extra, language),
    )
    return Said(Subject.TERM, term.text, "", inside, language)


def _status(term: Term, language: str) -> tuple[Said, ...]:
    raw = term.status_as_written
    if term.status is None:
        return _valued(Subject.STATUS, raw, "", language)
    value = term.status.value
    spelling = (Said(Subject.STATUS, raw, "spelling", (), language, "", value),) if raw else ()
    return (Said(Subject.STATUS, value, "", spelling, language),)


def _description(subject: Subject, said: Description | None, language: str = "") -> tuple[Said, ...]:
    if said is None:
        return ()
    inside = (
        *_valued(Subject.DATA_CATEGORY, said.source, "source", language),
        *_marked(said.marked, said.text, language),
        *_attributes(said.attributes, language),
        *categories(said.extra, language),
    )
    return (Said(subject, said.text, "", inside, language),)


def categories(
    found: Iterable[DataCategory], language: str = "", subject: Subject | None = None
) -> tuple[Said, ...]:
    """Data categories, those that are groups with what they hold."""
    return tuple(_category(category, language, subject) for category in found)


def _category(category: DataCategory, language: str, subject: Subject | None) -> Said:
    mine = subject or (Subject.NOTE if category.kind == "note" else Subject.DATA_CATEGORY)
    label = " ".join(word for word in (category.kind, category.type) if word)
    inside = (
        *_marked(category.marked, category.text, language),
        *_attributes(category.attributes, language),
        *categories(category.children, language, subject),
    )
    return Said(mine, category.text, label, inside, language)


def _attributes(pairs: Attributes, language: str = "") -> tuple[Said, ...]:
    return tuple(Said(Subject.ATTRIBUTE, value, name, (), language) for name, value in pairs)


def _marked(marked: MarkedText, text: str, language: str) -> tuple[Said, ...]:
    """The markup of a text; where it disagrees with the text it means nothing."""
    if not marked or flat(marked) != text or all(isinstance(part, str) for part in marked):
        return ()
    return (Said(Subject.MARKUP, _drawn(marked), "", (), language),)


def _drawn(marked: MarkedText) -> str:
    drawn: list[str] = []
    for part in marked:
        if isinstance(part, str):
            drawn.append(part)
        else:
            attributes = "".join(f' {name}="{value}"' for name, value in part.attributes)
            drawn.append(f"<{part.tag}{attributes}>{_drawn(part.content)}</{part.tag}>")
    return "".join(drawn)


def _valued(subject: Subject, text: str, label: str = "", language: str = "") -> tuple[Said, ...]:
    return (Said(subject, text, label, (), language),) if text else ()
