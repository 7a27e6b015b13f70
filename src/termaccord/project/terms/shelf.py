"""The glossary files of a project, opened to look at their concepts and to change them."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from termaccord.formats import tbx
from termaccord.model import Concept, Finding, Glossary, Rejection, Severity, say
from termaccord.project.errors import UsageError
from termaccord.project.files import read
from termaccord.project.glossaries import glossary_paths
from termaccord.project.settings import Settings
from termaccord.project.terms.rejected import PROPOSED, open_rejected, rejected_path
from termaccord.text.analyser import primary_language
from termaccord.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Book:
    """One glossary file."""

    path: Path
    data: bytes
    glossary: Glossary
    findings: tuple[Finding, ...] = ()

    @property
    def proposed(self) -> bool:
        return self.path.name.endswith(PROPOSED)

    @property
    def shown(self) -> str:
        """The path as the user would write it."""
        return shown(self.path)

    def concept(self, id_: str) -> Concept | None:
        return next((c for c in self.glossary.concepts if c.id == id_), None)

    def line(self, id_: str) -> int | None:
        """The line on which a concept begins."""
        for quote in (b'"', b"'"):
            at = self.data.find(b"id=" + quote + id_.encode() + quote)
            if at >= 0:
                return self.data.count(b"\n", 0, at) + 1
        return None


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept and the file it stands in."""

    book: Book
    concept: Concept


@dataclass(frozen=True, slots=True)
class Shelf:
    """Glossaries, what is accepted before what is proposed."""

    books: tuple[Book, ...]
    settings: Settings | None = None
    rejected: tuple[Rejection, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(f for book in self.books for f in book.findings if f.severity is Severity.ERROR)

    def accepted(self) -> Iterator[Entry]:
        return (Entry(b, c) for b in self.books if not b.proposed for c in b.glossary.concepts)

    def proposed(self) -> Iterator[Entry]:
        """What waits for a person: of an accepted concept only what has a name that it lacks."""
        known = {entry.concept.id: folded_names(entry.concept) for entry in self.accepted()}
        gone = {(one.concept, folded(*name)) for one in self.rejected for name in one.names}
        for book in self.books:
            for concept in book.glossary.concepts if book.proposed else ():
                held = known.get(concept.id, frozenset())
                if any(n not in held and (concept.id, n) not in gone for n in folded_names(concept)):
                    yield Entry(book, concept)

    def entries(self) -> Iterator[Entry]:
        """Every concept once: accepted ones, then those that are only proposed."""
        known = set[str]()
        for entry in self.accepted():
            known.add(entry.concept.id)
            yield entry
        yield from (entry for entry in self.proposed() if entry.concept.id not in known)


def open_shelf(settings: Settings | None, given: Sequence[str] = ()) -> Shelf:
    """
    Open the glossaries named on the command line, else the project's.

    Raises
    ------
    UsageError
        When there is none, or one of them does not exist.

    """
    paths = glossary_paths(settings, given)
    wrong = next((p for p in paths if p.suffix.lower() != ".tbx"), None)
    if wrong is not None:
        raise UsageError(
            say("{path} is no TBX file; the life of a concept is kept in TBX only", path=shown(wrong))
        )
    lists = [rejected_path(path) for path in paths if path.name.endswith(PROPOSED)]
    return Shelf(
        tuple(open_book(path) for path in paths),
        settings,
        tuple(one for path in lists for one in open_rejected(path, shown(path)).value),
    )


def open_book(path: Path) -> Book:
    data = read(path)
    reading = tbx.parse(data, shown(path))
    return Book(path, data, reading.value, reading.findings)


def shown(path: Path) -> str:
    """A path as seen from the current folder, where it is below it."""
    whole, here = path.absolute(), Path.cwd()
    return os.path.relpath(whole, here) if whole.is_relative_to(here) else str(path)


def names(concept: Concept) -> list[tuple[str, str]]:
    """Language and text of every term, in file order."""
    return [(s.language, t.text) for s in concept.languages for t in s.terms]


def folded(language: str, text: str) -> tuple[str, str]:
    """A name as it is the same in any writing: regions of languages, case, quotes, dashes and ё aside."""
    return primary_language(language), fold(text)


def folded_names(concept: Concept) -> frozenset[tuple[str, str]]:
    return frozenset(folded(*name) for name in names(concept))
