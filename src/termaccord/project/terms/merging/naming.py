"""Ids for outside concepts: their own where they can be ours, else made of a name."""

import re
from collections.abc import Container

from termaccord.model import Concept, Status
from termaccord.text.normalise import fold

_NAME = re.compile(r"[^\W\d][\w.-]*")
"""An NCName, near enough: what XML allows as an id."""
_GIVEN = re.compile(r"(?:sheet-\d+-)?row-\d+|(?:line|entry|unit|term|concept)?-?\d+")
"""Ids that number the rows of a file, which its author has not given."""
_LONGEST = 60


def is_named(concept: Concept) -> bool:
    """Whether an id says more than in which row of its file a concept stands."""
    return bool(concept.id) and _GIVEN.fullmatch(concept.id) is None


def own_id(concept: Concept, taken: Container[str]) -> str:
    """
    An id that no concept of ours has: theirs, or one made of their name as the other ids of a glossary are.

    >>> own_id(Concept("row-7", ()), set())
    'c-row-7'
    """
    wanted = concept.id if is_named(concept) and _NAME.fullmatch(concept.id) else _of_name(concept)
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found


def _of_name(concept: Concept) -> str:
    """“c-” and the words of the preferred name, in Latin letters where there is such a name."""
    terms = [term for section in concept.languages for term in section.terms]
    preferred = [term for term in terms if term.status is Status.PREFERRED] or terms
    names = sorted((term.text for term in preferred), key=lambda text: not text.isascii())
    words = re.findall(r"[^\W_]+", fold(names[0] if names else concept.id))
    return f"c-{'-'.join(words)[:_LONGEST].strip('-') or 'concept'}"
