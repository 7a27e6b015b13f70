"""What a file of strings holds: texts under keys, with the places that they were made of."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from termaccord.formats.localisation.unit import State
from termaccord.formats.patches.coding import Coding
from termaccord.formats.patches.layout import Change, Stretch
from termaccord.formats.patches.pages import unwritable
from termaccord.model import Content, Finding, Inline, Span

HERE = Stretch(Span(0, 0), Span(0, 0))
"""Stands for the place of a text that is written anew."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A string of a program."""

    key: str
    """Unique in its file together with `form`; of a list's item with its index behind it."""
    text: str
    """What a reader sees."""
    stretches: tuple[Stretch, ...]
    """Where the text stands in the source."""
    value: Span
    """All that is written for the text, without the quotes or tags around it."""
    whole: Span
    """The entry as it is written: key, value and what holds them together."""
    line: int
    """1-based, where the value begins."""
    content: Content = ()
    """The text with its inline codes; empty where there is none."""
    codes: tuple[str, ...] = ()
    """The inline codes as they are written, in order."""
    form: str = ""
    """CLDR's name of the plural form that this is."""
    note: str = ""
    state: State | None = None
    """What the file says about it; None where it says nothing."""
    path: tuple[str, ...] = ()
    """The key in its parts, where the format nests them."""
    around: tuple[str, str] = ("", "")
    """What must be written before and behind a value where there is none yet: the end of ``<string/>``."""
    listed: bool = False
    """Whether it is part of a list or a rule, which cannot be put into a file that lacks it."""

    @property
    def shown(self) -> Content:
        """The text with its inline codes."""
        return self.content or ((self.text,) if self.text else ())

    @property
    def identifier(self) -> str:
        """The key with its plural form."""
        return f"{self.key}[{self.form}]" if self.form else self.key


@dataclass(frozen=True, slots=True)
class Addition:
    """A string that a file does not have yet."""

    model: Entry
    """The same string in the file that is translated, or of its plural forms the one that it is made after."""
    form: str
    raw: str
    """The translation as it is written in a value."""

    @property
    def identifier(self) -> str:
        return replace(self.model, form=self.form).identifier


@dataclass(frozen=True, slots=True)
class StringFile:
    """A file of strings, opened."""

    source: str
    code: Coding
    entries: tuple[Entry, ...]
    part: Callable[[str, Stretch], str]
    """
    How a piece of text is written inside a value.

    Raises
    ------
    RefusedError
        When it cannot be written there.

    """
    whole: Callable[[str], str]
    """How a whole text is written as a value."""
    add: Callable[[Sequence[Addition], Sequence[str]], list[Change]]
    """
    The changes that put in strings which the file does not have; the identifiers of the original tell the order.

    Raises
    ------
    RefusedError
        When one has no place.

    """
    language: str = ""
    """BCP 47, where the file names it."""
    findings: tuple[Finding, ...] = ()


def woven(
    text: str, stretches: Sequence[Stretch], pieces: Iterable[tuple[int, int, str | None]]
) -> tuple[str, tuple[Stretch, ...]]:
    """
    A text whose escapes are read, with its places in the source.

    Parameters
    ----------
    text
        As it is written.
    stretches
        Where the characters of `text` stand in the source.
    pieces
        Start and end in `text`, and what a reader sees there: None for the same word for word.

    """
    shown: list[str] = []
    found: list[Stretch] = []
    length = 0
    for start, end, meant in pieces:
        words = text[start:end] if meant is None else meant
        if words:
            for one in (
                _cut(stretches, Span(start, end)) if meant is None else [_joined(stretches, start, end)]
            ):
                moved = (
                    one.text.shifted(length - start) if meant is None else Span(length, length + len(words))
                )
                found.append(replace(one, text=moved))
        shown.append(words)
        length += len(words)
    return "".join(shown), tuple(found)


def _cut(stretches: Sequence[Stretch], span: Span) -> list[Stretch]:
    """The parts of stretches inside of a span."""
    found = []
    first = bisect_right(stretches, span.start, key=lambda one: one.text.end)
    for one in stretches[first:]:
        if one.text.start >= span.end:
            break
        text = Span(max(one.text.start, span.start), min(one.text.end, span.end))
        file = text.shifted(one.file.start - one.text.start) if one.verbatim else one.file
        found.append(replace(one, text=text, file=file))
    return found


def _joined(stretches: Sequence[Stretch], start: int, end: int) -> Stretch:
    parts = _cut(stretches, Span(start, end))
    return replace(parts[0], file=Span(parts[0].file.start, parts[-1].file.end))


def verbatim(source: str, span: Span) -> tuple[str, tuple[Stretch, ...]]:
    """A piece of the source as a text that stands there word for word."""
    text = span.of(source)
    return text, ((Stretch(Span(0, len(text)), span),) if text else ())


def with_codes(text: str, codes: Sequence[tuple[int, Inline]]) -> Content:
    """A text with inline codes at offsets of it, which are in order; empty where there is no code."""
    if not codes:
        return ()
    parts: list[str | Inline] = []
    at = 0
    for offset, code in codes:
        if offset > at:
            parts.append(text[at:offset])
        parts.append(code)
        at = offset
    return tuple([*parts, text[at:]] if text[at:] else parts)


UTF16 = r"\\[uU][dD][89abAB][0-9a-fA-F]{2}\\[uU][dD][c-fC-F][0-9a-fA-F]{2}|\\[uU][0-9a-fA-F]{4}"
"""How many formats write a character by the numbers of its UTF-16 units."""


def character(escape: str) -> str:
    r"""
    The character that `UTF16` escapes stand for; the replacement character for half of one.

    >>> character(r"\u0416"), character(r"\uD83D\uDEA2")
    ('Ж', '🚢')
    """
    return bytes.fromhex(escape.replace("\\u", "").replace("\\U", "")).decode("utf-16-be", "replace")


def encodable(text: str, code: Coding) -> str:
    """
    The text, if the encoding of its file has all its characters.

    Raises
    ------
    RefusedError
        When it lacks one.

    """
    if not code.can(text):
        raise unwritable(text, code.encoding)
    return text


class Neighbours:
    """Behind which entry of a file a new one belongs: the nearest before it in the original that the file has."""

    def __init__(self, entries: Sequence[Entry], order: Sequence[str]) -> None:
        held = {entry.identifier: entry for entry in entries}
        self._before: dict[str, Entry | None] = {}
        self._places: dict[str, int] = {}
        near: Entry | None = None
        for place, identifier in enumerate(order):
            self._before[identifier] = near
            self._places[identifier] = place
            near = held.get(identifier, near)

    def before(self, identifier: str) -> Entry | None:
        """The entry that a new one comes behind; None where it comes first."""
        return self._before.get(identifier)

    def place(self, identifier: str) -> int:
        """Which entry of the original this is."""
        return self._places.get(identifier, len(self._places))


class Lines:
    """The lines of a source by offset."""

    def __init__(self, source: str) -> None:
        self._starts = [0, *(at + 1 for at, sign in enumerate(source) if sign == "\n")]

    def line(self, offset: int) -> int:
        """1-based."""
        return bisect_left(self._starts, offset + 1)


def newline(source: str) -> str:
    """The line end that a file uses."""
    return "\r\n" if "\r\n" in source else "\n"
