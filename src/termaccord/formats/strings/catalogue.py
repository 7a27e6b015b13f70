"""
Xcode's string catalogues (``.xcstrings``): all languages of a program in one JSON file.

Structure: Apple's developer documentation, “Localizing and varying text with a string catalog”, and the files that Xcode writes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from termaccord.formats.localisation.languages import tag
from termaccord.formats.localisation.plurals import CATEGORIES, categories, rank
from termaccord.formats.localisation.unit import BilingualUnit, Half, State, bilingual
from termaccord.formats.patches.coding import Coding, coding
from termaccord.formats.reading import Reading
from termaccord.formats.strings import tokens
from termaccord.formats.strings.entries import Entry, Lines
from termaccord.formats.strings.objects import entry
from termaccord.formats.strings.tokens import Member
from termaccord.model import Finding, Place, Severity, Span, say

Way = tuple[str, ...]
"""What leads from a localization to one of its texts: variations by plural or device, substitutions."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text of the catalogue, or the place of one that it does not have yet."""

    key: str
    language: str
    """As the file writes it."""
    way: Way
    source: Entry | str
    """The text in the source language; the key itself where the file has no other."""
    target: Entry | None
    state: Member | None = None
    """Where the file says how far the translation has come."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """An opened catalogue."""

    source: str
    code: Coding
    top: Member
    leaves: tuple[Leaf, ...]
    units: tuple[BilingualUnit, ...]
    """One for each leaf."""


def parse(data: bytes, name: str) -> Reading[tuple[BilingualUnit, ...]]:
    """Every string in every language of the catalogue but the source's, in the order of the file."""
    reading = opened(data, name)
    return Reading(reading.value.units if reading.value else (), reading.findings)


def opened(data: bytes, name: str) -> Reading[Catalogue | None]:
    """Open a catalogue; None where it cannot be read whole."""
    read = tokens.opened(data, name)
    if read.value is None:
        return Reading(None, read.findings)
    source, top = read.value
    code = coding(data, source)
    strings = top.at("strings")
    if code is None or strings is None or strings.kind != "{":
        message = say("{file} holds no strings of a program; check that it is the right file", file=name)
        return Reading(None, (*read.findings, Finding("F131", message, Place(name), Severity.ERROR)))
    reader = _Reader(source, top, strings)
    leaves = tuple(reader.leaves())
    several = len(reader.languages) > 1
    units = tuple(reader.unit(leaf, several) for leaf in leaves)
    return Reading(Catalogue(source, code, top, leaves, units), read.findings)


class _Reader:
    def __init__(self, source: str, top: Member, strings: Member) -> None:
        self._source = source
        self._strings = strings
        self._lines = Lines(source)
        self._own = self._text(top.at("sourceLanguage")) or "en"
        held = (one.at("localizations") for one in strings.members.values())
        named = (language for one in held if one for language in one.members)
        self.languages = tuple(sorted({*named} - {self._own}))

    def _text(self, member: Member | None) -> str:
        if member is None or member.kind != '"':
            return ""
        return tokens.meant(self._source[member.span.start + 1 : member.span.end - 1])

    def leaves(self) -> Iterator[Leaf]:
        for key, one in self._strings.members.items():
            held = one.at("localizations")
            sources = {way: found for way, found, _ in self._texts(key, held, self._own)}
            for language in self.languages if key else ():
                yield from self._in(key, language, held, sources)

    def _in(self, key: str, language: str, held: Member | None, sources: dict[Way, Entry]) -> Iterator[Leaf]:
        targets = {way: (found, state) for way, found, state in self._texts(key, held, language)}
        ways = list(dict.fromkeys((*_wanted(sources, tag(language)), *targets)))
        if not sources and any(way for way in targets):
            ways = list(targets)
        for way in ways:
            target, state = targets.get(way, (None, None))
            yield Leaf(key, language, way, self._model(key, way, sources), target, state)

    def _model(self, key: str, way: Way, sources: dict[Way, Entry]) -> Entry | str:
        """The source of a text: of a form that the source has not, its “other”."""
        other = (*way[:-1], "other")
        return sources.get(way) or sources.get(other) or sources.get(()) or key

    def _texts(
        self, key: str, held: Member | None, language: str
    ) -> Iterator[tuple[Way, Entry, Member | None]]:
        localization = held.at(language) if held else None
        stack = [localization] if localization else []
        while stack:
            member = stack.pop()
            value = member.at("stringUnit", "value")
            if value is not None and value.kind == '"':
                way = member.path[4:]
                found = entry(self._source, self._lines, value, key, Span(member.start, member.span.end))
                yield way, found, member.at("stringUnit", "state")
            below = [one for name, one in member.members.items() if name != "stringUnit" and one.kind == "{"]
            stack += reversed(below)

    def unit(self, leaf: Leaf, several: bool) -> BilingualUnit:
        source = leaf.source if isinstance(leaf.source, str) else leaf.source.text
        target = leaf.target.text if leaf.target else ""
        language = tag(leaf.language) or leaf.language
        one = self._strings.members[leaf.key]
        note = self._text(one.at("comment"))
        line = self._lines.line(one.start)
        found = bilingual(
            _identifier(leaf, f"@{leaf.language}" if several else ""),
            Half(tag(self._own) or self._own, (source,) if source else (), line),
            Half(language, (target,) if target.strip() else (), leaf.target.line if leaf.target else None),
            self._state(one, leaf, target),
            notes=(note,) if note else (),
        )
        return replace(found, form=rank(leaf.way[-1], language)) if _is_form(leaf.way) else found

    def _state(self, one: Member, leaf: Leaf, target: str) -> State:
        told = one.at("shouldTranslate")
        if told is not None and told.span.of(self._source) == "false":
            return State.LOCKED
        if self._text(one.at("extractionState")) == "stale":
            return State.OBSOLETE
        if not target.strip():
            return State.UNTRANSLATED
        return State.FUZZY if self._text(leaf.state) in {"new", "needs_review"} else State.TRANSLATED


def _is_form(way: Way) -> bool:
    return len(way) > 1 and way[-2] == "plural" and way[-1] in CATEGORIES


def _wanted(sources: dict[Way, Entry], language: str) -> Iterator[Way]:
    """The texts that a translation should have: those of the source, in the plural forms of its own language."""
    if not sources:
        yield ()
    for way in sources:
        if not _is_form(way):
            yield way
        else:
            yield from ((*way[:-1], form) for form in categories(language))


def _identifier(leaf: Leaf, language: str) -> str:
    way: Sequence[str] = leaf.way
    form = f"[{way[-1]}]" if _is_form(leaf.way) else ""
    names = [
        name for name in (way[:-2] if form else way) if name not in {"variations", "device", "substitutions"}
    ]
    return "/".join([leaf.key, *names]) + language + form
