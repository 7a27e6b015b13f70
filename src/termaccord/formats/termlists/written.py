"""What writing a list of terms gives: the bytes, and what is not in them as it was."""

from dataclasses import dataclass

from termaccord.model import Finding, Loss


@dataclass(frozen=True, slots=True)
class Written:
    """A file and what it lost."""

    data: bytes
    losses: tuple[Loss, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What a user should know beside the losses: that a file without concepts is not valid."""
