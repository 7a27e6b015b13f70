"""Every text under some paths analysed against a memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from termaccord.model import Finding, Place
from termaccord.project.memory.asking import languages_of, matcher
from termaccord.project.memory.opening import OpenedMemory
from termaccord.project.memory.reckoning.bands import Bands, bands
from termaccord.project.memory.reckoning.counting import Analysis, Finder, Manner, Nothing, Step, analyse
from termaccord.project.memory.sources import SourceText, open_sources


@dataclass(frozen=True, slots=True)
class Wish:
    """What is counted, and between which languages; empty ones are told by the files, or by the memory."""

    source_language: str = ""
    target_language: str = ""
    bands: Bands = field(default_factory=bands)
    include_translated: bool = False
    internal: bool = False


def analyse_paths(
    paths: Sequence[str],
    memory: OpenedMemory,
    wish: Wish | None = None,
    stdin: bytes | None = None,
    step: Step = lambda _what, _done, _all: None,
) -> Analysis:
    """
    Count the words of everything under `paths` by band; a memory that holds nothing leaves repetitions and what is new.

    Raises
    ------
    UsageError
        When a path does not exist, nothing can be read, or it cannot be told which languages are meant.

    """
    wish = wish or Wish()
    found = open_sources(paths, wish.source_language, wish.target_language, stdin)
    held = languages_of(memory.store, wish.source_language, wish.target_language)
    finder: Finder = matcher(memory.store, memory.settings) if held.held else Nothing()
    texts = found.texts
    if held.held:
        texts = tuple(
            _between(text, held.chosen(_first(text), (text.language, text.target_language))) for text in texts
        )
    counted = analyse(
        texts, finder, wish.target_language, Manner(wish.bands, wish.include_translated, wish.internal), step
    )
    lacking = held.lacking()
    unknown = (Finding("P042", lacking, Place(str(paths[0]))),) if lacking else ()
    return replace(counted, findings=(*found.findings, *unknown))


def _first(text: SourceText) -> str:
    return text.segments[0].text if text.segments else ""


def _between(text: SourceText, languages: tuple[str, str]) -> SourceText:
    return replace(text, language=languages[0], target_language=languages[1])
