"""How much was lost: every loss is counted, and as many are kept as fit in memory."""

from collections import Counter
from collections.abc import Iterable

from termaccord.model import Degree, Loss, Subject

KEPT = 100_000
"""Losses kept one by one; a large memory may have millions."""


class Tally:
    """Counts losses by what was lost and how much of it is left."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[Subject, Degree]] = Counter()
        self.kept: list[Loss] = []

    def hear(self, loss: Loss) -> None:
        self.counts[loss.subject, loss.degree] += 1
        if len(self.kept) < KEPT:
            self.kept.append(loss)

    def hear_all(self, losses: Iterable[Loss]) -> None:
        for loss in losses:
            self.hear(loss)

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
