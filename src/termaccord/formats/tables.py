"""Glossaries as tables, CSV, TSV and Excel: a row holds the terms of a concept side by side."""

from collections.abc import Iterable, Sequence

from termaccord.formats.reading import Reading
from termaccord.formats.sheets import glossary_in, glossary_out
from termaccord.formats.sheets.rows import read
from termaccord.formats.sheets.write import separated, workbook
from termaccord.model import Concept, Glossary

KINDS = ("csv", "tsv", "xlsx")


def parse(data: bytes, name: str, languages: Sequence[str] = ()) -> Reading[Glossary]:
    """
    Read a table of terms.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it.
    languages
        BCP 47 tags of the columns, first to last, for a table without a header row.

    Returns
    -------
    The concepts in file order and what was wrong.
    Columns are known by their headers, in English or Russian; one that is not understood is named in a finding.
    Rows with the same concept id are one concept, else each row is one.

    """
    reading = read(data, name)
    if not reading.value and reading.findings:
        return Reading(Glossary(()), reading.findings)
    glossary = glossary_in.glossary(reading.value, name, tuple(languages))
    return Reading(glossary.value, reading.findings + glossary.findings)


def serialize(concepts: Iterable[Concept], kind: str) -> bytes:
    """
    Write concepts as a table, in the order given.

    Parameters
    ----------
    concepts
        The k-th row of a concept holds the k-th term of each language.
    kind
        One of `KINDS`.

    Raises
    ------
    ValueError
        When the kind is none of these.

    """
    rows = glossary_out.rows(tuple(concepts))
    if kind == "xlsx":
        return workbook(rows, "glossary")
    if kind in {"csv", "tsv"}:
        return separated(rows, "," if kind == "csv" else "\t")
    raise ValueError(f"no table of kind {kind}; choose from {', '.join(KINDS)}")
