"""A memory in figures: units, languages, words, origins, dates, confidence, and what stands there twice."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from termaccord.formats import tmx
from termaccord.lint.segments import key
from termaccord.model import Finding, Place, Severity, StoredUnit, TranslationUnit, UsageError, say
from termaccord.project.memory.intake.reading import opened
from termaccord.project.work import Step, silent
from termaccord.store.memory.records import row
from termaccord.store.memory.store import MemoryStore

K = TypeVar("K")
TENTHS = 10
_WORD = re.compile(r"[^\W_]+(?:[-‐‑'’][^\W_]+)*")
_YEAR = 4


@dataclass(slots=True)
class LanguageFigures:
    """What a memory holds in a language."""

    segments: int = 0
    words: int = 0
    characters: int = 0
    distinct: int = 0
    """Segments that differ in more than layout."""


@dataclass(slots=True)
class Figures:
    """A memory in figures."""

    units: int = 0
    languages: dict[str, LanguageFigures] = field(default_factory=dict)
    """By tag, those with most segments first."""
    pairs: dict[tuple[str, str], int] = field(default_factory=dict)
    """Units by the languages that they pair: the first of a unit with each other one."""
    origins: dict[str, int] = field(default_factory=dict)
    """Units by file or import, those with most first."""
    years: dict[str, int] = field(default_factory=dict)
    """Units by the year of their last change; empty for those that do not say."""
    first: str = ""
    """Earliest date of a change, YYYYMMDDThhmmssZ."""
    last: str = ""
    confidence: list[int] = field(default_factory=lambda: [0] * TENTHS)
    """Units by tenths of their confidence, from 0 up; 1 is in the last."""
    unrated: int = 0
    """Units that say no confidence."""
    duplicates: int = 0
    """Units that say on all sides what an earlier one says."""
    conflicts: int = 0
    """Segments with more than one translation, in whatever direction the units have them."""
    size: int = 0
    """Bytes on the disk: of the files, or of the store with its index."""
    index: int = 0
    """Bytes of the store's index."""


def stats_of_files(
    paths: Sequence[tuple[str, Path]], step: Step = silent
) -> tuple[Figures, tuple[Finding, ...]]:
    """
    The figures of TMX files, which are read as a stream.

    What keeps a file from being read to its end is told as a finding.
    """
    counting = _Counting()
    findings: list[Finding] = []
    for done, (name, path) in enumerate(paths):
        step(say("reading"), done, len(paths))
        try:
            counting.figures.size += path.stat().st_size
            with opened(path) as stream:
                for item in tmx.units(stream, name):
                    if isinstance(item, Finding):
                        findings.append(item)
                    else:
                        held = row(item)
                        counting.add(name, item, held.changed, held.confidence)
        except UsageError as error:
            findings.append(Finding("P011", error.message, Place(name), Severity.ERROR))
    return counting.settled(), tuple(findings)


def stats_of_store(store: MemoryStore, step: Step = silent) -> Figures:
    """The figures of a memory's store."""
    counting = _Counting()
    total = len(store)
    for done, stored in enumerate(store.stream()):
        if done % 5000 == 0:
            step(say("reading"), done, total)
        _add(counting, stored)
    figures = counting.settled()
    if store.folder is not None:
        figures.size = sum(_sizes(store.folder))
        figures.index = sum(_sizes(store.folder / "index"))
    return figures


def _add(counting: "_Counting", stored: StoredUnit) -> None:
    counting.add(stored.origin, stored.unit, stored.changed, stored.confidence)


def _sizes(folder: Path) -> Iterator[int]:
    return (path.stat().st_size for path in folder.rglob("*") if path.is_file())


class _Counting:
    """Units counted as they come: of each segment a digest is kept, no text."""

    def __init__(self) -> None:
        self.figures = Figures()
        self._units: set[int] = set()
        self._sides: dict[str, set[int]] = {}
        self._renderings: dict[int, int] = {}
        self._conflicts: set[int] = set()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._origins: Counter[str] = Counter()
        self._years: Counter[str] = Counter()

    def add(self, origin: str, unit: TranslationUnit, changed: str, confidence: float | None) -> None:
        figures = self.figures
        figures.units += 1
        self._origins[origin] += 1
        self._years[changed[:_YEAR]] += 1
        if changed:
            figures.first = min(figures.first or changed, changed)
            figures.last = max(figures.last, changed)
        if confidence is None:
            figures.unrated += 1
        else:
            figures.confidence[min(int(confidence * TENTHS), TENTHS - 1)] += 1
        self._texts(unit)

    def _texts(self, unit: TranslationUnit) -> None:
        sides = []
        for variant in unit.variants:
            text, language = variant.text, variant.language
            held = self.figures.languages.setdefault(language, LanguageFigures())
            held.segments += 1
            held.words += len(_WORD.findall(text))
            held.characters += len(text)
            digest = _digest(key(text))
            self._sides.setdefault(language, set()).add(digest)
            sides.append((language, digest))
        whole = _digest(repr(sides))
        self.figures.duplicates += whole in self._units
        self._units.add(whole)
        for language, digest in sides[1:]:
            self._pairs[sides[0][0], language] += 1
            self._rendered(f"{sides[0]}{language}", digest)

    def _rendered(self, source: str, target: int) -> None:
        known = self._renderings.setdefault(_digest(source), target)
        if known != target:
            self._conflicts.add(_digest(source))

    def settled(self) -> Figures:
        """The figures, everything in order."""
        figures = self.figures
        for language, digests in self._sides.items():
            figures.languages[language].distinct = len(digests)
        figures.languages = dict(
            sorted(figures.languages.items(), key=lambda one: (-one[1].segments, one[0]))
        )
        figures.pairs = _ranked(self._pairs)
        figures.origins = _ranked(self._origins)
        figures.years = dict(sorted(self._years.items()))
        figures.conflicts = len(self._conflicts)
        return figures


def _ranked(counts: "Counter[K]") -> dict[K, int]:
    """The most frequent first, then in order of their names."""
    return dict(sorted(counts.items(), key=lambda one: (-one[1], str(one[0]))))


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())
