"""Bytes to text: the encoding is told by a byte order mark, proved by its bytes, or refused."""

import codecs
import re

from termaccord.formats.reading import Reading
from termaccord.formats.visible.encodings import likeliest
from termaccord.model import Finding, Place, Severity, say

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 before UTF-16: the mark of the one begins like that of the other."""

_SIGNATURES = (
    (b"%PDF-", say("a PDF")),
    (b"PK\x03\x04", say("a zip archive or an office file")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", say("an old or encrypted office file")),
    (b"{\\rtf", say("an RTF file")),
    (b"\x89PNG\r\n", say("an image")),
    (b"\xff\xd8\xff", say("an image")),
    (b"GIF8", say("an image")),
    (b"\x1f\x8b", say("a compressed file")),
    (b"BZh", say("a compressed file")),
    (b"\xfd7zXZ", say("a compressed file")),
    (b"\x7fELF", say("a program")),
    (b"SQLite format 3\x00", say("a database")),
)
"""How files begin that are no text, as file(1) knows them."""

_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
_BEYOND_ASCII = bytes(range(128, 256))
_MOST_CONTROLS = 0.005
"""Share of control characters above which nobody wrote this as a text."""
_WHOLE_FOR_EACH_DAMAGED = 10
"""Characters beyond ASCII that decode as UTF-8: other encodings hardly ever give any."""
_DAMAGED = re.compile("\ufffd")


def decode(data: bytes, name: str, declared: str = "") -> Reading[str]:
    """
    Text of a file, without its byte order mark, its line ends as they are.

    Without a mark it is UTF-8 if it decodes as such; what else it is must show without doubt and is told in a warning.
    What the file itself has `declared` is believed where it is no UTF-8.
    A file that is no text, or in an encoding that does not show, gives an empty text and an error.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, name, encoding)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            message = say(
                "{file} is {kind}, not a text; export it as plain text, DOCX or ODT", file=name, kind=kind
            )
            return _refused(name, "F103", message)
    wide = _wide(data)
    if wide:
        return _assumed(data.decode(wide), name, wide)
    if len(data) - len(data.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(data):
        message = say(
            "{file} holds binary data, not a text; leave it out or export it as plain text", file=name
        )
        return _refused(name, "F103", message)
    try:
        return Reading(data.decode())
    except UnicodeDecodeError:
        return _declared(data, declared) or _other(data, name)


def _declared(data: bytes, encoding: str) -> Reading[str] | None:
    """The text in the encoding that the file names; None where it names none or it is not so."""
    try:
        return Reading(data.decode(encoding)) if encoding else None
    except (LookupError, UnicodeDecodeError):
        return None


def _marked(data: bytes, name: str, encoding: str) -> Reading[str]:
    try:
        return Reading(data.decode(encoding))
    except UnicodeDecodeError:
        return _damaged(data.decode(encoding, "replace"), name)


def _other(data: bytes, name: str) -> Reading[str]:
    replaced = data.decode(errors="replace")
    damaged = replaced.count("\ufffd")
    whole = len(replaced) - damaged - len(data.translate(None, _BEYOND_ASCII))
    if whole >= _WHOLE_FOR_EACH_DAMAGED * damaged:
        return _damaged(replaced, name)
    encoding = likeliest(data)
    if encoding:
        return _assumed(data.decode(encoding), name, encoding)
    message = say("the encoding of {file} is not UTF-8 and cannot be told; save it as UTF-8", file=name)
    return _refused(name, "F101", message)


def _wide(data: bytes) -> str | None:
    """
    UTF-16 without a mark: every second byte of most text is the same few values.

    Latin letters have a zero there, Cyrillic ones a four.
    """
    if len(data) < 4 or len(data) % 2:
        return None
    sample = data[: 1 << 16]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        low = sample[0::2] if encoding == "utf-16-le" else sample[1::2]
        rows = high.count(0) + high.count(4)
        if rows > 0.9 * len(high) and low.count(0) < 0.05 * len(low) and high.count(0):
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return encoding
    return None


def _assumed(text: str, name: str, encoding: str) -> Reading[str]:
    message = say(
        "{file} is not UTF-8 and is read as {encoding}; save it as UTF-8 to be sure",
        file=name,
        encoding=encoding,
    )
    return Reading(text, (Finding("F102", message, Place(name, line=1)),))


def _damaged(text: str, name: str) -> Reading[str]:
    first = _DAMAGED.search(text)
    line = text.count("\n", 0, first.start()) + 1 if first else 1
    message = say(
        "{file} has damaged characters ({count}), the first in line {line}; they are read as “\ufffd”",
        count=text.count("\ufffd"),
        file=name,
        line=line,
    )
    return Reading(text, (Finding("F107", message, Place(name, line=line)),))


def _refused(name: str, code: str, message: str) -> Reading[str]:
    return Reading("", (Finding(code, message, Place(name), Severity.ERROR),))
