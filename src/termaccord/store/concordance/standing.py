"""Where the words that were asked for stand in a text, to be marked there."""

import re
from collections.abc import Sequence

from termaccord.model import Span
from termaccord.store.concordance.finding import Sought
from termaccord.text.normalise import folded, normalise

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W_]+")
Stretch = tuple[int, int]
"""First word and the one behind the last."""


def standing(text: str, words: Sequence[Sought], groups: Sequence[int]) -> tuple[Span, ...]:
    """
    The places of the words in a text, in order: of one group all, of several those that stand nearest to each other.

    Empty where they do not stand there, as for another number than the one that was asked for.
    """
    plain = normalise(text)
    found = list(_WORD.finditer(plain.text))
    forms = [folded(one[0]) for one in found]
    stretches: list[list[Stretch]] = []
    at = 0
    for size in groups:
        stretches.append(_group(forms, words[at : at + size]))
        at += size
    if not stretches or not all(stretches):
        return ()
    chosen = stretches[0] if len(stretches) == 1 else _nearest(stretches)
    return tuple(
        plain.original(Span(found[start].start(), found[end - 1].end())) for start, end in sorted(set(chosen))
    )


def _group(forms: Sequence[str], words: Sequence[Sought]) -> list[Stretch]:
    last = len(forms) - len(words)
    return [
        (start, start + len(words))
        for start in range(last + 1)
        if all(_is(forms[start + n], word) for n, word in enumerate(words))
    ]


def _is(form: str, word: Sought) -> bool:
    if word.literal:
        return form == folded(word.literal)
    return form in word.forms


def _nearest(stretches: Sequence[Sequence[Stretch]]) -> list[Stretch]:
    """One place of each group, so that all of them are within the fewest words."""
    places = sorted((start, end, n) for n, ones in enumerate(stretches) for start, end in ones)
    last: dict[int, Stretch] = {}
    best: tuple[int, list[Stretch]] | None = None
    for start, end, group in places:
        last[group] = (start, end)
        if len(last) == len(stretches) and len(set(last.values())) == len(last):
            width = max(e for _, e in last.values()) - min(s for s, _ in last.values())
            if best is None or width < best[0]:
                best = (width, list(last.values()))
    return best[1] if best else []
