"""What the columns of a table are for, read from its header row in English or Russian."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from babel import Locale

from termaccord.formats.localisation.languages import tag

_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z])")
_NAMED_IN = ("en", "ru", "de", "fr", "es")
"""Languages whose names of languages are understood in headers, beside each language's name for itself."""


class Role(StrEnum):
    """What a column holds."""

    TERM = "term"
    VARIANTS = "variants"
    ABBREVIATION = "abbreviation"
    STATUS = "status"
    PART_OF_SPEECH = "part of speech"
    TERM_TYPE = "term type"
    CONCEPT = "concept"
    SUBJECT = "subject"
    DEFINITION = "definition"
    CONTEXT = "context"
    NOTE = "note"
    LANGUAGE = "language"
    SCORE = "score"
    MENTIONS = "mentions"
    OTHER = "other"


WORDS: dict[Role, tuple[str, ...]] = {
    Role.TERM: ("term", "terms", "термин", "термины", "text", "текст", "word", "слово"),
    Role.VARIANTS: (
        "variants",
        "variant",
        "synonyms",
        "synonym",
        "варианты",
        "вариант",
        "синонимы",
        "синоним",
    ),
    Role.ABBREVIATION: (
        "abbreviation",
        "abbreviations",
        "acronym",
        "сокращение",
        "сокращения",
        "аббревиатура",
    ),
    Role.STATUS: ("status", "usage status", "administrative status", "статус"),
    Role.PART_OF_SPEECH: ("part of speech", "pos", "часть речи"),
    Role.TERM_TYPE: ("term type", "type", "тип", "тип термина"),
    Role.CONCEPT: (
        "string id",
        "concept",
        "concept id",
        "id",
        "entry",
        "entry id",
        "понятие",
        "номер",
        "код",
    ),
    Role.SUBJECT: ("subject", "subject field", "domain", "category", "область", "тематика", "категория"),
    Role.DEFINITION: ("definition", "description", "определение", "дефиниция", "описание"),
    Role.CONTEXT: ("context", "example", "контекст", "пример"),
    Role.NOTE: ("note", "notes", "comment", "comments", "примечание", "примечания", "комментарий"),
    Role.LANGUAGE: ("language", "lang", "locale", "язык"),
    Role.SCORE: ("score", "confidence", "оценка"),
    Role.MENTIONS: ("mentions", "occurrences", "frequency", "упоминания", "частота"),
}
"""Headers of glossary tables: the names of ISO 30042's data categories and what spreadsheets call them."""

_SOURCE = Role.TERM, "source"
_TARGET = Role.TERM, "target"
SIDES: dict[str, tuple[Role, str]] = {
    **dict.fromkeys(("source", "original", "исходный текст", "оригинал", "источник"), _SOURCE),
    **dict.fromkeys(("target", "translation", "перевод"), _TARGET),
    **{f"source {word}": _SOURCE for word in ("term", "text", "string", "segment")},
    **{f"target {word}": _TARGET for word in ("term", "text", "string", "segment")},
    **{f"source {word}": (Role.LANGUAGE, "source") for word in ("language", "lang", "locale")},
    **{f"target {word}": (Role.LANGUAGE, "target") for word in ("language", "lang", "locale")},
}
"""Headers that name a side instead of a language."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds, and in which language."""

    role: Role
    language: str = ""
    side: str = ""
    """“source” or “target” where the header names no language."""


def columns(header: tuple[str, ...]) -> tuple[Column, ...]:
    """Read each cell of a header row; what is not understood has the role OTHER."""
    return tuple(column(cell) for cell in header)


def column(cell: str) -> Column:
    """
    Read one header cell.

    >>> column("English").language, column("ru status").role.value, column("Примечание").role.value
    ('en', 'status', 'note')
    """
    words = " ".join(re.findall(r"[\w-]+", _CAMEL.sub(" ", cell).replace("_", "-").casefold()))
    if role := _roles().get(words):
        return Column(role)
    if words in SIDES:
        role, side = SIDES[words]
        return Column(role, side=side)
    if language := _language(words):
        return Column(Role.TERM, language)
    for size in (1, 2, 3):
        parts = words.split()
        for first, rest in ((parts[:size], parts[size:]), (parts[-size:], parts[:-size])):
            language, role = _language(" ".join(first)), _roles().get(" ".join(rest))
            if language and role:
                return Column(role, language)
    return Column(Role.OTHER)


def is_header(row: tuple[str, ...]) -> bool:
    """Whether a row names columns: a column of terms, one more that is understood, and half of its cells."""
    read = columns(tuple(cell for cell in row if cell))
    understood = [one for one in read if one.role is not Role.OTHER]
    terms = [one for one in understood if one.role is Role.TERM]
    return bool(terms) and len(understood) > 1 and 2 * len(understood) >= len(read)


@cache
def _roles() -> dict[str, Role]:
    return {word: role for role, words in WORDS.items() for word in words}


def _language(words: str) -> str:
    return _names().get(words) or _language_tag(words)


def _language_tag(words: str) -> str:
    named, _, region = words.rpartition(" ")  # English (UK)
    if named in _names() and re.fullmatch(r"[a-z]{2}", region):
        return f"{_names()[named]}-{'GB' if region == 'uk' else region.upper()}"
    return tag(words) if re.fullmatch(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,4})*", words) else ""


@cache
def _names() -> dict[str, str]:
    """Names of languages in several languages, from CLDR; a name that two languages share is left out."""
    names: dict[str, str] = {}
    for namer in _NAMED_IN:
        for code, name in sorted(Locale(namer).languages.items()):
            if "_" not in code:
                names.setdefault(name.casefold(), code)
    for code in sorted(set(names.values())):
        if tag(code):
            names.setdefault((Locale(code).get_display_name(code) or "").casefold(), code)
    names.pop("", None)
    return names
