"""Rows of an Excel workbook: what its cells say, which of them are merged, and what cannot be read."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from termaccord.formats.reading import Reading
from termaccord.formats.sheets.cells import OLE, Row, clean
from termaccord.formats.sheets.values import text_of
from termaccord.model import Finding, Message, Place, Severity, say

_Sheet = Any
"""A sheet of a workbook that is only read, of which the library's types say too little."""
_MAX_UNPACKED = 512 << 20
_MAX_RATIO = 200
"""A workbook packs its XML to a tenth; what packs a hundred times better is made to be so."""
_UNSUSPECTED = 16 << 20
_CHUNK = 1 << 20
_LONGEST_RUN = 1 << 21
"""Bytes from one tag to the next."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]+\d+:[A-Z]+\d+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_MOST_MERGED = 100_000
_DATES = (dt.date, dt.time, dt.timedelta)
_UNREADABLE = (
    *(zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, SyntaxError, EOFError),
    *(TypeError, AttributeError, IndexError, NotImplementedError, ParseError, zipfile.zlib.error),  # type: ignore[attr-defined]
)
"""What the library raises where a part is missing, broken or not what it should be."""


def workbook(data: bytes, name: str, wanted: str = "") -> Reading[tuple[Row, ...]]:
    """
    Rows with something in them, sheet after sheet; hidden sheets are left out and named.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it.
    wanted
        Name or number of the only sheet to read, hidden or not.

    """
    refusal = _refusal(data, name)
    if refusal is not None:
        return Reading((), (refusal,))
    try:
        return _Workbook(data, name).rows(wanted)
    except _UNREADABLE:
        message = say("{file} is not a readable Excel workbook; save it again as .xlsx or as CSV", file=name)
        return Reading((), (_error("F142", message, name),))


def _refusal(data: bytes, name: str) -> Finding | None:
    """Why a file is not even opened."""
    if data[:8] == OLE:
        if _ENCRYPTED in data:
            message = say("{file} is protected by a password; save it again without one", file=name)
        else:
            message = say("{file} is an Excel file of before 2007; save it as .xlsx or CSV", file=name)
        return _error("F142", message, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if any(part.filename == "content.xml" for part in parts):
                message = say("{file} is an OpenDocument spreadsheet; save it as .xlsx or CSV", file=name)
                return _error("F142", message, name)
    except _UNREADABLE:
        message = say("{file} is not a readable Excel workbook; save it again as .xlsx or as CSV", file=name)
        return _error("F142", message, name)
    size = sum(part.file_size for part in parts)
    if size > _MAX_UNPACKED or (size > _UNSUSPECTED and size > _MAX_RATIO * len(data)):
        message = say("{file} would unpack to {size} MB and is not read", file=name, size=size >> 20)
        return _error("F141", message, name)
    try:
        monstrous = any(_holds_monster(data, part) for part in parts if part.file_size > _LONGEST_RUN)
    except _UNREADABLE:
        return None  # a part that cannot be unpacked is told where it is read, if it is
    if monstrous:
        message = say("{file} holds a tag or a text of several megabytes and is not read", file=name)
        return _error("F141", message, name)
    return None


def _holds_monster(data: bytes, part: zipfile.ZipInfo) -> bool:
    """Whether so much stands between two tags, or in one, as no cell can hold (32,767 characters)."""
    if not part.filename.lower().endswith((".xml", ".rels")):
        return False
    run = 0
    with zipfile.ZipFile(io.BytesIO(data)) as packed, packed.open(part) as stream:
        while piece := stream.read(_CHUNK):
            found = piece.find(b"<")
            if run + (len(piece) if found < 0 else found) > _LONGEST_RUN:
                return True
            run = run + len(piece) if found < 0 else len(piece) - piece.rfind(b"<")
    return False


def _error(code: str, message: Message, name: str) -> Finding:
    return Finding(code, message, Place(name), Severity.ERROR)


@dataclass(slots=True)
class _Merged:
    """The merged cells of a sheet: first row, last row, first column, last column, counted from 1."""

    wide: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    tall: dict[int, set[int]] = field(default_factory=dict)

    def add(self, reference: str) -> None:
        first, last = reference.split(":")
        (top, left), (bottom, right) = coordinate_to_tuple(first), coordinate_to_tuple(last)
        if right > left and bottom - top < _CHUNK:
            self.wide.setdefault(top, []).append((left - 1, right - 1))
        for row in range(top + 1, min(bottom, top + 1000) + 1):
            self.tall.setdefault(row, set()).add(left - 1)

    def put(self, row: Row) -> Row:
        wide = tuple(sorted(self.wide.get(row.line, ())))
        tall = frozenset(self.tall.get(row.line, ()))
        return replace(row, wide=wide, tall=tall) if wide or tall else row


class _Workbook:
    """A workbook that can be opened."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data = data
        self._name = name
        self._findings: list[Finding] = []
        self._book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)

    def rows(self, wanted: str) -> Reading[tuple[Row, ...]]:
        found: list[Row] = []
        with zipfile.ZipFile(io.BytesIO(self._data)) as packed:
            for sheet in self._sheets(wanted):
                found += self._rows(sheet, packed)
        return Reading(tuple(found), tuple(self._findings))

    def _sheets(self, wanted: str) -> list[_Sheet]:
        sheets = [
            sheet for sheet in self._book.worksheets if hasattr(sheet, "reset_dimensions")
        ]  # a chart has none
        names = [str(sheet.title) for sheet in sheets]
        if wanted:
            number = int(wanted) if wanted.isdecimal() else 0
            if wanted in names:
                return [sheets[names.index(wanted)]]
            if 1 <= number <= len(sheets):
                return [sheets[number - 1]]
            message = say(
                "{file} has no sheet “{sheet}”; its sheets are: {sheets}",
                file=self._name,
                sheet=wanted,
                sheets="; ".join(names),
            )
            self._findings.append(_error("F147", message, self._name))
            return []
        shown = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
        for sheet in sheets:
            if sheet not in shown:
                message = say(
                    "the hidden sheet “{sheet}” is left out; name it with --sheet to read it",
                    sheet=str(sheet.title),
                )
                self._findings.append(Finding("F147", message, Place(self._name)))
        return shown

    def _rows(self, sheet: _Sheet, packed: zipfile.ZipFile) -> Iterator[Row]:
        """Every row of a sheet; what a file says of its size is not believed."""
        merged, has_formulas = _scanned(packed, sheet)
        sheet.reset_dimensions()
        formulas = self._formulas(str(sheet.title)) if has_formulas else iter(())
        for number, cells in enumerate(sheet.iter_rows(), 1):
            written = next(formulas, ())
            texts = tuple(
                self._text(cell, number, at, written, str(sheet.title)) for at, cell in enumerate(cells)
            )
            if any(texts):
                dates = frozenset(at for at, cell in enumerate(cells) if isinstance(cell.value, _DATES))
                yield merged.put(Row(number, texts, str(sheet.title), dates=dates))

    def _formulas(self, title: str) -> Iterator[tuple[object, ...]]:
        """The same rows with formulas instead of their values."""
        sheet: _Sheet = load_workbook(io.BytesIO(self._data), read_only=True)[title]
        sheet.reset_dimensions()
        yield from sheet.iter_rows(values_only=True)

    def _text(self, cell: Any, row: int, at: int, written: tuple[object, ...], sheet: str) -> str:
        value = cell.value
        where = f"{get_column_letter(at + 1)}{row}"
        if value is None:
            formula = written[at] if at < len(written) else None
            if isinstance(formula, str) and formula.startswith("="):
                message = say(
                    "cell {cell} of sheet “{sheet}” holds a formula whose value is not in the file; "
                    "open the file in a spreadsheet and save it",
                    cell=where,
                    sheet=sheet,
                )
                self._findings.append(Finding("F148", message, Place(self._name, line=row, column=at + 1)))
            return ""
        if getattr(cell, "data_type", "") == "e":
            message = say(
                "cell {cell} of sheet “{sheet}” holds the error {error} and is left empty; mend its formula",
                cell=where,
                sheet=sheet,
                error=str(value),
            )
            self._findings.append(Finding("F148", message, Place(self._name, line=row, column=at + 1)))
            return ""
        return clean(text_of(value))


def _scanned(packed: zipfile.ZipFile, sheet: _Sheet) -> tuple[_Merged, bool]:
    """The merged cells of a sheet, which the library passes over, and whether it has formulas."""
    merged, has_formulas, count = _Merged(), False, 0
    rest = b""
    with packed.open(str(sheet._worksheet_path)) as part:  # noqa: SLF001  # the library has no other way to it
        while chunk := part.read(_CHUNK):
            window = rest + chunk
            has_formulas = has_formulas or bool(_FORMULA.search(window))
            kept = 0
            for found in _MERGED.finditer(window):
                kept, count = found.end(), count + 1
                if count <= _MOST_MERGED:
                    merged.add(found[1].decode())
            rest = window[max(kept, len(window) - 200) :]
    return merged, has_formulas
