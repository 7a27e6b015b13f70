"""Two columns of a CSV or TSV file, source and target, as a bilingual file."""

from termaccord.formats.localisation.languages import from_name, tag
from termaccord.formats.localisation.unit import BilingualUnit, Half, State, bilingual
from termaccord.formats.reading import Reading
from termaccord.formats.sheets.headers import Column, Role, columns, is_header
from termaccord.formats.sheets.rows import Row, read
from termaccord.formats.suppressions import is_asked
from termaccord.model import Finding, Place, Severity, say

_COLUMNS = ("termaccord", "ignore")
"""Headers of the column that silences rules."""
_EVERYTHING = ("ignore", "all", "yes", "x", "+", "1", "да")


def parse(data: bytes, name: str) -> Reading[tuple[BilingualUnit, ...]]:
    """
    A unit a row; the first two columns of text are the source and the target.

    Languages come from the header, else the target's from the name of the file.
    A row in which a quote is left open is no unit, since it may not be whole.
    """
    reading = read(data, name)
    rows = [row for row in reading.value if not row.is_open]
    named = rows.pop(0).cells if rows and is_header(rows[0].cells) else ()
    header = columns(named)
    asking = next((n for n, cell in enumerate(named) if cell.casefold() in _COLUMNS), None)
    at, languages = _sides(header, name)
    findings = list(reading.findings)
    if rows and not any(max(at) < len(row.cells) for row in rows):
        message = say("{file} has no second column; put each translation beside its source", file=name)
        return Reading((), (*findings, Finding("F127", message, Place(name, line=1), Severity.ERROR)))
    units: list[BilingualUnit] = []
    for row in rows:
        if max(at) >= len(row.cells):
            message = say("the row has no second column; put the translation beside its source")
            findings.append(Finding("F127", message, Place(name, line=row.line), Severity.ERROR))
            continue
        units.append(_unit(row, at, languages, header, _asked(row, asking)))
    return Reading(tuple(units), tuple(findings))


def _sides(header: tuple[Column, ...], name: str) -> tuple[tuple[int, int], tuple[str, str]]:
    texts = [(n, column) for n, column in enumerate(header) if column.role is Role.TERM]
    if len(texts) < 2:
        return (0, 1), ("und", from_name(name) or "und")
    sides = sorted(texts[:2], key=lambda text: text[1].side == "target")
    (first, source), (second, target) = sides
    return (first, second), (source.language or "und", target.language or from_name(name) or "und")


def _asked(row: Row, at: int | None) -> tuple[str, ...]:
    """What the column for it says about checking this row, as a note."""
    said = row.cells[at].strip() if at is not None and at < len(row.cells) else ""
    if not said:
        return ()
    codes = "" if said.casefold() in _EVERYTHING else said
    return (said if is_asked(said) else f"termaccord: ignore {codes}".strip(),)


def _unit(
    row: Row,
    at: tuple[int, int],
    languages: tuple[str, str],
    header: tuple[Column, ...],
    notes: tuple[str, ...],
) -> BilingualUnit:
    source, target = row.cells[at[0]], row.cells[at[1]]
    said = {(column.role, column.side): cell for column, cell in zip(header, row.cells, strict=False)}
    spoken = [tag(said.get((Role.LANGUAGE, side), "")) for side in ("source", "target")]
    return bilingual(
        said.get((Role.CONCEPT, "")) or str(row.line),
        Half(spoken[0] or languages[0], (source,), row.line, at[0] + 1),
        Half(spoken[1] or languages[1], (target,) if target else (), row.line, at[1] + 1),
        State.TRANSLATED if target else State.UNTRANSLATED,
        notes=notes,
    )
