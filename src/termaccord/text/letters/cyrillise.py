"""Russian words back from Latin letters, whatever the scheme: near enough for a look-up that forgives a letter."""

import re
from functools import cache

from termaccord.text.transliterate import SCHEMES

_ORDER = ("bgn", "press", "icao", "loc", "gost52535", "iso9", "scientific")
"""Where schemes disagree the commoner one is believed: h alone is х in two of them, y is й or ы by its place."""
_OFTEN = {
    "ye": "е", "yo": "е", "yu": "ю", "ya": "я", "iy": "ий", "yy": "ый", "iia": "ия", "iya": "ия", "aia": "ая",
    "y": "ы", "j": "й", "h": "х", "w": "в", "q": "к", "c": "ц", "ck": "к", "ph": "ф", "'": "ь", "’": "ь", "dzh": "дж", "dj": "дж",
    "je": "е", "jo": "е", "tstv": "тств", "tsk": "тск",
}  # fmt: skip
"""Spellings that no scheme has, or only in a place of its own."""
_AFTER_VOWEL = re.compile(r"(?<=[аеёиоуыэюя])ы")


def cyrillised(word: str) -> str:
    """
    A word in Latin letters in the Cyrillic ones that it was most likely written in, small.

    What cannot be known is left out: most soft and all hard signs.

    >>> cyrillised("bratstvo")
    'братство'
    >>> cyrillised("Zheleznodorozhnyi"), cyrillised("Shchuka"), cyrillised("Peschanaya"), cyrillised("Sergey")
    ('железнодорожныи', 'щука', 'песчаная', 'сергей')
    """
    pattern, table = _reversed()
    letters = word.lower()
    text = pattern.sub(lambda match: table[match.group()], letters)
    return _AFTER_VOWEL.sub("й", text)


@cache
def _reversed() -> tuple[re.Pattern[str], dict[str, str]]:
    table: dict[str, str] = dict(_OFTEN)
    for name in _ORDER:
        for cyrillic, latin in SCHEMES[name].items():
            if len(cyrillic) == 1 and latin:
                table.setdefault(latin, cyrillic)
    return re.compile("|".join(re.escape(k) for k in sorted(table, key=lambda k: (-len(k), k)))), table
