"""TMX 1.4 out: canonical, valid under tmx14.dtd and the stricter schema of OmegaT, from any number of units."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import BinaryIO

from termaccord.formats.exchange.inline import strict
from termaccord.formats.exchange.names import OF_HEADER, OF_UNIT, REQUIRED, SHARED
from termaccord.formats.exchange.unwritten import OF_DETAIL, OF_ENCODING, OF_MAP, Level, losses, tag_of
from termaccord.formats.markup.text import ILLEGAL, attributes, encoded, escaped, legal, quoted
from termaccord.model import (
    Content,
    Finding,
    Inline,
    Memory,
    Message,
    Place,
    Severity,
    TranslationUnit,
    Variant,
    say,
)
from termaccord.model.memory import Detail, Pairs

BATCH = 200
"""Units written at a time."""
SEGMENT_TYPES = frozenset({"block", "paragraph", "sentence", "phrase"})
PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
NO_HEAD = Memory(())
_often = lru_cache(1024)(quoted)
"""For the few values that stand in every unit."""


@lru_cache(1024)
def _language(written: str) -> str:
    return quoted(tag_of(written))


def own_version() -> str:
    """The version of this program, as the header's creationtoolversion."""
    try:
        return version("termaccord")
    except PackageNotFoundError:
        return "0"


def write(
    units: Iterable[TranslationUnit],
    out: BinaryIO,
    head: Memory | None = None,
    name: str = "",
    level: Level = 2,
) -> tuple[Finding, ...]:
    """
    Write units as they come, under the header of `head`, in bounded memory.

    Level 1 leaves native code out, with the ``sub`` flows in it, and keeps the text, that in ``hi`` included; level 2 keeps both.
    The findings say what could not be written as it was.
    """
    head = head or Memory(())
    findings: list[Finding] = []
    told: set[str] = set()
    _tell_losses(losses(head, ()), name, findings, told)
    out.write(_clean(PROLOGUE + _header(head) + "  <body>\n", "", name, findings).encode())
    batch: list[TranslationUnit] = []
    for unit in units:
        batch.append(unit)
        if len(batch) >= BATCH:
            _tell_losses(losses(NO_HEAD, batch, level), name, findings, told)
            out.write(_written(batch, name, level, findings))
            batch.clear()
    _tell_losses(losses(NO_HEAD, batch, level), name, findings, told)
    out.write(_written(batch, name, level, findings))
    out.write(b"  </body>\n</tmx>\n")
    return tuple(findings)


def _tell_losses(
    found: Iterable[tuple[str, Message]], name: str, findings: list[Finding], told: set[str]
) -> None:
    """Each loss once, with the first unit that suffers it."""
    for unit, message in found:
        if message not in told:
            told.add(message)
            findings.append(Finding("F222", message, Place(name, unit)))


def _written(batch: list[TranslationUnit], name: str, level: Level, findings: list[Finding]) -> bytes:
    empty = [unit for unit in batch if not unit.variants]
    for unit in empty:
        message = say("the unit “{unit}” has no segment in any language and is not written", unit=unit.id)
        findings.append(Finding("F220", message, Place(name, unit.id), Severity.ERROR))
    texts = [_unit(unit, level) for unit in batch if unit.variants]
    data = encoded("".join(texts))
    if data is None:
        units = [unit for unit in batch if unit.variants]
        cleaned = (_clean(text, unit.id, name, findings) for text, unit in zip(texts, units, strict=True))
        data = "".join(cleaned).encode()
    return data


def _clean(text: str, unit: str, name: str, findings: list[Finding]) -> str:
    if not ILLEGAL.search(text):
        return text
    message = say("the unit “{unit}” holds a character that XML forbids; “\ufffd” is written", unit=unit)
    findings.append(Finding("F221", message, Place(name, unit)))
    return legal(text)


# -- header ---------------------------------------------------------------------------------------------------


def _header(head: Memory) -> str:
    given = dict(head.header)
    defaults = {
        "creationtool": "termaccord",
        "creationtoolversion": own_version(),
        "segtype": "sentence",
        "o-tmf": "termaccord",
        "adminlang": "en",
        "datatype": "plaintext",
    }
    strangers = tuple((f"x-{k}", v) for k, v in head.header if not _known(k, v, OF_HEADER))
    fixed = (
        defaults
        | {k: v for k, v in given.items() if _known(k, v, OF_HEADER)}
        | {"srclang": "*all*" if head.source_language == "*all*" else tag_of(head.source_language)}
    )
    pairs = tuple((k, fixed.pop(k)) for k in REQUIRED) + tuple(fixed.items())
    inner = _extras(head.notes, head.properties + strangers, head.details, "    ") + _encodings(head)
    return (
        f"  <header{attributes(pairs)}>\n{inner}  </header>\n"
        if inner
        else f"  <header{attributes(pairs)}/>\n"
    )


