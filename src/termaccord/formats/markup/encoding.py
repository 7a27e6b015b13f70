"""The encoding of an XML file, as its first bytes tell it (XML 1.0, appendix F)."""

import codecs
import re

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
_ONLY_SAID = frozenset({"utf-8", "ascii", "utf-16", "utf-16-le", "utf-16-be", "utf-32"})
"""Encodings whose declaration says nothing where the bytes look like ASCII."""


def encoding(start: bytes) -> tuple[str, str]:
    """
    The encoding to read a file in, and what it declares where nobody knows such an encoding.

    >>> encoding(b'<?xml version="1.0" encoding="windows-1251"?>')
    ('cp1251', '')
    """
    for mark, marked in MARKS:
        if start.startswith(mark):
            return marked, ""
    declared = _DECLARED.match(start[:_HEAD])
    label = declared[1].decode("ascii") if declared else "utf-8"
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return "utf-8", label
    return ("utf-8" if name in _ONLY_SAID else name), ""


def decoded(data: bytes) -> str:
    """The whole file, its byte order mark apart; damaged bytes are read as the replacement character."""
    return data.decode(encoding(data)[0], "replace")
