"""The encoding of an XML file, as its first bytes tell it (XML 1.0, appendix F)."""

import codecs
import re
from dataclasses import dataclass

from termaccord.formats.visible.encodings import likeliest

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_HEAD = 1000
_SAMPLE = 1 << 16
_ONE_BYTE = re.compile(r"cp125\d$|cp8\d\d$|iso8859|koi8|mac-|latin|ascii")
_FEWEST_BEYOND_ASCII = 3
"""Characters that must decode as UTF-8 before a file is taken for it against its word."""
_CODES = frozenset({"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
"""Ways to write text in ASCII that Python knows and that no XML file is in."""
_ONLY_SAID = frozenset({"utf-8", "ascii", "utf-16", "utf-16-le", "utf-16-be", "utf-32"})
"""Encodings whose declaration says nothing where the bytes look like ASCII."""


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What the first bytes of a file say about its encoding."""

    name: str
    unknown: str = ""
    """What it declares, where nobody knows such an encoding."""
    belied: str = ""
    """What it declares, where its bytes show that it is in another."""


def encoding(start: bytes) -> tuple[str, str]:
    """
    The encoding to read a file in, and what it declares where nobody knows such an encoding.

    >>> encoding(b'<?xml version="1.0" encoding="windows-1251"?>')
    ('cp1251', '')
    """
    found = sniffed(start)
    return found.name, found.unknown


def sniffed(start: bytes) -> Sniffed:
    """The encoding to read a file in: a byte order mark is believed first, then the bytes, then the declaration."""
    for mark, marked in MARKS:
        if start.startswith(mark):
            return Sniffed(marked)
    declared = _DECLARED.match(start[:_HEAD])
    label = declared[1].decode("ascii") if declared else "utf-8"
    name = _charset(label)
    if not name:
        return Sniffed("utf-8", unknown=label)
    shown = _shown(start[:_SAMPLE], name)
    return Sniffed(shown, belied=label) if shown else Sniffed("utf-8" if name in _ONLY_SAID else name)


def _charset(label: str) -> str:
    """Python's name of an encoding of text; empty where there is none, and where it is a code and no encoding."""
    try:
        found = codecs.lookup(label)
    except LookupError:
        return ""
    text = getattr(found, "_is_text_encoding", True)
    return "" if not text or found.name in _CODES else found.name


def _shown(sample: bytes, name: str) -> str:
    """The encoding that the bytes show where the declaration says another; empty where it may be right."""
    if sample.isascii():
        return ""
    try:
        text, _ = codecs.utf_8_decode(sample, "strict", False)
    except UnicodeDecodeError:
        return _legacy(sample) if name in _ONLY_SAID else ""
    beyond = sum(not character.isascii() for character in text)
    return "utf-8" if _ONE_BYTE.match(name) and beyond >= _FEWEST_BEYOND_ASCII else ""


def _legacy(sample: bytes) -> str:
    """The one-byte encoding of what says that it is UTF-8; empty where it is UTF-8 with a few bytes damaged."""
    text = sample.decode(errors="replace")
    damaged = text.count("\ufffd")
    whole = sum(not character.isascii() for character in text) - damaged
    return "" if whole > damaged else likeliest(sample) or ""


def decoded(data: bytes) -> str:
    """The whole file, its byte order mark apart; damaged bytes are read as the replacement character."""
    return data.decode(encoding(data)[0], "replace")
