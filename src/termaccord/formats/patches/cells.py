"""CSV and TSV: the text of a cell, quoted where it must be (RFC 4180)."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from termaccord.formats import bilingual
from termaccord.formats.localisation.unit import BilingualUnit
from termaccord.formats.patches.coding import Coding, coding
from termaccord.formats.patches.layout import (
    Address,
    Change,
    Layout,
    Passage,
    RefusedError,
    Stretch,
    spliced,
)
from termaccord.formats.patches.pages import unwritable
from termaccord.formats.patches.units import Texts, texts
from termaccord.formats.sheets import rows
from termaccord.model import Severity, Span, say

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell as it is written."""

    file: Span
    """Its quotes included."""
    row: int
    """1-based line on which its row begins."""
    column: int
    """1-based."""
    quoted: bool


def layout(data: bytes, name: str) -> Layout | None:
    """Lay out a table of two columns; None where it cannot be read whole."""
    reading = bilingual.parse(data, name)
    source = rows.source(data, name)
    code = coding(data, source)
    if code is None or any(finding.severity is Severity.ERROR for finding in reading.findings):
        return None
    found = texts(reading.value)
    sheet = _Sheet(source, found, code, rows.delimiter(source, name))
    return Layout(
        source,
        found.shown,
        sheet.passage,
        lambda changes: code.encode(spliced(source, changes)),
        sheet.written,
        skippable=lambda _: False,
        settled=sheet.settled,
        addressed=found.addressed,
    )


class _Sheet:
    """The cells of a table."""

    def __init__(self, source: str, found: Texts[BilingualUnit], code: Coding, delimiter: str) -> None:
        self._source = source
        self._found = found
        self._code = code
        self._special = re.compile(rf'["\r\n{re.escape(delimiter)}]')
        self._cells = list(_cells(source, delimiter))
        self._starts = [cell.file.start for cell in self._cells]
        self._by_place = {(cell.row, cell.column): cell for cell in self._cells}

    def passage(self, address: Address) -> Passage:
        unit, number = self._found.units[address]
        text = self._found.shown[address][0]
        cell = self._by_place.get((unit.source_line or 0, unit.elements[number]))
        stretches = _stretches(self._source, cell, text) if cell else None
        if stretches is None:
            raise RefusedError(say("“{text}” cannot be found in the file; change it by hand", text=text))
        return Passage(text, stretches)

    def written(self, text: str, where: Stretch) -> str:
        if not self._code.can(text):
            raise unwritable(text, self._code.encoding)
        return text.replace('"', '""') if self._cell(where.file).quoted else text

    def settled(self, changes: Sequence[Change]) -> list[Change]:
        """Put a cell in quotes where what is put in would end it."""
        settled: list[Change] = []
        for cell, group in groupby(changes, key=lambda change: self._cell(change[0])):
            inside = list(group)
            if cell.quoted or not any(self._special.search(new) for _, new in inside):
                settled += inside
                continue
            moved = [(span.shifted(-cell.file.start), new) for span, new in inside]
            whole = spliced(cell.file.of(self._source), moved).replace('"', '""')
            settled.append((cell.file, f'"{whole}"'))
        return settled

    def _cell(self, file: Span) -> _Cell:
        return self._cells[bisect_right(self._starts, file.start) - 1]


def _cells(source: str, delimiter: str) -> Iterator[_Cell]:
    """Every cell in file order, as the csv module reads them."""
    end = re.escape(delimiter)
    cell = re.compile(rf'(?P<quoted>"(?:[^"]|"")*+"?)?[^{end}\r\n]*')
    at, line, row, column = 0, 1, 1, 1
    while at <= len(source):
        match = cell.match(source, at)
        if match is None:
            return
        yield _Cell(Span(at, match.end()), row, column, match["quoted"] is not None)
        line += len(_LINE_END.findall(match[0]))
        at = match.end()
        if source.startswith(delimiter, at):
            at, column = at + 1, column + 1
        elif end_of_line := _LINE_END.match(source, at):
            at, line, column = end_of_line.end(), line + 1, 1
            row = line
        else:
            return


def _stretches(source: str, cell: _Cell, text: str) -> tuple[Stretch, ...] | None:
    """Where the text of a cell stands; None where the cell does not say that."""
    start, end = cell.file.start + cell.quoted, cell.file.end
    written = source[start:end].removesuffix('"') if cell.quoted else source[start:end]
    value = written.replace('""', '"') if cell.quoted else written
    shown = rows.unguarded(value.strip())
    if shown != text:
        return None
    before = len(value) - len(value.lstrip()) + len(value.strip()) - len(shown)
    pairs = list(_pieces(written, start)) if cell.quoted else [Stretch(Span(0, len(value)), Span(start, end))]
    return tuple(cut for piece in pairs if (cut := _cut(piece, Span(before, before + len(shown)))))


def _pieces(written: str, start: int) -> Iterator[Stretch]:
    """A doubled quote is a piece of its own."""
    length = at = 0
    for part in re.finditer(r'""|[^"]+', written):
        text = 1 if part[0] == '""' else len(part[0])
        at = start + part.start()
        yield Stretch(Span(length, length + text), Span(at, at + len(part[0])))
        length += text


def _cut(piece: Stretch, kept: Span) -> Stretch | None:
    text = Span(max(piece.text.start, kept.start), min(piece.text.end, kept.end))
    if text.start >= text.end:
        return None
    moved = text.shifted(-kept.start)
    if text == piece.text:
        return replace(piece, text=moved)
    return Stretch(moved, text.shifted(piece.file.start - piece.text.start))
