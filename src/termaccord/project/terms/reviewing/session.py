"""One going through the proposals: what comes next, what is decided, what is taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from termaccord.model import Concept, Message, say
from termaccord.project.errors import UsageError
from termaccord.project.files import write
from termaccord.project.terms.changes import counted
from termaccord.project.terms.deciding import Decisions, accepted_form
from termaccord.project.terms.journal import Hand
from termaccord.project.terms.listing import waiting
from termaccord.project.terms.readable import readable, understood
from termaccord.project.terms.rejected import accepted_path, open_rejected, rejected_path
from termaccord.project.terms.reviewing.expected import Expected, Verdict, expected
from termaccord.project.terms.reviewing.remembered import Remembered, recall
from termaccord.project.terms.saving import Done, Rewrite, save, without
from termaccord.project.terms.shelf import Entry, Shelf, open_book, shown

NEXT = 20
"""Of so many proposals to come it is said how many are expected to be wrong."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What was done to one proposal."""

    entry: Entry
    how: str
    rewrites: tuple[Rewrite, ...] = ()


@dataclass(slots=True)
class Review:
    """Decisions are written at once; the file of proposals is tidied at the end."""

    shelf: Shelf
    hand: Hand
    queue: list[Entry]
    remembered: Remembered
    _steps: list[_Step] = field(default_factory=list)

    @property
    def current(self) -> Entry | None:
        return self.queue[0] if self.queue else None

    @property
    def done(self) -> int:
        """How many have been gone through, this time."""
        return len(self._steps)

    def count(self, how: str) -> int:
        """How many were accepted, rejected or skipped this time."""
        return sum(step.how == how for step in self._steps)

    def held(self, entry: Entry) -> Concept | None:
        """The accepted concept that a proposal has more names for."""
        path = accepted_path(entry.book.path)
        book = next((b for b in self.shelf.books if b.path == path), None)
        return book.concept(entry.concept.id) if book else None

    def expected(self) -> Expected:
        """How many of the next proposals will probably be turned down."""
        return expected(self.remembered.decided, [_score(entry) for entry in self.queue[:NEXT]])

    # -- decisions --------------------------------------------------------------------------------------------

    def accept(self) -> Done:
        """
        Take the current proposal into the glossary.

        Raises
        ------
        UsageError
            When one of its names belongs to another accepted concept.

        """
        decisions = Decisions(self.shelf, self.hand)
        decisions.accept(self.queue[0])
        return self._decided(decisions.done(with_proposals=False), "accepted")

    def reject(self, why: str = "") -> Done:
        """Turn the current proposal down."""
        decisions = Decisions(self.shelf, self.hand)
        decisions.reject(self.queue[0], why)
        return self._decided(decisions.done(with_proposals=False), "rejected")

    def skip(self) -> None:
        """Leave the current proposal for later: next time it comes last."""
        entry = self.queue.pop(0)
        self.remembered.skipped[entry.concept.id] += 1
        self.remembered.keep()
        self._steps.append(_Step(entry, "skipped"))

    def text(self) -> str:
        """
        The current proposal as it would be accepted, for an editor.

        Raises
        ------
        UsageError
            When it only adds names to a concept that is accepted already.

        """
        return readable(self._form())

    def accept_edited(self, text: str) -> Done:
        """
        Accept the current proposal as it was changed in an editor; names that were taken out are turned down.

        Raises
        ------
        UsageError
            When a line cannot be understood.

        """
        form = self._form()
        concept = understood(text, form, replace(self.hand, quiet=True)).concept
        decisions = Decisions(self.shelf, self.hand)
        decisions.accept_as(self.queue[0], concept)
        return self._decided(decisions.done(with_proposals=False), "accepted")

    def undo(self) -> Message:
        """
        Take the last decision of this time back.

        Raises
        ------
        UsageError
            When there is none, or somebody has changed the file since.

        """
        if not self._steps:
            raise UsageError(say("nothing has been decided yet that could be undone"))
        step = self._steps[-1]
        _restore(step.rewrites)
        self._steps.pop()
        self.queue.insert(0, step.entry)
        if step.how == "skipped":
            self.remembered.skipped -= type(self.remembered.skipped)([step.entry.concept.id])
        else:
            self.remembered.decided.pop()
        self.remembered.keep()
        self._reopen(step.rewrites)
        return say("undone: {id}", id=step.entry.concept.id)

    def tidy(self) -> None:
        """Take what has been decided out of the file of proposals."""
        gone = {(s.entry.book.path, s.entry.concept.id) for s in self._steps if s.how != "skipped"}
        for book in self.shelf.books:
            ids = [id_ for path, id_ in gone if path == book.path]
            if ids and book.path.is_file() and book.path.read_bytes() == book.data:
                save(Done((without(book, ids),)))

    # -- inside -----------------------------------------------------------------------------------------------

    def _form(self) -> Concept:
        entry = self.queue[0]
        if self.held(entry) is not None:
            message = say(
                "{id} is accepted and only gets more names; accept or reject them, then edit it",
                id=entry.concept.id,
            )
            raise UsageError(message)
        corpus = self.shelf.settings.corpus if self.shelf.settings else ""
        return accepted_form(entry.concept, self.hand, corpus)

    def _decided(self, done: Done, how: str) -> Done:
        save(done)
        entry = self.queue.pop(0)
        self._steps.append(_Step(entry, how, done.rewrites))
        self.remembered.decided.append(Verdict(entry.concept.id, _score(entry), how == "rejected"))
        self.remembered.keep()
        self._reopen(done.rewrites)
        return done

    def _reopen(self, rewrites: Sequence[Rewrite]) -> None:
        """Read again what has been written."""
        paths = {one.path for one in rewrites}
        books = [b for b in self.shelf.books if b.path not in paths]
        new = [open_book(path) for path in sorted(paths) if path.suffix == ".tbx" and path.is_file()]
        books = sorted((*new, *books), key=lambda book: book.proposed)
        lists = [rejected_path(book.path) for book in books if book.proposed]
        rejected = tuple(one for path in lists for one in open_rejected(path, shown(path)).value)
        self.shelf = replace(self.shelf, books=tuple(books), rejected=rejected)


def open_review(shelf: Shelf, hand: Hand, only: Sequence[Entry] | None = None) -> Review:
    """What is proposed, best first; what was skipped before comes last, the least often skipped first."""
    folder = shelf.settings.cache_folder if shelf.settings else None
    remembered = recall(folder)
    entries = waiting(shelf) if only is None else list(only)
    queue = sorted(entries, key=lambda entry: remembered.skipped[entry.concept.id])
    return Review(shelf, hand, queue, remembered)


def _score(entry: Entry) -> float:
    return counted(entry.concept, "score") or 0.0


def _restore(rewrites: Sequence[Rewrite]) -> None:
    for one in rewrites:
        if not one.path.is_file() or one.path.read_bytes() != one.after:
            raise UsageError(
                say("{path} has been changed since; take the change back with git", path=one.shown)
            )
    for one in rewrites:
        if one.before is None:
            one.path.unlink()
        else:
            write(one.path, one.before)
