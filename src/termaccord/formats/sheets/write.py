"""Rows to CSV, TSV and Excel: the same rows give the same bytes, and no cell runs as a formula."""

import csv
import io
import re
import zipfile
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from termaccord.formats.sheets.cells import guarded, is_guarded
from termaccord.formats.sheets.values import escaped

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can hold; Excel shows no other."""
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms)")
_WIDEST = 60


def separated(rows: Sequence[Sequence[str]], delimiter: str) -> bytes:
    """CSV after RFC 4180 with newlines as on Unix, in UTF-8 without a byte order mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def workbook(rows: Sequence[Sequence[str]], title: str) -> bytes:
    """An Excel workbook of one sheet whose first row is bold, stays in sight and filters; every cell is text."""
    book = Workbook(write_only=False)
    sheet = book.active
    if sheet is None:  # a new workbook has a sheet
        raise AssertionError
    sheet.title = title
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            _fill(sheet.cell(number, column), text, header=number == 1)
    widths = [max((len(cell) for cell in column), default=0) for column in zip(*rows, strict=True)]
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = min(width + 2, _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def _fill(cell: Cell | MergedCell, text: str, *, header: bool) -> None:
    cell.value = escaped(f"'{text}" if is_guarded(text) else text) or None
    if cell.value is not None:
        cell.data_type = "s"  # a text that begins with “=” stays a text
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if header:
        cell.font = Font(bold=True)


def _timeless(data: bytes) -> bytes:
    """The same workbook without the time of writing in its parts."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as packed,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as clean,
    ):
        for name in packed.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            content = packed.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", content)
            clean.writestr(part, content)
    return out.getvalue()
