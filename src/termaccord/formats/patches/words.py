"""The smallest changes that turn one wording into another, so that words that stay are not touched."""

import re
from difflib import SequenceMatcher

from termaccord.model import Span

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


def smallest(old: str, new: str) -> list[tuple[Span, str]]:
    """
    Words to be put in the place of others, in order, spans counted in `old`.

    White space counts as equal whatever it is: a line break between two words stays a line break.

    >>> smallest("the Plan of 2031", "the Scheme of 2031")
    [(Span(start=4, end=8), 'Scheme')]
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    starts = [0]
    for token in before:
        starts.append(starts[-1] + len(token))
    matcher = SequenceMatcher(None, _blanked(before), _blanked(after), autojunk=False)
    return [
        (Span(starts[a], starts[b]), "".join(after[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]


def _blanked(tokens: list[str]) -> list[str]:
    return [" " if token.isspace() else token for token in tokens]


def replaced(text: str, changes: list[tuple[Span, str]]) -> str:
    """The text with the changes made, which stand in order."""
    for span, new in reversed(changes):
        text = text[: span.start] + new + text[span.end :]
    return text
