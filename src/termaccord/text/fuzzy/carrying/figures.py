"""A number in figures: what it says, and how another one is written in its manner."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from babel import Locale, UnknownLocaleError

from termaccord.text.analyser import primary_language
from termaccord.text.languages.quantities.registry import customs

_SPACES = " \u00a0\u2009\u202f"
FIGURE = re.compile(
    rf"\d{{1,3}}(?:(?P<space>[{_SPACES}'’])\d{{3}})(?:(?P=space)\d{{3}})*(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
)
_GROUPED = re.compile(
    rf"(?P<head>\d{{1,3}})(?P<rest>(?P<group>[{_SPACES}'’.,])\d{{3}}(?:(?P=group)\d{{3}})*)(?:(?P<mark>[.,])(?P<part>\d+))?"
)
_PLAIN = re.compile(r"(?P<whole>\d+)(?:(?P<mark>[.,])(?P<part>\d+))?")
_GROUP = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is written."""

    whole: str
    """Its digits before the decimal mark, without marks."""
    part: str = ""
    """Its digits behind it."""
    group: str = ""
    """The mark between its thousands."""
    decimal: str = ""
    """Its decimal mark."""

    @property
    def value(self) -> Fraction:
        return Fraction(f"{self.whole}.{self.part or '0'}")


def figure(text: str, language: str) -> Figure | None:
    """
    The number that figures with marks are in a language; None where they are none but a code, such as 2.0.1.

    >>> figure("1,200", "en"), figure("1,200", "ru")
    (Figure(whole='1200', part='', group=',', decimal=''), Figure(whole='1', part='200', group='', decimal=','))
    """
    match = _GROUPED.fullmatch(text)
    if match and match["group"] != match["mark"] and not _decimal(match, language):
        whole = re.sub(r"\D", "", match["head"] + match["rest"])
        return Figure(whole, match["part"] or "", match["group"], match["mark"] or "")
    match = _PLAIN.fullmatch(text)
    return Figure(match["whole"], match["part"] or "", "", match["mark"] or "") if match else None


def _decimal(match: re.Match[str], language: str) -> bool:
    """Whether the one mark before three digits is the language's decimal mark: 1,200 in Russian."""
    once = len(match["rest"]) == _GROUP + 1 and match["mark"] is None
    return once and match["group"] == customs(language).decimal


def written(new: Figure, old: Figure, language: str) -> str:
    """
    A number in the manner of the one whose place it takes; what that does not show, the language decides.

    >>> written(Figure("15300", "5", ",", "."), Figure("1200"), "de")
    '15.300,5'
    """
    mark = _between(new, old, language)
    whole = _marked(new.whole, mark) if mark else new.whole
    return f"{whole}{old.decimal or customs(language).decimal}{new.part}" if new.part else whole


def _between(new: Figure, old: Figure, language: str) -> str:
    """The mark between thousands, empty where there is to be none."""
    if len(new.whole) <= _GROUP:
        return ""
    if old.group:
        return old.group
    bare = len(old.whole) > _GROUP and (not new.group or len(new.whole) == len(old.whole))
    if bare or not new.group:
        return ""
    return _own_mark(language)


@cache
def _own_mark(language: str) -> str:
    """What the language puts between thousands (CLDR)."""
    for tag in (language, primary_language(language)):
        try:
            return str(Locale.parse(tag.replace("_", "-"), sep="-").number_symbols["latn"]["group"])
        except (UnknownLocaleError, ValueError, KeyError):
            continue
    return "\u202f"


def _marked(digits: str, mark: str) -> str:
    head = len(digits) % _GROUP or _GROUP
    return mark.join((digits[:head], *(digits[i : i + _GROUP] for i in range(head, len(digits), _GROUP))))
