"""The few numbers of the aligner, one set for all texts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a bead gains and what a segment costs that is left alone, in units of cosine."""

    threshold: float = 0.36
    chance: float = 0.45
    """Share of the cosine that chance makes which is taken off."""
    extra: float = 0.048
    """Price of each segment beyond the first on a side."""
    length: float = 0.009
    clip: float = 8.0
    """A squared length deviation beyond this says no more."""
    null: float = 0.026
    """Price of a segment without counterpart."""
    opening: float = 0.047
    """Price of beginning a run of such segments."""


DEFAULT = Parameters()
