"""What can be written, and which endings mean it."""

from enum import StrEnum
from pathlib import PurePath

from termaccord.model import UsageError, say


class Target(StrEnum):
    """The kinds of files that `convert` writes."""

    TBX_BASIC_2008 = "tbx-basic-2008"
    TBX_2008 = "tbx-2008"
    TBX_BASIC_DCA = "tbx-basic-dca"
    TBX_BASIC_DCT = "tbx-basic-dct"
    TBX_BASIC_V4 = "tbx-basic-v4"
    TBX_DUAL = "tbx-dual"
    TBX_MIN_DCA = "tbx-min-dca"
    TBX_MIN_DCT = "tbx-min-dct"
    TBX_CORE = "tbx-core"
    TMX = "tmx"
    TMX_LEVEL1 = "tmx-level1"
    CSV = "csv"
    TSV = "tsv"
    XLSX = "xlsx"
    UTX = "utx"
    OMEGAT = "omegat"
    MULTITERM = "multiterm"
    PO = "po"
    JSON = "json"
    SKOS = "skos"


MEMORIES = frozenset({Target.TMX, Target.TMX_LEVEL1})
"""What holds translation units; the others hold concepts."""
PAIRS = frozenset({Target.UTX, Target.OMEGAT, Target.PO})
"""Lists of two languages."""
WHOLE_UNITS = frozenset({Target.CSV, Target.TSV, Target.XLSX, Target.PO, Target.JSON})
"""Lists in which the units of a memory make sense whatever their length; elsewhere only those that may be terms."""

ENDINGS: dict[Target, tuple[str, ...]] = {
    Target.TBX_BASIC_2008: (".tbx",),
    Target.TMX: (".tmx",),
    Target.CSV: (".csv",),
    Target.TSV: (".tsv", ".tab"),
    Target.XLSX: (".xlsx",),
    Target.UTX: (".utx",),
    Target.OMEGAT: (".txt", ".utf8"),
    Target.MULTITERM: (".xml", ".mtf"),
    Target.PO: (".po",),
    Target.JSON: (".json",),
    Target.SKOS: (".ttl",),
}
"""The first ending of each is the one that is given to files in a folder."""


def ending(target: Target) -> str:
    """The ending of a file of this kind."""
    if target in ENDINGS:
        return ENDINGS[target][0]
    return ".tmx" if target in MEMORIES else ".tbx"


def target_of(path: str) -> Target:
    """
    What a path asks for by its ending.

    Raises
    ------
    UsageError
        When its ending says nothing.

    """
    suffix = PurePath(path).suffix.lower()
    for target, endings in ENDINGS.items():
        if suffix in endings:
            return target
    raise UsageError(
        say(
            "{path} does not show by its ending what to write; say it with --to: {kinds}",
            path=path,
            kinds=", ".join(Target),
        )
    )
