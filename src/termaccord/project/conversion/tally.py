"""How much was lost: every loss is counted, and as many are kept as fit in memory."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from termaccord.model import Degree, Loss, Message, Subject

KEPT = 100_000
"""Losses kept one by one; a large memory may have millions."""
KINDS = 200
"""Kinds of loss told apart by the very words of their reasons; of more, reasons that differ in a name only are one."""


@dataclass(slots=True)
class Group:
    """Losses of the same thing to the same degree for the same reason."""

    example: Loss
    """The first one heard."""
    count: int = 0


class Tally:
    """Counts losses by what was lost and how much of it is left."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[Subject, Degree]] = Counter()
        self.kept: list[Loss] = []
        self._groups: dict[tuple[Subject, Degree, str], Group] = {}

    def hear(self, loss: Loss) -> None:
        self.counts[loss.subject, loss.degree] += 1
        self._group(loss).count += 1
        if len(self.kept) < KEPT:
            self.kept.append(loss)

    def hear_all(self, losses: Iterable[Loss]) -> None:
        for loss in losses:
            self.hear(loss)

    def _group(self, loss: Loss) -> Group:
        key = loss.subject, loss.degree, str(loss.why)
        if key not in self._groups and len(self._groups) >= KINDS and isinstance(loss.why, Message):
            key = loss.subject, loss.degree, loss.why.template
        return self._groups.setdefault(key, Group(loss))

    @property
    def groups(self) -> tuple[Group, ...]:
        """Every kind of loss with its count and an example, as they were heard first."""
        return tuple(self._groups.values())

    @property
    def total(self) -> int:
        return self.counts.total()

    def of(self, degree: Degree) -> int:
        """How many of a degree."""
        return sum(count for (_subject, found), count in self.counts.items() if found is degree)

    def table(self) -> list[tuple[Subject, dict[Degree, int]]]:
        """A row each subject, in the order of the enum, with a count each degree."""
        return [
            (subject, {degree: self.counts[subject, degree] for degree in Degree})
            for subject in Subject
            if any(self.counts[subject, degree] for degree in Degree)
        ]
