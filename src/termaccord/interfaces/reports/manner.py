"""How a report is wanted."""

from dataclasses import dataclass

from termaccord.model import Severity


@dataclass(frozen=True, slots=True)
class Manner:
    """What the user has asked of a report, beside its format."""

    explain: bool = False
    """Show the evidence: the rule's reason, the concept that decided, every place."""
    statistics: bool = False
    """Count by rule instead of showing each finding."""
    quiet: bool = False
    """Findings only, no summary."""
    failing: frozenset[Severity] = frozenset({Severity.ERROR})
    """What makes the check fail."""
