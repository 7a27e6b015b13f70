"""Languages as the headers of tables name them: by tag, in words, with a region or a script."""

import re
from functools import cache

from babel import Locale

from termaccord.formats.localisation.languages import tag
from termaccord.formats.sheets.words import LANGUAGE_WORDS, REGION_WORDS

_NAMED_IN = ("en", "ru", "de", "fr", "es")
"""Languages whose names of languages are understood in headers, beside each language's name for itself."""
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,4})*")
_FILLERS = frozenset({"language", "in", "the", "язык", "языке", "на", "по"})
_ADJECTIVE = re.compile(r"(.*[сц]к)ий")


def language(words: str) -> str:
    """
    The BCP 47 tag of a language that lower-case words name; empty where they name none.

    >>> language("pt-br"), language("russian"), language("английский сша"), language("english united kingdom")
    ('pt-BR', 'ru', 'en-US', 'en-GB')
    """
    words = " ".join(word for word in words.split() if word not in _FILLERS) or words
    if found := _names().get(words) or LANGUAGE_WORDS.get(words):
        return found
    parts = words.split()
    for size in range(1, len(parts)):
        base, variety = _names().get(" ".join(parts[:size])), _variety(" ".join(parts[size:]))
        if base and variety:
            return f"{base}-{variety}"
    return tag(words) if _TAG.fullmatch(words) else ""


def _variety(words: str) -> str:
    """A region or a script: GB of “united kingdom”, Hans of “simplified”."""
    if words in REGION_WORDS or words in _varieties():
        return REGION_WORDS.get(words) or _varieties()[words]
    return words.upper() if words.upper() in Locale("en").territories and len(words) == 2 else ""


@cache
def _varieties() -> dict[str, str]:
    found: dict[str, str] = {}
    for namer in ("en", "ru"):
        for code, name in sorted(Locale(namer).territories.items()):
            if len(code) == 2:
                found.setdefault(_plain(name), code)
        for code in ("Hans", "Hant", "Cyrl", "Latn"):
            found.setdefault(_plain(Locale(namer).scripts.get(code, code)), code)
    return found


@cache
def _names() -> dict[str, str]:
    """Names of languages in several languages, from CLDR; a name that two languages share is left out."""
    names: dict[str, str] = {}
    for namer in _NAMED_IN:
        for code, name in sorted(Locale(namer).languages.items()):
            if namer in {"en", "ru"} or "_" not in code:
                names.setdefault(_plain(name), code.replace("_", "-"))
    for code in sorted(set(names.values())):
        if "-" not in code and tag(code):
            names.setdefault(_plain(Locale(code).get_display_name(code) or ""), code)
    for name, code in list(names.items()):
        if adjective := _ADJECTIVE.fullmatch(name):  # на английском, по-английски
            names.setdefault(f"{adjective[1]}ом", code)
            names.setdefault(f"по-{adjective[1]}и", code)
    names.pop("", None)
    return names


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[\w-]+", name.casefold()))
