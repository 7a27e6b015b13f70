"""A text as a row of words and figures, which is what numbers are read from."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from termaccord.text.languages.quantities.registry import Customs, customs
from termaccord.text.placeables import masked

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@(?:\w[\w-]*\.)+\w+|[#@]\w+")
_SPACE = " \u00a0\u2009\u202f"
_ITEM = re.compile(
    rf"""
    (?P<word> [^\W\d_]+(?:['’](?!s(?!\w))[^\W\d_]+)* )
  | (?P<date> (?<![\d.])
      (?: \d{{4}}-\d{{2}}-\d{{2}} | \d{{1,2}}(?P<stop>[./])\d{{1,2}}(?P=stop)(?:\d{{4}}|\d{{2}}) ) (?![\d/]|\.\d) )
  | (?P<clock> (?<![\d:])\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\d:]) )
  | (?P<digits> \d{{1,3}}(?P<mark>[{_SPACE}'’.,])\d{{3}}(?:(?P=mark)\d{{3}})*(?!\d)(?:[.,]\d+(?![\d.]))? )
  | (?P<code> \d+(?:\.\d+){{2,}} )
  | (?P<plain> \d+(?:[.,]\d+)? )
  | (?P<part> [¼½¾⅐-⅞] )
    """,
    re.VERBOSE,
)
_LONGEST = 60
"""Characters of the longest number, with the marks between its figures."""
_FOLDED = {ord("ё"): "е", ord("’"): "'"}


@dataclass(frozen=True, slots=True)
class Item:
    """A word or a figure."""

    start: int
    end: int
    text: str
    kind: str
    """date, clock, digits (with marks between thousands), plain, code, part, word."""
    key: str
    """Lower case without ё, for look-up."""

    @property
    def figure(self) -> bool:
        return self.kind in {"digits", "plain"}


@dataclass(frozen=True, slots=True)
class Row:
    """The items of a text and the customs of its language."""

    text: str
    items: tuple[Item, ...]
    customs: Customs

    def gap(self, index: int) -> str:
        """What stands before an item, behind the one before it."""
        if index >= len(self.items):
            return "\n"
        return self.text[self.items[index - 1].end if index else 0 : self.items[index].start]

    def key(self, index: int) -> str:
        return self.items[index].key if 0 <= index < len(self.items) else ""

    def near(self, index: int) -> bool:
        """Whether an item follows the one before it as parts of a number do: a space or a hyphen between."""
        return self.gap(index) in _NEAR

    def after(self, position: int, start: int = 0) -> int:
        """Index of the first item that begins at or behind a position."""
        return bisect_left(self.items, position, lo=start, key=lambda item: item.start)


_NEAR = frozenset({*_SPACE, "-", "‐", "‑", "", "+ "})


def row(text: str, language: str) -> Row:
    """The words and figures of a text; addresses, variables and markup have none."""
    plain = masked(text)
    if any(sign in text for sign in ("@", "#", "://", "www.")):
        plain = _ADDRESS.sub(lambda m: "\n" * len(m[0]), plain)
    items = tuple(
        Item(m.start(), m.end(), m[0], _kind(m), m[0].lower().translate(_FOLDED))
        for m in _ITEM.finditer(plain)
    )
    return Row(plain, items, customs(language))


def _kind(match: re.Match[str]) -> str:
    """What an item is; more figures in a row than any amount has are a code."""
    kind = match.lastgroup or "word"
    return "code" if kind != "word" and len(match[0]) > _LONGEST else kind
