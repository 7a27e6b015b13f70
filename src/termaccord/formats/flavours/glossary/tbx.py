"""Entries as TBX of the 2008 edition, the only one that CAT tools read, each with what its tool shows."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from lxml import etree

from termaccord.formats import tbx
from termaccord.formats.flavours.glossary.facts import notes
from termaccord.formats.flavours.glossary.languages import REJECTED, primary
from termaccord.formats.flavours.glossary.pairing import form
from termaccord.formats.flavours.glossary.shape import Entry
from termaccord.formats.flavours.glossary.tidying import tidy
from termaccord.model import Concept, DataCategory, Description, Glossary, Status, Term

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MakesConcept = Callable[[Entry], Concept]


def file_of(entries: Iterable[Entry], make: MakesConcept, header: Glossary) -> bytes:
    """A TBX file of the concepts that `make` makes of entries, any data category allowed."""
    return tbx.serialize(
        replace(header, concepts=tuple(make(entry) for entry in entries)), tbx.Dialect.DEFAULT_2008
    )


def plain(description: Description | None) -> Description | None:
    """A definition or context as one line of text."""
    if description is None or not tidy(description.text):
        return None
    return Description(tidy(description.text))


def note(text: str, written_by: str = "") -> DataCategory:
    """A note; some tools look who has written it."""
    return DataCategory("note", "", text, (("from", written_by),) if written_by else ())


def named(term: Term, *, status: bool = False, contexts: bool = False, noted: bool = False) -> Term:
    """The term with no more than a tool shows; a status is written as a word that a reader understands."""
    made = Term(term.text)
    if status and term.status is not None:
        made = replace(made, status=term.status, status_as_written=term.status.value)
    if contexts:
        made = replace(made, contexts=tuple(c for c in map(plain, term.contexts) if c is not None))
    if noted:
        made = replace(made, extra=tuple(note(text) for text in notes(term.extra)))
    return made


def undecided(concept: Concept, language: str, term: Term) -> bool:
    """Whether a reader must be told the status of a term: not of one that is preferred and has no rival of its form."""
    if term.status is not Status.PREFERRED:
        return term.status is not None
    rivals = (
        tidy(other.text)
        for section in concept.languages
        if primary(section.language) == primary(language)
        for other in section.terms
        if form(other) is form(term) and other.status not in REJECTED
    )
    return any(text != term.text for text in rivals)


def elements(data: bytes) -> list[etree._Element]:
    """The entries of a file that we have written; none where the root is not what the tools look for."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    return list(root.iter("termEntry")) if root.tag == "martif" else []


def text_of(element: etree._Element | None) -> str:
    """All text of an element, in one line."""
    return "" if element is None else tidy("".join(element.itertext()))
