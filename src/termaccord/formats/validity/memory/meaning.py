"""What the specification of TMX demands beyond its document types: languages, dates, counts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from babel.core import get_global

from termaccord.formats.exchange.names import LANGUAGE
from termaccord.formats.validity.memory.ledger import Ledger
from termaccord.model import Message, say

ALL = "*all*"
DATES = ("creationdate", "changedate", "lastusagedate")
_BASIC = re.compile(r"\d{8}T\d{6}Z")
_PRIMARY = re.compile(r"(?:[A-Za-z]{2,3}|[ix])", re.IGNORECASE)
_THREE_LETTERS = 3


@dataclass(slots=True)
class Code:
    """An inline element of a segment."""

    tag: str
    attributes: Mapping[str, str]
    line: int


@dataclass(slots=True)
class Segment:
    """A variant as it is being read."""

    language: str
    line: int
    text: list[str] = field(default_factory=list)
    """What stands outside native code."""
    length: int = 0
    """Characters of it."""
    codes: list[Code] = field(default_factory=list)
    complete: bool = False
    """Whether it had a ``seg``."""


@dataclass(slots=True)
class Unit:
    """A unit as it is being read."""

    source: str
    """Its own ``srclang``, else the file's; empty where nobody says."""
    line: int
    segments: list[Segment] = field(default_factory=list)


@lru_cache(4096)
def language_fault(tag: str) -> Message | None:
    """What is wrong with a language tag (BCP 47); None where nothing is."""
    if "_" in tag:
        return say(
            "“{tag}” is no language tag, and OmegaT 6.1 refuses the file for it; write “{right}”",
            tag=tag,
            right=tag.strip().replace("_", "-"),
        )
    if not LANGUAGE.fullmatch(tag) or not _PRIMARY.fullmatch(tag.partition("-")[0]):
        return say("“{tag}” is no language tag; BCP 47 writes “ru” or “ru-RU”", tag=tag)
    return None


@lru_cache(4096)
def shorter(tag: str) -> str:
    """
    The tag with the two-letter code that BCP 47 demands where there is one, after CLDR; empty where it has it.

    >>> shorter("rus-RU"), shorter("ru"), shorter("kmr")
    ('ru-RU', '', '')
    """
    primary, dash, rest = tag.partition("-")
    if len(primary) != _THREE_LETTERS:
        return ""
    short = get_global("language_aliases").get(primary.lower(), "")
    return f"{short}{dash}{rest}" if len(short) == _THREE_LETTERS - 1 else ""


def judge_language(ledger: Ledger, tag: str, what: Message, line: int) -> None:
    """A language that is no tag is an error; `what` says whose it is."""
    fault = language_fault(tag)
    if fault is not None:
        ledger.error("F251", say("{what}: {fault}", what=what, fault=fault), line)
    elif short := shorter(tag):
        message = say(
            "BCP 47 writes “{short}” and not “{tag}”; OmegaT and Poedit find nothing in such a file",
            short=short,
            tag=tag,
        )
        ledger.once("F271", message, line)


def judge_attributes(ledger: Ledger, attributes: Mapping[str, str], line: int) -> None:
    """Dates and counts."""
    for name in DATES:
        if name in attributes and not _BASIC.fullmatch(attributes[name]):
            _judge_date(ledger, name, attributes[name], line)
        elif name in attributes and not _is_time(attributes[name]):
            message = say(
                '{name}="{date}" is no day and time that there is', name=name, date=attributes[name]
            )
            ledger.error("F254", message, line)
    count = attributes.get("usagecount")
    if count is not None and not (count.isascii() and count.isdigit()):
        message = say('usagecount="{count}" is no number; write one or take the attribute out', count=count)
        ledger.error("F253", message, line)


def _judge_date(ledger: Ledger, name: str, date: str, line: int) -> None:
    try:
        datetime.fromisoformat(date)
    except ValueError:
        message = say(
            '{name}="{date}" is no date of ISO 8601; write it like 20260131T235900Z', name=name, date=date
        )
        ledger.error("F254", message, line)
        return
    message = say(
        "{name} is not written like 20260131T235900Z; OmegaT and others pass such dates over", name=name
    )
    ledger.once("F272", message, line)


@lru_cache(4096)
def _is_time(date: str) -> bool:
    try:
        datetime.fromisoformat(date)
    except ValueError:
        return False
    return True


def judge_unit(ledger: Ledger, unit: Unit) -> None:
    """Whether a unit has a segment in its source language, and one a language."""
    languages = [segment.language for segment in unit.segments if segment.language]
    _judge_source(ledger, unit, languages)
    for language in _twice(languages):
        message = say(
            "a unit has two segments in {language}; OmegaT and translate-toolkit read one of them only",
            language=language,
        )
        ledger.warning("F273", message, unit.line)
    if len(unit.segments) == 1:
        ledger.warning(
            "F274", say("a unit has one segment and translates nothing; add one or take it out"), unit.line
        )


def _judge_source(ledger: Ledger, unit: Unit, languages: list[str]) -> None:
    source = unit.source.casefold()
    folded = [language.casefold() for language in languages]
    if not source or source == ALL or not folded or source in folded:
        return
    primary = source.partition("-")[0]
    if any(language.partition("-")[0] == primary for language in folded):
        message = say(
            "the source language is “{source}” and the segment's another of its kind; Poedit, Weblate and "
            "translate-toolkit find only what is called exactly so",
            source=unit.source,
        )
        ledger.once("F275", message, unit.line)
        return
    message = say(
        "a unit has no segment in its source language {source}; name the language it was translated from in srclang, "
        "or *all*",
        source=unit.source,
    )
    ledger.error("F252", message, unit.line)


def _twice(languages: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return sorted({language for language in languages if language in seen or seen.add(language)})  # type: ignore[func-returns-value]
