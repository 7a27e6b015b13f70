"""`corpus.toml`: which texts there are and which translates which."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from babel import Locale, UnknownLocaleError

from termaccord.model import Finding, Place, Severity, say
from termaccord.text.analyser import primary_language

NAME = "corpus.toml"
KINDS = {
    "id": str,
    "path": str,
    "language": str,
    "outlet": str,
    "date": dt.date,
    "translation_of": str,
    "authority": int,
    "subject": str,
}
KIND_NAMES = {
    str: say("text in quotes"),
    dt.date: say("a date such as 2025-11-20"),
    int: say("a whole number"),
}
_HEAD = re.compile(r"^[ \t]*\[\[\s*document\s*\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as the manifest names it."""

    id: str
    path: str
    language: str = ""
    """Empty: to be detected from the text."""
    outlet: str = ""
    date: dt.date | None = None
    translation_of: str = ""
    authority: int = 0
    subject: str = ""
    """Name of the glossary its terms belong to; empty for the project's own."""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """The usable entries, in file order, and what was wrong with the others."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...] = ()


def parse(data: bytes, name: str, folder: Path | None = None) -> Manifest:
    """
    Read a manifest; every entry that cannot be used becomes an error finding at its line.

    `folder` is where its paths begin; when given, a missing file is a finding here.
    """
    try:
        text = data.decode("utf-8-sig")
        tables = tomllib.loads(text).get("document", [])
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        line = re.search(r"line (\d+)", str(error))
        message = say("{name} is not valid TOML: {reason}", name=name, reason=str(error))
        return Manifest((), (_error("P001", message, name, int(line[1]) if line else 1),))
    lines = [text.count("\n", 0, m.start()) + 1 for m in _HEAD.finditer(text)]
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        message = say(
            "{name}: “document” must be a list of tables, each beginning with [[document]]", name=name
        )
        return Manifest((), (_error("P001", message, name, 1),))
    if not tables:
        message = say("{name} names no documents; add a [[document]] table for each text", name=name)
        return Manifest((), (_error("P001", message, name, 1),))
    placed = zip(tables, lines, strict=True) if len(lines) == len(tables) else ((t, 1) for t in tables)
    return _checked([_entry(t, line, name) for t, line in placed], name, folder)


def _checked(answers: list[Entry | Finding], name: str, folder: Path | None) -> Manifest:
    entries: dict[str, Entry] = {}
    findings: list[Finding] = []
    for answer in answers:
        if isinstance(answer, Finding):
            findings.append(answer)
            continue
        trouble = _trouble(answer, entries, name, folder)
        if trouble:
            findings.append(trouble)
        else:
            entries[answer.id] = answer
    findings.extend(_orphans(entries, name))
    return Manifest(tuple(entries.values()), tuple(findings))


def _entry(table: dict[str, Any], line: int, name: str) -> Entry | Finding:
    for key in ("id", "path"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            return _error("P002", say("a document without “{key}”; it is left out", key=key), name, line)
    for key, value in table.items():
        if key in KINDS and not isinstance(value, KINDS[key]):
            message = say(
                "document {id}: “{key}” must be {kind}; it is left out",
                id=table["id"],
                key=key,
                kind=KIND_NAMES[KINDS[key]],
            )
            return _error("P002", message, name, line)
    values = {k: v for k, v in table.items() if k in KINDS}
    if isinstance(values.get("date"), dt.datetime):
        values["date"] = values["date"].date()
    return Entry(**values, line=line)


def _trouble(entry: Entry, before: dict[str, Entry], name: str, folder: Path | None) -> Finding | None:
    if entry.id in before:
        message = say(
            "two documents have the id “{id}”, the first at line {first}; this one is left out: give it an id of its own",
            id=entry.id,
            first=before[entry.id].line,
        )
        return _error("P003", message, name, entry.line)
    if entry.language and not known_language(entry.language):
        message = say(
            "document {id}: “{language}” is no language tag; write one such as ru or en-GB, or leave it out to have it detected",
            id=entry.id,
            language=entry.language,
        )
        return _error("P004", message, name, entry.line)
    if folder is not None and not (folder / entry.path).is_file():
        message = say(
            "document {id}: there is no file {path}; it is left out",
            id=entry.id,
            path=str(folder / entry.path),
        )
        return _error("P005", message, name, entry.line)
    return None


def _orphans(entries: dict[str, Entry], name: str) -> Iterator[Finding]:
    for entry in entries.values():
        if not entry.translation_of:
            continue
        if entry.translation_of == entry.id:
            message = say(
                "document {id} says that it translates itself; it is read as an original", id=entry.id
            )
            yield _error("P006", message, name, entry.line)
        elif entry.translation_of not in entries:
            message = say(
                "document {id} translates “{original}”, which is not in the corpus; it is read as an original",
                id=entry.id,
                original=entry.translation_of,
            )
            yield _error("P006", message, name, entry.line)


def _error(code: str, message: str, name: str, line: int) -> Finding:
    return Finding(code, message, Place(name, line=line, column=1), Severity.ERROR)


def known_language(tag: str) -> bool:
    """
    Whether `tag` names a language that CLDR knows, with or without region and script.

    >>> known_language("ru"), known_language("en-GB"), known_language("xx-klingon")
    (True, True, False)
    """
    try:
        return Locale("en").languages.get(primary_language(tag)) is not None
    except (UnknownLocaleError, ValueError):
        return False


def language_of_path(path: str) -> str:
    """
    The language that a path shows: `NAME.LANG.txt`, or a parent folder named by a language tag.

    >>> language_of_path("news/report.ru.txt"), language_of_path("en-herald/report.txt"), language_of_path("a.txt")
    ('ru', 'en', '')
    """
    pure = PurePosixPath(path.replace("\\", "/"))
    suffixes = [s[1:] for s in pure.suffixes[:-1]]
    for part in (*reversed(suffixes), *reversed(pure.parts[:-1])):
        tag = _tag(part)
        if tag:
            return tag
    return ""


def outlet_of_path(path: str) -> str:
    """
    The outlet that a parent folder such as `en-herald` names.

    >>> outlet_of_path("en-herald/report.txt")
    'herald'
    """
    for part in reversed(PurePosixPath(path.replace("\\", "/")).parts[:-1]):
        tag = _tag(part)
        if tag and "-" in part:
            rest = part.split("-", 1)[1]
            return "" if re.fullmatch(r"[A-Z]{2}|[A-Z][a-z]{3}", rest) else rest
    return ""


def _tag(part: str) -> str:
    match = re.fullmatch(r"([a-z]{2,3})(?:[-_]([A-Za-z]{4}|[A-Z]{2}))?(?:-[\w.-]+)?", part)
    if not match or not known_language(match[1]):
        return ""
    # Two letters are meant; three-letter folders (“src”, “doc”) are words far more often than languages.
    if len(match[1]) != 2:
        return ""
    region = match[2] if match[2] and match[2].isupper() else None
    return f"{match[1]}-{region}" if region else match[1]