def _encodings(head: Memory) -> str:
    lines: list[str] = []
    for encoding in head.encodings:
        if not encoding.maps:
            continue
        lines.append(f"    <ude{attributes(_required(encoding.attributes, 'name', OF_ENCODING))}>\n")
        lines += [
            f"      <map{attributes(_required(pairs, 'unicode', OF_MAP))}/>\n" for pairs in encoding.maps
        ]
        lines.append("    </ude>\n")
    return "".join(lines)


def _required(pairs: Pairs, name: str, names: frozenset[str]) -> Pairs:
    """The attributes that TMX knows, with the one that it wants."""
    known = tuple(pair for pair in pairs if pair[0] in names)
    return known if any(pair[0] == name for pair in known) else ((name, ""), *known)


def _known(name: str, value: str, names: frozenset[str]) -> bool:
    return name in names and (name != "segtype" or value in SEGMENT_TYPES)


# -- units ----------------------------------------------------------------------------------------------------


def _unit(unit: TranslationUnit, level: Level) -> str:
    pairs, strangers = _sorted_out(unit.attributes, OF_UNIT)
    identity = f" tuid={quoted(unit.id)}" if unit.id else ""
    properties = unit.properties + strangers if strangers else unit.properties
    extras = _extras(unit.notes, properties, unit.details, "      ") if properties or unit.notes else ""
    variants = "".join([_variant(variant, level) for variant in unit.variants])
    return f"    <tu{identity}{attributes(pairs)}>\n{extras}{variants}    </tu>\n"


def _sorted_out(pairs: Pairs, names: frozenset[str]) -> tuple[Pairs, Pairs]:
    """The attributes that TMX knows, and the others as properties."""
    for name, _value in pairs:
        if name not in names or name == "segtype":
            break
    else:
        return pairs, ()
    known = tuple(p for p in pairs if _known(*p, names))
    return known, tuple((f"x-{name}", value) for name, value in pairs if not _known(name, value, names))


def _variant(variant: Variant, level: Level) -> str:
    language = _language(variant.language)
    content = variant.content
    plain = len(content) == 1 and isinstance(content[0], str)
    segment = f"<seg>{escaped(content[0]) if plain else _segment(content, level)}</seg>"  # type: ignore[arg-type]
    if not (variant.attributes or variant.properties or variant.notes):
        return f"      <tuv xml:lang={language}>{segment}</tuv>\n"
    pairs, strangers = _sorted_out(variant.attributes, SHARED)
    extras = _extras(variant.notes, variant.properties + strangers, variant.details, "        ")
    start = f"      <tuv xml:lang={language}{attributes(pairs)}>"
    return f"{start}\n{extras}        {segment}\n      </tuv>\n" if extras else f"{start}{segment}</tuv>\n"


def _extras(notes: tuple[str, ...], properties: Pairs, details: tuple[Detail, ...], pad: str) -> str:
    if not notes and not properties:
        return ""
    if not details:
        lines = [f"{pad}<note>{escaped(text)}</note>\n" for text in notes]
        lines += [f"{pad}<prop type={_often(kind)}>{escaped(text)}</prop>\n" for kind, text in properties]
        return "".join(lines)
    lines = [
        f"{pad}<note{_detail(details, 'note', i)}>{escaped(text)}</note>\n" for i, text in enumerate(notes)
    ]
    for i, (kind, text) in enumerate(properties):
        lines.append(f"{pad}<prop type={quoted(kind)}{_detail(details, 'prop', i)}>{escaped(text)}</prop>\n")
    return "".join(lines)


def _detail(details: tuple[Detail, ...], kind: str, index: int) -> str:
    known = ((name, value) for k, i, name, value in details if (k, i) == (kind, index))
    return attributes(tuple(p for p in known if p[0] in OF_DETAIL))


# -- segments -------------------------------------------------------------------------------------------------


def _segment(content: Content, level: Level) -> str:
    if level == 1:
        return escaped("".join(part for part in content if isinstance(part, str)))
    return "".join(_parts(strict(content)))


def _parts(content: Content) -> Iterator[str]:
    for part in content:
        yield escaped(part) if isinstance(part, str) else _inline(part)


def _inline(part: Inline) -> str:
    if part.tag in {"hi", "sub"}:
        return f"</{part.tag}>" if part.role == "close" else f"<{part.tag}{attributes(part.attributes)}>"
    inside = "".join(_parts(part.inside)) if part.inside else escaped(part.code)
    return f"<{part.tag}{attributes(part.attributes)}>{inside}</{part.tag}>"
