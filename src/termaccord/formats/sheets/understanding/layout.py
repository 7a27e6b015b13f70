"""Where the header of a table is, in one row or two, and what its columns hold."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from termaccord.formats.sheets.cells import Row
from termaccord.formats.sheets.headers import Column, Role, column, columns, is_header, names_columns
from termaccord.formats.sheets.understanding.given import Given

_WITHIN = 15
"""A title and remarks may stand above the header."""
OWN = Role.CONCEPT.value
"""How the header of our own tables begins."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a table hold, and the rows below its header."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header: Row | None = None
    """The texts of the header, of two rows joined to one; None where the table has none."""

    @property
    def ours(self) -> bool:
        """Whether we have written it, so that a semicolon in a cell parts nothing."""
        return self.header is not None and self.header.cells[0] == OWN


def layout(rows: tuple[Row, ...], languages: Sequence[str], asked: Given) -> Layout | None:
    """
    Find the header of a table, or take what the user says of its columns; None where neither says anything.

    Parameters
    ----------
    rows
        Of one sheet.
    languages
        BCP 47 tags of the columns of terms whose header names none, from the left.
    asked
        What the user says of columns; it goes before what the header says.

    """
    found = _found(rows, asked)
    if found is not None:
        return Layout(_spoken(found.columns, languages), found.rows, found.header)
    if asked:
        below = rows[1:] if rows and _names_something(rows[0]) else rows
        return Layout(asked.over((), ()), below, rows[0] if below is not rows else None)
    return Layout(tuple(Column(Role.TERM, one) for one in languages), rows) if languages else None


def _found(rows: tuple[Row, ...], asked: Given) -> Layout | None:
    for at, row in enumerate(rows[:_WITHIN]):
        joined = _joined(row, rows[at + 1]) if at + 1 < len(rows) else None
        if joined is not None:
            return Layout(asked.over(columns(joined.cells), joined.cells), rows[at + 2 :], joined)
        read = columns(row.cells)
        if _is_header(row, read) or asked.header_in(row.cells):
            return Layout(asked.over(read, row.cells), rows[at + 1 :], row)
    return None


def _is_header(row: Row, read: tuple[Column, ...]) -> bool:
    filled = tuple(one for one, cell in zip(read, row.cells, strict=True) if cell)
    if len(filled) == 1:  # the only language of a list, by its full name
        return (
            filled[0].role is Role.TERM and bool(filled[0].language) and len("".join(row.cells)) > len("eng")
        )
    return is_header(row.cells) or names_columns(filled)


def _names_something(row: Row) -> bool:
    """Whether one cell of a row is a word for what a column holds, which is enough where columns are said."""
    return any(column(cell) != Column(Role.OTHER) and len(cell) > len("eng") for cell in row.cells if cell)


def _joined(upper: Row, lower: Row) -> Row | None:
    """
    Two rows as one header: languages over what is said in each.

    The upper row has gaps, where a language goes on, and the lower one says in each cell what it holds.
    """
    width = max(len(upper.cells), len(lower.cells))
    top, bottom = _filled(upper, width), [*lower.cells, *[""] * (width - len(lower.cells))]
    below = [column(cell) for cell in bottom if cell]
    terms = [one for one in below if one.role is Role.TERM and not one.language]
    if not terms or any(one.role is Role.OTHER or one.language for one in below):
        return None
    texts = []
    for over, under in zip(top, bottom, strict=True):
        said = column(over)
        is_language = said.role is Role.TERM and bool(said.language)
        texts.append(f"{over} {under}".strip() if is_language or not under else under)
    named = [one for one in map(column, texts) if one.role is Role.TERM and one.language]
    gaps = any(under and not over for over, under in zip([*upper.cells, *[""] * width], bottom, strict=False))
    return replace(lower, cells=tuple(texts)) if named and gaps else None


def _filled(upper: Row, width: int) -> list[str]:
    """The upper row with each language repeated over the columns that it spans."""
    cells = [*upper.cells, *[""] * (width - len(upper.cells))]
    spans = {at for first, last in upper.wide for at in range(first + 1, last + 1)}
    for at in range(1, width):
        if not cells[at] and (at in spans or not upper.wide) and column(cells[at - 1]).language:
            cells[at] = cells[at - 1]
    return cells


def _spoken(read: tuple[Column, ...], languages: Sequence[str]) -> tuple[Column, ...]:
    """Give columns of terms that name no language those that the user says, source and target first and second."""
    if any(one.role is Role.LANGUAGE for one in read):
        return read
    left = [tag for tag in languages if tag not in {one.language for one in read}]
    sides: dict[str, str] = {}
    for one in read:
        if one.role is Role.TERM and not one.language and one.side not in sides and left:
            sides[one.side] = left.pop(-1 if one.side == "target" and len(left) > 1 else 0)
    return tuple(
        replace(one, language=sides.get(one.side, ""), side="")
        if not one.language and one.side in sides and (one.side or one.role is Role.TERM)
        else one
        for one in read
    )


def nameless(read: Sequence[Column]) -> tuple[int, ...]:
    """Columns of terms of which nothing says the language, counted from 1."""
    if any(one.role is Role.LANGUAGE for one in read):
        return ()
    return tuple(n for n, one in enumerate(read, 1) if one.role is Role.TERM and not one.language)
