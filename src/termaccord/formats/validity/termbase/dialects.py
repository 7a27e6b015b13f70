"""The dialects that a termbase is held against."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from termaccord.formats.validity.termbase import categories as tables
from termaccord.formats.validity.termbase import editions
from termaccord.formats.validity.termbase.categories import Categories, Module
from termaccord.formats.validity.termbase.grammar import Grammar


class Standard(StrEnum):
    """A dialect of TBX that a file can claim to be."""

    CORE_2008 = "tbx-2008"
    """The core structure of ISO 30042:2008, with any data category."""
    BASIC_2008 = "tbx-basic-2008"
    """TBX-Basic of LISA, 2008: DTD, RELAX NG and XCS together."""
    MIN_2013 = "tbx-min-2013"
    """TBX-Min of 2013."""
    CORE_2019 = "tbx-2019"
    """The core structure of ISO 30042:2019, with any data category of any module."""
    CORE = "tbx-core"
    """The dialect TBX-Core: the core structure and no data category."""
    MIN_DCA = "tbx-min-dca"
    MIN_DCT = "tbx-min-dct"
    BASIC_DCA = "tbx-basic-dca"
    """TBX-Basic 1.2.1 of LTAC, 2023, data categories as attributes."""
    BASIC_DCT = "tbx-basic-dct"
    """TBX-Basic 1.2.1 of LTAC, 2023, data categories as tags."""
    MIN_2025 = "tbx-min-2025"
    """TBX-Min as the test files of 2025 have it, with the words and the structure of TBX-Basic Version 4."""
    BASIC_V4 = "tbx-basic-v4"
    """TBX-Basic Version 4 of TerminOrgs, 2025."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a dialect asks for."""

    standard: Standard
    title: str
    """How a person calls it."""
    grammar: Callable[[], Grammar]
    type: str = ""
    """The type that its root names; empty where any will do."""
    style: str = ""
    categories: Categories | None = None
    """Its data categories as attributes; None where any may stand anywhere."""
    modules: tuple[Module, ...] | None = ()
    """Where its data categories are tags; None where elements of any namespace may be such."""
    pairs: bool = False
    """Whether it says which inline codes belong together."""
    speech: bool = False
    """Whether it wants a part of speech of every term."""


MIN = (tables.MODULE_MIN,)
MIN_AND_BASIC = (tables.MODULE_MIN, tables.MODULE_BASIC)
_2008 = cache(editions.core_2008)
_2019 = cache(editions.core_2019)
_V4 = cache(editions.core_v4)

RULES: dict[Standard, Rules] = {
    rules.standard: rules
    for rules in (
        Rules(Standard.CORE_2008, "TBX 2008", _2008),
        Rules(
            Standard.BASIC_2008, "TBX-Basic 2008", cache(editions.basic_2008), categories=tables.BASIC_2008
        ),
        Rules(Standard.MIN_2013, "TBX-Min 2013", cache(editions.min_2013)),
        Rules(Standard.CORE_2019, "TBX 2019", _2019, modules=None),
        Rules(Standard.CORE, "TBX-Core 2019", _2019, "TBX-Core", "", {}, pairs=True),
        Rules(Standard.MIN_DCA, "TBX-Min 1.2.1 (DCA)", _2019, "TBX-Min", "dca", tables.MIN_121, pairs=True),
        Rules(Standard.MIN_DCT, "TBX-Min 1.2.1 (DCT)", _2019, "TBX-Min", "dct", {}, MIN, pairs=True),
        Rules(
            Standard.BASIC_DCA,
            "TBX-Basic 1.2.1 (DCA)",
            _2019,
            "TBX-Basic",
            "dca",
            tables.BASIC_121,
            pairs=True,
        ),
        Rules(
            Standard.BASIC_DCT,
            "TBX-Basic 1.2.1 (DCT)",
            _2019,
            "TBX-Basic",
            "dct",
            {},
            MIN_AND_BASIC,
            pairs=True,
        ),
        Rules(Standard.MIN_2025, "TBX-Min 2025", _V4, "TBX-Min", "", tables.MIN_2025, speech=True),
        Rules(Standard.BASIC_V4, "TBX-Basic Version 4", _V4, "TBX-Basic", "", tables.V4, speech=True),
    )
}


def family(root: str) -> tuple[Standard, ...]:
    """The dialects whose files begin with this element."""
    return tuple(standard for standard, rules in RULES.items() if rules.grammar().root == root)


def claimed(root: str, type_: str, style: str) -> tuple[Standard, ...]:
    """
    What a file claims to be by its root element; two where two publishers call their dialects the same.

    >>> [str(one) for one in claimed("tbx", "TBX-Basic", "dca")]
    ['tbx-basic-dca', 'tbx-basic-v4']
    """
    if root == "martif":
        return (Standard.BASIC_2008 if type_.lower() == "tbx-basic" else Standard.CORE_2008,)
    if root == "TBX":
        return (Standard.MIN_2013,)
    if root != "tbx":
        return ()
    by_tag = style.lower() == "dct"
    match type_.lower():
        case "tbx-core":
            return (Standard.CORE,)
        case "tbx-min":
            return (Standard.MIN_DCT,) if by_tag else (Standard.MIN_DCA, Standard.MIN_2025)
        case "tbx-basic":
            return (Standard.BASIC_DCT,) if by_tag else (Standard.BASIC_DCA, Standard.BASIC_V4)
    return (Standard.CORE_2019,)
