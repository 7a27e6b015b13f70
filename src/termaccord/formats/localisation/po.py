"""PO: gettext's message catalogs, read by polib, with the line of each string."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import polib

from termaccord.formats.localisation.languages import from_name, tag
from termaccord.formats.localisation.unit import BilingualUnit, Half, State, bilingual
from termaccord.formats.reading import Reading
from termaccord.formats.visible.decoding import decode
from termaccord.model import Finding, Place, Severity, say

_CHARSET = re.compile(rb"Content-Type:[^\n\"]*charset=([\w-]+)", re.IGNORECASE)
_KEYWORD = re.compile(r"(?:#~\s*)?(msgid|msgstr(?:\[(\d+)\])?)\s+\"")
_SOUND = re.compile(
    r"""(?:\#(?!~).* | \#~\|.* | (?:\#~\s*)? (?:(?:msgctxt|msgid(?:_plural)?|msgstr(?:\[\d+\])?)\s*)? (?:"(?:[^"\\]|\\.)*+")?)""",
    re.VERBOSE,
)
_COMMENT = re.compile(r"^#[ .](.*)$", re.MULTILINE)
_GAP = re.compile(r"\n[ \t\r]*\n")


@dataclass(slots=True)
class _Lines:
    source: int
    targets: dict[int, int] = field(default_factory=dict)


def parse(data: bytes, name: str) -> Reading[tuple[BilingualUnit, ...]]:
    """
    Messages in file order; each plural form is a unit of its own.

    A catalog with a syntax error gives every entry that can be read and an error for each that cannot.
    The source language is English unless the header's ``X-Source-Language`` says otherwise;
    it is not said where most letters of the messages are of another script.
    """
    decoded = _decode(data, name)
    catalog, findings = _catalog(decoded.value, name)
    languages = _languages(catalog, name)
    lines = _lines(decoded.value)
    starts = [line.source for line in lines]
    units: list[BilingualUnit] = []
    for entry in catalog:
        at = bisect_left(starts, entry.linenum or 0)
        units.extend(_units(entry, languages, lines[at] if at < len(lines) else _Lines(0)))
    if units and not languages[1]:
        message = say("{file} does not name its language; add “Language:” to its header", file=name)
        findings += (Finding("F120", message, Place(name, line=1)),)
    return Reading(tuple(units), decoded.findings + findings)


def catalog(data: bytes, name: str) -> tuple[polib.POFile, tuple[Finding, ...]]:
    """The catalog as polib has it, all entries that can be read, and what was wrong with the others."""
    decoded = _decode(data, name)
    found, findings = _catalog(decoded.value, name)
    return found, decoded.findings + findings


def source(data: bytes, name: str) -> str:
    """The decoded catalog."""
    return _decode(data, name).value


def notes(data: bytes, name: str) -> tuple[str, ...]:
    """The comments above the header."""
    head = source(data, name).split("\nmsgid", 1)[0]
    return tuple(_COMMENT.findall(head)) if "#" in head else ()


def charset(data: bytes) -> str:
    """The encoding that a catalog's header names; empty where it names none."""
    found = _CHARSET.search(data)
    named = found.group(1).decode("ascii") if found else ""
    return "" if named.upper() == "CHARSET" else named  # so it stands in templates


def _decode(data: bytes, name: str) -> Reading[str]:
    if named := charset(data):
        try:
            return Reading(data.decode(named).removeprefix("\ufeff"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name)


def _catalog(text: str, name: str) -> tuple[polib.POFile, tuple[Finding, ...]]:
    broken = [number for number, line in enumerate(text.split("\n"), 1) if not _is_sound(line)]
    whole = None if broken else _parsed(text)
    return (whole, ()) if whole is not None else _salvage(text, name, broken)


def _is_sound(line: str) -> bool:
    """Polib reads on in silence where a quote is missing, and mangles the string."""
    return bool(_SOUND.fullmatch(line.strip()))


def _parsed(text: str) -> polib.POFile | None:
    try:
        return polib.pofile(text + "\n\n")  # a newline, or polib takes a one-word file for a path
    except (OSError, ValueError, IndexError):
        return None


def _salvage(text: str, name: str, broken: list[int]) -> tuple[polib.POFile, tuple[Finding, ...]]:
    """Read entry by entry, so that one broken entry costs only itself."""
    whole, findings = polib.POFile(), []
    for line, chunk in _chunks(text):
        at = bisect_left(broken, line)
        spoilt = broken[at] if at < len(broken) and broken[at] <= line + chunk.count("\n") else None
        part = None if spoilt else _parsed(chunk)
        if part is None:
            where = spoilt or line
            message = say("{file} has an entry broken in line {line}; mend its quotes", file=name, line=where)
            findings.append(Finding("F121", message, Place(name, line=where), Severity.ERROR))
            continue
        whole.metadata = whole.metadata or part.metadata
        for entry in part:
            entry.linenum = (entry.linenum or 1) + line - 1
            whole.append(entry)
    return whole, tuple(findings)


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    start, line = 0, 1
    for gap in [*_GAP.finditer(text), None]:
        end = gap.start() + 1 if gap else len(text)
        chunk = text[start:end]
        if chunk.strip():
            yield line, chunk
        line += text.count("\n", start, gap.end() if gap else end)
        start = gap.end() if gap else end


def _languages(catalog: polib.POFile, name: str) -> tuple[str, str]:
    source = tag(catalog.metadata.get("X-Source-Language", "")) or _assumed(catalog)
    target = tag(catalog.metadata.get("Language", "")) or from_name(name)
    return source, target


def _assumed(catalog: polib.POFile) -> str:
    """English, as gettext wants messages to be, unless they are plainly not in its script."""
    letters = [c for entry in catalog for c in entry.msgid if c.isalpha()]
    latin = sum(c < "\u0250" for c in letters)
    return "und" if latin * 2 < len(letters) else "en"


def _lines(text: str) -> list[_Lines]:
    """Where each message begins, the header included, in file order."""
    found: list[_Lines] = []
    for number, line in enumerate(text.split("\n"), 1):
        keyword = _KEYWORD.match(line)
        if not keyword:
            continue
        if keyword.group(1) == "msgid":
            found.append(_Lines(number))
        elif found:
            found[-1].targets[int(keyword.group(2) or 0)] = number
    return found


def _units(entry: polib.POEntry, languages: tuple[str, str], lines: _Lines) -> Iterator[BilingualUnit]:
    identifier = f"{entry.msgctxt}|{entry.msgid}" if entry.msgctxt else entry.msgid
    notes = tuple(note for note in (entry.comment, entry.tcomment) if note)
    forms = entry.msgstr_plural or {0: entry.msgstr}
    for index, translation in sorted(forms.items()):
        singular = not entry.msgid_plural or (index == 0 and len(forms) > 1)
        source = entry.msgid if singular else entry.msgid_plural
        found = bilingual(
            identifier if not entry.msgid_plural else f"{identifier}[{index}]",
            Half(languages[0], (source,), lines.source or None),
            Half(languages[1] or "und", (translation,) if translation else (), lines.targets.get(index)),
            _state(entry, translation),
            context=entry.msgctxt or "",
            notes=notes,
        )
        yield replace(found, form=index) if entry.msgid_plural else found


def _state(entry: polib.POEntry, translation: str) -> State:
    if entry.obsolete:
        return State.OBSOLETE
    if not translation:
        return State.UNTRANSLATED
    return State.FUZZY if entry.fuzzy else State.TRANSLATED
