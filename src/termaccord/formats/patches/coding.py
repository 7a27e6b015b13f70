"""The encoding of a file found out so that the same text gives the same bytes again."""

import codecs
from collections.abc import Iterable
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_USUAL = ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866", "iso8859-5", "cp1252")
"""What files without a mark are taken for, see `formats.visible.decoding`."""


@dataclass(frozen=True, slots=True)
class Coding:
    """A byte order mark, which may be empty, and an encoding."""

    mark: bytes
    encoding: str

    def encode(self, text: str) -> bytes:
        return self.mark + text.encode(self.encoding)

    def can(self, text: str) -> bool:
        """Whether the encoding has all characters of a text."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


def coding(data: bytes, text: str, declared: Iterable[str] = ()) -> Coding | None:
    """How a file was decoded; None where its bytes were damaged, so that no encoding gives them again."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            marked = Coding(mark, encoding)
            return marked if _gives(marked, text, data) else None
    plain = (Coding(b"", encoding) for encoding in (*declared, *_USUAL) if encoding)
    return next((one for one in plain if _gives(one, text, data)), None)


def _gives(one: Coding, text: str, data: bytes) -> bool:
    try:
        return one.encode(text) == data
    except (LookupError, UnicodeEncodeError):
        return False
