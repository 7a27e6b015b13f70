"""How alike two segments are, in whole per cent: by characters, by words and by lemmas."""

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from termaccord.text.fuzzy.comparable import comparable, compared_words
from termaccord.text.normalise import folded

FULL = 100


def by_characters(one: str, other: str) -> int:
    """
    The likeness of two compared forms by characters.

    1 less Levenshtein's distance (1966) over the length of the longer form, in per cent, rounded down:
    100 only where they are equal.

    >>> by_characters("close the gate", "close the gates")
    93
    """
    return _per_cent(one, other)


def by_words(one: str, other: str) -> int:
    """
    The same by words and marks, each of which counts as one whatever its length.

    >>> by_words("close the gate", "close the gates")
    66
    """
    return _per_cent(compared_words(one), compared_words(other))


def by_stems(one: str, other: str, language: str) -> int:
    """
    The same by the lemmas of the words of two segments as they are written, so that inflection counts for nothing.

    The first call for a language may load its dictionary.

    >>> by_stems("закрыть ворота гавани", "закройте ворота гавани", "en") < 100
    True
    """
    return _per_cent(lemmas(one, language), lemmas(other, language))


def lemmas(text: str, language: str) -> list[str]:
    """The folded lemmas of a segment's words; numbers, addresses and placeables stand as in its compared form."""
    from termaccord.text.analyse import words  # noqa: PLC0415  # languages take longer to load than all the rest

    return [folded(word.lemma) for word in words(comparable(text), language)]


def _per_cent(one: Sequence[str], other: Sequence[str]) -> int:
    longer = max(len(one), len(other))
    if not longer:
        return FULL
    distance = Levenshtein.distance(one, other)
    return (longer - distance) * FULL // longer
