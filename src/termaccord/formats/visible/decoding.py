"""Bytes to text: the encoding is told by a byte order mark, proved, or refused."""

from termaccord.formats.reading import Reading
from termaccord.model import Finding, Place, Severity, say


def decode(data: bytes, name: str) -> Reading[str]:
    """Text of a file, without its byte order mark; empty with an error where no encoding is certain."""
    try:
        return Reading(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        message = say("{file} is not UTF-8 text; save it as UTF-8 and try again", file=name)
        return Reading("", (Finding("F101", message, Place(name), Severity.ERROR),))
