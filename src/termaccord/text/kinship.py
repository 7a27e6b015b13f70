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
def stems(word: str, language: str) -> tuple[str, ...]:
    """
    A folded word without one and two endings of word formation, longest stem first; the word itself among them.

    >>> stems("изоляция", "ru")[-1], stems("изолированный", "ru")[-1]
    ('изол', 'изол')
    """
    found = {word}
    for _ in range(2):
        found |= {w[: -len(e)] for w in found for e in analyser_for(language).suffixes if _ends(w, e)}
    hard = {_hard(stem, language) for stem in found}
    return tuple(sorted(hard, key=lambda stem: (-len(stem), stem)))


def _ends(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) - len(ending) >= _SHORTEST


@lru_cache(maxsize=1 << 17)
def kin(one: str, other: str, language: str, *, verbs: bool = False) -> bool:
    """
    Whether two lemmas are likely of one root; of two `verbs` the prefixes of aspect count for nothing.

    >>> kin("заражение", "заразиться", "ru"), kin("контакт", "контролировать", "ru")
    (True, False)
    """
    first, second = fold(one), fold(other)
    if first[:2] == second[:2]:
        return _akin(first, second, language)
    bare = _bare(first, language, verbs=verbs), _bare(second, language, verbs=verbs)
    if verbs and bare[0][:2] == bare[1][:2]:
        return _akin(*bare, language)
    return (bare[0] != first and bare[0][:2] == second[:2] and _akin(bare[0], second, language)) or (
        bare[1] != second and bare[1][:2] == first[:2] and _akin(first, bare[1], language)
    )


def _akin(one: str, other: str, language: str) -> bool:
    first, second = stems(one, language), stems(other, language)
    if any(len(stem) >= _SURE for stem in set(first) & set(second)):
        return True
    shortest = first[-1], second[-1]
    enough = max(_SURE, _SHARE * min(map(len, shortest)))
    return shortest[0] == shortest[1] or _common(*shortest) >= enough


def _bare(word: str, language: str, *, verbs: bool) -> str:
    """Without a prefix that says what a word is not, when or against what; of a verb, how it is done."""
    analyser = analyser_for(language)
    prefixes = analyser.prefixes | analyser.aspects if verbs else analyser.prefixes
    fitting = (p for p in prefixes if word.startswith(p) and len(word) - len(p) >= _SURE)
    return word[len(max(fitting, key=len, default="")) :]


def _hard(stem: str, language: str) -> str:
    """A stem before its consonants were softened or latinised."""
    analyser = analyser_for(language)
    for late, early in analyser.alternations:
        if stem.endswith(late):
            stem = stem[: -len(late)] + early
            break
    if len(stem) > _SURE and stem[-2] in analyser.fleeting:
        stem = stem[:-2] + stem[-1]
    return stem[:-1] + stem[-1:].translate(_SOFTENED)


def _common(one: str, other: str) -> int:
    """Letters that two words share at their beginning."""
    differ = (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differ, min(len(one), len(other)))
