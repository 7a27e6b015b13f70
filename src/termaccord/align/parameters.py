"""The few numbers of the aligner, one set for all texts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a bead gains and what a segment costs that is left alone, in units of cosine."""

    threshold: float = 0.35
    chance: float = 0.5
    """Share of the cosine that chance makes which is taken off."""
    extra: float = 0.05
    """Price of each segment beyond the first on a side."""
    length: float = 0.02
    clip: float = 6.0
    """A squared length deviation beyond this says no more."""
    null: float = 0.02
    """Price of a segment without counterpart."""
    opening: float = 0.05
    """Price of beginning a run of such segments."""


DEFAULT = Parameters()
