"""
PO: translations with their flags.

A translation that a person is to look at is marked ``fuzzy``, and the source that it was made for stands above it
(GNU gettext manual, sections 3 and 8.3.6); programs do not use it until the flag is taken away.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from termaccord.formats import bilingual
from termaccord.formats.addresses import addressed
from termaccord.formats.fillings.codes import inlines, native, text
from termaccord.formats.fillings.fills import Fill, Made, Standing, closed_by_state
from termaccord.formats.fillings.wrapping import lines, style
from termaccord.formats.localisation import po
from termaccord.formats.localisation.unit import BilingualUnit, State
from termaccord.formats.patches.coding import Coding, coding
from termaccord.formats.patches.layout import Change, RefusedError, spliced
from termaccord.formats.patches.pages import unwritable
from termaccord.model import Message, Severity, Span, say

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*\"")
_STRING = re.compile(r'[ \t]*"')
_COMMENT = re.compile(r"#(?!~)")
_FLAGS = re.compile(r"#,(.*)")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    """Without the line end."""
    span: Span
    """With the line end."""


class Catalog:
    """An opened catalog."""

    def __init__(self, source: str, units: Sequence[BilingualUnit], code: Coding) -> None:
        self.units = units
        self._source = source
        self._code = code
        self._style = style(source)
        ends = [0, *(at.end() for at in re.finditer("\n", source)), len(source)]
        self._lines = [_Line(source[a:b].rstrip("\r\n"), Span(a, b)) for a, b in pairwise(ends)]
        self._entries: dict[int, list[BilingualUnit]] = {}
        for unit in units:
            self._entries.setdefault(unit.source_line or 0, []).append(unit)

    def closed(self, unit: BilingualUnit, *, overwrite: bool) -> Message | None:
        """Why nothing may be put into a unit; None where it may."""
        return closed_by_state(unit, overwrite=overwrite)

    def refused(self, _: Fill) -> Message | None:
        """Every translation can be put in, with its flag."""
        return None

    def group(self, unit: BilingualUnit) -> object:
        """Plural forms are filled together."""
        return unit.source_line

    def rebuilt(self, changes: Sequence[Change]) -> bytes:
        """The file with these changes."""
        return self._code.encode(spliced(self._source, changes))

    def written(self, fills: Mapping[str, Fill], language: str) -> tuple[list[Change], list[Made]]:  # noqa: ARG002  # the header keeps its language
        """The changes that put translations in, in the order of the file; of plural forms all or none."""
        changes: list[Change] = []
        made: list[Made] = []
        for entry in self._entries.values():
            asked = [fills[unit.unit.id] for unit in entry if unit.unit.id in fills]
            if asked:
                entry_changes, entry_made = self._entry(entry, asked)
                changes += entry_changes
                made += entry_made
        return sorted(changes, key=lambda change: change[0]), made

    def _entry(
        self, entry: Sequence[BilingualUnit], fills: Sequence[Fill]
    ) -> tuple[list[Change], list[Made]]:
        done = {fill.unit for fill in fills}
        if any(unit.state is State.UNTRANSLATED and unit.unit.id not in done for unit in entry):
            message = say("“{unit}” lacks some of its plural forms, so none is filled", unit=entry[0].unit.id)
            raise RefusedError(message)
        made = [_made(fill, unit) for unit in entry for fill in fills if fill.unit == unit.unit.id]
        for one in made:
            if not self._code.can(one.text):
                raise unwritable(one.text, self._code.encoding)
        fuzzy = [one for one in made if one.standing is not Standing.TRANSLATED]
        by_unit = {unit.unit.id: unit for unit in entry}
        changes = [self._string(by_unit[one.fill.unit], one.text) for one in made]
        kept = any(unit.state is State.FUZZY and unit.unit.id not in done for unit in entry)
        changes += self._comments(entry[0], fuzzy, flagged=bool(fuzzy) or kept)
        return changes, [replace(one, standing=fuzzy[0].standing) for one in made] if fuzzy else made

    def _string(self, unit: BilingualUnit, words: str) -> Change:
        """The string of a translation written anew."""
        first = (unit.target_line or 1) - 1
        keyword = _KEYWORD.match(self._lines[first].text)
        if keyword is None:
            raise RefusedError(say("“{unit}” cannot be found in the catalog", unit=unit.unit.id))
        last = first
        while last + 1 < len(self._lines) and _STRING.match(self._lines[last + 1].text):
            last += 1
        span = Span(self._lines[first].span.start, self._lines[last].span.end)
        ending = (
            "" if span.end == len(self._source) and not self._source.endswith("\n") else self._style.newline
        )
        return span, self._style.newline.join(lines(keyword[1], words, self._style)) + ending

    def _comments(self, unit: BilingualUnit, fuzzy: Sequence[Made], *, flagged: bool) -> list[Change]:
        """The flags of an entry and what stood there before."""
        head = self._head(unit)
        flags = next((line for line in head if line.text.startswith("#,")), None)
        previous = [line for line in head if line.text.startswith("#|")]
        first = self._first(unit)
        changes = [(line.span, "") for line in previous]
        if changed := self._flags(flags, flagged=flagged):
            changes.append((flags.span if flags else self._before(previous, first), changed[0]))
        told = next((text(one.fill.source) for one in fuzzy if one.fill.source), "")
        if told and self._code.can(told):
            written = self._style.newline.join(lines("msgid", told, self._style, "#| "))
            changes.append((Span(first, first), written + self._style.newline))
        return changes

    @staticmethod
    def _before(previous: Sequence[_Line], first: int) -> Span:
        at = previous[0].span.start if previous else first
        return Span(at, at)

    def _flags(self, line: _Line | None, *, flagged: bool) -> tuple[str] | None:
        """The line of flags written anew; None where it stays."""
        found = _FLAGS.match(line.text) if line else None
        old = [flag.strip() for flag in found[1].split(",")] if found else []
        if flagged == ("fuzzy" in old):
            return None
        new = ["fuzzy", *old] if flagged else [flag for flag in old if flag != "fuzzy"]
        return (f"#, {', '.join(new)}{self._style.newline}" if new else "",)

    def _head(self, unit: BilingualUnit) -> list[_Line]:
        """The comments above an entry."""
        last = self._number(unit)
        first = last
        while first and _COMMENT.match(self._lines[first - 1].text):
            first -= 1
        return self._lines[first:last]

    def _first(self, unit: BilingualUnit) -> int:
        return self._lines[self._number(unit)].span.start

    def _number(self, unit: BilingualUnit) -> int:
        """The line where an entry's own strings begin: at its context, where it has one."""
        number = (unit.source_line or 1) - 1
        at = number
        while at and _STRING.match(self._lines[at - 1].text):
            at -= 1
        return at - 1 if at and self._lines[at - 1].text.startswith("msgctxt") else number


