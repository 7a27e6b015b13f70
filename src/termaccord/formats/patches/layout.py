"""What is known of a file whose words are to be changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from termaccord.model import Place, Span

Address = tuple[str, str]
"""Of a text in a file: the unit's id and the language; both empty where the whole file is one text."""

Change = tuple[Span, str]
"""A stretch of the source and what stands there instead."""


class RefusedError(Exception):
    """An edit cannot be made; carries the sentence that says why."""

    def __init__(self, message: str) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that a reader sees and the stretch of the source that it was made of."""

    text: Span
    file: Span
    raw: bool = False
    """Whether it stands in the source without references and escapes (CDATA)."""

    @property
    def verbatim(self) -> bool:
        return len(self.text) == len(self.file)


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a file; what no stretch covers was made by the reader, as a line break between two blocks."""

    text: str
    stretches: tuple[Stretch, ...]
    """In order of the text and of the file; each stretch is wholly or not at all `verbatim`."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A file's source with the places of its texts, and how its format writes text."""

    source: str
    """The decoded file; of an office file, its parts one behind the other."""
    texts: Mapping[Address, tuple[str, str]]
    """Every text of the file, and its inline codes: what a changed file is held against."""
    passage: Callable[[Address], Passage]
    """
    Where one of the texts stands.

    Raises
    ------
    RefusedError
        When it cannot be found.

    """
    rebuilt: Callable[[Sequence[Change]], bytes]
    """The file with these changes, which stand in order and do not overlap."""
    written: Callable[[str, Stretch], str] = lambda text, _: text
    """
    How text is written where a stretch stands.

    Raises
    ------
    RefusedError
        When it cannot be written there.

    """
    crossable: Callable[[str], bool] = lambda _: False
    """Whether an edit may reach across this piece of source, which stays: the end of a bold word."""
    skippable: Callable[[str], bool] = str.isspace
    """Whether an edit may take this piece of source away: a line break that a reader does not see."""
    settled: Callable[[Sequence[Change]], Sequence[Change]] = field(default=lambda changes: changes)
    """The changes with what they bring with them, as the quotes around a cell that now holds a comma."""
    allowed: Callable[[Address], None] = lambda _: None
    """
    Ask whether a text may be changed.

    Raises
    ------
    RefusedError
        When it may not.

    """
    addressed: Callable[[Place], Address] = lambda _: ("", "")
    """The text that a place means."""


def spliced(source: str, changes: Sequence[Change]) -> str:
    """The source with the changes made."""
    parts: list[str] = []
    at = 0
    for span, text in changes:
        parts += [source[at : span.start], text]
        at = span.end
    return "".join([*parts, source[at:]])
