"""Files of terms are merged into the glossary of a project: what is read, what becomes of it, what is written."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from termaccord.formats import tbx
from termaccord.model import Concept, Finding, Glossary, Severity, UsageError, say
from termaccord.project.conversion.intake import Incoming, Wanted, glossary_of, incoming
from termaccord.project.settings import Settings
from termaccord.project.terms.journal import Hand
from termaccord.project.terms.merging.index import Index
from termaccord.project.terms.merging.merge import Merge
from termaccord.project.terms.merging.outcome import Conflict, Outcome, Policy, Verdict
from termaccord.project.terms.saving import Done, Rewrite, rewritten
from termaccord.project.terms.shelf import Book, Shelf, open_shelf, shown

__all__ = ["Imported", "Request", "import_terms", "shelf_of"]


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be imported, and how."""

    files: tuple[str, ...]
    policy: Policy
    wanted: Wanted
    into: str = ""
    """Subject of the glossary that new concepts come into; the project's own where it is empty."""
    stdin: bytes | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or would do."""

    done: Done
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...] = ()
    target: str = ""
    """The file that new concepts come into, as the user would write it."""

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many concepts came to what."""
        found = Counter(one.verdict for one in self.outcomes)
        return {verdict: found[verdict] for verdict in Verdict}

    @property
    def open(self) -> tuple[tuple[Outcome, Conflict], ...]:
        """What somebody has to decide."""
        return tuple((one, conflict) for one in self.outcomes for conflict in one.open)


def shelf_of(settings: Settings | None, given: Sequence[str]) -> Shelf:
    """
    Open the glossaries to import into; a project that has none yet begins with an empty shelf.

    Raises
    ------
    UsageError
        When none is named and there is no project, or one of them does not exist.

    """
    folder = settings.root / settings.glossary if settings else None
    if folder is not None and not given and not any(folder.glob("*.tbx")):
        return Shelf((), settings)
    return open_shelf(settings, given)


def import_terms(request: Request, shelf: Shelf, hand: Hand) -> Imported:
    """
    Merge files of terms into glossaries.

    Parameters
    ----------
    request
        Which files, and what is wanted of the merge.
    shelf
        Our glossaries; what is only proposed is left alone.
    hand
        Whose transactions the changes get.

    Returns
    -------
    What becomes of each concept, and the files as they are to be; the caller saves them.

    Raises
    ------
    UsageError
        When a file is nothing that holds terms, or is one of ours, or ours cannot be changed without harm.

    """
    accepted = [book for book in shelf.books if not book.proposed]
    path, number = _target(request, shelf, accepted)
    sources = [
        _fit_to_import(one, shelf)
        for one in incoming(request.files, request.wanted.kind, units=False, stdin=request.stdin)
    ]
    index = Index()
    for place, book in enumerate(accepted):
        for concept in book.glossary.concepts:
            index.add(concept, place)
    proposed = frozenset(c.id for book in shelf.books if book.proposed for c in book.glossary.concepts)
    merge = Merge(index, request.policy, hand, number, proposed)
    findings: list[Finding] = []
    for source in sources:
        reading = glossary_of(source, request.wanted)
        concepts, lost = _as_kept(reading.value.concepts, source.name)
        findings += [*_told(reading.findings, reading.value), *lost]
        merge.take(shown(Path(source.name)), concepts)
    rewrites = tuple(_rewritten(index, accepted, path, number))
    return Imported(Done(rewrites), tuple(merge.outcomes), tuple(findings), shown(path))


def _target(request: Request, shelf: Shelf, accepted: Sequence[Book]) -> tuple[Path, int]:
    """The file of new concepts, and its number among ours; one more than there are where it is made."""
    if shelf.settings is not None and (request.into or not _named(shelf)):
        path = shelf.settings.accepted_glossary(request.into)
    elif request.into:
        raise UsageError(
            say("--into names a subject of a project, and there is none here; use --glossary FILE")
        )
    elif accepted:
        path = accepted[0].path
    else:
        raise UsageError(say("nothing to import into; name a glossary that is not a list of proposals"))
    known = [book.path.absolute() for book in accepted]
    return path, known.index(path.absolute()) if path.absolute() in known else len(accepted)


def _named(shelf: Shelf) -> bool:
    """Whether the user has named the glossaries, rather than the project."""
    if shelf.settings is None:
        return True
    folder = (shelf.settings.root / shelf.settings.glossary).absolute()
    return any(book.path.absolute().parent != folder for book in shelf.books)


def _fit_to_import(file: Incoming, shelf: Shelf) -> Incoming:
    if file.holds_units:
        raise UsageError(
            say(
                "{file} holds translations, not terms; “termaccord memory import” takes it, "
                "or convert it to a list of terms first",
                file=file.name,
            )
        )
    own = file.path is not None and any(book.path.absolute() == file.path.absolute() for book in shelf.books)
    if own:
        raise UsageError(
            say(
                "{file} is one of the glossaries that it would be imported into; name another file",
                file=file.name,
            )
        )
    return file


def _as_kept(concepts: Sequence[Concept], name: str) -> tuple[tuple[Concept, ...], list[Finding]]:
    """Outside concepts as our files can keep them, and what of them these cannot."""
    concepts = [_without_empty(concept) for concept in concepts]
    if not concepts:
        return (), []
    made = tbx.written(Glossary(tuple(concepts)), name=name)
    kept = tbx.parse(made.value, name).value.concepts
    if len(kept) != len(concepts):
        return tuple(concepts), list(made.findings)
    return tuple(replace(k, id=c.id) for k, c in zip(kept, concepts, strict=True)), list(made.findings)


def _without_empty(concept: Concept) -> Concept:
    """A concept without terms of no text, which reading has told already."""
    sections = (replace(s, terms=tuple(t for t in s.terms if t.text.strip())) for s in concept.languages)
    return replace(concept, languages=tuple(s for s in sections if s.terms))


def _told(findings: Sequence[Finding], glossary: Glossary) -> list[Finding]:
    """Of what is no glossary at all one sentence is enough."""
    errors = [one for one in findings if one.severity is Severity.ERROR]
    return errors[-1:] if errors and not glossary.concepts else list(findings)


def _in_order(book: Book, changed: Sequence[Concept]) -> tuple[Concept, ...]:
    """Changed concepts with what is said beside in the order of our canonical form, where the file is in that."""
    if tbx.serialize(book.glossary) != book.data:
        return tuple(changed)
    kept = tbx.parse(tbx.serialize(Glossary(tuple(changed))), book.shown).value.concepts
    return kept if len(kept) == len(changed) else tuple(changed)


def _rewritten(index: Index, accepted: Sequence[Book], target: Path, number: int) -> list[Rewrite]:
    """Every file in which something has changed, as it is to be."""
    found = []
    for place, book in enumerate(accepted):
        changed = [one.concept for one in index.held if one.place == place and one.changed]
        if changed:
            found.append(rewritten(book, _in_order(book, changed)))
    new = [one.concept for one in index.held if one.place == number and one.fresh]
    if number == len(accepted) and new:
        ordered = tuple(sorted(new, key=lambda concept: concept.id))
        found.append(Rewrite(target, None, tbx.serialize(Glossary(ordered))))
    return found
