"""The rows of a table to concepts."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby

from termaccord.formats.localisation.languages import tag
from termaccord.formats.reading import Reading
from termaccord.formats.sheets.headers import Column, Role, columns, is_header
from termaccord.formats.sheets.rows import Row
from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Finding,
    Glossary,
    LanguageSection,
    Place,
    Severity,
    Status,
    Term,
    say,
)

_HEADER_WITHIN = 10
"""A title and remarks may stand above the header."""
_SYNONYMS = re.compile(r"\s*(?:[;\n]| \| )\s*")

STATUS_WORDS: dict[Status, tuple[str, ...]] = {
    Status.PREFERRED: ("preferred", "preferred term", "предпочтительный", "рекомендуемый", "основной"),
    Status.ADMITTED: ("admitted", "admitted term", "allowed", "допустимый", "допускается", "разрешённый"),
    Status.DEPRECATED: (
        "deprecated",
        "deprecated term",
        "not recommended",
        "нерекомендуемый",
        "нежелательный",
    ),
    Status.SUPERSEDED: ("superseded", "superseded term", "obsolete", "устаревший", "заменён"),
    Status.FORBIDDEN: ("forbidden", "prohibited", "banned", "запрещённый", "запрещено"),
}
"""Values of ISO 30042's administrative status, and what spreadsheets write for them."""


@dataclass(slots=True)
class _Draft:
    """A concept in the making."""

    subject: str = ""
    definition: str = ""
    notes: list[str] = field(default_factory=list)
    definitions: dict[str, str] = field(default_factory=dict)
    terms: dict[str, list[Term]] = field(default_factory=lambda: defaultdict(list))

    def concept(self, identifier: str) -> Concept:
        sections = tuple(
            LanguageSection(language, tuple(terms), _description(self.definitions.get(language, "")))
            for language, terms in self.terms.items()
            if terms
        )
        notes = tuple(DataCategory("note", text=note) for note in self.notes)
        return Concept(identifier, sections, self.subject, _description(self.definition), notes)


@dataclass(frozen=True, slots=True)
class _Cell:
    column: Column
    text: str


def glossary(rows: tuple[Row, ...], name: str, languages: tuple[str, ...]) -> Reading[Glossary]:
    """Read rows below their header row; without one, `languages` says what the columns hold."""
    at = next((n for n, row in enumerate(rows[:_HEADER_WITHIN]) if is_header(row.cells)), None)
    if at is None and not languages:
        if not rows:
            return Reading(Glossary(()), (_finding("F143", say("{file} holds no rows", file=name), name, 1),))
        message = say(
            "no row of {file} names its columns; write a language above each column of terms", file=name
        )
        return Reading(Glossary(()), (_finding("F144", message, name, rows[0].line),))
    header = columns(rows[at].cells) if at is not None else tuple(Column(Role.TERM, one) for one in languages)
    body = rows[at + 1 :] if at is not None else rows
    findings = list(_not_understood(header, rows[at], name)) if at is not None else []
    concepts = tuple(_concepts(body, header, name, findings))
    return Reading(Glossary(concepts), tuple(findings))


def _not_understood(header: tuple[Column, ...], row: Row, name: str) -> list[Finding]:
    return [
        Finding(
            "F145",
            say(
                "the column “{column}” is not understood and is left out; rename it or leave it", column=cell
            ),
            Place(name, line=row.line, column=number),
        )
        for number, (column, cell) in enumerate(zip(header, row.cells, strict=True), 1)
        if column.role is Role.OTHER and cell
    ]


def _concepts(
    rows: tuple[Row, ...], header: tuple[Column, ...], name: str, findings: list[Finding]
) -> list[Concept]:
    has_ids = any(column.role is Role.CONCEPT for column in header)
    concepts = []
    for identifier, group in groupby(rows, key=lambda row: _identifier(row, header)):
        draft = _Draft()
        for row in group:
            cells = [_Cell(column, text) for column, text in zip(header, row.cells, strict=False) if text]
            _add(draft, cells, findings, Place(name, identifier, line=row.line), split=not has_ids)
        concepts.append(draft.concept(identifier))
    return concepts


def _identifier(row: Row, header: tuple[Column, ...]) -> str:
    for column, text in zip(header, row.cells, strict=False):
        if column.role is Role.CONCEPT and text:
            return text
    return f"row-{row.line}"


def _add(draft: _Draft, cells: list[_Cell], findings: list[Finding], place: Place, *, split: bool) -> None:
    spoken = {cell.column.side: tag(cell.text) for cell in cells if cell.column.role is Role.LANGUAGE}
    said: dict[str, dict[Role, str]] = {}
    for cell in cells:
        language = cell.column.language or spoken.get(cell.column.side, "")
        if language or cell.column.role is Role.TERM:
            said.setdefault(language or "und", {})[cell.column.role] = cell.text
    for language, about in said.items():
        texts = _texts(about, split=split)
        draft.terms[language].extend(_term(text, about, findings, place) for text in texts)
    for cell in cells:
        if not cell.column.language:
            _describe(draft, cell, row_of_one_term=bool(spoken.get("")))
        elif cell.column.role is Role.DEFINITION:
            draft.definitions[cell.column.language] = cell.text


def _describe(draft: _Draft, cell: _Cell, *, row_of_one_term: bool) -> None:
    """What a row says of the concept; the note of a row of one term is that term's."""
    if cell.column.role is Role.SUBJECT:
        draft.subject = cell.text
    elif cell.column.role is Role.DEFINITION:
        draft.definition = cell.text
    elif cell.column.role is Role.NOTE and not row_of_one_term:
        draft.notes.append(cell.text)


def _texts(said: dict[Role, str], *, split: bool) -> list[str]:
    written = said.get(Role.TERM, "")
    texts = _SYNONYMS.split(written) if split else [written]
    for role in (Role.ABBREVIATION, Role.VARIANTS):
        texts += _SYNONYMS.split(said.get(role, ""))
    return list(dict.fromkeys(text for text in texts if text))


def _term(text: str, said: dict[Role, str], findings: list[Finding], place: Place) -> Term:
    written = said.get(Role.STATUS, "")
    status = _status(written)
    if written and status is None:
        message = say(
            "“{status}” is no status of a term; write preferred, admitted or deprecated", status=written
        )
        findings.append(Finding("F146", message, place))
    abbreviated = text in _SYNONYMS.split(said.get(Role.ABBREVIATION, ""))
    return Term(
        text,
        status,
        said.get(Role.PART_OF_SPEECH, ""),
        said.get(Role.TERM_TYPE, "abbreviation" if abbreviated else ""),
        tuple(filter(None, [_description(said.get(Role.CONTEXT, ""))])),
        tuple(DataCategory("note", text=said[role]) for role in (Role.NOTE,) if role in said),
        status_as_written=written if status is None else "",
    )


def _status(written: str) -> Status | None:
    word = written.strip().casefold().replace("ё", "е")
    for status, words in STATUS_WORDS.items():
        if word in {one.replace("ё", "е") for one in words}:
            return status
    return None


def _description(text: str) -> Description | None:
    return Description(text) if text else None


def _finding(code: str, message: str, name: str, line: int) -> Finding:
    return Finding(code, message, Place(name, line=line), Severity.ERROR)
