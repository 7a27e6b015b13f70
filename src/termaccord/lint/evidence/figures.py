"""Figures and dates that differ between a text and its translation."""

from termaccord.lint.rule import Mark, Passage, Text
from termaccord.model import Message, Severity, say
from termaccord.text.quantities.compare import Mismatch, Side, compare
from termaccord.text.quantities.quantity import Kind

_CONFIDENT = 0.5
"""Of a bead, below which only what looks like a slip is told."""
DATES = frozenset({Kind.DATE, Kind.YEAR, Kind.DECADE, Kind.CENTURY, Kind.CLOCK})


def changed(passage: Passage) -> tuple[Mismatch, ...]:
    """What the source says and the target says otherwise, where the target has something in its place."""
    source, target = passage.source, passage.target
    if source is None or source.language == target.language:
        return ()
    found = compare(
        Side(source.text, source.language, passage.source_before, passage.source_after),
        Side(target.text, target.language, passage.before, passage.after),
    )
    return tuple(m for m in found if m.target and (m.near or passage.confidence >= _CONFIDENT))


def said(passage: Passage, mismatch: Mismatch) -> str:
    """The words of the source that the target has changed."""
    source = passage.source
    if source is None:
        return ""
    return Side(source.text, source.language, passage.source_before, passage.source_after).words(
        mismatch.source
    )


def is_date(mismatch: Mismatch) -> bool:
    """Whether a mismatch is about a date or a time rather than an amount."""
    other = mismatch.target
    return mismatch.source.kind in DATES or (other is not None and other.kind in DATES)


def mark(mismatch: Mismatch, message: Message, source: Text) -> Mark:
    """
    The mark of a mismatch at the wrong words.

    What looks like a slip is an error; what merely stands alone on both sides is worth a look.
    """
    why = (
        say(
            "the two look alike, as a slip of the pen does, and nothing else in the passage accounts for either"
        )
        if mismatch.near
        else say("neither side has a counterpart for it")
    )
    severity = Severity.ERROR if mismatch.near else Severity.INFO
    related = (source.place(mismatch.source.span),)
    return Mark(mismatch.wrong, message, why=why, severity=severity, related=related)
