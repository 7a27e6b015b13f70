"""XLIFF and TMX: the text between the tags of a segment."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from termaccord.formats import bilingual, tmx
from termaccord.formats.exchange.inline import CODES as TMX_CODES
from termaccord.formats.localisation import qt
from termaccord.formats.localisation.unit import BilingualUnit, State
from termaccord.formats.localisation.xliff_content import CODES as XLIFF_CODES
from termaccord.formats.localisation.xliff_content import character, is_deleted
from termaccord.formats.markup.encoding import decoded, encoding
from termaccord.formats.markup.scan import Tag, entities, scan, tags
from termaccord.formats.patches.coding import coding
from termaccord.formats.patches.layout import Address, Layout, Passage, RefusedError, Stretch, spliced
from termaccord.formats.patches.units import Texts, gathered, texts
from termaccord.formats.patches.writing import XmlWriter
from termaccord.model import Severity, Span, say

T = TypeVar("T")


def xliff(data: bytes, name: str) -> Layout | None:
    """Lay out a file of XLIFF, or of Qt; None where it cannot be read whole."""
    reading = bilingual.parse(data, name)
    if any(finding.severity is Severity.ERROR for finding in reading.findings):
        return None
    source = decoded(data)
    starts = [tag.end for tag in tags(source) if tag.opens]

    def start(record: BilingualUnit, side: int) -> int:
        return starts[record.elements[side] - 1]

    def check(address: Address) -> None:
        record, side = found.units[address]
        if side == 0:
            raise RefusedError(
                say("the source text of {file} is not changed: change the original", file=name)
            )
        if record.state is State.LOCKED:
            raise RefusedError(say("a locked segment is not changed; unlock it in its own tool first"))

    found = texts(reading.value)
    opened = _layout(data, source, found, start, XLIFF_CODES)
    return replace(opened, allowed=check) if opened else None


def memory(data: bytes, name: str) -> Layout | None:
    """Lay out a TMX file; None where it cannot be read whole."""
    reading = tmx.parse(data, name)
    if any(finding.severity is Severity.ERROR for finding in reading.findings):
        return None
    source = decoded(data)
    segments = _segments(source)
    units = reading.value.units
    if [len(unit.variants) for unit in units] != [len(unit) for unit in segments]:
        return None
    return _layout(data, source, gathered(segments, units), lambda record, number: record[number], TMX_CODES)


def _segments(source: str) -> list[list[int]]:
    """Where the segment of each variant of each unit begins."""
    units: list[list[int]] = []
    variant = 0
    for tag in tags(source):
        if tag.name == "tu" and tag.opens:
            units.append([])
        elif tag.name == "seg" and tag.opens:
            variant = tag.end
        elif tag.name == "tuv" and tag.closes and variant and units:
            units[-1].append(variant)
            variant = 0
    return [unit for unit in units if unit]


def _layout(
    data: bytes, source: str, found: Texts[T], start: Callable[[T, int], int], codes: frozenset[str]
) -> Layout | None:
    code = coding(data, source, (encoding(data)[0],))
    if code is None:
        return None
    return Layout(
        source,
        found.shown,
        _Segments(source, entities(source), found, start, codes).passage,
        lambda changes: code.encode(spliced(source, changes)),
        XmlWriter(code).written,
        skippable=lambda _: False,
        addressed=found.addressed,
    )


@dataclass(frozen=True, slots=True)
class _Segments(Generic[T]):
    """The segments of a file."""

    source: str
    entities: Mapping[str, str]
    found: Texts[T]
    start: Callable[[T, int], int]
    codes: frozenset[str]
    """Elements whose content is no text of the segment."""

    def passage(self, address: Address) -> Passage:
        record, number = self.found.units[address]
        text = self.found.shown[address][0]
        shown, stretches = self._read(self.start(record, number))
        if shown != text:
            raise RefusedError(say("“{text}” cannot be found in the file; change it by hand", text=text))
        return Passage(text, tuple(stretches))

    def _read(self, start: int) -> tuple[str, Sequence[Stretch]]:
        """The text of the element whose content begins here."""
        parts: list[str] = []
        stretches: list[Stretch] = []
        depth = length = code = 0
        for token in scan(self.source, start, self.entities):
            if isinstance(token, Tag):
                depth += token.opens - token.closes
                if depth < 0:
                    break
                if (
                    code
                    or token.name in self.codes
                    or (token.opens and is_deleted(token.name, token.attributes))
                ):
                    code += token.opens - token.closes
                text = _character(token) if token.opens and not code else ""
            elif code:
                continue
            else:
                text = token.text
                span = Span(length, length + len(text))
                stretches.append(Stretch(span, Span(token.start, token.start + token.length), token.raw))
            parts.append(text)
            length += len(text)
        return "".join(parts), stretches


def _character(tag: Tag) -> str:
    """What an element stands for that is a character which XML cannot hold: of XLIFF 2, and of Qt."""
    if tag.name == "cp":
        return character(tag.attributes)
    return qt.character(tag.attributes.get("value", "")) if tag.name == "byte" else ""
