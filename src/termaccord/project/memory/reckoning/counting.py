"""How much work a text is: its words by the bands of what the memory and the text itself know."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate
from typing import Protocol

from termaccord.model import Content, Finding, Inline, SegmentMatch, say
from termaccord.project.memory.reckoning.bands import (
    CONTEXT,
    LOCKED,
    REPEATED,
    REPEATED_ACROSS,
    TRANSLATED,
    Band,
    Bands,
    bands,
)
from termaccord.project.memory.reckoning.likeness import Likeness
from termaccord.project.memory.sources import Condition, SourceSegment, SourceText
from termaccord.text.analyser import primary_language
from termaccord.text.volume.counting import Volume, volume

Step = Callable[[str, int, int], None]


class Finder(Protocol):
    """What finds a segment in a memory: `store.memory.matching.Matcher`."""

    def match(
        self,
        segment: str | Content,
        source_language: str,
        target_language: str,
        *,
        previous: str | None = None,
        following: str | None = None,
        least: int = 70,
        limit: int = 5,
    ) -> tuple[SegmentMatch, ...]: ...


@dataclass(frozen=True, slots=True)
class FileAnalysis:
    """The volumes of one file."""

    path: str
    language: str
    target_language: str
    volumes: Mapping[str, Volume]
    """By the name of the band; bands that hold nothing are missing."""

    @property
    def total(self) -> Volume:
        """All bands together."""
        return sum(self.volumes.values(), Volume())


@dataclass(frozen=True, slots=True)
class Analysis:
    """The volumes of several files."""

    bands: Bands
    files: tuple[FileAnalysis, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def volumes(self) -> dict[str, Volume]:
        """Of all files together, by band, in the order of a report."""
        found: dict[str, Volume] = {}
        for band in self.bands.all:
            parts = [file.volumes[band.name] for file in self.files if band.name in file.volumes]
            if parts:
                found[band.name] = sum(parts, Volume())
        return found

    @property
    def total(self) -> Volume:
        """All bands of all files."""
        return sum((file.total for file in self.files), Volume())


@dataclass(frozen=True, slots=True)
class Manner:
    """What is counted, and how."""

    bands: Bands = field(default_factory=bands)
    include_translated: bool = False
    """Whether what a bilingual file has translated already is counted as if it had not."""
    internal: bool = False
    """Whether a segment like one before in these files counts as a match of it (“homogeneity”)."""


def analyse(
    texts: Sequence[SourceText],
    finder: Finder,
    target_language: str,
    manner: Manner | None = None,
    step: Step = lambda _what, _done, _all: None,
) -> Analysis:
    """
    Put every segment into its band.

    A segment that the memory knows in the same context comes first; then one that stood before in the same file;
    then one that stood in an earlier file; then what the memory knows, best match first.
    So the first of several equal segments counts with its match, and only the others as repetitions.

    Parameters
    ----------
    texts
        In the order in which they will be translated.
    finder
        What asks the memory.
    target_language
        BCP 47, for texts that do not say into what they are translated.
    manner
        What is counted.
    step
        Is told how far the work is: (what, done, in all).

    """
    analyst = _Analyst(finder, manner or Manner(), target_language)
    if analyst.manner.internal:
        analyst.likeness = Likeness((s.text, t.language) for t in texts for s in t.segments)
    everything = sum(len(text.segments) for text in texts)
    before = accumulate((len(text.segments) for text in texts), initial=0)
    files = tuple(
        analyst.file(text, partial(_told, step, done, everything))
        for text, done in zip(texts, before, strict=False)
    )
    return Analysis(analyst.manner.bands, files)


def _told(step: Step, before: int, everything: int, here: int) -> None:
    step(say("looking segments up"), before + here, everything)


class _Analyst:
    """Remembers what has been seen."""

    def __init__(self, finder: Finder, manner: Manner, target_language: str) -> None:
        self.manner = manner
        self.likeness: Likeness | None = None
        self._finder = finder
        self._target = target_language
        self._before: set[tuple[str, Content]] = set()
        """Segments of the files before."""

    def file(self, text: SourceText, step: Callable[[int], None]) -> FileAnalysis:
        here: set[tuple[str, Content]] = set()
        volumes: dict[str, Volume] = {}
        target = text.target_language or self._target
        texts = ["", *(segment.text for segment in text.segments), ""]
        for number, segment in enumerate(text.segments):
            language = primary_language(text.language)
            key = (language, _key(segment.content))
            asked = _Asked(segment, text.language, target, texts[number], texts[number + 2])
            band = self._band(asked, key, here)
            here.add(key)
            tags = sum(isinstance(part, Inline) for part in segment.content)
            volumes[band.name] = volumes.get(band.name, Volume()) + volume(segment.text, language, tags)
            step(number + 1)
        self._before |= here
        ordered = {band.name: volumes[band.name] for band in self.manner.bands.all if band.name in volumes}
        return FileAnalysis(text.path, text.language, target, ordered)

    def _band(self, asked: "_Asked", key: tuple[str, Content], here: set[tuple[str, Content]]) -> Band:
        if asked.segment.condition is Condition.LOCKED:
            return LOCKED
        if asked.segment.condition is Condition.TRANSLATED and not self.manner.include_translated:
            return TRANSLATED
        score = self._score(asked)
        if score >= CONTEXT.least:
            return CONTEXT
        if key in here:
            return REPEATED
        if key in self._before:
            return REPEATED_ACROSS
        if self.likeness:
            score = max(
                score, self.likeness.before(asked.segment.text, asked.language, self.manner.bands.least)
            )
        return self.manner.bands.of(score)

    def _score(self, asked: "_Asked") -> int:
        found = self._finder.match(
            asked.segment.content,
            asked.language,
            asked.target,
            previous=asked.previous,
            following=asked.following,
            least=self.manner.bands.least,
            limit=1,
        )
        return found[0].score if found else 0


@dataclass(frozen=True, slots=True)
class _Asked:
    segment: SourceSegment
    language: str
    target: str
    previous: str
    following: str


def _key(content: Content) -> Content:
    """What two segments have in common that need only one translation: text and codes, not the numbers of codes."""
    return tuple(
        " ".join(part.split()) if isinstance(part, str) else Inline(part.role, part.tag, part.code)
        for part in content
    )


class Nothing:
    """A memory that knows nothing, so that repetitions can be counted without one."""

    def match(self, segment: str | Content, *_languages: str, **_manner: object) -> tuple[SegmentMatch, ...]:  # noqa: ARG002  # the shape of `Finder`
        """No match."""
        return ()
