"""Glossaries as tables, CSV, TSV and Excel: a row holds the terms of a concept side by side."""

from collections.abc import Iterable, Sequence

from termaccord.formats.reading import Reading
from termaccord.formats.sheets import glossary_in, glossary_out
from termaccord.formats.sheets.rows import read
from termaccord.formats.sheets.understanding.given import given
from termaccord.model import Concept, Glossary

KINDS = ("csv", "tsv", "xlsx")
BYTE_ORDER_MARK = "\ufeff".encode()


def parse(
    data: bytes, name: str, languages: Sequence[str] = (), *, columns: Sequence[str] = (), sheet: str = ""
) -> Reading[Glossary]:
    """
    Read a table of terms.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it.
    languages
        BCP 47 tags of the columns of terms whose headers name no language, first to last;
        of all columns, for a table without a header row.
    columns
        What columns hold, where the header does not say it or there is none:
        each is a list for the first columns, “en,ru,status,note,-”, or says it of one by letter, number or header,
        “C=ru:note”. This goes before what the header says.
    sheet
        Name or number of the only sheet wanted of a workbook; otherwise all that are not hidden.

    Returns
    -------
    The concepts in file order and what was wrong.
    Columns are known by their headers, in English or Russian, in one row or two; one that is not understood is named
    in a finding.
    Rows with the same concept id are one concept, else each row is one.

    Raises
    ------
    UsageError
        When one of `columns` is not understood.

    """
    asked = given(columns)
    reading = read(data, name, sheet)
    if not reading.value and reading.findings:
        return Reading(Glossary(()), reading.findings)
    glossary = glossary_in.glossary(reading.value, name, tuple(languages), asked)
    return Reading(glossary.value, reading.findings + glossary.findings)


def serialize(concepts: Iterable[Concept], kind: str, *, bom: bool = False) -> bytes:
    """
    Write concepts as a table, in the order given.

    Parameters
    ----------
    concepts
        The k-th row of a concept holds the k-th term of each language.
    kind
        One of `KINDS`.
    bom
        Whether CSV and TSV begin with a byte order mark, without which Excel takes them for another encoding.

    Raises
    ------
    ValueError
        When the kind is none of these.

    """
    rows = glossary_out.rows(tuple(concepts))
    if kind == "xlsx":
        from termaccord.formats.sheets.write import workbook  # noqa: PLC0415  # the library loads slowly

        return workbook(rows, "glossary")
    if kind in {"csv", "tsv"}:
        from termaccord.formats.sheets.write import separated  # noqa: PLC0415

        table = separated(rows, "," if kind == "csv" else "\t")
        return BYTE_ORDER_MARK + table if bom else table
    raise ValueError(f"no table of kind {kind}; choose from {', '.join(KINDS)}")
