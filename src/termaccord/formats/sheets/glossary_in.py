"""The rows of a table to concepts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from termaccord.formats.localisation.languages import tag
from termaccord.formats.reading import Reading
from termaccord.formats.sheets.cells import Row
from termaccord.formats.sheets.headers import Column, Role
from termaccord.formats.sheets.tongues import language as language_named
from termaccord.formats.sheets.understanding.draft import Draft
from termaccord.formats.sheets.understanding.given import Given
from termaccord.formats.sheets.understanding.layout import Layout, layout, nameless
from termaccord.formats.sheets.understanding.said import Sorted, grouped, is_yes, status_of
from termaccord.model import Concept, Finding, Glossary, Message, Place, Severity, say

_NOTHING = Given()
_TEXTS = frozenset({Role.TERM, Role.VARIANTS, Role.ABBREVIATION})


def glossary(
    rows: tuple[Row, ...], name: str, languages: Sequence[str] = (), asked: Given = _NOTHING
) -> Reading[Glossary]:
    """Read the rows of a table, or of each sheet of a workbook, below their header; see `tables.parse`."""
    if not rows:
        message = say("{file} holds no rows", file=name)
        return Reading(Glossary(()), (_finding("F143", message, name, 1),))
    sheets = [tuple(group) for _, group in groupby(rows, key=lambda row: row.sheet)]
    found = [(sheet, layout(sheet, languages, asked)) for sheet in sheets]
    reader = _Reader(name)
    if not any(laid for _, laid in found):
        message = say(
            "no row of {file} names its columns; write a language above each column of terms, "
            "or say with --columns what they hold",
            file=name,
        )
        return Reading(Glossary(()), (_finding("F144", message, name, rows[0].line),))
    for number, (sheet, laid) in enumerate(found, 1):
        if laid is None:
            message = say(
                "the sheet “{sheet}” names no columns of terms and is left out", sheet=sheet[0].sheet
            )
            reader.findings.append(Finding("F144", message, Place(name, line=sheet[0].line)))
        else:
            reader.read(laid, f"sheet-{number}-" if number > 1 else "")
    return Reading(Glossary(tuple(reader.concepts())), tuple(reader.findings))


@dataclass(slots=True)
class _Reader:
    """Reads one table after the other."""

    name: str
    findings: list[Finding] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    taken: dict[str, int] = field(default_factory=dict)
    """The number that an id which several concepts want has come to."""

    def read(self, laid: Layout, prefix: str) -> None:
        """Read the rows of a table; ids that rows are given begin with `prefix`."""
        read = laid.columns
        self._tell_unknown(laid)
        if any(one.role is Role.TERM and (one.language or one.side or _has_languages(read)) for one in read):
            self._rows(laid, read, prefix)

    def _tell_unknown(self, laid: Layout) -> None:
        header = laid.header
        line = header.line if header else 1
        for number in nameless(laid.columns):
            text = header.cells[number - 1] if header else str(number)
            message = say(
                "nothing says the language of the column “{column}”, which is left out; "
                "name it in the header or with --columns",
                column=text,
            )
            place = Place(self.name, line=line, column=number)
            self.findings.append(Finding("F149", message, place, Severity.ERROR))
        for number, (column, cell) in enumerate(
            zip(laid.columns, header.cells if header else (), strict=False), 1
        ):
            if column.role is Role.OTHER and cell:
                message = say(
                    "the column “{column}” is not understood and is left out; rename it or leave it",
                    column=cell,
                )
                self.findings.append(Finding("F145", message, Place(self.name, line=line, column=number)))

    def _rows(self, laid: Layout, read: tuple[Column, ...], prefix: str) -> None:
        left_out = {n - 1 for n in nameless(read)}
        known: dict[str, Draft] = {}
        draft: Draft | None = None
        for row in laid.rows:
            if self._is_heading(row, read):
                continue
            self._tell(row, laid)
            cells = [
                (column, text)
                for at, (column, text) in enumerate(zip(read, row.cells, strict=False))
                if text and at not in left_out and column.role not in {Role.IGNORED, Role.OTHER}
            ]
            said = grouped(cells, self._spoken(cells, row))
            if not said.terms and not said.concept.cells and not said.languages:
                continue
            draft = self._draft(row, said, (read, draft, known), prefix=prefix, ours=laid.ours)
            draft.add(said)

    def _draft(
        self,
        row: Row,
        said: Sorted,
        before: tuple[tuple[Column, ...], Draft | None, dict[str, Draft]],
        *,
        prefix: str,
        ours: bool,
    ) -> Draft:
        """The concept that a row speaks of: that of its id, that of the row above, or a new one."""
        read, last, known = before
        own = said.concept.cells.pop(
            next((c for c in said.concept.cells if c.role is Role.CONCEPT), read[0]), ""
        )
        if last is not None and _goes_on(row, read, said, own, last):
            return last
        held = known.get(own)
        if own and held is not None and (held is last or ours or _same(held, said)):
            return held
        draft = Draft(self._free(own or f"{prefix}row-{row.line}", row, told=bool(own)), exact=ours)
        if own:
            known[own] = draft
        self.drafts.append(draft)
        return draft

    def _free(self, wanted: str, row: Row, *, told: bool) -> str:
        """An id that no other concept has."""
        found, number = wanted, self.taken.get(wanted, 2)
        while found in self.used:
            found, number = f"{wanted}-{number}", number + 1
        self.taken[wanted] = number
        self.used.add(found)
        if told and found != wanted:
            message = say(
                "the id “{id}” stands for another concept above; here it is read as “{other}”",
                id=wanted,
                other=found,
            )
            self.findings.append(Finding("F156", message, Place(self.name, wanted, line=row.line)))
        return found

    def _spoken(self, cells: Sequence[tuple[Column, str]], row: Row) -> dict[str, str]:
        """The language that a row names for each side; for its only side where it names one term."""
        found = {}
        for column, text in cells:
            if column.role is Role.LANGUAGE:
                found[column.side] = tag(text) or language_named(text.casefold())
                if not found[column.side]:
                    message = say("“{language}” names no language; write a tag such as en", language=text)
                    place = Place(self.name, line=row.line)
                    self.findings.append(Finding("F149", message, place, Severity.ERROR))
        return found

    def _is_heading(self, row: Row, read: Sequence[Column]) -> bool:
        """Whether one cell goes over several columns of terms: a heading between the rows."""
        places = [at for at, one in enumerate(read) if one.role is Role.TERM]
        over = any(sum(first <= at <= last for at in places) > 1 for first, last in row.wide)
        if over:
            message = say(
                "“{text}” is one cell over several columns, and is taken for a heading and left out",
                text=next(cell for cell in row.cells if cell),
            )
            self.findings.append(Finding("F158", message, Place(self.name, line=row.line)))
        return over

    def _tell(self, row: Row, laid: Layout) -> None:
        """What is wrong with a row."""
        width = len(laid.columns)
        if any(row.cells[width:]):
            self._warn(
                "F155",
                say(
                    "the row has more cells than there are columns; put quotes around a text that holds what parts them"
                ),
                row,
            )
        for column, text in zip(laid.columns, row.cells, strict=False):
            if column.role is Role.STATUS and text and status_of(text) is None and not is_yes(text):
                message = say(
                    "“{status}” is no status of a term; write preferred, admitted or deprecated", status=text
                )
                self._warn("F146", message, row)
        for at in sorted(row.dates):
            if at < width and laid.columns[at].role in _TEXTS:
                message = say(
                    "“{text}” is a date, not a text, in the spreadsheet; write the term anew as a text",
                    text=row.cells[at],
                )
                self._warn("F157", message, row)

    def _warn(self, code: str, message: Message, row: Row) -> None:
        self.findings.append(Finding(code, message, Place(self.name, line=row.line)))

    def concepts(self) -> Iterator[Concept]:
        return (draft.concept() for draft in self.drafts)


def _has_languages(read: Sequence[Column]) -> bool:
    return any(one.role is Role.LANGUAGE for one in read)


def _goes_on(row: Row, read: Sequence[Column], said: Sorted, own: str, last: Draft) -> bool:
    """
    Whether a row speaks of the concept of the row above.

    It does where a cell of terms or ids is merged with the one above, and where the table has ids, this row has none
    and lacks a language that the concept has already.
    """
    if any(at < len(read) and read[at].role in {Role.TERM, Role.CONCEPT} for at in row.tall):
        return not own or own == last.id
    if own or not any(one.role is Role.CONCEPT for one in read):
        return False
    here = {language for language, _ in said.terms}
    columns = {one.language for one in read if one.role is Role.TERM and one.language}
    return bool(here) and any(one in last.sections and one not in here for one in columns)


def _same(held: Draft, said: Sorted) -> bool:
    """Whether a row with the id of a concept further above speaks of it: it shares a term, or no language."""
    texts = {(language, about.of(Role.TERM)) for (language, _), about in said.terms.items()}
    languages = {language for language, _ in texts}
    shared = any(
        (lang, term.text) in texts for lang, section in held.sections.items() for term in section.terms
    )
    return shared or not languages & set(held.sections)


def _finding(code: str, message: Message, name: str, line: int) -> Finding:
    return Finding(code, message, Place(name, line=line), Severity.ERROR)
