"""Proposals that people have turned down: a table under version control, a line for each name."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from termaccord.formats.reading import Reading
from termaccord.model import Finding, Place, Rejection, Severity, say

FIELDS = ("id", "language", "name", "why", "by", "date")
HEAD = (
    "# Proposals that people have turned down: no build proposes them again. "
    "Delete the lines of one to let it come back."
)
_START = (HEAD, "\t".join(FIELDS))


def parse(data: bytes, name: str) -> Reading[tuple[Rejection, ...]]:
    """Read the table; a line that is no row of it is told and left out."""
    rows: list[tuple[str, ...]] = []
    findings = []
    for number, line in enumerate(_lines(data), 1):
        row = _row(line)
        if row is not None:
            rows.append(row)
        elif not _is_remark(line):
            message = say("this line names no id, language and name between tabs; it is left out")
            findings.append(Finding("F166", message, Place(name, line=number), Severity.WARNING))
    return Reading(tuple(_rejections(rows)), tuple(findings))


def added(data: bytes, new: Iterable[Rejection]) -> bytes:
    """
    The table with more rows, each where its id belongs in the alphabet; all other lines stay as they are.

    What is in the table already is not added again.
    """
    lines = _lines(data) or list(_START)
    for rejection in new:
        known = {row[:3] for line in lines if (row := _row(line))}
        said = (_squeezed(rejection.why), _squeezed(rejection.by), rejection.date)
        rows = [(rejection.concept, language, _squeezed(text), *said) for language, text in rejection.names]
        fresh = ["\t".join(row) for row in rows if row[:3] not in known]
        at = _place(lines, rejection.concept)
        lines[at:at] = fresh
    return _written(lines)


def removed(data: bytes, gone: Sequence[Rejection]) -> bytes:
    """The table without the rows of some rejections."""
    keys = {(one.concept, language, _squeezed(text)) for one in gone for language, text in one.names}
    return _written([line for line in _lines(data) if (row := _row(line)) is None or row[:3] not in keys])


def _place(lines: Sequence[str], concept: str) -> int:
    """Behind the last row whose id is not greater; behind everything at the top where there is none."""
    place = next((i for i, line in enumerate(lines) if _row(line)), len(lines))
    for index, line in enumerate(lines):
        row = _row(line)
        if row is not None and row[0] <= concept:
            place = index + 1
    return place


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig", "replace").splitlines()


def _written(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _is_remark(line: str) -> bool:
    return not line.strip() or line.startswith("#") or line.partition("\t")[0].strip() == FIELDS[0]


def _row(line: str) -> tuple[str, ...] | None:
    cells = [cell.strip() for cell in line.split("\t")]
    if _is_remark(line) or len(cells) < 3 or not all(cells[:3]):
        return None
    return tuple((cells + [""] * len(FIELDS))[: len(FIELDS)])


def _rejections(rows: Iterable[tuple[str, ...]]) -> Iterator[Rejection]:
    for (concept, why, by, date), alike in groupby(rows, key=lambda row: (row[0], *row[3:])):
        yield Rejection(concept, tuple((row[1], row[2]) for row in alike), why, by, date)


def _squeezed(text: str) -> str:
    return " ".join(text.split())
