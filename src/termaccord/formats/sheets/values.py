"""What a cell of an Excel workbook says as a text, and how a text is written that no XML could hold."""

import datetime as dt
import re

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_SURROGATES = re.compile("[\ud800-\udfff]")


def text_of(value: object) -> str:
    """A value as a person sees it: whole numbers without a point, dates as ISO 8601, TRUE and FALSE."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPED.sub(_character, value) if "_x" in value else value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    return str(value)


def _character(found: re.Match[str]) -> str:
    """ST_Xstring of ISO/IEC 29500-1, 22.9.2.19: `_x000D_` is a carriage return."""
    number = int(found[1], 16)
    return found[0] if 0xD800 <= number < 0xE000 else chr(number)


def escaped(text: str) -> str:
    r"""
    A text as a workbook can hold it; `text_of` gives it back.

    >>> escaped("a\x01b"), text_of(escaped("_x0041_"))
    ('a_x0001_b', '_x0041_')
    """
    return _UNSAFE.sub(lambda found: f"_x{ord(found[0]):04X}_", _SURROGATES.sub("\ufffd", text))
