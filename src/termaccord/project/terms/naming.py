"""Which concept, and which of its terms, a person means."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from termaccord.model import Concept, Message, Status, Term, say
from termaccord.project.errors import UsageError
from termaccord.project.terms.opening import open_termbase
from termaccord.project.terms.shelf import Book, Entry, Shelf, folded, names
from termaccord.text.analyser import primary_language
from termaccord.text.normalise import fold

SHORTEST = 3
"""Letters of an id that may stand for all of it."""
SHOWN = 5


def meant(shelf: Shelf, reference: str, among: Sequence[Entry] | None = None) -> Entry:
    """
    The concept that an id, the unique beginning of one, or a name in any form means.

    Raises
    ------
    UsageError
        When nothing is meant, or several concepts are; the sentence then names them.

    """
    if not reference.strip():
        raise UsageError(say("ID is empty; “termaccord terms list” shows the concepts"))
    entries = list(among if among is not None else shelf.entries())
    for way in (_by_id, _by_beginning, _by_name, _by_folded_name):
        found = way(entries, reference.strip())
        if found:
            return _only(found, reference)
    found = looked_up(shelf, entries, reference) or _by_part(entries, reference.strip())
    if not found:
        raise UsageError(_nothing(shelf, reference.strip()))
    return _only(found, reference)


def _nothing(shelf: Shelf, reference: str) -> Message:
    """Why nothing is meant: what was turned down is not there any more."""
    folded = fold(reference)
    for one in shelf.rejected:
        begins = len(reference) > len("c-") and one.concept.startswith(reference)
        if begins or any(fold(text) == folded for _, text in one.names):
            return say(
                "“{reference}” was turned down ({id}); delete its lines from the list of rejected names "
                "and build again to have it proposed",
                reference=reference,
                id=one.concept,
            )
    return say(
        "no concept is meant by “{reference}”; “termaccord terms list” shows them", reference=reference
    )


def accepted_meant(shelf: Shelf, reference: str) -> Entry:
    """
    The accepted concept that is meant.

    Raises
    ------
    UsageError
        When nothing is meant, or several concepts are, or one that is only proposed.

    """
    entry = meant(shelf, reference)
    if entry.book.proposed:
        raise UsageError(
            say("{id} is only proposed; accept it first: termaccord terms accept {id}", id=entry.concept.id)
        )
    return entry


def proposed_meant(shelf: Shelf, reference: str) -> Entry:
    """
    The proposal that is meant.

    Raises
    ------
    UsageError
        When nothing is meant, or several concepts are, or one that is accepted with all its names.

    """
    proposed = list(shelf.proposed())
    try:
        return meant(shelf, reference, proposed)
    except UsageError:
        entry = meant(shelf, reference)
        if entry.book.proposed:
            raise
    raise UsageError(
        say(
            "{id} is accepted already, with all names that are proposed; change it with prefer, deprecate, "
            "forbid or edit",
            id=entry.concept.id,
        )
    )


def _by_id(entries: Sequence[Entry], reference: str) -> list[Entry]:
    return [entry for entry in entries if entry.concept.id == reference][:1]


def _by_beginning(entries: Sequence[Entry], reference: str) -> list[Entry]:
    if len(reference) < SHORTEST:
        return []
    found = [entry for entry in entries if entry.concept.id.startswith(reference)]
    return found if len(found) == 1 or reference.startswith("c-") else []


def _by_name(entries: Sequence[Entry], reference: str) -> list[Entry]:
    return [entry for entry in entries if any(t.text == reference for t in _terms(entry.concept))]


def _by_folded_name(entries: Sequence[Entry], reference: str) -> list[Entry]:
    wanted = fold(reference)
    return [entry for entry in entries if any(fold(t.text) == wanted for t in _terms(entry.concept))]


def _by_part(entries: Sequence[Entry], reference: str) -> list[Entry]:
    part = fold(reference)
    if len(part) < SHORTEST:
        return []
    return [entry for entry in entries if any(part in fold(t.text) for t in _terms(entry.concept))]


def looked_up(shelf: Shelf, entries: Sequence[Entry], reference: str) -> list[Entry]:
    """By the index of `lookup`; an answer that is only the nearest is none."""
    paths = [book.path for book in shelf.books]
    index = shelf.settings.cache_folder / "index.sqlite3" if shelf.settings else None
    termbase = open_termbase(paths, index if index and _is_whole(shelf, paths) else None)
    try:
        matches = termbase.lookup(reference, None, SHOWN)
    finally:
        termbase.close()
    best = max((m.score for m in matches), default=0.0)
    ids = [m.concept_id for m in matches if m.score == best >= LEAST]
    return [entry for id_ in ids for entry in entries if entry.concept.id == id_]


LEAST = 0.9
"""An inflected form, another spelling, an abbreviation; what is misspelt or a part could be another."""


def _is_whole(shelf: Shelf, paths: Iterable[Path]) -> bool:
    """Whether these are the glossaries of the project, for which it keeps an index."""
    folder = shelf.settings.root / shelf.settings.glossary if shelf.settings else None
    return all(path.parent == folder for path in paths)


def _only(found: Sequence[Entry], reference: str) -> Entry:
    if len(found) == 1:
        return found[0]
    choices = ", ".join(f"{entry.concept.id} ({name_of(entry.concept)})" for entry in found[:SHOWN])
    raise UsageError(
        say(
            "“{reference}” means {count} concepts: {choices}; say which by its id",
            reference=reference,
            count=len(found),
            choices=choices + (" …" if len(found) > SHOWN else ""),
        )
    )


def shared_names(book: Book, before: Concept, after: Concept) -> tuple[Message, ...]:
    """Of a concept's new names those that another concept of the file has, too: two with one name confuse everybody."""
    new = {folded(*name): name[1] for name in names(after)}
    for name in names(before):
        new.pop(folded(*name), None)
    others = [concept for concept in book.glossary.concepts if concept.id != after.id]
    return tuple(
        say("“{name}” is a name of {other}, too", name=new[folded(*name)], other=other.id)
        for other in others
        for name in names(other)
        if folded(*name) in new
    )


