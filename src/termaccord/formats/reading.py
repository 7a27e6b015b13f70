"""What a parser answers: all that could be read, and what was wrong with the rest."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from termaccord.model import Finding, Severity

T = TypeVar("T")


class FormatError(Exception):
    """A file could not be read whole; carries the findings."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(str(f.message) for f in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value and the findings made while it was read; errors mean that something was left out."""

    value: T
    findings: tuple[Finding, ...] = ()

    def clean(self) -> T:
        """
        The value, for callers who want all or nothing.

        Raises
        ------
        FormatError
            When a finding is an error.

        """
        errors = tuple(f for f in self.findings if f.severity is Severity.ERROR)
        if errors:
            raise FormatError(errors)
        return self.value
