"""What the datatypes of XML Schema take, as far as TBX uses them (W3C, XML Schema Part 2, second edition)."""

import calendar
import re
from collections.abc import Callable

from termaccord.formats.termbase.names import NAME
from termaccord.formats.termbase.texts import LANGUAGE

DATE = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)")
ZONE = r"(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?"
CLOCK = re.compile(r"(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)" + ZONE)
WEB = re.compile(r"https?://.+")
ODD_IN_ADDRESS = re.compile(r"[^!#-;=?-\[\]_a-z~]")
"""Characters that an address in a schema's sense may hold, though none may in an address on the wire."""
ADDRESS = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?"
    r"(?://(?:[\w.~!$&'()*+,;=:%-]*@)?(?:\[[0-9A-Fa-f:.v]+\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?)?"
    r"[\w.~!$&'()*+,;=:@%/-]*(?:\?[\w.~!$&'()*+,;=:@%/?\[\]-]*)?(?:#[\w.~!$&'()*+,;=:@%/?\[\]-]*)?"
)
SPACES = " \t\r\n"


def squeezed(text: str) -> str:
    """The text as most datatypes see it: no white space at its ends, one space for each run of it."""
    return " ".join(text.split())


def is_date(text: str) -> bool:
    """
    Whether a text is a day of the calendar, with or without a time zone.

    >>> is_date("2026-02-28"), is_date("2026-02-29"), is_date("20260228")
    (True, False, False)
    """
    found = DATE.match(text)
    return (
        bool(found) and _on_calendar(text) and bool(re.fullmatch(ZONE, text[found.end() :] if found else ""))
    )


def is_time(text: str) -> bool:
    """Whether a text is a day and a time of day."""
    day, _, clock = text.partition("T")
    return bool(DATE.fullmatch(day)) and _on_calendar(day) and bool(CLOCK.fullmatch(clock))


def _on_calendar(text: str) -> bool:
    found = DATE.match(text)
    if not found or int(found[1]) == 0 or (len(found[1].lstrip("-")) > 4 and found[1].lstrip("-")[0] == "0"):
        return False
    year, month, day = (int(part) for part in found.groups())
    long = 29 if calendar.isleap(abs(year)) else 28
    return 1 <= month <= 12 and 1 <= day <= (long if month == 2 else 30 + (month + month // 8) % 2)


def is_address(text: str) -> bool:
    """Whether a text has the form of a URI or of a reference to one (RFC 3986), spaces and foreign letters forgiven."""
    if re.search(r"%(?![0-9A-Fa-f]{2})", text):
        return False
    plain = ODD_IN_ADDRESS.sub("_", text)
    first = plain.split("/", 1)[0]
    if ":" in first and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", first):
        return False
    return bool(ADDRESS.fullmatch(plain))


CHECKS: dict[str, Callable[[str], bool]] = {
    "ID": lambda text: bool(NAME.fullmatch(text)),
    "IDREF": lambda text: bool(NAME.fullmatch(text)),
    "LANGUAGE": lambda text: bool(LANGUAGE.fullmatch(text)),
    "URI": is_address,
    "WEB": lambda text: bool(WEB.fullmatch(text)) and is_address(text),
    "DATE": is_date,
    "TIME": is_time,
    "MOMENT": lambda text: is_date(text) or is_time(text),
    "DIALECT": lambda text: bool(re.fullmatch(r"TBX-.+", text)),
}
"""Whether a text, squeezed, is of the datatype."""
