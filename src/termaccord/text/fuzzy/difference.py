"""In what a memory's segment and the one that is asked for differ, word by word, as a person reads it."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from rapidfuzz.distance import Indel

from termaccord.model import Piece
from termaccord.text.tokens import SCRIPTS_WITHOUT_SPACES

_Kind = Literal["same", "deleted", "inserted"]
_PART = re.compile(
    rf"\s+|\d+(?:[.,:]\d+)*|[{SCRIPTS_WITHOUT_SPACES}]|(?:[^\W\d_{SCRIPTS_WITHOUT_SPACES}]|[\u0300-\u036f\u00ad])+|."
)
_SLIGHT = re.compile(r"[\W_]*")
"""What stands between two changes and is the same, but no word: not worth an interruption."""


def difference(stored: str, asked: str) -> tuple[Piece, ...]:
    """
    What has to be deleted from `stored` and inserted to make it `asked`.

    The longest common subsequence of words, marks and spaces stays; changes beside each other are one change,
    deletion first.
    The pieces that are the same and deleted make up `stored`, the same and inserted `asked`, both as written.

    >>> [(p.kind, p.text) for p in difference("Close the gate.", "Close that door.")]
    [('same', 'Close '), ('deleted', 'the gate'), ('inserted', 'that door'), ('same', '.')]
    """
    if stored == asked:
        return (Piece("same", stored),) if stored else ()
    left, right = _PART.findall(stored), _PART.findall(asked)
    return tuple(_pieces(_steps(left, right)))


def _steps(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    """Stretches as they stand on both sides, and whether they are the same."""
    for step in Indel.opcodes(left, right):
        old, new = left[step.src_start : step.src_end], right[step.dest_start : step.dest_end]
        yield "".join(old), "".join(new), step.tag == "equal"


def _pieces(steps: Iterator[tuple[str, str, bool]]) -> Iterator[Piece]:
    """Join changes that only spaces and marks keep apart."""
    deleted, inserted, held = "", "", ""
    for old, new, same in steps:
        if not same:
            deleted, inserted, held = deleted + held + old, inserted + held + new, ""
        elif (deleted or inserted) and not held and _SLIGHT.fullmatch(old):
            held = old
        else:
            yield from _change(deleted, inserted)
            deleted = inserted = ""
            yield Piece("same", held + old)
            held = ""
    yield from _change(deleted, inserted)
    if held:
        yield Piece("same", held)


def _change(deleted: str, inserted: str) -> Iterator[Piece]:
    if deleted:
        yield Piece("deleted", deleted)
    if inserted:
        yield Piece("inserted", inserted)
