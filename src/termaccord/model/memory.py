"""Translation units, after TMX 1.4b."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

Pairs = tuple[tuple[str, str], ...]
"""Names and values in file order; a name may stand twice."""


@dataclass(frozen=True, slots=True)
class Inline:
    """Native code inside a segment that a translator carries over."""

    role: Literal["open", "close", "alone"]
    tag: Literal["bpt", "ept", "ph", "it", "hi", "ut", "sub"]
    code: str = ""
    """The native code, without the texts of ``sub`` flows in it."""
    attributes: Pairs = ()
    inside: "Content" = ()
    """The whole content of a code element that holds ``sub`` flows; empty else."""


Content = tuple[str | Inline, ...]
"""Flat, in reading order; <hi> and <sub> are an open and a close."""

Detail = tuple[Literal["note", "prop"], int, str, str]
"""An attribute of a note or property: which of them, its index, the attribute's name and value."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A segment in one language."""

    language: str
    content: Content
    attributes: Pairs = ()
    """All but the language, in file order."""
    properties: Pairs = ()
    notes: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    line: int | None = field(default=None, compare=False, repr=False)
    """1-based line where the segment begins in the file that it was read from."""

    @property
    def text(self) -> str:
        """The segment's text without native code."""
        return "".join([part for part in self.content if isinstance(part, str)])


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """The same segment in two or more languages."""

    id: str
    variants: tuple[Variant, ...]
    attributes: Pairs = ()
    """All but ``tuid``, in file order."""
    properties: Pairs = ()
    notes: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class UserEncoding:
    """A ``ude``: private code points and what they stand for."""

    attributes: Pairs
    maps: tuple[Pairs, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """A memory that fits in memory; large files are streamed as units instead."""

    units: tuple[TranslationUnit, ...]
    source_language: str = "*all*"
    header: Pairs = ()
    """The header's attributes, ``srclang`` apart."""
    properties: Pairs = ()
    notes: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    encodings: tuple[UserEncoding, ...] = ()


_CONTEXT = (
    "context",
    "ctxt",
    "outlet",
    "client",
    "customer",
    "project",
    "domain",
    "subject",
    "prev",
    "next",
    "key",
    "file",
)


@lru_cache(maxsize=4096)
def tells_context(name: str) -> bool:
    """
    Whether a property of this name says where or for whom a segment was translated so.

    TMX leaves such names to the tools: they are known by the words in them.
    """
    lowered = name.lower()
    return any(word in lowered for word in _CONTEXT)


CONFIDENCE = "x-termaccord-confidence"
"""The property in which our aligner says how sure it was, from 0 to 1."""


def confidence_of(unit: TranslationUnit) -> float | None:
    """How sure the aligner was of a unit; None where it does not say, or nothing that is a number."""
    for name, value in unit.properties:
        if name == CONFIDENCE:
            try:
                return float(value)
            except ValueError:
                return None
    return None


def last_change(unit: TranslationUnit) -> str:
    """The latest date of a change, else of its making, of the unit or a variant of it; empty where it has none."""
    attributes = unit.attributes
    for variant in unit.variants:
        if variant.attributes:
            attributes += variant.attributes
    changed = created = ""
    for name, value in attributes:
        if name == "changedate" and value > changed:
            changed = value
        elif name == "creationdate" and value > created:
            created = value
    return changed or created
