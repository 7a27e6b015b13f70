"""Changed concepts go back into their files, as few bytes changed as can be; or are only shown as a difference."""

import difflib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from termaccord.formats import tbx
from termaccord.formats.markup.encoding import decoded
from termaccord.model import Concept, Glossary, Message, say
from termaccord.project.errors import UsageError
from termaccord.project.files import write
from termaccord.project.terms.shelf import Book, shown


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A file as it was and as it is to be; no bytes where there is none."""

    path: Path
    before: bytes | None
    after: bytes

    @property
    def shown(self) -> str:
        return shown(self.path)

    @property
    def changes(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Done:
    """What a command did: the files it wrote or would write, and a sentence for each change by file."""

    rewrites: tuple[Rewrite, ...]
    said: tuple[tuple[str, tuple[Message, ...]], ...] = ()


def save(done: Done, dry: bool = False) -> None:
    """
    Write the files, in their order, each whole or not at all; nothing where it is only a trial.

    Raises
    ------
    UsageError
        When somebody has changed one of them since it was read, or it cannot be written.

    """
    for rewrite in done.rewrites:
        if rewrite.changes and not dry and _now(rewrite.path) != rewrite.before:
            raise UsageError(
                say("{path} has been changed by somebody else just now; do it again", path=rewrite.shown)
            )
    for rewrite in done.rewrites:
        if rewrite.changes and not dry:
            write(rewrite.path, rewrite.after)


def _now(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def difference(rewrites: Iterable[Rewrite]) -> str:
    """What would change, as a unified diff that git can apply."""
    parts = []
    for one in rewrites:
        if not one.changes:
            continue
        before = _lines(one.before or b"")
        name = one.shown.replace("\\", "/")
        old = f"a/{name}" if one.before is not None else "/dev/null"
        found = difflib.unified_diff(before, _lines(one.after), old, f"b/{name}")
        parts += [x if x.endswith("\n") else f"{x}\n\\ No newline at end of file\n" for x in found]
    return "".join(parts)


def _lines(data: bytes) -> list[str]:
    return [f"{line}\n" for line in decoded(data).split("\n")][:-1] + _rest(data)


def _rest(data: bytes) -> list[str]:
    last = decoded(data).rpartition("\n")[2]
    return [last] if last else []


def rewritten(book: Book, changed: Sequence[Concept]) -> Rewrite:
    """
    A glossary file with concepts that are changed; one that is new comes where its id belongs.

    Raises
    ------
    UsageError
        When the file cannot be changed without harm.

    """
    return revised(book, with_concepts(book.glossary, changed))


def without(book: Book, gone: Iterable[str]) -> Rewrite:
    """A glossary file without some concepts."""
    ids = set(gone)
    left = tuple(c for c in book.glossary.concepts if c.id not in ids)
    return revised(book, replace(book.glossary, concepts=left))


def revised(book: Book, glossary: Glossary) -> Rewrite:
    """
    A glossary file that says another thing.

    Raises
    ------
    UsageError
        When the file cannot be changed without harm.

    """
    reading = tbx.revise(book.data, book.shown, glossary)
    if reading.findings:
        message = reading.findings[0].message
        raise UsageError(message if isinstance(message, Message) else Message(message))
    return Rewrite(book.path, book.data, reading.value)


def with_concepts(glossary: Glossary, changed: Sequence[Concept]) -> Glossary:
    """A glossary with concepts that are changed or new; new ones in order where the others are, else at the end."""
    new = {c.id: c for c in changed}
    concepts = [new.pop(c.id, c) for c in glossary.concepts]
    ids = [c.id for c in concepts]
    ordered = ids == sorted(ids)
    for concept in new.values():
        at = bisect_right(ids, concept.id) if ordered else len(ids)
        concepts.insert(at, concept)
        ids.insert(at, concept.id)
    return replace(glossary, concepts=tuple(concepts))
