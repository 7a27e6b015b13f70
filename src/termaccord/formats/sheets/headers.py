"""What the columns of a table are for, read from its header row in English or Russian."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from termaccord.formats.sheets.tongues import language
from termaccord.formats.sheets.words import CATEGORIES, FLAGS, SIDES, WORDS, Role
from termaccord.model import Status

__all__ = ["Column", "Role", "column", "columns", "is_header"]

_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z])")
_WORD = re.compile(r"[\w-]+|[№#]")
_LITERAL = re.compile(
    r"(?:(?P<language>[\w-]+) )?(?P<level>language )?"
    r"(?P<kind>descrip|admin|termNote|xref|ref|note):(?P<type>[^:]*?)(?: (?P<item>\d+))?"
)
"""A data category by its names in TBX: “ru termNote:termLocation 2”."""
LANGUAGE_LEVEL = "language"
_SIDE_WORDS = {"source": "source", "target": "target", "исходный": "source", "целевой": "target"}

REPEATED = frozenset(
    {
        Role.NOTE,
        Role.CONTEXT,
        Role.CONTEXT_SOURCE,
        Role.CATEGORY,
        Role.CREATED,
        Role.CREATED_BY,
        Role.MODIFIED,
        Role.MODIFIED_BY,
    }
)
"""What there may be several of: a number behind the word counts them; behind any other it counts terms."""
_OWNABLE = frozenset(
    {
        *(Role.STATUS, Role.FLAG, Role.PART_OF_SPEECH, Role.TERM_TYPE, Role.TERM_ID, Role.CONTEXT, Role.NOTE),
        *(Role.CONTEXT_SOURCE, Role.DEFINITION, Role.DEFINITION_SOURCE, Role.CATEGORY),
    }
)
"""What may be said of one term, and so belongs to the column of terms on its left."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds, and in which language."""

    role: Role
    language: str = ""
    side: str = ""
    """“source” or “target” where the header names no language."""
    number: int = 1
    """Which term of the language in this row: 2 of “English 2”."""
    item: int = 1
    """Which of several notes or contexts."""
    level: str = ""
    """`LANGUAGE_LEVEL` where it is said of a language as a whole."""
    category: tuple[str, str] = ("", "")
    """Kind and type of a data category."""
    status: Status | None = None
    """What a yes in a column of flags means."""
    of_term: bool = False
    """Whether the header says that it belongs to a term, not to which: Term_Example."""

    @property
    def whose(self) -> bool:
        """Whether the header says in which language or on which side."""
        return bool(self.language or self.side)


OTHER = Column(Role.OTHER)


def columns(header: Sequence[str]) -> tuple[Column, ...]:
    """
    Read a header row; what is not understood has the role OTHER.

    A second column of terms in a language holds further terms.
    Where “Status” or “Note” stands more than once, each belongs to the column of terms on its left.
    """
    return owned(numbered([column(cell) for cell in header]))


def column(cell: str) -> Column:
    """
    Read one header cell.

    >>> column("English").language, column("ru status").role.value, column("Примечание").role.value
    ('en', 'status', 'note')
    """
    if literal := _LITERAL.fullmatch(cell.strip()):
        return _literal(literal)
    spaced = _CAMEL.sub(" ", cell.replace("/", " ")).casefold()
    for text in (spaced.replace("_", "-"), re.sub("[_-]", " ", spaced)):
        found = _read(_WORD.findall(text))
        if found.role is not Role.OTHER:
            return found
    return OTHER


def _literal(found: re.Match[str]) -> Column:
    tag = language(found["language"].casefold()) if found["language"] else ""
    if found["language"] and not tag:
        return OTHER
    level = LANGUAGE_LEVEL if found["level"] else ""
    return Column(
        Role.CATEGORY,
        tag,
        item=int(found["item"] or 1),
        level=level,
        category=(found["kind"], found["type"]),
    )


