"""The two languages of a bilingual list, and the terms of a concept in each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from termaccord.model import Concept, Glossary, LanguageSection, Status, Term, UsageError, say

_BREAKS = re.compile(r"[ ]*[\t\r\n]+[ \t\r\n]*")
REJECTED = frozenset({Status.DEPRECATED, Status.SUPERSEDED, Status.FORBIDDEN})


@dataclass(frozen=True, slots=True)
class Side:
    """What a concept says in one language."""

    terms: tuple[Term, ...]
    """Those to be used before those that are rejected, each group in the order of the file."""
    sections: tuple[LanguageSection, ...]


def speaks(tag: str, wanted: str) -> bool:
    """
    Whether a section is in a language; “ru” is “ru-RU” too.

    >>> speaks("ru-RU", "ru"), speaks("ru", "ru-RU"), speaks("rue", "ru")
    (True, False, False)
    """
    return tag.lower() == wanted.lower() or tag.lower().startswith(f"{wanted.lower()}-")


def side(concept: Concept, language: str) -> Side:
    """The terms of a concept in a language."""
    sections = tuple(section for section in concept.languages if speaks(section.language, language))
    terms = [term for section in sections for term in section.terms if term.text.strip()]
    return Side(tuple(sorted(terms, key=lambda term: term.status in REJECTED)), sections)


def pair(glossary: Glossary, source: str = "", target: str = "") -> tuple[str, str]:
    """
    The languages of a list, source first: as asked for, else the two that the glossary has.

    Raises
    ------
    UsageError
        When a language is asked for that the glossary does not have, or it has not two and none is asked for.

    """
    known = languages(glossary.concepts)
    listed = ", ".join(known) or "–"
    for wanted in (source, target):
        if wanted and not any(speaks(tag, wanted) for tag in known):
            message = "the glossary has no term in {language}; it has {known}"
            raise UsageError(say(message, language=wanted, known=listed))
    left = [tag for tag in known if not any(speaks(tag, one) for one in (source, target) if one)]
    source = source or (left.pop(0) if left and (target or len(left) == 2) else "")
    target = target or (left[0] if len(left) == 1 else "")
    if not source or not target:
        raise UsageError(
            say(
                "a list of pairs is wanted, and the glossary is in {known}; "
                "choose two with --source-language and --target-language",
                known=listed,
            )
        )
    return source, target


def languages(concepts: Sequence[Concept]) -> tuple[str, ...]:
    """The languages that have terms, in the order of their first appearance."""
    return tuple(dict.fromkeys(s.language for concept in concepts for s in concept.languages if s.terms))


def oneline(text: str) -> str:
    r"""
    A text without tabs and line breaks, which would end a cell; spaces that do not break stay as they are.

    >>> oneline("two\n\tlines ")
    'two lines'
    """
    return _BREAKS.sub(" ", text).strip(" ")


def lines_of(text: str) -> list[str]:
    """The lines of a text; rarer characters that Python would break lines at stay in them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def uncommented(text: str) -> str:
    """
    The first cell of a line, kept from being read as a remark; the space before it is none of the term's.

    >>> uncommented("#hash"), uncommented("word")
    (' #hash', 'word')
    """
    return f" {text}" if text.startswith("#") else text
