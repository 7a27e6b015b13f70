"""Data categories of a termbase as cells: under which header each stands, and the category that a cell means."""

from collections.abc import Iterable, Iterator

from termaccord.formats.sheets.words import CATEGORIES, OWN_NOTES, SIDES, Role
from termaccord.model import DataCategory

_TRANSACTIONS = {
    "origination": (Role.CREATED, Role.CREATED_BY),
    "modification": (Role.MODIFIED, Role.MODIFIED_BY),
}
_LITERAL = ("descrip", "admin", "termNote", "xref", "ref")


def headed(extra: Iterable[DataCategory]) -> Iterator[tuple[str, str]]:
    """Header words and text of all that a table can carry; what has attributes or parts has no column."""
    for one in extra:
        if one.kind == "transacGrp":
            yield from _transaction(one)
        elif not one.text or one.children or one.attributes or one.marked:
            continue
        elif one.kind == "note" and not one.type:
            yield _note(one.text)
        elif one.kind in _LITERAL:
            yield _header((one.kind, one.type)), one.text


def _note(text: str) -> tuple[str, str]:
    name, _, value = text.partition(": ")
    if name in OWN_NOTES and value.strip() == value != "":
        return _header(("note", name)), value
    return Role.NOTE.value, text


def _header(category: tuple[str, str]) -> str:
    kind, type_ = category
    if kind == "note":
        return f"note:{type_}"
    words = CATEGORIES.get(category, ("",))[0]
    own = words in SIDES or words.startswith("term ")  # which are read as a side, or as of some term
    return words if words and not own else f"{kind}:{type_}"


def _transaction(group: DataCategory) -> Iterator[tuple[str, str]]:
    """A transaction in two cells, if it says what ISO 30042 has it say and no more."""
    transac = next((c for c in group.children if c.kind == "transac"), DataCategory(""))
    by = next((c.text for c in group.children if c.kind == "transacNote"), "")
    on = next((c.text for c in group.children if c.kind == "date"), "")
    if transac.text in _TRANSACTIONS and group == transaction(transac.text, on, by):
        dated, handed = _TRANSACTIONS[transac.text]
        yield dated.value, on
        yield handed.value, by


def transaction(kind: str, on: str, by: str) -> DataCategory:
    """A transaction as ISO 30042 writes it."""
    children = [DataCategory("transac", "transactionType", kind)]
    children += [DataCategory("transacNote", "responsibility", by)] if by else []
    children += [DataCategory("date", "", on)] if on else []
    return DataCategory("transacGrp", children=tuple(children))


def category(kind: str, type_: str, text: str) -> DataCategory:
    """The data category that a cell means."""
    if kind == "note" and type_:
        return DataCategory("note", text=f"{type_}: {text}")
    return DataCategory(kind, type_, text)
