"""
Wordfast's own memory: a header line and a line a unit, fields between tabulators.

Source: Wordfast wiki, “The WFC translation memory format” (a line's fields, times as yyyymmdd~hhmmss, 8,000
characters a segment, language codes of at most 5 characters, UTF-16); translate-toolkit 3.20.4,
`translate.storage.wordfast`, for the header and the escapes (run).
"""

import re
from collections.abc import Iterable
from typing import BinaryIO

from termaccord.formats.flavours.memory.cleaning import DATE, text_of
from termaccord.model import TranslationUnit
from termaccord.model.memory import Pairs, last_change

VERSION = "Wordfast TM v.5.51w9/00"
LONGEST_CODE = 5
FIELD_END = re.compile("[\t\r\n]")


def write(
    units: Iterable[TranslationUnit], out: BinaryIO, languages: tuple[str, str], count: int, latest: int
) -> None:
    """
    Write units as they come.

    Parameters
    ----------
    units
        Each with a source and a target, plain text in one line.
    out
        Takes UTF-16 with a byte order mark.
    languages
        Source and target, BCP 47.
    count
        How many units there are, for the header.
    latest
        The latest change as YYYYMMDDhhmmss, for the header; 0 where it is not known.

    """
    source, target = (_code(language) for language in languages)
    day = f"{latest:014d}" if latest else "20000101000000"
    header = (
        f"%{day[:8]}~{day[8:]}",
        "%User ID",
        f"%TU={count:08d}",
        f"%{source}",
        f"%{VERSION}",
        f"%{target}",
        "%-----------",
    )
    out.write(b"\xff\xfe" + _line(header))
    for unit in units:
        sides = [text_of(variant.content) for variant in unit.variants]
        attributes = dict(unit.attributes)
        fields = (
            _time(last_change(unit)),
            _field(_user(unit.attributes)),
            attributes.get("usagecount", "0") if attributes.get("usagecount", "0").isdigit() else "0",
            source,
            _field(sides[0]),
            target,
            _field(sides[1]),
        )
        out.write(_line(fields))


def _line(fields: Iterable[str]) -> bytes:
    return ("\t".join(fields) + "\r\n").encode("utf-16-le")


def _code(language: str) -> str:
    """
    A code as Wordfast takes it.

    >>> _code("ru"), _code("en-GB"), _code("sr-Cyrl-RS")
    ('RU', 'EN-GB', 'SR')
    """
    code = language.upper()
    return code if len(code) <= LONGEST_CODE else code.partition("-")[0]


def _field(text: str) -> str:
    """A text that cannot be taken for an escape, nor end the field."""
    return FIELD_END.sub(" ", text.replace("&'", "&'26;'"))


def _time(written: str) -> str:
    return f"{written[:8]}~{written[9:15]}" if DATE.fullmatch(written) else ""


def _user(attributes: Pairs) -> str:
    known = dict(attributes)
    return known.get("changeid", "") or known.get("creationid", "")
