"""Which candidates of one language name the same thing."""

from collections.abc import Sequence

from termaccord.extract.candidates import Candidate


def groups(found: Sequence[Candidate]) -> tuple[tuple[int, ...], ...]:
    """Indexes of candidates that name one thing; whoever stands in no group is alone."""
    del found
    return ()
