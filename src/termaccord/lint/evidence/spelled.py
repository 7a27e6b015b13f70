"""The words of a text whose spelling tells a variety of English, and which of them may keep another hand's spelling."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from termaccord.lint.rule import Text
from termaccord.model import Span
from termaccord.text.languages.writing.english import Spelling, Variety, spelling

_WORD = re.compile(r"(?<![\w@/.#-])[^\W\d_]{4,}(?![\w@/])")
_QUOTED = re.compile(r"“[^”\n]{1,600}”|«[^»\n]{1,600}»|\"[^\"\n]{1,600}\"|(?<!\w)‘[^’\n]{1,600}’(?!\w)")
_STARTS = re.compile(r"(?:^|[.!?…:]['\"”’)]?\s+|[\n“\"«‘(•*-]\s*)$")
_ARTICLES = re.compile(r"\b(?:the|this|that|our|its|an|a)\s$", re.IGNORECASE)
_COMPUTING = re.compile(
    r"\b(?:computer|software|source|code|coding|compile|script|run|running|user)s?\b", re.IGNORECASE
)
"""Beside these a program is one in British English too."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word whose spelling tells a variety, where it stands."""

    text: Text
    span: Span
    entry: Spelling
    kept: bool
    """Whether it may keep somebody else's spelling: in quotation marks, or with the capital of a name."""

    name: str = ""
    """Of a word inside of a name: the words beside it, by which the name is known again."""

    @property
    def written(self) -> str:
        return self.span.of(self.text.text)


def words(text: Text) -> Iterator[Word]:
    quotations = [m.span() for m in _QUOTED.finditer(text.text)]
    for match in _WORD.finditer(text.text):
        entry = spelling(match[0].lower())
        if entry is None or _of_computers(text.text, match, entry):
            continue
        quoted = any(start < match.start() < end for start, end in quotations)
        named = match[0][0].isupper() and not _STARTS.search(text.text[: match.start()][-40:])
        name = _beside(text.text, match) if _in_name(text.text, match) else ""
        yield Word(text, Span(*match.span()), entry, quoted or named, name)


def _of_computers(text: str, match: re.Match[str], entry: Spelling) -> bool:
    near = text[max(0, match.start() - 30) : match.end() + 30]
    return entry.kind == "-mme" and entry.variety is Variety.AMERICAN and _COMPUTING.search(near) is not None


def _beside(text: str, match: re.Match[str]) -> str:
    before = re.search(r"[\w’']+\W{1,2}$", text[max(0, match.start() - 40) : match.start()])
    behind = re.match(r"\W{1,2}[\w’']+", text[match.end() : match.end() + 40])
    return f"{before[0].strip() if before else ''}_{behind[0].strip() if behind else ''}".lower()


def _in_name(text: str, match: re.Match[str]) -> bool:
    """Whether the word belongs to a name, which keeps the spelling of its bearer: World Health Organization."""
    if match[0].islower():
        return False
    behind = text[match.end() : match.end() + 40]
    goes_on = re.match(r"[ -](?:(?:of|for|on|and|to|the|in) )*[A-Z]", behind) is not None
    before = text[max(0, match.start() - 40) : match.start()]
    if match[0].isupper() or goes_on:
        return True
    return not (_STARTS.search(before) or _ARTICLES.search(before))
