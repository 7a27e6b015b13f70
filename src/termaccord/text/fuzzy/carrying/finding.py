"""What is carried over, found in a segment."""

import re
from functools import lru_cache

from termaccord.text.fuzzy.carrying.carried import Carried, fixed, without

_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=4096)
def carried(text: str, language: str) -> tuple[Carried, ...]:
    """
    All that is to be carried over from a segment, in order; nothing overlaps.

    Numbers in words are words, and so is a month without figures.

    >>> [(c.kind, c.text) for c in carried("On 3 May 2025 at 15:30, %s sent 1,200 files to ann@example.org", "en")]
    [('date', '3 May 2025'), ('time', '15:30'), ('variable', '%s'), ('number', '1,200'), ('address', 'ann@example.org')]
    """
    found = fixed(text)
    plain = without(text, found)
    if not _DIGIT.search(plain):
        return tuple(found)
    from termaccord.text.fuzzy.carrying.told import told  # noqa: PLC0415  # most segments have no figures, and it takes long

    return tuple(sorted((*found, *told(plain, language)), key=lambda c: c.span.start))