def _terms(concept: Concept) -> Iterator[Term]:
    return (term for section in concept.languages for term in section.terms)


def name_of(concept: Concept) -> str:
    """The name to call a concept by: the preferred one of its first language, else its first."""
    terms = concept.languages[0].terms if concept.languages else ()
    preferred = next((t.text for t in terms if t.status is Status.PREFERRED), "")
    return preferred or next((t.text for t in terms), concept.id)


Position = tuple[int, int]
"""Numbers of a section and of a term in it."""


def term_at(concept: Concept, text: str, language: str = "") -> Position:
    """
    Where a term of a concept stands; matched exactly first, then without regard to case, quotes, dashes and ё.

    Raises
    ------
    UsageError
        When the concept has no such term, or has it in several languages.

    """
    places = list(_places(concept, language))
    folded = fold(text)
    ways: tuple[Callable[[str], bool], ...] = (lambda one: one == text, lambda one: fold(one) == folded)
    for way in ways:
        found = [(s, t) for s, t, one in places if way(one)]
        if len({s for s, _ in found}) > 1:
            languages = ", ".join(concept.languages[s].language for s in sorted({s for s, _ in found}))
            raise UsageError(
                say(
                    "“{term}” stands in {id} in several languages ({languages}); say which with --language",
                    term=text,
                    id=concept.id,
                    languages=languages,
                )
            )
        if found:
            return found[0]
    raise UsageError(
        say(
            "“{term}” is no term of {id}, whose terms are: {terms}",
            term=text,
            id=concept.id,
            terms="; ".join(one for _, _, one in places) or "—",
        )
    )


def _places(concept: Concept, language: str) -> Iterator[tuple[int, int, str]]:
    for s, section in enumerate(concept.languages):
        if not language or primary_language(section.language) == primary_language(language):
            yield from ((s, t, term.text) for t, term in enumerate(section.terms))


def section_of(concept: Concept, language: str) -> int | None:
    """The number of the section in a language: that very tag, else one of the same primary language."""
    tags = [section.language for section in concept.languages]
    if language in tags:
        return tags.index(language)
    primary = [primary_language(tag) for tag in tags]
    wanted = primary_language(language)
    return primary.index(wanted) if language == wanted and wanted in primary else None
