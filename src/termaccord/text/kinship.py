"""Whether two words share a root, so that one may stand for the other in another part of speech."""

from functools import lru_cache

from termaccord.text.analyse import analyser_for
from termaccord.text.normalise import fold

_SHORTEST = 3
"""Letters of a root."""
_SURE = 4
"""Letters that two roots must share unless they are the same."""
_SHARE = 0.8
"""Of the shorter root that both must share: what is left over is a softened consonant or one suffix more."""
_SOFTENED = str.maketrans("жшчщц", "гхкск")
"""Consonants that change before a suffix and what they come from (Russian Grammar, 1980, § 1083)."""


@lru_cache(maxsize=1 << 16)
def root(lemma: str, language: str) -> str:
    """
    What is left of a lemma without the endings of word formation, the longest taken off first, at most twice.

    >>> root("изолированный", "ru"), root("изоляция", "ru")
    ('изол', 'изол')
    """
    word = fold(lemma)
    for _ in range(2):
        ends = (e for e in analyser_for(language).suffixes if word.endswith(e))
        longest = max((e for e in ends if len(word) - len(e) >= _SHORTEST), key=len, default="")
        if not longest:
            break
        word = word[: -len(longest)]
    return word


@lru_cache(maxsize=1 << 16)
def kin(one: str, other: str, language: str) -> bool:
    """
    Whether two lemmas are likely of one root.

    >>> kin("заражение", "заразиться", "ru"), kin("контакт", "контролировать", "ru")
    (True, False)
    """
    first, second = root(one, language), root(other, language)
    first, second = (r[:-1] + r[-1:].translate(_SOFTENED) for r in (first, second))
    if first == second:
        return True
    shared = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    shared = min(len(first), len(second)) if shared is None else shared
    return shared >= _SURE and shared >= _SHARE * min(len(first), len(second))
