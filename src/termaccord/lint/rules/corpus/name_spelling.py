"""The name of one person or place is spelt in several ways."""

from collections.abc import Iterator

from termaccord.lint.conflicts.conflict import Conflict, Kind, conflicts
from termaccord.lint.conflicts.marks import mark
from termaccord.lint.conflicts.people import schemes
from termaccord.lint.rule import Case, Collection, Mark, Rule, Scope
from termaccord.model import Category, Severity, say

PERSON = say("one person’s name is spelt in several ways: {names}; “{preferred}” is proposed")
PLACE = say("one place’s name is spelt in several ways: {names}; “{preferred}” is proposed")
SCHEME_NAMES = {
    "bgn": "BGN/PCGN",
    "icao": "ICAO Doc 9303",
    "gost52535": "GOST R 52535.1",
    "iso9": "ISO 9",
    "loc": "ALA-LC",
    "scientific": say("scientific transliteration"),
    "press": say("press usage"),
}


def check(collection: Collection) -> Iterator[Mark]:
    for conflict in conflicts(collection):
        if conflict.kind is Kind.SPELLING:
            person = conflict.concept.category is Category.PERSON
            level = Severity.ERROR if person else Severity.WARNING
            yield mark(conflict, collection, PERSON if person else PLACE, level, _notes(conflict))


def _notes(conflict: Conflict) -> dict[str, str]:
    """The scheme that each spelling follows, as far as it follows one throughout."""
    found: dict[str, str] = {}
    for party in conflict.parties:
        known = schemes(party.text, conflict.sources)
        if known:
            names = ", ".join(str(SCHEME_NAMES[k]) for k in known)
            found[party.text] = say("as transliterated by {schemes}", schemes=names)
    return found


NAME_SPELLING = Rule(
    code="C11",
    name="name-spelling",
    scope=Scope.CORPUS,
    severity=Severity.ERROR,
    summary=say("a person’s or a place’s name is spelt in several ways"),
    reason=say("Two spellings of one name are two people to a reader, and to every search."),
    source="ICAO Doc 9303 part 3; BGN/PCGN 1947; ISO 9:1995; ALA-LC Romanization Tables",
    check=check,
    cases=(
        Case(
            texts=(
                "ru: Выступила Ефросинья Щеглова. Ефросинья Щеглова ушла.",
                "en courier: ⟦Yefrosinya Shcheglova⟧ spoke.",
                "en gazette: ⟦Efrosinia Scheglova⟧ left.",
            ),
            concepts="person: Ефросинья Щеглова = Yefrosinya Shcheglova; Efrosinia Scheglova",
        ),
        Case(
            texts=(
                "ru: Выступила Ефросинья Щеглова. Щеглова ушла.",
                "en courier: Yefrosinya Shcheglova spoke. Ms Shcheglova’s speech was short.",
            ),
            concepts="person: Ефросинья Щеглова; Щеглова = Yefrosinya Shcheglova; Shcheglova",
        ),
    ),
)
