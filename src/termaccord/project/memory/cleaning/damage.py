"""Text that went through a wrong encoding: undone where that is certain, known where letters are lost."""

import re
from functools import cache

from termaccord.text.normalise import repair

_MARKS = "“”‘’„‚–—…•€№™«»\u00a0©®°§"
"""What texts hold besides letters, and what is therefore damaged alone in a text that else came through."""
_READ_AS = ("cp1252", "cp1251", "latin-1")
_SURE = 3
"""Bytes of a mark in UTF-8 from which on no text has the letters that they are read as."""
_LATIN = re.compile(
    r"[\u00c2-\u00f4](?:[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122])+"
)
_QUESTIONS = re.compile(r"\?{2,}")
_LOST = 0.3
"""Share of the characters, spaces apart, that are question marks where letters were lost."""
_MISREAD = 0.5
"""Share of the characters, spaces apart, that belong to pairs as misread letters make."""
_LEAST = 5
_HOLE = re.compile(r"(?<![^\s\"'«„“(\[-])[^\W\d_]+\?[a-zà-öø-ÿа-яё]+(?![\w=?/])")


@cache
def _table() -> dict[str, str]:
    """What stands for a mark that was written in UTF-8 and read as something else."""
    table: dict[str, str] = {}
    for mark in _MARKS:
        for encoding in _READ_AS:
            written = mark.encode()
            try:
                read = written.decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(written) >= _SURE:
                table.setdefault(read, mark)
    return table


@cache
def _marks() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_table(), key=lambda read: (-len(read), read)))))


def mended(text: str) -> str:
    """
    The text without the damage of a wrong decoding; what is doubtful stays.

    Besides what `normalise.repair` undoes: marks and Latin letters that alone were written in UTF-8 and read as
    Windows-1252 or Windows-1251.

    >>> mended("the captainâ€™s cafÃ©")
    'the captain’s café'
    """
    if text.isascii():
        return text
    whole = repair(text)
    if whole != text:
        return whole
    marks = _marks().sub(lambda found: _table()[found[0]], text)
    return _LATIN.sub(_letters, marks)


def _letters(found: re.Match[str]) -> str:
    """One letter outside ASCII, where the stretch is the UTF-8 of letters; as it stands, else."""
    try:
        read = found[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return found[0]
    return read if read.isalpha() and len(read) * 2 <= len(found[0]) else found[0]


def lost(text: str) -> bool:
    """
    Whether most letters were replaced by question marks for good, or misread so that they cannot be known again.

    >>> lost("?????? ?????"), lost("What?!")
    (True, False)
    """
    seen = sum(not character.isspace() for character in text)
    marks = sum(map(len, _QUESTIONS.findall(text)))
    if marks >= _LEAST and marks >= _LOST * seen:
        return True
    misread = 2 * len(_misread().findall(text))
    return misread >= _LEAST and misread >= _MISREAD * seen


def holes(text: str) -> bool:
    """
    Whether a letter seems to be missing: a question mark stands between two others.

    >>> holes("f?r alle"), holes("Wirklich?Ja"), holes("ask?for=more")
    (True, False, False)
    """
    return _HOLE.search(text) is not None


@cache
def _misread() -> re.Pattern[str]:
    """Cyrillic in UTF-8 that was read in an encoding of one byte: its first bytes are two only."""
    behind = bytes(range(0x80, 0xC0))
    followers = "".join(behind.decode(encoding, "ignore") for encoding in _READ_AS)
    return re.compile(f"[РСÐÑ](?=[{re.escape(followers)}]|[РСÐÑ])")
