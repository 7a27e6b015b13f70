"""CSV and TSV after RFC 4180, as it is kept in the field: which mark stands between the cells, and the cells."""

import re
from collections.abc import Iterator
from functools import cache

from termaccord.model import Finding, Place, Severity, say

_DELIMITERS = "\t;,|"
_SAMPLE = 1 << 16
_SAMPLE_ROWS = 200
_DECLARED = re.compile(r"sep=([^\r\n])\s*(?:\r\n|\r|\n|$)", re.IGNORECASE)
"""What Excel writes above a table to say what stands between its cells."""
_LINE_END = re.compile(r"\r\n|\r|\n")

_WIDEST = 16_384
"""Columns that Excel has at most (Excel specifications and limits); a row with more is no row of a table."""

Found = tuple[int, tuple[str, ...], bool]
"""1-based line on which a row begins, its cells, and whether a quote is left open in it."""


def rows(text: str, name: str) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """
    Every row of a file, and what was wrong.

    A cell is quoted where a quote opens it and one closes it before the next delimiter;
    any other quote is text, so that `"Dawn" exercise` keeps its marks.
    A file with a row of more columns than a spreadsheet has is not read.
    """
    mark = delimiter(text, name)
    opening = _DECLARED.match(text)
    start = opening.end() if opening else 0
    found: list[Found] = []
    unclosed = 0
    line = len(_LINE_END.findall(text, 0, start)) + 1
    for at, cells, is_open in _rows(text, mark, start, line):
        if len(cells) > _WIDEST:
            return (), (_too_wide(name, at, len(cells)),)
        found.append((at, cells, is_open))
        unclosed = unclosed or (at if is_open else 0)
    return tuple(found), (_unclosed(name, unclosed),) if unclosed else ()


def _unclosed(name: str, line: int) -> Finding:
    message = say(
        "a quote that opens a cell in line {line} of {file} is never closed; close it or take it out",
        file=name,
        line=line,
    )
    return Finding("F140", message, Place(name, line=line), Severity.ERROR)


def _too_wide(name: str, line: int, width: int) -> Finding:
    message = say(
        "line {line} of {file} has {width} columns, and a table has {most} at most; check that it is a table",
        line=line,
        file=name,
        width=width,
        most=_WIDEST,
    )
    return Finding("F159", message, Place(name, line=line), Severity.ERROR)


@cache
def _cell(mark: str) -> re.Pattern[str]:
    end = re.escape(mark)
    return re.compile(
        rf' *"((?:[^"]|"")*+)" *(?={end}|[\r\n]|\Z)|([^{end}\r\n]*)',
    )


def _rows(text: str, mark: str, at: int, line: int) -> Iterator[Found]:
    """Every row from `at` on."""
    cell = _cell(mark)
    cells: list[str] = []
    start, is_open = line, False
    while at < len(text) or cells:
        match = cell.match(text, at)
        if match is None:  # every place has a cell, though it be empty
            raise AssertionError
        quoted, plain = match.groups()
        if quoted is None:
            cells.append(plain)
            is_open = is_open or (plain.lstrip(" ").startswith('"') and plain.count('"') == 1)
        else:
            cells.append(quoted.replace('""', '"') if '""' in quoted else quoted)
            line += len(_LINE_END.findall(quoted)) if "\n" in quoted or "\r" in quoted else 0
        at = match.end()
        if text.startswith(mark, at):
            at += 1
            if at < len(text):
                continue
            cells.append("")
        yield start, tuple(cells), is_open
        end = _LINE_END.match(text, at)
        at = end.end() if end else len(text)
        line += 1
        cells, start, is_open = [], line, False


def delimiter(text: str, name: str) -> str:
    """
    What stands between the cells: what the file says, a tab where its name does, else the likeliest.

    The likeliest is the one that gives most of the first rows the same number of cells, more than one.
    """
    if declared := _DECLARED.match(text):
        return declared[1]
    if name.lower().endswith((".tsv", ".tab")) and "\t" in text[:_SAMPLE]:
        return "\t"
    return max(_DELIMITERS, key=lambda mark: _agreement(text[:_SAMPLE], mark))


def _agreement(sample: str, mark: str) -> tuple[int, int]:
    """How many rows agree on a number of cells, and that number."""
    if mark not in sample:
        return (0, 0)
    widths = []
    for _, cells, _ in _rows(sample, mark, 0, 1):
        if any(cells):
            widths.append(len(cells))
        if len(widths) == _SAMPLE_ROWS:
            break
    wide = [width for width in widths if width > 1]
    common = max(set(wide), key=lambda width: (wide.count(width), width), default=0)
    return (wide.count(common), common)
