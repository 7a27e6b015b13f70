"""
Units without native code or anything out of the ordinary, read without a parser's events.

Nearly all units of nearly all memories are such, and an event for each tag costs more than all the rest of the reading.
"""

import re
from typing import TypeVar

from termaccord.formats.exchange.names import LANGUAGE, OF_UNIT, SHARED
from termaccord.formats.exchange.records import Extras, FreshUnit, FreshVariant
from termaccord.formats.markup.intake import PIECE
from termaccord.formats.markup.source import Source
from termaccord.model import TranslationUnit, Variant
from termaccord.model.memory import Pairs

V = TypeVar("V")
END = "</tu>"
_ATTRIBUTES = r'(?:\s++[A-Za-z_][\w:.-]*+\s*+=\s*+"[^"<&\t\n\r]*+")*+\s*+'
_EXTRAS = rf"(?:<(?:prop{_ATTRIBUTES}>[^<]*+</prop|note{_ATTRIBUTES}>[^<]*+</note)\s*+>\s*+)*+"
_VARIANT = r"<tuv%s>\s*+%s<seg>%s</seg>\s*+</tuv>\s*+"
UNIT = re.compile(
    rf"\s*+<tu({_ATTRIBUTES})>\s*+({_EXTRAS})((?:{_VARIANT % (_ATTRIBUTES, _EXTRAS, '[^<]*+')})++){END}",
    re.ASCII,
)
VARIANT = re.compile(_VARIANT % (f"({_ATTRIBUTES})", f"({_EXTRAS})", "([^<]*+)"), re.ASCII)
EXTRA = re.compile(rf"<(prop|note)({_ATTRIBUTES})>([^<]*)", re.ASCII)
ATTRIBUTE = re.compile(r'([A-Za-z_][\w:.-]*)\s*=\s*"([^"]*)"', re.ASCII)
REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|apos);")
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
        self._heads: dict[str, tuple[str, Pairs]] = {}
        self._extras: dict[str, Extras] = {}
        source.parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, piece: str) -> None:
        """Read the next piece of the file; an empty one is the last."""
        text = self._held + piece
        self._held = ""
        if "\r" in text:
            if piece and text.endswith("\r"):
                text, self._held = text[:-1], "\r"
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        plain = "]]>" not in text
        position = 0
        while True:
            if self._between and plain:
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
        try:
            while match := UNIT.match(text, position):
                head, extras, variants = match.groups()
                made: list[Variant] = []
                for opening, more, segment in VARIANT.findall(variants):
                    language, pairs = self._heads.get(opening) or self._head(opening)
                    where = text.index("<seg>", cursor)
                    line += text.count("\n", cursor, where)
                    cursor = where + 1
                    content = (resolved(segment) if "&" in segment else segment,) if segment else ()
                    extra = self._extra(more) if more else None
                    made.append(FreshVariant(language, content, pairs, extra, line))  # type: ignore[arg-type]
                self._ready.append(self._unit(head, made, self._extra(extras) if extras else None))
                position = match.end()
        except NotPlainError:
            pass
        if position > start:
            self._source.passed(text[start:position])
        return position

    def _unit(self, head: str, variants: list[Variant], extras: Extras | None) -> TranslationUnit:
        attributes: dict[str, str] = dict(found := ATTRIBUTE.findall(head))
        if len(attributes) != len(found) or not attributes.keys() <= OF_UNIT:
            raise NotPlainError
        identity = attributes.pop("tuid", "")
        return FreshUnit(identity, variants, tuple(attributes.items()), extras)  # type: ignore[return-value]

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
        _remember(self._heads, text, head)
        return head

    def _extra(self, text: str) -> Extras:
        """Properties and notes."""
        if text in self._extras:
            return self._extras[text]
        extras = Extras()
        for kind, head, inside in EXTRA.findall(text):
            found = ATTRIBUTE.findall(head)
            attributes = dict(found)
            if len(attributes) != len(found):
                raise NotPlainError
            extras.add(kind, attributes, resolved(inside))
        _remember(self._extras, text, extras)
        return extras


def _remember(memory: dict[str, V], key: str, value: V) -> None:
    if len(memory) >= REMEMBERED:
        memory.clear()
    if len(key) <= SHORT:
        memory[key] = value


def resolved(text: str) -> str:
    """
    The text with XML's own references replaced.

    Raises
    ------
    NotPlainError
        When there are others, which only a parser knows.

    """
    if "&" not in text:
        return text
    if len(REFERENCE.findall(text)) != text.count("&"):
        raise NotPlainError
    for reference, character in REFERENCES:
        text = text.replace(reference, character)
    return text