def _read(words: list[str]) -> Column:
    """Read the words of a header, with a number at the end or behind the language."""
    if len(words) > 1 and words[-1].isdecimal() and len(words[-1]) < 3:
        read = _read(words[:-1])
        count = int(words[-1])
        if read.role in REPEATED:
            return replace(read, item=count)
        return read if read.role in {Role.VARIANTS, Role.OTHER} else replace(read, number=count)
    phrase = " ".join(words)
    if phrase in SIDES:
        role, side = SIDES[phrase]
        return Column(role, side=side)
    if found := _roles().get(phrase):
        return replace(found, of_term=words[0] in {"term", "термин"} and found.role in _OWNABLE)
    if spoken := language(phrase):
        return Column(Role.TERM, spoken)
    return _of_somebody(words)


def _of_somebody(words: list[str]) -> Column:
    """Read a header of two parts: a language or side, and what is said."""
    for size in range(1, min(len(words), 5)):
        for first, rest in ((words[:size], words[size:]), (words[-size:], words[:-size])):
            side = _SIDE_WORDS.get(first[0], "") if size == 1 else ""
            spoken = language(" ".join(first))
            found = _said(rest) if spoken or side else OTHER
            if found.role is not Role.OTHER:
                return replace(found, language=spoken, side=side)
    return OTHER


def _said(words: list[str]) -> Column:
    """Read what is said of a language or side, which of its terms is meant coming first."""
    number, level = 1, ""
    if words[0].isdecimal() and len(words) > 1:
        number, words = int(words[0]), words[1:]
    if words[0] == LANGUAGE_LEVEL and len(words) > 1:
        level, words = LANGUAGE_LEVEL, words[1:]
    role = _roles().get(" ".join(words))
    return replace(role, number=number, level=level) if role else OTHER


@cache
def _roles() -> dict[str, Column]:
    """What the words of headers say that no language belongs to."""
    found = {word: Column(role) for role, words in WORDS.items() for word in words}
    for status, words in FLAGS.items():
        found |= {word: Column(Role.FLAG, status=status) for word in words}
    for category, words in CATEGORIES.items():
        found |= {word: Column(Role.CATEGORY, category=category) for word in words}
    return found


def numbered(read: Sequence[Column]) -> list[Column]:
    """Where two columns hold terms of a language, the second holds a further term of each concept."""
    seen = Counter[tuple[str, str]]()
    found = []
    for one in read:
        if one.role is Role.TERM and one.whose:
            key = (one.language, one.side)
            seen[key] = max(seen[key] + 1, one.number)
            one = replace(one, number=seen[key])  # noqa: PLW2901  # the same column, counted
        found.append(one)
    return found


def owned(read: Sequence[Column]) -> tuple[Column, ...]:
    """Give what belongs to a term, and does not say to which, to the column of terms on its left."""
    left: list[Column | None] = [None]
    for one in read:
        left.append(one if one.role is Role.TERM and one.whose else left[-1])
    places: dict[Column, list[int]] = {}
    for at, one in enumerate(read):
        if not one.whose and not one.level:
            places.setdefault(one, []).append(at)
    found = list(read)
    for one, where in places.items():
        owners = [left[at] for at in where]
        repeated = one.role in _OWNABLE and len(where) > 1 and len(set(owners)) == len(where)
        if one.of_term or repeated or one.role in {Role.VARIANTS, Role.ABBREVIATION}:
            for at, owner in zip(where, owners, strict=True):
                if owner:
                    found[at] = replace(
                        one, language=owner.language, side=owner.side, number=owner.number, of_term=False
                    )
    return tuple(found)


def is_header(row: Sequence[str]) -> bool:
    """Whether a row names columns: a column of terms, one more that is understood, and half of its cells."""
    return names_columns(columns([cell for cell in row if cell]))


def names_columns(read: Sequence[Column]) -> bool:
    """Whether these columns, none of them empty, are those of a header row."""
    understood = [one for one in read if one.role is not Role.OTHER]
    terms = [one for one in understood if one.role is Role.TERM]
    return bool(terms) and len(understood) > 1 and 2 * len(understood) >= len(read)
