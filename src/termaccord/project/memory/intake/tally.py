"""Counting what an import drops and changes, so that nothing goes silently."""

from collections import Counter
from collections.abc import Callable
from enum import StrEnum

from termaccord.model import Finding, Message, Place, Severity, TranslationUnit, say

FEW = 5
"""Findings of one kind that are kept; the others are counted."""
ENDS = frozenset({"F001", "F002", "F004", "F005", "F200", "F230"})
"""Codes of errors after which nothing more of a file is read."""


class Reason(StrEnum):
    """Why a unit is dropped or changed; the names that scripts read."""

    LANGUAGE = "language"
    EMPTY = "empty"
    DUPLICATE = "duplicate"
    LONG = "long"
    TAGS = "tags"
    ONE_LANGUAGE = "one-language"
    UNTRANSLATED = "untranslated"
    FORMAT = "format"
    """The file breaks the rules of its format there."""


CODES = {
    Reason.LANGUAGE: "P030",
    Reason.EMPTY: "P031",
    Reason.DUPLICATE: "P032",
    Reason.LONG: "P033",
    Reason.TAGS: "P034",
    Reason.ONE_LANGUAGE: "P035",
    Reason.UNTRANSLATED: "P036",
}


class Tally:
    """The counts of one file, with the first findings of every kind; `tell` is given all of them as they arise."""

    def __init__(self, file: str, tell: Callable[[Finding], None] | None = None) -> None:
        self.file = file
        self.read = 0
        self.dropped: Counter[Reason] = Counter()
        self.changed: Counter[Reason] = Counter()
        self.findings: list[Finding] = []
        self.broken = False
        """Whether the reading ended before the file did."""
        self._tell = tell
        self._kept: Counter[str] = Counter()

    @property
    def foreign(self) -> bool:
        """Whether nothing at all has come in, since the languages are others than what is asked for."""
        left_out = self.dropped.total() - self.dropped[Reason.DUPLICATE]
        return 0 < self.read <= left_out and self.dropped[Reason.LANGUAGE] > 0

    def drop(self, reason: Reason, why: Message, unit: TranslationUnit) -> None:
        """Count a unit that is left out."""
        self.drop_at(reason, why, unit.id, _line(unit))

    def drop_at(self, reason: Reason, why: Message, tuid: str, line: int | None) -> None:
        """Count a unit that is left out, of which only id and line are known."""
        self.dropped[reason] += 1
        self._keep(CODES[reason], say("the unit is left out: {why}", why=why), tuid, line)

    def change(self, reason: Reason, why: Message, unit: TranslationUnit) -> None:
        """Count a unit that does not come in as it stands in the file."""
        self.changed[reason] += 1
        self._keep(CODES[reason], why, unit.id, _line(unit))

    def hear(self, finding: Finding) -> None:
        """Take what a reader has found."""
        error = finding.severity is Severity.ERROR
        self.broken |= error and finding.code in ENDS
        if finding.code in {"F205", "F127"}:
            self.read += 1
            self.dropped[Reason.FORMAT] += 1
        elif finding.code not in ENDS:
            self.changed[Reason.FORMAT] += 1
        self._hand_on(finding)

    def hear_aside(self, finding: Finding) -> None:
        """Take what is about the file and no unit of it."""
        self._hand_on(finding)

    def _keep(self, code: str, message: Message, tuid: str, line: int | None) -> None:
        self._hand_on(Finding(code, message, Place(self.file, tuid, line=line)))

    def _hand_on(self, finding: Finding) -> None:
        if self._tell:
            self._tell(finding)
        self._kept[finding.code] += 1
        if self._kept[finding.code] <= FEW:
            self.findings.append(finding)


def _line(unit: TranslationUnit) -> int | None:
    return next((variant.line for variant in unit.variants if variant.line), None)
