"""What was meant by a text typed while the keyboard was set to another layout."""

from collections.abc import Iterator
from functools import cache

# Letters of the same keys, row by row: ISO/IEC 9995-2 for the keys; the layouts as xkeyboard-config 2.41 has them (us, ru, ua).
LAYOUTS = {
    "us": "`qwertyuiop[]asdfghjkl;'zxcvbnm,.",
    "ru": "ёйцукенгшщзхъфывапролджэячсмитьбю",
    "ua": "'йцукенгшщзхїфівапролджєячсмитьбю",
}
_SHIFTED = str.maketrans('~{}:"<>', "`[];',.")


def retyped(text: str) -> Iterator[str]:
    """
    What the same keys give in the other layouts, in small letters; nothing where a letter is on none of the keys.

    >>> next(retyped("he,t;"))
    'рубеж'
    >>> next(retyped("Ифкпу"))
    'barge'
    """
    plain = text.lower().translate(_SHIFTED)
    for one in LAYOUTS:
        if _typed_in(plain, one):
            yield from (plain.translate(_table(one, other)) for other in LAYOUTS if other != one)


def _typed_in(text: str, layout: str) -> bool:
    """Whether every letter is on the layout's keys."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all(letter in LAYOUTS[layout] for letter in letters)


@cache
def _table(one: str, other: str) -> dict[int, str]:
    return {ord(a): b for a, b in zip(LAYOUTS[one], LAYOUTS[other], strict=True)}
