"""Translation units, after TMX 1.4b."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Inline:
    """Native code inside a segment that a translator carries over."""

    role: Literal["open", "close", "alone"]
    tag: Literal["bpt", "ept", "ph", "it", "hi", "ut", "sub"]
    code: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


Content = tuple[str | Inline, ...]
"""Flat, in reading order; <hi> and <sub> are an open and a close."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A segment in one language."""

    language: str
    content: Content
    attributes: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The segment's text without native code."""
        return "".join(part for part in self.content if isinstance(part, str))


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """The same segment in two or more languages."""

    id: str
    variants: tuple[Variant, ...]
    attributes: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """A memory that fits in memory; large files are streamed as units instead."""

    units: tuple[TranslationUnit, ...]
    source_language: str = "*all*"
    header: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = field(default=())
