"""Concepts to the rows of a table: every field that a column can carry, under a header that we read back."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from termaccord.formats.sheets.carried import headed
from termaccord.formats.sheets.words import Role
from termaccord.model import Concept, DataCategory, Description, LanguageSection, Term

_TERM = (Role.STATUS, Role.PART_OF_SPEECH, Role.TERM_TYPE, Role.TERM_ID, Role.CONTEXT, Role.CONTEXT_SOURCE)
_FIRST = (*_TERM, Role.DEFINITION, Role.DEFINITION_SOURCE)
"""The order of the columns of a language; what else it has comes behind, in order of appearance."""
Cells = dict[str, str]
"""Texts by header."""


def rows(concepts: tuple[Concept, ...]) -> list[tuple[str, ...]]:
    """A header row, and for each concept as many rows as its longest language section has terms."""
    filled = [cells for concept in concepts for cells in _rows(concept)]
    headers = _headers(filled, _all_languages(concepts))
    return [headers, *(tuple(cells.get(name, "") for name in headers) for cells in filled)]


def _all_languages(concepts: Iterable[Concept]) -> list[str]:
    """In the order in which the concepts have them; where these do not agree, in order of appearance."""
    after: dict[str, set[str]] = {}
    for concept in concepts:
        before: list[str] = []
        for section in concept.languages:
            after.setdefault(section.language, set()).update(before)
            before.append(section.language)
    order: list[str] = []
    while len(order) < len(after):
        left = [one for one in after if one not in order]
        order.append(next((one for one in left if not (after[one] - {one}) & set(left)), left[0]))
    return order


def _headers(filled: list[Cells], languages: list[str]) -> tuple[str, ...]:
    """The headers of all columns that hold something: the concept's, each language's, the rest of the concept's."""
    present = list(dict.fromkeys(name for cells in filled for name, text in cells.items() if text))
    order: list[str] = [Role.CONCEPT.value, Role.SUBJECT.value]
    for language in languages:
        order += [language, *(f"{language} {role.value}" for role in _FIRST)]
        order += sorted((n for n in present if n.startswith(f"{language} ")), key=_numbered)
    order += [Role.DEFINITION.value, Role.DEFINITION_SOURCE.value, *sorted(present, key=_numbered)]
    wanted = {Role.CONCEPT.value, *present}
    return tuple(name for name in dict.fromkeys(order) if name in wanted)


def _numbered(name: str) -> tuple[int, str, int]:
    """Contexts with their sources first, our own notes, notes; transactions last and in pairs."""
    base, _, number = name.rpartition(" ")
    base, count = (base, int(number)) if number.isdecimal() else (name, 1)
    if base.endswith((Role.CONTEXT.value, Role.CONTEXT_SOURCE.value)):
        return -1, "", 2 * count + base.endswith(Role.CONTEXT_SOURCE.value)
    pair = base.removesuffix(" on").removesuffix(" by")
    if base != pair:
        return 3, pair, count
    return (0 if "note:" in base else 1 if base.endswith(Role.NOTE.value) else 2), base, count


def _rows(concept: Concept) -> Iterator[Cells]:
    columns = [
        _terms(concept.languages, language)
        for language in dict.fromkeys(s.language for s in concept.languages)
    ]
    first = _about(concept)
    for number, terms in enumerate(zip_longest(*columns)):
        cells = {Role.CONCEPT.value: concept.id} | (first if number == 0 else {})
        for one in terms:
            cells |= one or {}
        yield cells
    if not any(columns):
        yield {Role.CONCEPT.value: concept.id} | first


def _terms(sections: tuple[LanguageSection, ...], language: str) -> list[Cells]:
    return [_term(language, term) for s in sections if s.language == language for term in s.terms]


def _about(concept: Concept) -> Cells:
    cells = {Role.SUBJECT.value: concept.subject_field}
    cells |= _described("", Role.DEFINITION, Role.DEFINITION_SOURCE, [concept.definition])
    cells |= _extra("", concept.extra)
    for section in concept.languages:
        of = f"{section.language} "
        cells |= _described(of, Role.DEFINITION, Role.DEFINITION_SOURCE, [section.definition])
        cells |= _extra(f"{of}language ", section.extra)
    return cells


def _term(language: str, term: Term) -> Cells:
    of = f"{language} "
    return {
        language: term.text,
        f"{of}{Role.STATUS.value}": term.status.value if term.status else term.status_as_written,
        f"{of}{Role.PART_OF_SPEECH.value}": term.part_of_speech,
        f"{of}{Role.TERM_TYPE.value}": term.term_type,
        f"{of}{Role.TERM_ID.value}": term.id,
        **_described(of, Role.CONTEXT, Role.CONTEXT_SOURCE, term.contexts),
        **_extra(of, term.extra),
    }


def _described(of: str, text: Role, source: Role, said: Iterable[Description | None]) -> Cells:
    """Definitions or contexts, each with its source beside it."""
    cells = {}
    for number, one in enumerate(said, 1):
        if one is not None:
            cells[_counted(f"{of}{text.value}", number)] = one.text
            cells[_counted(f"{of}{source.value}", number)] = one.source
    return cells


def _extra(of: str, extra: tuple[DataCategory, ...]) -> Cells:
    cells: Cells = {}
    seen = Counter[str]()
    for name, text in headed(extra):
        seen[name] += 1
        cells[_counted(f"{of}{name}", seen[name])] = text
    return cells


def _counted(name: str, number: int) -> str:
    return f"{name} {number}" if number > 1 else name
