"""One normal form of text with a way back to the original offsets."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from termaccord.model import Span

_QUOTES = "«»“”„‟″〝〞❝❞＂"
_APOSTROPHES = "‘’‚‛′`´ʼ‹›＇"
_DASHES = "‐‑‒–—―−﹘﹣－"
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_REMOVED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


@cache
def _same_length() -> dict[int, str]:
    table = dict.fromkeys(map(ord, _QUOTES), '"')
    table |= dict.fromkeys(map(ord, _APOSTROPHES), "'")
    table |= dict.fromkeys(map(ord, _DASHES), "-")
    return table | dict.fromkeys(map(ord, _SPACES), " ")


_RESIZED = re.compile(f"[{_REMOVED}{''.join(_LIGATURES)}]")
_JAMO = range(0x1160, 0x1200)


@dataclass(frozen=True, slots=True)
class Normalised:
    """Text in normal form; `offsets` holds start and end in the original of each of its characters."""

    text: str
    offsets: tuple[tuple[int, int], ...] = ()
    """Empty where nothing has moved."""
    length: int = 0
    """Of the original."""

    def original(self, span: Span) -> Span:
        """The stretch of the original that became `span`; an empty span stays empty."""
        if not self.offsets:
            return span
        if span.start >= len(self.offsets):
            return Span(self.length, self.length)
        start = self.offsets[span.start][0]
        return Span(start, self.offsets[span.end - 1][1] if span.end > span.start else start)


def normalise(text: str) -> Normalised:
    """
    Bring text to NFC with one form each of double quotes, apostrophes, dashes and spaces, without invisible characters.

    Line ends stay: they carry structure.
    """
    replaced = text.translate(_same_length())
    if not _RESIZED.search(replaced) and unicodedata.is_normalized("NFC", replaced):
        return Normalised(replaced, length=len(text))
    return _resized(replaced)


def _resized(text: str) -> Normalised:
    characters: list[str] = []
    offsets: list[tuple[int, int]] = []
    for start, end in _clusters(text):
        kept = "".join(_LIGATURES.get(c, c) for c in text[start:end] if c not in _REMOVED)
        composed = unicodedata.normalize("NFC", kept)
        characters.append(composed)
        offsets.extend([(start, end)] * len(composed))
    return Normalised("".join(characters), tuple(offsets), len(text))


def _clusters(text: str) -> list[tuple[int, int]]:
    """Stretches that NFC may compose: a character and what combines with it."""
    starts = [i for i, c in enumerate(text) if i == 0 or not _combines(c)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True)) if text else []


def _combines(character: str) -> bool:
    return ord(character) in _JAMO or character in _REMOVED or unicodedata.category(character).startswith("M")


_EVERYDAY = re.compile("[\\n -_a-~А-яЁё«»–—…№\ue000-\uf8ff]*")
"""Russian and English text with the usual marks, of which most texts are made: quicker ways lead to the same."""
_STRESS = {0x300: None, 0x301: None}
_YO = {ord("ё"): "е"}


def fold(text: str) -> str:
    """
    Make spellings that readers take for the same word equal: case, ё, stress marks, quotes, dashes, spaces.

    >>> fold("Ёлка")
    'елка'
    """
    if text.isascii():
        return text.lower()
    if _EVERYDAY.fullmatch(text):
        plain = text.lower().replace("ё", "е").replace("«", '"').replace("»", '"')
        return plain.replace("–", "-").replace("—", "-")
    plain = normalise(text).text.casefold().translate(_YO)
    if "\u0301" in plain or "\u0300" in plain:
        plain = plain.translate(_STRESS)
    return plain


folded = lru_cache(maxsize=1 << 16)(fold)
"""`fold` for words, which it remembers."""

_RUN = re.compile(r"[À-ÿ¨¸]{4,}")


def repair(text: str) -> str:
    """
    Undo a wrong decoding of Cyrillic where it is certain; anything doubtful is left as it is.

    Certain means: UTF-8 read as a one-byte encoding (no other text decodes), or Windows-1251 read as Latin-1,
    which shows as words made of nothing but accented letters.
    """
    if text.isascii():
        return text
    for read_as in ("cp1251", "cp1252", "latin-1"):
        mended = _recode(text, read_as, "utf-8")
        if mended is not None and _cyrillic(mended) >= 3:
            return mended
    accented = sum(map(len, _RUN.findall(text)))
    if accented and accented * 2 > sum(c.isalpha() for c in text):
        return _recode(text, "cp1252", "cp1251") or _recode(text, "latin-1", "cp1251") or text
    return text


def _recode(text: str, read_as: str, written_as: str) -> str | None:
    try:
        return text.encode(read_as).decode(written_as)
    except UnicodeError:
        return None


def _cyrillic(text: str) -> int:
    return sum("\u0400" <= c <= "\u04ff" for c in text)
