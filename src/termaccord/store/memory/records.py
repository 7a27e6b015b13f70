"""Translation units as rows of the store, and back."""

import json
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from termaccord.model import Content, Inline, StoredUnit, TranslationUnit, Variant

CONFIDENCE = "x-termaccord-confidence"
"""The property in which our aligner says how sure it was."""
_CONTEXTS = ("x-context-pre", "x-context-post", "x-context")
"""Properties by which other tools tell apart units that are alike but stand elsewhere."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class UnitRow(NamedTuple):
    """A row of the table of units, without its number, origin and place."""

    identity: int
    tuid: str
    changed: str
    confidence: float | None
    details: str | None


class SegmentRow(NamedTuple):
    """A row of the table of segments, without its unit."""

    place: int
    language: str
    text: str
    details: str | None


def listed(numbers: Iterable[int]) -> str:
    """Numbers as JSON, which statements read with ``json_each``: as many as one likes."""
    return f"[{','.join(map(str, numbers))}]"


def rows(unit: TranslationUnit) -> tuple[UnitRow, tuple[SegmentRow, ...]]:
    """A unit as rows; nothing of it is lost."""
    segments = tuple(
        SegmentRow(place, v.language, _storable(v.text), _variant_details(v))
        for place, v in enumerate(unit.variants)
    )
    details = _details(unit.attributes, unit.properties, unit.notes, unit.details)
    row = UnitRow(_identity(unit, segments), unit.id, _changed(unit), _confidence(unit), _packed(details))
    return row, segments


def _storable(text: str) -> str:
    """Half a surrogate pair is no character."""
    return text if text.isascii() or text.isprintable() else text.encode(errors="replace").decode()


def _identity(unit: TranslationUnit, segments: Sequence[SegmentRow]) -> int:
    """
    The same for units with the same segments, codes and context.

    64 bits: among five million units the chance that any two different ones share it is under one in a million.
    """
    digest = blake2b(digest_size=8)
    for _place, language, text, _rest in segments:
        digest.update(f"{language}\x1f{text}\x1e".encode(errors="replace"))
    for variant in unit.variants:
        if len(variant.content) > 1:
            digest.update(_encode(_content(variant.content)).encode(errors="replace"))
    for name, value in unit.properties:
        if name in _CONTEXTS:
            digest.update(f"{name}\x1f{value}\x1d".encode(errors="replace"))
    return int.from_bytes(digest.digest(), "little", signed=True)


def _changed(unit: TranslationUnit) -> str:
    found = dict(unit.attributes)
    for variant in unit.variants:
        found |= {name: value for name, value in variant.attributes if value > found.get(name, "")}
    return found.get("changedate") or found.get("creationdate") or ""


def _confidence(unit: TranslationUnit) -> float | None:
    for name, value in unit.properties:
        if name == CONFIDENCE:
            try:
                return float(value)
            except ValueError:
                return None
    return None


def _details(attributes: Any, properties: Any, notes: Any, details: Any) -> dict[str, Any]:
    fields = (("a", attributes), ("p", properties), ("n", notes), ("d", details))
    return {name: value for name, value in fields if value}


def _variant_details(variant: Variant) -> str | None:
    content = variant.content
    plain = not content or (len(content) == 1 and isinstance(content[0], str))
    if plain and not (variant.attributes or variant.properties or variant.notes or variant.details):
        return None
    found = _details(variant.attributes, variant.properties, variant.notes, variant.details)
    return _packed(found if plain else {**found, "c": _content(content)})


def _packed(details: dict[str, Any]) -> str | None:
    if not details:
        return None
    packed = _encode(details)
    return packed if packed.isascii() else packed.encode(errors="replace").decode()


def _content(content: Content) -> list[Any]:
    return [
        part
        if isinstance(part, str)
        else [part.role, part.tag, part.code, part.attributes, _content(part.inside)]
        for part in content
    ]


def stored(number: int, origin: str, place: int, row: UnitRow, segments: Sequence[SegmentRow]) -> StoredUnit:
    """The unit that rows hold."""
    held = json.loads(row.details) if row.details else {}
    variants = tuple(map(_variant, segments))
    unit = TranslationUnit(
        row.tuid, variants, _pairs(held, "a"), _pairs(held, "p"), tuple(held.get("n", ())), _pairs(held, "d")
    )
    return StoredUnit(number, origin, place, unit, row.changed, row.confidence)


def _variant(segment: SegmentRow) -> Variant:
    if segment.details is None:
        return Variant(segment.language, (segment.text,) if segment.text else ())
    held = json.loads(segment.details)
    content = _read_content(held["c"]) if "c" in held else ((segment.text,) if segment.text else ())
    return Variant(
        segment.language,
        content,
        _pairs(held, "a"),
        _pairs(held, "p"),
        tuple(held.get("n", ())),
        _pairs(held, "d"),
    )


def _pairs(held: dict[str, Any], name: str) -> tuple[Any, ...]:
    return tuple(map(tuple, held.get(name, ())))


def _read_content(parts: list[Any]) -> Content:
    return tuple(
        part
        if isinstance(part, str)
        else Inline(part[0], part[1], part[2], tuple(map(tuple, part[3])), _read_content(part[4]))
        for part in parts
    )
