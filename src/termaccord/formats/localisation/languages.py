"""Language tags as localisation files and their names write them."""

import re
from pathlib import PurePosixPath

from babel import Locale, UnknownLocaleError

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*(?:@\w+)?")
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl"}


def tag(text: str) -> str:
    """
    Turn a POSIX or BCP 47 name of a language into BCP 47; empty where it names none.

    >>> tag("pt_BR"), tag("sr@latin"), tag("nonsense")
    ('pt-BR', 'sr-Latn', '')
    """
    text = text.strip().split(".")[0]
    if not _TAG.fullmatch(text):
        return ""
    base, _, modifier = text.replace("_", "-").partition("@")
    parts = base.split("-")
    try:
        Locale(parts[0].lower())
    except (UnknownLocaleError, ValueError):
        return ""
    script = [_SCRIPTS[modifier]] if modifier in _SCRIPTS else []
    return "-".join([parts[0].lower(), *script, *map(_subtag, parts[1:])])


def _subtag(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()


def from_name(name: str) -> str:
    """
    Find the language that a path names: ``NAME.ru.po``, ``ru.po``, ``ru/LC_MESSAGES/NAME.po``.

    >>> from_name("locale/pt_BR/LC_MESSAGES/app.po"), from_name("app.ru.xlf"), from_name("strings.csv")
    ('pt-BR', 'ru', '')
    """
    path = PurePosixPath(name.replace("\\", "/"))
    words = path.name.split(".")[:-1]
    for word in [*reversed(words[1:]), *words[:1]]:
        if found := tag(word):
            return found
    folders = [part for part in reversed(path.parent.parts) if part not in {"LC_MESSAGES", "messages"}]
    return next((found for part in folders[:1] if (found := tag(part))), "")
