"""A line of text cut to fit a terminal, with words in it underlined."""

import unicodedata
from dataclasses import dataclass

from rich.cells import cell_len

from termaccord.interfaces.reports.quotes import Quote

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Window:
    """As much of a quoted line as there is room for; the lengths are terminal cells."""

    before: str
    words: str
    after: str

    @property
    def indent(self) -> int:
        return cell_len(self.before)

    @property
    def underlined(self) -> int:
        return max(cell_len(self.words), 1)


def window(quote: Quote, room: int) -> Window:
    """
    The words of a quote with what fits around them, cut between words.

    >>> window(Quote("It was said that the ", "Harbour Board", " opened its session."), 34)
    Window(before='…that the ', words='Harbour Board', after=' opened…')
    """
    words = head(quote.words, room)
    before, after = quote.before.lstrip(), quote.after.rstrip()
    left = max(room - cell_len(words), 0)
    front = _tail(before, max(left // 2, left - cell_len(after)))
    return Window(front, words, head(after, left - cell_len(front)))


def head(text: str, room: int) -> str:
    """The beginning of a text, up to the last word that fits."""
    if cell_len(text) <= room:
        return text
    kept = _fitting(text, room - 1)
    at_border = text[len(kept) : len(kept) + 1].isspace()
    whole = kept if at_border or " " not in kept.strip() else kept[: kept.rindex(" ")]
    return whole.rstrip() + ELLIPSIS if room > 0 else ""


def _tail(text: str, room: int) -> str:
    """The end of a text, from the first word that fits."""
    if cell_len(text) <= room:
        return text
    kept = _fitting(text[::-1], room - 1)[::-1]
    start = len(text) - len(kept)
    at_border = text[start - 1 : start].isspace() or kept[:1].isspace()
    whole = kept if at_border or " " not in kept.strip() else kept[kept.index(" ") :]
    while whole and unicodedata.combining(whole[0]):
        whole = whole[1:]
    return ELLIPSIS + whole.lstrip() if room > 0 else ""


def _fitting(text: str, room: int) -> str:
    """The longest beginning of a text that is not wider than `room`."""
    used = 0
    for index, letter in enumerate(text):
        used += cell_len(letter)
        if used > room:
            return text[:index]
    return text
