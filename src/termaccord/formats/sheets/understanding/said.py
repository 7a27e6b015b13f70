"""What the cells of a row say of one thing, a term, a language or a concept, and the parts of a record they make."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from termaccord.formats.sheets.carried import category, transaction
from termaccord.formats.sheets.headers import Column, Role
from termaccord.formats.sheets.words import STATUS_WORDS, YES
from termaccord.model import DataCategory, Description, Status

_EXTRA = frozenset({Role.NOTE, Role.CATEGORY, Role.CREATED, Role.CREATED_BY, Role.MODIFIED, Role.MODIFIED_BY})
_OF_CONCEPTS = frozenset({Role.CONCEPT, Role.SUBJECT})
_TRANSACTIONS = {
    Role.CREATED: "origination",
    Role.CREATED_BY: "origination",
    Role.MODIFIED: "modification",
    Role.MODIFIED_BY: "modification",
}


@dataclass(slots=True)
class Said:
    """Cells by their columns, in the order of the columns."""

    cells: dict[Column, str] = field(default_factory=dict)

    def of(self, role: Role) -> str:
        """The first cell with this role."""
        return next((text for column, text in self.cells.items() if column.role is role), "")

    def all(self, role: Role) -> list[str]:
        return [text for column, text in self.cells.items() if column.role is role]

    def description(self, text: Role, source: Role) -> Description | None:
        return next(iter(self.descriptions(text, source)), None)

    def descriptions(self, text: Role, source: Role) -> tuple[Description, ...]:
        """Definitions or contexts, each with the source of the same number."""
        sources = {column.item: said for column, said in self.cells.items() if column.role is source}
        return tuple(
            Description(said, sources.get(column.item, ""))
            for column, said in self.cells.items()
            if column.role is text
        )

    def extra(self) -> tuple[DataCategory, ...]:
        """Notes, data categories and transactions, in the order of their columns."""
        return tuple(self._extra())

    def _extra(self) -> Iterator[DataCategory]:
        done = set[tuple[str, int]]()
        for column, text in self.cells.items():
            if kind := _TRANSACTIONS.get(column.role):
                if (kind, column.item) not in done:
                    done.add((kind, column.item))
                    yield self._transaction(kind, column.item)
            elif column.role is Role.NOTE:
                yield DataCategory("note", text=text)
            elif column.role is Role.CATEGORY:
                yield category(*column.category, text)

    def _transaction(self, kind: str, item: int) -> DataCategory:
        own = {
            column.role: text
            for column, text in self.cells.items()
            if column.item == item and _TRANSACTIONS.get(column.role) == kind
        }
        on = own.get(Role.CREATED) or own.get(Role.MODIFIED) or ""
        by = own.get(Role.CREATED_BY) or own.get(Role.MODIFIED_BY) or ""
        return transaction(kind, on, by)

    def status(self) -> tuple[Status | None, str]:
        """The status of a term, and the word for it where that says none."""
        flags = [c.status for c, text in self.cells.items() if c.role is Role.FLAG and is_yes(text)]
        written = self.of(Role.STATUS)
        if status := status_of(written):
            return status, ""
        if flags:  # what is both is what forbids
            return max(flags, key=lambda one: list(Status).index(one) if one else -1), ""
        info = [text for c, text in self.cells.items() if c.category == ("note", "term info")]
        if any("forbidden" in text.casefold() for text in info):  # memoQ says it there
            return Status.FORBIDDEN, ""
        return None, written


def listed(written: str, picklist: dict[str, tuple[str, ...]]) -> str:
    """
    The value of a picklist that a word means, else the word.

    >>> listed("сущ.", {"noun": ("noun", "сущ")}), listed("particle", {"noun": ("noun",)})
    ('noun', 'particle')
    """
    word = written.strip().rstrip(".").casefold()
    return next((value for value, words in picklist.items() if word in words), written)


def is_yes(text: str) -> bool:
    """Whether a cell says yes."""
    return text.strip().casefold() in YES


def status_of(written: str) -> Status | None:
    """The status that a word means."""
    word = written.strip().casefold().replace("ё", "е")
    for status, words in STATUS_WORDS.items():
        if word in {one.replace("ё", "е") for one in words}:
            return status
    return None


def grouped(cells: Iterable[tuple[Column, str]], language_of: dict[str, str]) -> "Sorted":
    """Sort the cells of a row by what they are said of."""
    found = Sorted()
    for column, text in cells:
        if column.role is Role.LANGUAGE:
            continue
        if column.role in _OF_CONCEPTS:
            found.concept.cells[column] = text
            continue
        language = column.language or language_of.get(column.side, "")
        if column.role in {Role.DEFINITION, Role.DEFINITION_SOURCE} or column.level:
            place = found.languages[language] if column.language or column.side else found.concept
            place.cells[column] = text
        elif language:
            slot = (language, column.number)
            found.terms[slot].cells[column] = text
        else:
            found.concept.cells[column] = text
    return found


@dataclass(slots=True)
class Sorted:
    """The cells of a row by what they are said of."""

    concept: Said = field(default_factory=Said)
    languages: defaultdict[str, Said] = field(default_factory=lambda: defaultdict(Said))
    terms: defaultdict[tuple[str, int], Said] = field(default_factory=lambda: defaultdict(Said))
    """By language and number."""
