"""
Units without native code or anything out of the ordinary, read without a parser's events.

Nearly all units of nearly all memories are such, and an event for each tag costs more than all the rest of the reading.
"""

import re
from typing import TYPE_CHECKING, TypeVar

from termaccord.formats.exchange.names import LANGUAGE, OF_EXTRA, OF_UNIT, SHARED
from termaccord.formats.exchange.records import NOTHING, Extras, Frozen
from termaccord.formats.markup.intake import PIECE
from termaccord.formats.markup.source import Source
from termaccord.model import TranslationUnit, Variant
from termaccord.model.fresh import FreshUnit, FreshVariant
from termaccord.model.memory import Pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

K = TypeVar("K")
V = TypeVar("V")
END = "</tu>"
_ATTRIBUTES = r'(?:\s++[A-Za-z_][\w:.-]*+\s*+=\s*+"[^"<&\t\n\r]*+")*+\s*+'
_EXTRAS = rf"(?:<(?:prop{_ATTRIBUTES}>[^<]*+</prop|note{_ATTRIBUTES}>[^<]*+</note)\s*+>\s*+)*+"
_VARIANT = r"<tuv%s>\s*+%s<seg>%s</seg>\s*+</tuv>\s*+"
_TAKEN = _VARIANT % (f"({_ATTRIBUTES})", f"({_EXTRAS})", "([^<]*+)")
_PASSED = _VARIANT % (_ATTRIBUTES, _EXTRAS, "[^<]*+")
_HEAD = rf"\s*+<tu({_ATTRIBUTES})>\s*+({_EXTRAS})"
PAIR = re.compile(_HEAD + _TAKEN + _TAKEN + END, re.ASCII)
"""A unit in two languages, as most are."""
UNIT = re.compile(f"{_HEAD}((?:{_PASSED})++){END}", re.ASCII)
VARIANT = re.compile(_TAKEN, re.ASCII)
EXTRA = re.compile(rf"<(prop|note)({_ATTRIBUTES})>([^<]*)", re.ASCII)
PROPERTY = re.compile(r'<prop type="([^"]*)">([^<]*)</prop>')
ATTRIBUTE = re.compile(r'([A-Za-z_][\w:.-]*)\s*=\s*"([^"]*)"', re.ASCII)
REFERENCES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
REMEMBERED = 4096
"""Beginnings of variants, and properties of units, that are kept because they come again and again."""
SHORT = 300
"""Characters of what is kept."""


class NotPlainError(Exception):
    """Something in the unit is for the parser."""


