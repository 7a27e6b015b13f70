"""Columns as a user names them on the command line: “en,ru,status,-” or “B=ru note”."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termaccord.formats.sheets.headers import OTHER, Column, Role, column, numbered, owned
from termaccord.model import UsageError, say

_LETTERS = re.compile(r"[A-Z]{1,3}")
_LEFT_OUT = Column(Role.IGNORED)


@dataclass(frozen=True, slots=True)
class Given:
    """What a user says of columns."""

    in_order: tuple[Column, ...] = ()
    """Of the first columns, from the left."""
    named: tuple[tuple[str, Column], ...] = ()
    """Of single ones, by letter, number or header."""

    def __bool__(self) -> bool:
        return bool(self.in_order or self.named)

    def header_in(self, cells: Sequence[str]) -> bool:
        """Whether a row holds all headers by which columns are named."""
        texts = [key.casefold() for key, _ in self.named if _place(key) is None]
        return bool(texts) and set(texts) <= {cell.casefold() for cell in cells}

    def over(self, read: Sequence[Column], header: Sequence[str]) -> tuple[Column, ...]:
        """These columns over those that a header row says, which may be empty."""
        named = list(read)
        places = [at for key, _ in self.named if (at := _place(key)) is not None]
        width = max([len(read), len(self.in_order), *(at + 1 for at in places)])
        named += [OTHER] * (width - len(named))
        named[: len(self.in_order)] = self.in_order
        for key, one in self.named:
            at = _place(key)
            found = (
                [at]
                if at is not None
                else [n for n, h in enumerate(header) if h.casefold() == key.casefold()]
            )
            for n in found:
                named[n] = one
        return owned(numbered(named))


def given(described: Iterable[str]) -> Given:
    """
    Read what a user says of the columns.

    Parameters
    ----------
    described
        Each is a list with commas, for the first columns, or `COLUMN=MEANING` for one,
        COLUMN being its letter, its number or its header.
        A meaning is a language (`en`), what is said (`note`), both (`en:status`) or `-` for nothing.

    Raises
    ------
    UsageError
        When a meaning is not understood.

    """
    in_order: list[Column] = []
    named: list[tuple[str, Column]] = []
    for one in described:
        key, equals, meaning = one.rpartition("=")
        if equals:
            named.append((key.strip(), _meant(meaning)))
        else:
            in_order += map(_meant, one.split(","))
    return Given(tuple(in_order), tuple(named))


def _meant(text: str) -> Column:
    text = text.strip()
    if text in {"", "-"}:
        return _LEFT_OUT
    found = column(text)
    if found.role is Role.OTHER:
        found = column(" ".join(text.replace(":", " ").split()))
    if found.role is Role.OTHER:
        raise UsageError(
            say(
                "“{column}” says no column; write a language (en), what it holds (note), both (en:status), "
                "or - to leave it out",
                column=text,
            )
        )
    return found


def _place(key: str) -> int | None:
    """The number of a column, from 0, that a letter or a number names."""
    if key.isdecimal():
        return int(key) - 1 if int(key) else None
    if not _LETTERS.fullmatch(key):
        return None
    number = 0
    for letter in key:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
