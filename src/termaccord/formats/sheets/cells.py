"""A row of a table, and a cell as it is meant: trimmed, and without the apostrophe that guards against formulas."""

from dataclasses import dataclass

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old Excel files begin, and new ones with a password."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection), full-width forms included."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, stripped of the white space around them."""

    line: int
    """1-based line of the file; in a workbook the row's number."""
    cells: tuple[str, ...]
    sheet: str = ""
    """Name of the sheet, in a workbook."""
    wide: tuple[tuple[int, int], ...] = ()
    """First and last column, counted from 0, of cells that are merged with those on their right."""
    tall: frozenset[int] = frozenset()
    """Columns in which the cell is merged with the one above."""
    dates: frozenset[int] = frozenset()
    """Columns in which the cell is a date or a time, not a text."""
    is_open: bool = False
    """Whether a quote opens one of the cells and nothing closes it, so that the row may not be whole."""


def clean(cell: str) -> str:
    """A cell as it is meant: without white space and invisible marks around it, and without its guard."""
    return unguarded(cell.strip().strip("\ufeff\u200b\u200e\u200f").strip())


def guarded(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) or is_guarded(cell) else cell


def unguarded(cell: str) -> str:
    """Take the apostrophe off again."""
    return cell[1:] if is_guarded(cell) else cell


def is_guarded(cell: str) -> bool:
    """Whether a text looks as if an apostrophe guarded it."""
    rest = cell.lstrip("'")
    return cell.startswith("'") and rest.startswith(_FORMULA)
