"""Terms, definitions, notes and the category of a concept, put in, changed and taken out."""

import re
from dataclasses import replace

from termaccord.model import Category, Concept, DataCategory, Description, LanguageSection, Message, say
from termaccord.project.errors import UsageError
from termaccord.project.terms.changes import (
    CATEGORY,
    Changed,
    category_of,
    is_category,
    squeezed,
    with_section,
    with_term,
)
from termaccord.project.terms.journal import Hand
from termaccord.project.terms.naming import section_of, term_at

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language tag as people write one: a language of two or three letters, script, region."""


def remove_term(concept: Concept, text: str, hand: Hand, language: str = "") -> Changed:
    """
    Take a term out, and its language section with the last one.

    Raises
    ------
    UsageError
        When there is no such term, or it is the concept's only one.

    """
    place = term_at(concept, text, language)
    section = concept.languages[place[0]]
    left = replace(section, terms=(*section.terms[: place[1]], *section.terms[place[1] + 1 :]))
    sections = tuple(left if s is section else s for s in concept.languages if s is not section or left.terms)
    if not sections:
        raise UsageError(
            say("“{term}” is the only term of {id}; a concept needs one", term=text, id=concept.id)
        )
    gone = section.terms[place[1]].text
    new = replace(concept, languages=sections, extra=hand.noted(concept.extra))
    return Changed(new, (say("“{term}” is gone ({language})", term=gone, language=section.language),))


def rename_term(concept: Concept, old: str, text: str, hand: Hand, language: str = "") -> Changed:
    """Give a term another text."""
    place = term_at(concept, old, language)
    term = concept.languages[place[0]].terms[place[1]]
    text = squeezed(text)
    if term.text == text or not text:
        return Changed(concept)
    new = replace(term, text=text, marked=(), extra=hand.noted(term.extra))
    return Changed(with_term(concept, place, new), (say("“{old}” is now “{new}”", old=term.text, new=text),))


def define(concept: Concept, text: str, hand: Hand, language: str = "") -> Changed:
    """
    Say what a concept is, once or in one language; no text takes the definition away.

    Raises
    ------
    UsageError
        When the concept has no term in that language.

    """
    definition = Description(squeezed(text)) if text.strip() else None
    number = section_of(concept, language) if language else None
    if language and number is None:
        raise UsageError(
            say("{id} has no term in {language}; add one first", id=concept.id, language=language)
        )
    holder: Concept | LanguageSection = concept if number is None else concept.languages[number]
    if (holder.definition.text if holder.definition else "") == (definition.text if definition else ""):
        return Changed(concept)
    said = _defined(concept.id, definition, language)
    if number is None:
        return Changed(replace(concept, definition=definition, extra=hand.noted(concept.extra)), (said,))
    section = replace(concept.languages[number], definition=definition)
    new = replace(with_section(concept, number, section), extra=hand.noted(concept.extra))
    return Changed(new, (said,))


def _defined(concept: str, definition: Description | None, language: str) -> Message:
    if definition is None:
        return say("the definition of {id} is gone", id=concept)
    if language:
        return say("{id} is defined in {language}", id=concept, language=language)
    return say("{id} is defined", id=concept)


def annotate(concept: Concept, text: str, hand: Hand) -> Changed:
    """Add a note to a concept, before its transactions."""
    note = DataCategory("note", "", squeezed(text))
    if not note.text or note in concept.extra:
        return Changed(concept)
    at = next((i for i, c in enumerate(concept.extra) if c.kind == "transacGrp"), len(concept.extra))
    extra = (*concept.extra[:at], note, *concept.extra[at:])
    return Changed(replace(concept, extra=hand.noted(extra)), (say("{id} has got a note", id=concept.id),))


def categorise(concept: Concept, category: Category, hand: Hand) -> Changed:
    """Say what kind of thing a concept is, in the note that the house keeps for it."""
    note = DataCategory("note", "", CATEGORY + category.value)
    if category_of(concept) == category.value:
        return Changed(concept)
    at = next((i for i, c in enumerate(concept.extra) if is_category(c)), None)
    extra = (note, *concept.extra) if at is None else (*concept.extra[:at], note, *concept.extra[at + 1 :])
    said = say("{id} is now of the category {category}", id=concept.id, category=category.value)
    return Changed(replace(concept, extra=hand.noted(extra)), (said,))


def spoken_of(text: str) -> tuple[str, str]:
    """
    What stands in a language and what it says, as people write it: ``ru=определение``, or only the text.

    >>> spoken_of("de-AT=Erdapfel"), spoken_of("a = b")
    (('de-AT', 'Erdapfel'), ('', 'a = b'))
    """
    language, equals, said = text.partition("=")
    if equals and _TAG.fullmatch(language):
        return language, said.strip()
    return "", text
