"""What a text says about its own checking."""

from dataclasses import dataclass

from termaccord.model.finding import Place


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that tells rules to keep silent."""

    codes: tuple[str, ...]
    """Codes of rules, their beginnings, or names; empty: all rules."""
    place: Place
    """Where the comment stands, so that an unused one can be found and removed."""
    covers: Place
    """
    What it silences: a stretch of a file's text; without a span a whole unit; without a unit the whole file.
    """