def opened(data: bytes, name: str) -> Catalog | None:
    """Open a catalog; None where an entry is broken or its bytes are damaged."""
    reading = bilingual.parse(data, name)
    source = po.source(data, name)
    code = coding(data, source, (po.charset(data),))
    if code is None or any(finding.severity is Severity.ERROR for finding in reading.findings):
        return None
    named = addressed(unit.unit for unit in reading.value)
    return Catalog(source, [replace(u, unit=one) for u, one in zip(reading.value, named, strict=True)], code)


def _made(fill: Fill, unit: BilingualUnit) -> Made:
    """
    A translation as a catalog holds it: its markup is text, so codes are written out where the source has them too.

    gettext wants both strings to begin and to end with a line break, or neither (msgfmt ``--check-format``).
    """
    source = unit.unit.variants[0].text
    coded = native(fill.source) == source
    bare = bool(inlines(fill.target)) and not coded
    words = native(fill.target) if coded else text(fill.target)
    if source.startswith("\n") != words.startswith("\n"):
        words = "\n" * source.startswith("\n") + words.lstrip("\n")
    if source.endswith("\n") != words.endswith("\n"):
        words = words.rstrip("\n") + "\n" * source.endswith("\n")
    return Made(fill, words, Standing.FUZZY if bare else fill.standing, bare)
