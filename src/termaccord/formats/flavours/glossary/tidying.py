"""Texts and ids as every tool can take them."""

import re
import unicodedata

from termaccord.formats.markup.text import ILLEGAL

SPACE = re.compile("[ \t\r\n\v\f\x85\u2028\u2029]+")
"""What stands between words or breaks a line; a no-break space is part of the term."""
STRANGE = re.compile(r"[^A-Za-z0-9._-]")


def tidy(text: str) -> str:
    r"""
    A text in one line, without outer white space and control characters, composed (NFC).

    Tools keep white space as it is and then match nothing; OmegaT composes what it compares.

    >>> tidy("  tide\n   table "), tidy("и\u0306о\u0308д")
    ('tide table', 'йӧд')
    """
    return SPACE.sub(" ", unicodedata.normalize("NFC", ILLEGAL.sub("", text))).strip()


def plain_id(wanted: str) -> str:
    """
    An id in ASCII that is an XML name too: Lokalize drops an entry that has no such id.

    >>> plain_id("c-tide"), plain_id("12"), plain_id("прилив")
    ('c-tide', 'c-12', 'c-43f44043843b438432')
    """
    name = STRANGE.sub(lambda match: f"{ord(match[0]):x}", wanted)
    return name if name[:1].isalpha() else f"c-{name}".rstrip("-")


class Ids:
    """Gives each id once."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def give(self, wanted: str) -> str:
        """The id in plain letters, with a number where it is taken."""
        name = free = plain_id(wanted)
        number = 2
        while free in self._used:
            free, number = f"{name}-{number}", number + 1
        self._used.add(free)
        return free
