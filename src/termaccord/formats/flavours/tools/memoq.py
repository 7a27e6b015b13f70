"""
memoQ: one CSV for both directions, whose columns are named as memoQ names them in its own export.

Sources: memoQ documentation, “Term base in CSV format” (WS API, current: Entry_ID, Entry_Subject, Entry_Note, for each
language a definition and then its terms, each with Term_Info and Term_Example), “Term base CSV import settings” (9.0,
the delimiter is found, names in the first row are mapped); files in the field for Term_Info
(“CasePermissive;HalfPrefix”, “NonTerm” for a forbidden term). The program itself does not run here.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from babel import Locale
from babel.core import UnknownLocaleError

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.flavours.glossary.facts import notes
from termaccord.formats.flavours.glossary.languages import REJECTED
from termaccord.formats.flavours.glossary.shape import (
    Direction,
    Entry,
    GlossaryFlavour,
    Grouping,
    Rejected,
    Shown,
)
from termaccord.formats.flavours.glossary.tidying import tidy
from termaccord.model import Glossary, LanguageSection, Term, say

ENTRY = ("Entry_ID", "Entry_Subject", "Entry_Note")
MATCHING = "CasePermissive;HalfPrefix"
"""memoQ's own default: capitals as in the term, endings may differ."""
FORBIDDEN = "NonTerm"
BETWEEN = " | "
BOM = "\ufeff"


def language_name(code: str) -> str:
    """
    A language as memoQ names it in a header.

    >>> language_name("ru"), language_name("en-US")
    ('Russian', 'English_United_States')
    """
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return code
    names = (Locale.parse(locale.language).get_display_name("en"), locale.get_territory_name("en"))
    return "_".join(name for name in names if name).replace(" ", "_")


def writes(entries: tuple[Entry, ...], direction: Direction, header: Glossary) -> bytes:
    """
    As many columns of terms as the entry with most of them wants.

    No cell is guarded against being run as a formula: memoQ would take the apostrophe for a part of the term.
    """
    del header
    widest = [max((len(e.languages[i].terms) for e in entries), default=1) for i in (0, 1)]
    rows = [_names(direction, widest)]
    rows += [_row(number, entry, widest) for number, entry in enumerate(entries, 1)]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return (BOM + out.getvalue()).encode()


def _names(direction: Direction, widest: Sequence[int]) -> list[str]:
    names = list(ENTRY)
    for code, width in zip((direction.source, direction.target), widest, strict=True):
        name = language_name(code)
        names += [f"{name}_Def", *[name, "Term_Info", "Term_Example"] * width]
    return names


def _row(number: int, entry: Entry, widest: Sequence[int]) -> list[str]:
    given = entry.concept
    told = list(notes(given.extra))
    for section in entry.languages:
        told += notes(section.extra)
        told += [text for term in section.terms for text in notes(term.extra)]
    told += [tidy(given.definition.text)] if given.definition else []
    row = [str(number), tidy(given.subject_field), BETWEEN.join(dict.fromkeys(told))]
    for section, width in zip(entry.languages, widest, strict=True):
        row += _cells(section, width)
    return row


def _cells(section: LanguageSection, width: int) -> list[str]:
    cells = [tidy(section.definition.text) if section.definition else ""]
    for term in section.terms:
        info = f"{MATCHING};{FORBIDDEN}" if term.status in REJECTED else MATCHING
        cells += [term.text, info, BETWEEN.join(_examples(term))]
    return cells + [""] * (1 + 3 * width - len(cells))


def _examples(term: Term) -> Iterator[str]:
    yield from (tidy(context.text) for context in term.contexts if tidy(context.text))


def sees(data: bytes, direction: Direction) -> tuple[Shown, ...]:
    """Read the columns by their names; both directions, for a term base has none."""
    header, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    found: list[Shown] = []
    for row in rows:
        found += _shown(header, row, direction)
    return tuple(found)


def _shown(header: list[str], row: list[str], direction: Direction) -> Iterator[Shown]:
    lines: set[str] = {row[1], *row[2].split(BETWEEN)}
    terms: dict[str, list[tuple[str, bool, frozenset[str]]]] = {}
    for index, (name, cell) in enumerate(zip(header, row, strict=True)):
        if name.endswith("_Def"):
            lines.add(cell)
        elif index >= len(ENTRY) and not name.startswith("Term_") and cell:
            forbidden = FORBIDDEN in row[index + 1].split(";")
            terms.setdefault(name, []).append((cell, forbidden, frozenset(row[index + 2].split(BETWEEN))))
    sources = terms.get(language_name(direction.source), [])
    targets = terms.get(language_name(direction.target), [])
    for text, forbidden, own in (*sources, *targets):
        if forbidden:
            yield Shown(text, "", own | lines, text)
    for source, bad_source, own in sources:
        for target, bad_target, beside in targets:
            if not bad_source and not bad_target:
                yield Shown(source, target, frozenset(lines | own | beside))


MEMOQ = GlossaryFlavour(
    Tool.MEMOQ,
    "memoQ",
    ".csv",
    writes,
    sees,
    say("import it into a term base; the first row holds the names of the fields, and the file is in UTF-8"),
    grouping=Grouping.FORMS,
    rejected=Rejected.BESIDE,
    ordered=True,
    identified=False,
    titled=False,
    headed=False,
)
