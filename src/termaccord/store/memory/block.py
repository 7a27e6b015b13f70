"""
A block of the fuzzy index: up to 65,535 compared forms in order of length, and what they are found by.

A file is a JSON line that names its arrays, then the arrays; all are read where they lie, through a memory map.
"""

import json
import mmap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

FORMAT = 3
MOST = 65_535
"""Forms in a block: as many as sixteen bits can number."""
_ALIGNED = 8

Array = NDArray[Any]


class UnreadableError(Exception):
    """No block of ours, or only a part of one."""


@dataclass(frozen=True, slots=True)
class Block:
    """
    A block, open.

    Postings are lists of form numbers: list `i` of `x` is ``x[x_starts[i] : x_starts[i + 1]]``.
    """

    lengths: Array
    """Of each form, in characters, rising."""
    texts: Array
    """All forms one behind the other, UTF-8; equal lengths in order of their code points."""
    text_starts: Array
    units: Array
    """Numbers of the units of each form."""
    unit_starts: Array
    grams: Array
    """Forms by group of letters."""
    gram_starts: Array
    words: Array
    """Forms by word."""
    word_starts: Array
    word_keys: Array
    """Digest of each word, rising; its place is the word's number in this block."""
    vocabulary: Array
    """The words in that order, UTF-8, a line feed behind each."""
    phrases: Array
    """The words of each form one behind the other, as code points (`letter`)."""
    phrase_starts: Array
    word_range: Array
    """Words in the form that has fewest and in the one that has most."""

    @classmethod
    def of(cls, arrays: Mapping[str, Array]) -> Self:
        """A block that was just made."""
        return cls(**arrays)

    @classmethod
    def open(cls, path: Path) -> Self:
        """
        Map a file.

        Raises
        ------
        UnreadableError
            When it is not whole.
        OSError
            When it is not there.

        """
        with path.open("rb") as file:
            try:
                mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            except ValueError as error:
                raise UnreadableError(str(path)) from error
        return cls.read(mapped)

    @classmethod
    def read(cls, data: memoryview) -> Self:
        """Read a block where it lies."""
        end = bytes(data[:4096]).find(b"\n")
        try:
            head = json.loads(bytes(data[:end]))
            if head["format"] != FORMAT or head["size"] != len(data):
                raise UnreadableError(str(head))
            arrays = {
                name: np.frombuffer(data, kind, count, start)
                for name, (kind, count, start) in head["arrays"].items()
            }
            return cls(**arrays)
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableError(str(error)) from error

    def __len__(self) -> int:
        return len(self.lengths)

    @property
    def shortest(self) -> int:
        return int(self.lengths[0])

    @property
    def longest(self) -> int:
        return int(self.lengths[-1])

    def form(self, number: int) -> str:
        """A compared form."""
        return self.texts[self.text_starts[number] : self.text_starts[number + 1]].tobytes().decode()

    def numbers(self, form: int) -> list[int]:
        """The units that have a form."""
        found: list[int] = self.units[self.unit_starts[form] : self.unit_starts[form + 1]].tolist()
        return found


def packed(arrays: Mapping[str, Array]) -> Iterator[bytes | memoryview]:
    """A block as a file's content, piece by piece."""
    places: dict[str, tuple[str, int, int]] = {}
    head = b""
    first = 0
    while first <= len(head):  # the head says where the arrays begin, which depends on its own length
        first = at = _aligned(len(head) + 1)
        for name, array in arrays.items():
            places[name] = (array.dtype.str, len(array), at)
            at = _aligned(at + array.nbytes)
        head = json.dumps({"format": FORMAT, "size": at, "arrays": places}, separators=(",", ":")).encode()
    yield head.ljust(first - 1) + b"\n"
    for array in arrays.values():
        yield np.ascontiguousarray(array).data
        yield b"\0" * (_aligned(array.nbytes) - array.nbytes)


def _aligned(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED


def letter(word: int) -> int:
    """The code point that stands for a word by its number; halves of surrogate pairs are passed over."""
    return word + 1 if word < 0xD7FF else word + 0x801
