"""Rows of a CSV or TSV file or an Excel workbook, each with the line it begins on."""

from termaccord.formats.reading import Reading
from termaccord.formats.sheets import delimited
from termaccord.formats.sheets.cells import OLE, ZIP, Row, clean, guarded, unguarded
from termaccord.formats.visible.decoding import decode

__all__ = ["Row", "delimiter", "guarded", "read", "source", "unguarded"]


def read(data: bytes, name: str, sheet: str = "") -> Reading[tuple[Row, ...]]:
    """
    Rows with something in them, in file order; an apostrophe that guards against formulas is taken off.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it.
    sheet
        Name or number of the only sheet wanted of a workbook; otherwise all that are not hidden.

    """
    if data[:4] == ZIP or data[:8] == OLE or name.lower().endswith((".xlsx", ".xlsm", ".xls")):
        from termaccord.formats.sheets.workbooks import workbook  # noqa: PLC0415  # the library loads slowly

        return workbook(data, name, sheet)
    decoded = decode(data, name)
    found, findings = delimited.rows(decoded.value, name)
    rows = tuple(Row(line, tuple(map(clean, cells)), is_open=is_open) for line, cells, is_open in found)
    return Reading(tuple(row for row in rows if any(row.cells)), decoded.findings + findings)


def source(data: bytes, name: str) -> str:
    """The decoded text of a CSV or TSV file."""
    return decode(data, name).value


def delimiter(text: str, name: str) -> str:
    """What stands between the cells."""
    return delimited.delimiter(text, name)
