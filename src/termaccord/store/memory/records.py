"""
Translation units as rows of the store, and back.

A row's content holds the variants, the attributes and the properties of a unit, parted by the separators of ASCII, which XML
does not allow in texts; what is rarer stands in JSON behind them. A unit in whose texts separators stand is JSON throughout.
"""

import json
import re
import struct
from collections.abc import Callable, Collection, Iterable, Iterator
from hashlib import blake2b
from typing import Any, NamedTuple

from termaccord.model import Content, Inline, StoredUnit, TranslationUnit, Variant
from termaccord.model.fresh import FreshStored, FreshUnit, FreshVariant
from termaccord.model.memory import Pairs, confidence_of, last_change, tells_context

_GROUP, RECORD, FIELD = "\x1d", "\x1e", "\x1f"

_NUMBER = struct.Struct("<q").unpack
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class UnitRow(NamedTuple):
    """A row of the table of units, without its number, origin and place."""

    identity: int
    tuid: str
    changed: str
    confidence: float | None
    content: str


def listed(numbers: Iterable[int]) -> str:
    """Numbers as JSON, which statements read with ``json_each``: as many as one likes."""
    return f"[{','.join(map(str, numbers))}]"


def row(unit: TranslationUnit) -> UnitRow:
    """A unit as a row; nothing of it is lost but halves of surrogate pairs, which are no characters."""
    segments = []
    extras = 0
    for variant in unit.variants:
        parts = variant.content
        if not _plain(variant):
            segments.append(f"{variant.language}{FIELD}{variant.text}{FIELD}{_encode(_rest(variant))}")
            extras += 1
        else:
            segments.append(f"{variant.language}{FIELD}{parts[0]}" if parts else variant.language + FIELD)
    attributes, properties = unit.attributes, unit.properties
    variants = RECORD.join(segments)
    around = f"{_GROUP}{_joined(attributes)}{_GROUP}{_joined(properties)}"
    content = variants + around
    # As many separators as we have put in, and no more.
    records = (len(segments) or 1) + (len(attributes) or 1) + (len(properties) or 1) - 3
    fields = len(segments) + extras + len(attributes) + len(properties)
    if (
        content.count(FIELD) != fields
        or content.count(RECORD) != records
        or content.count(_GROUP) != 2
        or content[0] == "{"
    ):
        content = variants = _encode(_record(unit))
    elif unit.notes or unit.details:
        around += _GROUP + _encode([unit.notes, unit.details])
        content = variants + around
    for name, value in properties:
        if tells_context(name):
            variants += f"{_GROUP}{name}{FIELD}{value}"
    try:
        data = variants.encode()
        if not around.isascii():
            content.encode()
    except UnicodeEncodeError:
        data = variants.encode(errors="replace")
        content = content.encode(errors="replace").decode()
    return UnitRow(_identity(data), unit.id, last_change(unit), confidence_of(unit), content)


def _identity(data: bytes) -> int:
    return int(_NUMBER(blake2b(data, digest_size=8).digest())[0])


def _plain(variant: Variant) -> bool:
    """Whether it is nothing but text in a language."""
    content = variant.content
    if variant.attributes or variant.properties or variant.notes or variant.details:
        return False
    return not content or (len(content) == 1 and isinstance(content[0], str))


def _rest(variant: Variant) -> list[Any]:
    return [
        variant.attributes,
        variant.properties,
        variant.notes,
        variant.details,
        _packed_content(variant.content),
    ]


def _joined(pairs: Pairs) -> str:
    return RECORD.join(map(FIELD.join, pairs)) if pairs else ""


def _packed_content(content: Content) -> list[Any]:
    return [
        part
        if isinstance(part, str)
        else [part.role, part.tag, part.code, part.attributes, _packed_content(part.inside)]
        for part in content
    ]


def _record(unit: TranslationUnit) -> dict[str, Any]:
    variants = [[v.language, v.text, _rest(v)] for v in unit.variants]
    return {"v": variants, "u": [unit.attributes, unit.properties, unit.notes, unit.details]}


