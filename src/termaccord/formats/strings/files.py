"""Which reader a file of strings has."""

from collections.abc import Callable

from termaccord.formats.reading import Reading
from termaccord.formats.strings import android, apple, objects, properties, resx, stringsdict
from termaccord.formats.strings.conventions import kind
from termaccord.formats.strings.entries import StringFile
from termaccord.model import Finding, Place, Severity, say

_PARSERS: dict[str, Callable[[bytes, str], Reading[StringFile | None]]] = {
    "xml": android.parse,
    "strings": apple.parse,
    "stringsdict": stringsdict.parse,
    "properties": properties.parse,
    "resx": resx.parse,
    "json": objects.parse,
    "arb": objects.parse,
}

LONGEST = 1 << 21
"""Bytes of one text."""
_BETWEEN = {**dict.fromkeys(("json", "arb", "strings"), b'"'), "properties": b"\n"}
"""What stands between texts; files of XML are bounded by the reader of XML."""


def reads(name: str) -> bool:
    """Whether a path is that of a file of strings in one language."""
    return kind(name) in _PARSERS


def parse(data: bytes, name: str) -> Reading[StringFile | None]:
    """
    Open a file of strings.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it; its ending says which format this is.

    Returns
    -------
    The file; None where it cannot be read whole, with an error that says why.

    """
    between = _BETWEEN.get(kind(name))
    if between and len(data) > LONGEST and max(map(len, data.split(between))) > LONGEST:
        message = say("a file of strings holds a text of several megabytes: {file} is not read", file=name)
        return Reading(None, (Finding("F004", message, Place(name), Severity.ERROR),))
    reading = _PARSERS[kind(name)](data, name)
    if reading.value is None and not any(one.severity is Severity.ERROR for one in reading.findings):
        message = say("{file} holds no strings of a program; check that it is the right file", file=name)
        return Reading(None, (*reading.findings, Finding("F131", message, Place(name), Severity.ERROR)))
    return reading
