"""Figures and dates that differ between a text and its translation."""

from collections.abc import Iterator

from termaccord.lint.rule import Mark, Passage, Text
from termaccord.model import Message, Severity, say
from termaccord.text.quantities.compare import Mismatch, Side, compare
from termaccord.text.quantities.quantity import Kind

_CONFIDENT = 0.5
"""Of a bead, below which only what looks like a slip is told."""
DATES = frozenset({Kind.DATE, Kind.YEAR, Kind.DECADE, Kind.CENTURY, Kind.CLOCK})


def _changed(passage: Passage) -> tuple[Mismatch, ...]:
    """What the source says and the target says otherwise, where the target has something in its place."""
    source, target = passage.source, passage.target
    if source is None or source.language == target.language:
        return ()
    found = compare(
        Side(source.text, source.language, passage.source_before, passage.source_after),
        Side(target.text, target.language, passage.before, passage.after),
    )
    return tuple(m for m in found if m.target and (m.near or passage.confidence >= _CONFIDENT))


def _said(passage: Passage, mismatch: Mismatch) -> str:
    """The words of the source that the target has changed."""
    source = passage.source
    if source is None:
        return ""
    return Side(source.text, source.language, passage.source_before, passage.source_after).words(
        mismatch.source
    )


def _is_date(mismatch: Mismatch) -> bool:
    """Whether a mismatch is about a date or a time rather than an amount."""
    other = mismatch.target
    return mismatch.source.kind in DATES or (other is not None and other.kind in DATES)


def otherwise(passage: Passage, *, dates: bool) -> Iterator[Mark]:
    """What the target says otherwise: dates and times, or else amounts."""
    source = passage.source
    for mismatch in _changed(passage):
        if source is not None and mismatch.target and _is_date(mismatch) is dates:
            message = say(
                "the source says “{said}”, the target “{instead}”",
                said=_said(passage, mismatch),
                instead=mismatch.target.span.of(passage.target.text),
            )
            yield _mark(mismatch, message, source)


def _mark(mismatch: Mismatch, message: Message, source: Text) -> Mark:
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
