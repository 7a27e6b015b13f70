"""Rows of a CSV or TSV file or an Excel workbook, each with the line it begins on."""

import csv
import io
import re
import zipfile
from dataclasses import dataclass

from termaccord.formats.reading import Reading
from termaccord.formats.visible.decoding import decode
from termaccord.model import Finding, Place, Severity, say

_DELIMITERS = "\t;,|"
_SAMPLE = 1 << 16
_MAX_UNPACKED = 512 << 20
_LINE_END = re.compile(r"[\r\n]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, stripped of the white space around them."""

    line: int
    """1-based line of the file; in a workbook the row's number."""
    cells: tuple[str, ...]


def read(data: bytes, name: str) -> Reading[tuple[Row, ...]]:
    """Rows with something in them, in file order; an apostrophe that guards against formulas is taken off."""
    if data[:4] == b"PK\x03\x04" or name.lower().endswith((".xlsx", ".xlsm")):
        return _workbook(data, name)
    decoded = decode(data, name)
    rows, findings = _separated(decoded.value, name)
    return Reading(rows, decoded.findings + findings)


def source(data: bytes, name: str) -> str:
    """The decoded file of a CSV or TSV file."""
    return decode(data, name).value


def delimiter(text: str, name: str) -> str:
    """What stands between the cells."""
    return "\t" if name.lower().endswith((".tsv", ".tab")) else _delimiter(text)


def guarded(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) or _is_guarded(cell) else cell


def unguarded(cell: str) -> str:
    """Take the apostrophe off again."""
    return cell[1:] if _is_guarded(cell) else cell


def _is_guarded(cell: str) -> bool:
    rest = cell.lstrip("'")
    return cell.startswith("'") and rest.startswith(_FORMULA)


def _separated(text: str, name: str) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text, name))
    rows: list[Row] = []
    line, last = 1, ""
    try:
        for cells in reader:
            last = cells[-1] if cells else last
            if any(cell.strip() for cell in cells):
                rows.append(Row(line, tuple(unguarded(cell.strip()) for cell in cells)))
            line = reader.line_num + 1
    except csv.Error:
        return tuple(rows), (_open_quote(name, line),)
    if (
        rows and _LINE_END.search(last) and text.endswith(last)
    ):  # a quote that is closed would stand behind it
        return tuple(rows[:-1]), (_open_quote(name, rows[-1].line),)
    return tuple(rows), ()


def _open_quote(name: str, line: int) -> Finding:
    message = say(
        "{file} cannot be read from line {line} on; look for a quote that is never closed",
        file=name,
        line=line,
    )
    return Finding("F140", message, Place(name, line=line), Severity.ERROR)


def _delimiter(text: str) -> str:
    """Choose the delimiter that gives most of the first rows the same number of cells, more than one."""
    sample = text[:_SAMPLE]

    def agreement(delimiter: str) -> tuple[int, int]:
        try:
            widths = [
                len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row
            ]
        except csv.Error:
            return (0, 0)
        wide = [width for width in widths if width > 1]
        common = max(wide, key=lambda width: (wide.count(width), width), default=0)
        return (wide.count(common), common)

    return max(_DELIMITERS, key=agreement)


def _workbook(data: bytes, name: str) -> Reading[tuple[Row, ...]]:
    from openpyxl import load_workbook  # noqa: PLC0415  # takes longer to load than most files to read
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _MAX_UNPACKED:
                message = say("{file} would unpack to more than half a gigabyte and is not read", file=name)
                return Reading((), (Finding("F141", message, Place(name), Severity.ERROR),))
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, SyntaxError):
        message = say("{file} is not a readable Excel workbook; save it again as .xlsx or as CSV", file=name)
        return Reading((), (Finding("F142", message, Place(name), Severity.ERROR),))
    rows: list[Row] = []
    for sheet in book.worksheets[:1]:
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            texts = tuple("" if cell is None else unguarded(str(cell).strip()) for cell in cells)
            if any(texts):
                rows.append(Row(number, texts))
    return Reading(tuple(rows))
