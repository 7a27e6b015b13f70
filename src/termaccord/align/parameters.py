"""The few numbers of the aligner, one set for all texts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameters:
    """
    What a bead gains and what a segment costs that is left alone, in units of cosine.

    Found by climbing on half of the documents of several sets, news, medicine, literature, and checked on the others;
    then set by hand with all of these, our own corpus, and texts with moved blocks and menus in view.
    The optimum is flat: a tenth more or less of any of them moves the mean strict F1 by less than .003.
    """

    threshold: float = 0.325
    """Cosine beyond chance from which two texts rather translate each other than not."""
    chance: float = 0.55
    """Share of the cosine that chance makes which is taken off."""
    extra: float = 0.05
    """Price of each segment beyond the first on a side: a longer text is more alike to anything."""
    length: float = 0.008
    """Price of one squared standard deviation between the lengths."""
    clip: float = 12.0
    """A squared length deviation beyond this says no more: it is an omission, not a bad translation."""
    anchor: float = 0.02
    """Worth of a shared number, month, name or term that stands but once in either document."""
    enough: float = 3.0
    """Shared anchors beyond these say no more."""
    loose: float = 0.06
    """
    Price of joining a segment that does not end as sentences do, such as a menu entry or a caption, to others.

    It falls to nothing in a text where half of the segments are like that.
    """
    null: float = 0.026
    """Price of a segment without counterpart."""
    opening: float = 0.047
    """Price of beginning a run of such segments; they come in blocks."""
    nat: float = 0.03
    """What a natural logarithm of likelihood is worth where lengths must do without the encoder."""
    priors: tuple[float, float, float] = (6.0, 4.5, 3.0)
    """How much commoner than a segment alone are 1-1, 1-2 and longer beads, in logarithms (Gale and Church 1993)."""
    moved_pair: float = 0.05
    """Least worth of a pair of segments that may belong to a block that has moved."""
    moved_block: float = 0.25
    """Least worth of such a block; a single sentence must be very sure."""
    confidence: tuple[float, float, float, float] = (-1.3, 9.4, 5.5, 6.5)
    """
    Logistic regression of a bead being right: intercept, margin, worth, worth of its neighbours.

    Fitted on half of the documents, some of them paired with a text that is no translation of theirs.
    """
    confidence_alone: tuple[float, float, float, float] = (3.2, 13.7, 0.0, -4.2)
    """The same of a segment alone."""
    paragraph: float = 0.03
    """Worth of a natural logarithm of likelihood that paragraphs begin together."""


DEFAULT = Parameters()
