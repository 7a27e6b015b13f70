"""The files of the memory: one for each text and outlet, in which every source segment stands once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from termaccord.align.units import Units
from termaccord.formats import tmx
from termaccord.model import Alignment, Memory, TranslationUnit
from termaccord.model.memory import confidence_of
from termaccord.project.outputs.names import memory_names

OTHERS = "alternatives"
"""Between name and ending of a file with the other translations that a segment has in the same text."""


@dataclass(frozen=True, slots=True)
class Memories:
    """The memory as files, and what became of segments that a text repeats."""

    files: dict[Path, bytes]
    units: int
    """Written, those of the files with other translations included."""
    repeated: int
    """Left out: the same two segments stand in the file already."""
    alternatives: int
    """Written to a file of their own: the segment has another translation in the first file."""


def memories(folder: Path, alignments: Sequence[Alignment], kept: Sequence[Units]) -> Memories:
    """
    The files of the memory for these alignments and what came of each.

    CAT tools that meet a source segment twice in a file take the first or the last of its translations, each its own;
    so the rendering that the text prefers stands in the file that is named after text and outlet, and others beside it.
    """
    files: dict[Path, bytes] = {}
    written = repeated = alternatives = 0
    for name, alignment, part in zip(memory_names(alignments), alignments, kept, strict=True):
        layers = list(_layers(part.units))
        for place, layer in enumerate(layers):
            path = folder / f"{name}{_ending(place)}.tmx"
            files[path] = tmx.serialize(Memory(layer, alignment.source.language))
        count = sum(map(len, layers))
        written += count
        repeated += len(part.units) - count
        alternatives += count - len(layers[0])
    return Memories(files, written, repeated, alternatives)


def _ending(place: int) -> str:
    return "" if not place else f".{OTHERS}" if place == 1 else f".{OTHERS}-{place}"


def _layers(units: Sequence[TranslationUnit]) -> Iterator[tuple[TranslationUnit, ...]]:
    """The best translation of each segment, then the second best of those that have one, and so on; in order of the text."""
    ranked = {source: _ranked(same) for source, same in _by_source(units).items()}
    depth = max(map(len, ranked.values()), default=1)
    for place in range(depth):
        chosen = {same[place].id for same in ranked.values() if len(same) > place}
        yield tuple(unit for unit in units if unit.id in chosen)


def _by_source(units: Sequence[TranslationUnit]) -> dict[str, list[TranslationUnit]]:
    by_source: dict[str, list[TranslationUnit]] = {}
    for unit in units:
        by_source.setdefault(unit.variants[0].text, []).append(unit)
    return by_source


def _ranked(same: Sequence[TranslationUnit]) -> list[TranslationUnit]:
    """One unit for each translation: the most frequent first, then the surest, then the first of the text."""
    by_target: dict[str, list[TranslationUnit]] = {}
    for unit in same:
        by_target.setdefault(unit.variants[1].text, []).append(unit)
    return [_surest(one) for one in sorted(by_target.values(), key=lambda u: (-len(u), -_sure(_surest(u))))]


def _surest(units: Sequence[TranslationUnit]) -> TranslationUnit:
    return max(units, key=_sure)


def _sure(unit: TranslationUnit) -> float:
    return confidence_of(unit) or 0.0
