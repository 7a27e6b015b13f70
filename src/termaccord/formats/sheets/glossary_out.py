"""Concepts to the rows of a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from termaccord.model import Concept, DataCategory, LanguageSection, Term


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns the concepts fill: an empty one is not written."""

    names: tuple[str, ...]

    def row(self, cells: dict[str, str]) -> tuple[str, ...]:
        return tuple(cells.get(name, "") for name in self.names)


def rows(concepts: tuple[Concept, ...]) -> list[tuple[str, ...]]:
    """A header row, and for each concept as many rows as its longest language section has terms."""
    filled = [cells for concept in concepts for cells in _cells(concept)]
    present = {name for cells in filled for name, text in cells.items() if text}
    languages = sorted({section.language for concept in concepts for section in concept.languages})
    columns = _Columns(tuple(name for name in _order(languages) if name in present or name == "concept"))
    return [columns.names, *(columns.row(cells) for cells in filled)]


def _order(languages: list[str]) -> Iterator[str]:
    yield from ("concept", "subject")
    for language in languages:
        yield language
        for role in ("status", "part of speech", "term type", "context", "note", "definition"):
            yield f"{language} {role}"
    yield from ("definition", "note")


def _cells(concept: Concept) -> Iterator[dict[str, str]]:
    columns = [_sections(concept.languages, language) for language in _languages(concept)]
    for number, terms in enumerate(zip_longest(*columns)):
        cells = {"concept": concept.id}
        if number == 0:
            cells |= _about(concept)
        for section_and_term in terms:
            if section_and_term:
                cells |= _term(*section_and_term)
        yield cells
    if not columns:
        yield {"concept": concept.id} | _about(concept)


def _languages(concept: Concept) -> list[str]:
    return sorted({section.language for section in concept.languages if section.terms})


def _sections(sections: tuple[LanguageSection, ...], language: str) -> list[tuple[str, Term]]:
    return [
        (language, term) for section in sections if section.language == language for term in section.terms
    ]


def _about(concept: Concept) -> dict[str, str]:
    cells = {"subject": concept.subject_field, "note": _notes(concept.extra)}
    if concept.definition:
        cells["definition"] = concept.definition.text
    for section in concept.languages:
        if section.definition:
            cells[f"{section.language} definition"] = section.definition.text
    return cells


def _term(language: str, term: Term) -> dict[str, str]:
    return {
        language: term.text,
        f"{language} status": term.status.value if term.status else "",
        f"{language} part of speech": term.part_of_speech,
        f"{language} term type": term.term_type,
        f"{language} context": term.contexts[0].text if term.contexts else "",
        f"{language} note": _notes(term.extra),
    }


def _notes(extra: tuple[DataCategory, ...]) -> str:
    return "\n".join(category.text for category in extra if category.kind == "note")