# -- back -----------------------------------------------------------------------------------------------------


def stored(
    number: int, origin: str, place: int, tuid: str, changed: str, confidence: float | None, content: str
) -> StoredUnit:
    """The unit that a row holds."""
    if content[0] == "{":
        record = json.loads(content)
        variants = tuple([_variant(*variant) for variant in record["v"]])
        attributes, properties, notes, details = record["u"]
        unit = FreshUnit(
            tuid, variants, _pairs(attributes), _pairs(properties), tuple(notes), _pairs(details)
        )
        return FreshStored(number, origin, place, unit, changed, confidence)
    segments, attributes, properties, *more = content.split(_GROUP)
    variants = tuple([_read_variant(one) for one in segments.split(RECORD)]) if segments else ()
    notes, details = json.loads(more[0]) if more else ((), ())
    unit = FreshUnit(
        tuid,
        variants,
        _parted(attributes) if attributes else (),
        _parted(properties) if properties else (),
        tuple(notes) if notes else (),
        _pairs(details) if details else (),
    )
    return FreshStored(number, origin, place, unit, changed, confidence)


def texts(content: str) -> Iterator[tuple[str, str]]:
    """Language tag and text of each segment of a row's content."""
    if content[0] == "{":
        yield from ((language, text) for language, text, _rest in json.loads(content)["v"])
    elif variants := content.partition(_GROUP)[0]:
        for variant in variants.split(RECORD):
            fields = variant.split(FIELD, 2)
            yield fields[0], fields[1]


def text_in(tags: Collection[str]) -> Callable[[str, int], str | None]:
    """
    Find one of the segments of a row's content that are in these languages, by its place among them.

    The same as `texts`, but quicker for millions of rows.
    """
    any_of = "|".join(map(re.escape, sorted(tags, key=len, reverse=True)))
    segment = re.compile(f"(?:^|{RECORD})(?:{any_of}){FIELD}([^{_GROUP}{RECORD}{FIELD}]*)")

    alone = f"{next(iter(tags))}{FIELD}" if len(tags) == 1 else ""

    def find(content: str, place: int) -> str | None:
        if alone and not place and content.startswith(alone):  # the first segment, and nothing but text
            end = content.find(RECORD)
            if end >= 0 and content.find(FIELD, len(alone), end) < 0:
                return content[len(alone) : end]
        if content[0] == "{":
            found = [text for tag, text in texts(content) if tag in tags]
            return found[place] if place < len(found) else None
        end = content.find(_GROUP)
        end = len(content) if end < 0 else end  # the row may have been cut off behind its first segment
        if not place:
            match = segment.search(content, 0, end)
            return match[1] if match else None
        several = segment.findall(content, 0, end)
        return several[place] if place < len(several) else None

    return find


def _parted(joined: str) -> Pairs:
    flat = joined.replace(RECORD, FIELD).split(FIELD)
    return tuple(zip(flat[::2], flat[1::2], strict=True))


def _read_variant(variant: str) -> Variant:
    language, _between, text = variant.partition(FIELD)
    if FIELD in text:
        text, rest = text.split(FIELD)
        return _variant(language, text, json.loads(rest))
    return FreshVariant(language, (text,) if text else (), (), (), (), (), None)


def _variant(language: str, text: str, rest: list[Any] | None) -> Variant:
    if rest is None:
        return Variant(language, (text,) if text else ())
    attributes, properties, notes, details, content = rest
    return Variant(
        language,
        _read_content(content),
        _pairs(attributes),
        _pairs(properties),
        tuple(notes),
        _pairs(details),
    )


def _pairs(lists: Iterable[Any]) -> tuple[Any, ...]:
    return tuple([tuple(one) for one in lists])


def _read_content(parts: list[Any]) -> Content:
    return tuple(
        part
        if isinstance(part, str)
        else Inline(part[0], part[1], part[2], _pairs(part[3]), _read_content(part[4]))
        for part in parts
    )