class PlainUnits:
    """
    Takes the plain units out of a stream of TMX and leaves everything else to the parser.

    What is taken is taken only where the parser has just closed a unit, so that neither a comment nor a section of
    character data can be mistaken for units; and only what is faultless, so that every deviation is told by one reader.
    """

    def __init__(self, source: Source, ready: list[TranslationUnit]) -> None:
        self._source = source
        self._ready = ready
        self._held = ""
        self._closed_at = -1
        self._between = False
        self._possible = True
        self._between_values: list[str] = []
        self._names: tuple[str, ...] = ()
        self._heads: dict[str, tuple[str, Pairs]] = {}
        self._extras: dict[str, Frozen] = {}
        source.parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, piece: str) -> None:
        """Read the next piece of the file; an empty one is the last."""
        text = self._held + piece
        self._held = ""
        if "\r" in text:
            if piece and text.endswith("\r"):
                text, self._held = text[:-1], "\r"
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        position = 0
        while True:
            if self._between:
                position = self._take(text, position)
            end = text.find(END, position) + len(END)
            if end < len(END):
                break
            self._hand_over(text[position:end])
            position = end
        rest = text[position:]
        if not piece or not self._between or len(rest) > PIECE:
            self._hand_over(rest + self._held)
            self._held = ""
        else:
            self._held = rest + self._held

    def unit_closed(self) -> None:
        """The parser has come to the end of a unit."""
        self._closed_at = self._source.parser.CurrentByteIndex

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: bool) -> None:
        # A subset may give elements attributes, and references a meaning, that only a parser knows of.
        self._possible = not has_subset

    def _hand_over(self, text: str) -> None:
        self._closed_at = -1
        self._source.parse(text)
        self._between = self._possible and self._closed_at + len(END) == self._source.fed

    def _take(self, text: str, start: int) -> int:
        """Read plain units from `start` on; answer where the first other thing begins."""
        position = cursor = start
        line = self._source.line
        heads, ready = self._heads, self._ready
        try:
            while match := PAIR.match(text, position) or UNIT.match(text, position):
                head, inside, *rest = match.groups()
                made: list[Variant] = []
                found: Sequence[tuple[str, str, str, int]]
                if len(rest) == 6:
                    one, two, three, four, five, six = rest
                    found = ((one, two, three, match.start(5)), (four, five, six, match.start(8)))
                else:
                    inner = VARIANT.finditer(text, match.start(3), match.end(3))
                    found = [(one[1], one[2], one[3], one.start(3)) for one in inner]
                for opening, more, segment, where in found:
                    language, pairs = heads.get(opening) or self._head(opening)
                    line += text.count("\n", cursor, where)
                    cursor = where
                    if "&" in segment or "]" in segment:
                        segment = resolved(segment)  # noqa: PLW2901 - the same, read
                    content = (segment,) if segment else ()
                    properties, notes, details = self._extra(more) if more else NOTHING
                    made.append(FreshVariant(language, content, pairs, properties, notes, details, line))
                identity, attributes = self._attributes(head)
                properties, notes, details = self._extra(inside) if inside else NOTHING
                ready.append(FreshUnit(identity, tuple(made), attributes, properties, notes, details))
                position = match.end()
        except NotPlainError:
            pass
        if position > start:
            lines = text.count("\n", start, position)
            behind = position - 1 - text.rfind("\n", start, position) if lines else position - start
            self._source.passed(lines, behind)
        return position

    def _attributes(self, head: str) -> tuple[str, Pairs]:
        """A unit's id and its other attributes."""
        parts = head.split('"')
        between = parts[:-1:2]
        names = self._names
        if between != self._between_values:
            names = tuple([part.strip().removesuffix("=").rstrip() for part in between])
            if len(set(names)) < len(names) or not OF_UNIT.issuperset(names):
                raise NotPlainError
            # Most units have the same attributes as the one before.
            self._between_values, self._names = between, names
        pairs = tuple(zip(names, parts[1::2], strict=True))
        if pairs and pairs[0][0] == "tuid":
            return pairs[0][1], pairs[1:]
        if "tuid" in names:
            return dict(pairs)["tuid"], tuple([pair for pair in pairs if pair[0] != "tuid"])
        return "", pairs

    def _head(self, text: str) -> tuple[str, Pairs]:
        """A variant's language and other attributes."""
        found = ATTRIBUTE.findall(text)
        attributes = dict(found)
        language = attributes.pop("xml:lang", "")
        if (
            not LANGUAGE.fullmatch(language)
            or not attributes.keys() <= SHARED
            or len(found) != len(attributes) + 1
        ):
            raise NotPlainError
        head = language, tuple(attributes.items())
        if len(text) <= SHORT:
            _remember(self._heads, text, head)
        return head

    def _extra(self, text: str) -> Frozen:
        """Properties and notes."""
        if text in self._extras:
            return self._extras[text]
        found = PROPERTY.findall(text)
        if len(found) * 2 != text.count("<"):
            extras = self._read_extra(text)
        elif "&" in text or "]" in text:
            extras = tuple([(kind, resolved(inside)) for kind, inside in found]), (), ()
        else:
            extras = tuple(found), (), ()
        if len(text) <= SHORT:
            _remember(self._extras, text, extras)
        return extras

    def _read_extra(self, text: str) -> Frozen:
        extras = Extras()
        for kind, head, inside in EXTRA.findall(text):
            found = ATTRIBUTE.findall(head)
            attributes = dict(found)
            if len(attributes) != len(found) or not OF_EXTRA[kind].issuperset(attributes):
                raise NotPlainError
            extras.add(kind, attributes, resolved(inside))
        return extras.frozen()


def _remember(memory: dict[K, V], key: K, value: V) -> None:
    if len(memory) >= REMEMBERED:
        memory.clear()
    memory[key] = value


def resolved(text: str) -> str:
    """
    The text with XML's own references replaced.

    Raises
    ------
    NotPlainError
        When there are others, which only a parser knows, or what no text may hold.

    """
    if "]]>" in text:
        raise NotPlainError
    others = text.count("&")
    for reference, character in REFERENCES:
        if reference in text:
            others -= text.count(reference)
            text = text.replace(reference, character)
    if others:
        raise NotPlainError
    return text
