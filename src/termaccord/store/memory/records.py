"""Translation units as rows of the store, and back."""

import json
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from termaccord.model import Content, Inline, StoredUnit, TranslationUnit, Variant
from termaccord.model.memory import Detail, Pairs

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


def rows(unit: TranslationUnit) -> tuple[UnitRow, list[SegmentRow]]:
    """A unit as rows; nothing of it is lost."""
    segments: list[SegmentRow] = []
    changed = created = ""
    mark = []
    for variant in unit.variants:
        content = variant.content
        plain = not content or (len(content) == 1 and isinstance(content[0], str))
        text = _storable(content[0] if plain and content else variant.text)  # type: ignore[arg-type]  # plain: a string
        details = _variant_details(variant, plain)
        segments.append(SegmentRow(len(segments), variant.language, text, details))
        mark += [variant.language, text] if plain else [variant.language, text, _encode(_content(content))]
        if variant.attributes:
            changed, created = _dates(variant.attributes, changed, created)
    changed, created = _dates(unit.attributes, changed, created)
    confidence = None
    for name, value in unit.properties:
        if name in _CONTEXTS:
            mark += [name, value]
        elif name == CONFIDENCE:
            confidence = _share(value)
    details = _packed(unit.attributes, unit.properties, unit.notes, unit.details)
    return UnitRow(_identity(mark), unit.id, changed or created, confidence, details), segments


def _storable(text: str) -> str:
    """Half a surrogate pair is no character."""
    return text if text.isascii() or text.isprintable() else text.encode(errors="replace").decode()


def _identity(parts: Iterable[str]) -> int:
    """
    The same for units with the same segments, codes and context.

    64 bits: among five million units the chance that any two different ones share it is under one in a million.
    """
    digest = blake2b("\x1e".join(parts).encode(errors="replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def _dates(attributes: Pairs, changed: str, created: str) -> tuple[str, str]:
    """The latest date of a change and of a creation."""
    for name, value in attributes:
        if name == "changedate":
            changed = max(changed, value)
        elif name == "creationdate":
            created = max(created, value)
    return changed, created


def _share(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _variant_details(variant: Variant, plain: bool) -> str | None:
    if plain and not (variant.attributes or variant.properties or variant.notes or variant.details):
        return None
    content = None if plain else variant.content
    return _packed(variant.attributes, variant.properties, variant.notes, variant.details, content)


def _packed(
    attributes: Pairs,
    properties: Pairs,
    notes: tuple[str, ...],
    details: tuple[Detail, ...],
    content: Content | None = None,
) -> str | None:
    """
    What a row has no columns for: its attributes and properties on a line each, else JSON.

    XML knows no separators of units and records, so that they part names and values.
    """
    if content is None and not notes and not details:
        if not attributes and not properties:
            return None
        packed = f"{_joined(attributes)}\x1d{_joined(properties)}"
        if _sound(packed, len(attributes), len(properties)):
            return packed if packed.isascii() else packed.encode(errors="replace").decode()
    fields = (("a", attributes), ("p", properties), ("n", notes), ("d", details))
    held: dict[str, Any] = {name: value for name, value in fields if value}
    if content is not None:
        held["c"] = _content(content)
    packed = _encode(held)
    return packed if packed.isascii() else packed.encode(errors="replace").decode()


def _sound(packed: str, attributes: int, properties: int) -> bool:
    """Whether only we have put separators in."""
    between = max(attributes - 1, 0) + max(properties - 1, 0)
    counts = (packed.count("\x1d"), packed.count("\x1e"), packed.count("\x1f"))
    return counts == (1, between, attributes + properties) and packed[0] != "{"


def _joined(pairs: Pairs) -> str:
    return "\x1e".join(["\x1f".join(pair) for pair in pairs])


def _content(content: Content) -> list[Any]:
    return [
        part
        if isinstance(part, str)
        else [part.role, part.tag, part.code, part.attributes, _content(part.inside)]
        for part in content
    ]


def stored(number: int, origin: str, place: int, row: UnitRow, segments: Sequence[SegmentRow]) -> StoredUnit:
    """The unit that rows hold."""
    held = _unpacked(row.details)
    unit = TranslationUnit(
        row.tuid,
        tuple(map(_variant, segments)),
        held["a"],
        held["p"],
        tuple(held.get("n", ())),
        _pairs(held, "d"),
    )
    return StoredUnit(number, origin, place, unit, row.changed, row.confidence)


def _variant(segment: SegmentRow) -> Variant:
    text = (segment.text,) if segment.text else ()
    if segment.details is None:
        return Variant(segment.language, text)
    held = _unpacked(segment.details)
    content = _read_content(held["c"]) if "c" in held else text
    return Variant(
        segment.language, content, held["a"], held["p"], tuple(held.get("n", ())), _pairs(held, "d")
    )


def _unpacked(details: str | None) -> dict[str, Any]:
    if not details:
        return {"a": (), "p": ()}
    if details[0] == "{":
        held = json.loads(details)
        return {**held, "a": _pairs(held, "a"), "p": _pairs(held, "p")}
    attributes, properties = details.split("\x1d")
    return {"a": _parted(attributes), "p": _parted(properties)}


def _parted(joined: str) -> Pairs:
    return tuple([tuple(pair.split("\x1f")) for pair in joined.split("\x1e")]) if joined else ()  # type: ignore[misc]


def _pairs(held: dict[str, Any], name: str) -> tuple[Any, ...]:
    return tuple(map(tuple, held.get(name, ())))


def _read_content(parts: list[Any]) -> Content:
    return tuple(
        part
        if isinstance(part, str)
        else Inline(part[0], part[1], part[2], tuple(map(tuple, part[3])), _read_content(part[4]))
        for part in parts
    )
