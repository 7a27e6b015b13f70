"""A memory, or a part of it, as TMX: in bounded memory, the same bytes each time."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import BinaryIO

from termaccord.formats import tmx
from termaccord.formats.exchange.unwritten import Level
from termaccord.model import Finding, Memory, StoredUnit, TranslationUnit, UsageError, say
from termaccord.project.memory.intake.screening import matches
from termaccord.store.memory.store import MemoryStore

Step = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which units, and which segments of theirs."""

    languages: tuple[str, ...] = ()
    """The first is written as the source language; all segments where this is empty."""
    origins: tuple[str, ...] = ()
    """Names or patterns such as ``client/*``; a name stands for all that is below it too."""
    since: str = ""
    """Date of the last change as YYYYMMDDThhmmssZ, inclusive; units without a date are then left out."""
    until: str = ""
    confidence: float = 0.0
    """Of the aligner, at least; units that do not say are kept, for nobody doubts them."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and what was not."""

    units: int
    left_out: Mapping[str, int]
    """Units by what they lack: language, date, confidence."""
    findings: tuple[Finding, ...] = ()


def export(
    store: MemoryStore, out: BinaryIO, wanted: Wanted, step: Step, level: Level = 2, name: str = ""
) -> Exported:
    """
    Write units as TMX in the order of their origins and places.

    Level 1 leaves native code out and keeps the text; level 2 keeps both.

    Raises
    ------
    UsageError
        When an origin or a language is asked for that the memory does not have.

    """
    origins = _origins(store, wanted.origins)
    _know(wanted.languages, store.languages())
    left_out: Counter[str] = Counter()
    total = len(store)
    written = 0
    choosy = wanted.since or wanted.until or wanted.confidence

    def chosen() -> Iterator[TranslationUnit]:
        nonlocal written
        for number, stored in enumerate(store.stream(origins)):
            if not number % 1000:
                step(say("exporting"), number, total)
            reason = _lacks(stored, wanted) if choosy else ""
            unit = stored.unit if reason or not wanted.languages else _spoken(stored.unit, wanted.languages)
            if unit is None or reason:
                left_out[reason or "language"] += 1
                continue
            written += 1
            yield unit

    head = Memory((), wanted.languages[0] if wanted.languages else "*all*")
    findings = tmx.write(chosen(), out, head, name=name, level=level)
    return Exported(written, dict(sorted(left_out.items())), findings)


def _lacks(stored: StoredUnit, wanted: Wanted) -> str:
    """Why a unit is not wanted; empty where it is."""
    if wanted.since and (not stored.changed or stored.changed < wanted.since):
        return "date"
    if wanted.until and (not stored.changed or stored.changed > wanted.until):
        return "date"
    if stored.confidence is not None and stored.confidence < wanted.confidence:
        return "confidence"
    return ""


def _spoken(unit: TranslationUnit, languages: Sequence[str]) -> TranslationUnit | None:
    """The unit with the segments in these languages, in this order; None where there are not two."""
    kept = tuple(v for language in languages for v in unit.variants if matches(v.language, language))
    if len(kept) < min(2, len(languages)) or not kept:
        return None
    return unit if kept == unit.variants else replace(unit, variants=tuple(dict.fromkeys(kept)))


def _origins(store: MemoryStore, asked: Sequence[str]) -> list[str] | None:
    """The names of the origins that are meant; None for all of them."""
    if not asked:
        return None
    known = sorted(store.origins())
    found: dict[str, None] = {}
    for name in asked:
        hits = [o for o in known if o == name or o.startswith(f"{name}/") or fnmatchcase(o, name)]
        if not hits:
            listed = ", ".join(known[:10]) or "–"
            raise UsageError(
                say("the memory has nothing from {origin}; it has {known}", origin=name, known=listed)
            )
        found |= dict.fromkeys(hits)
    return list(found)


def _know(asked: Sequence[str], known: Sequence[str]) -> None:
    for language in asked:
        if not any(matches(tag, language) for tag in known):
            listed = ", ".join(known) or "–"
            raise UsageError(
                say(
                    "the memory has no segment in {language}; it has {known}", language=language, known=listed
                )
            )
