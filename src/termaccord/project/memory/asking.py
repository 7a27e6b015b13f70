"""Segments looked up in a project's memory, with the project's settings and its glossary."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from termaccord.model import Content, Glossary, Message, SegmentMatch, UsageError, say
from termaccord.project.memory.settings import MemorySettings
from termaccord.project.settings import Settings
from termaccord.store.memory.matching import Matcher
from termaccord.store.memory.store import MemoryStore
from termaccord.store.memory.weighing import By
from termaccord.text.analyser import primary_language


@dataclass(frozen=True, slots=True)
class Asked:
    """A segment that is looked up."""

    segment: str | Content
    path: str = ""
    """Of the file it is from; empty for one that was typed."""
    number: int = 0
    """Its number among the segments of the file, from 1."""
    previous: str | None = None
    """The segment before it; empty where there is none, None where that is not known."""
    following: str | None = None
    languages: tuple[str, str] = ("", "")
    """Of source and target, as far as the file tells them."""

    @property
    def text(self) -> str:
        """Without inline codes."""
        if isinstance(self.segment, str):
            return self.segment
        return "".join([part for part in self.segment if isinstance(part, str)])


@dataclass(frozen=True, slots=True)
class Answer:
    """What the memory knows of a segment."""

    query: str
    matches: tuple[SegmentMatch, ...]
    path: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Wish:
    """What kind of answer is wanted."""

    least: int = 70
    limit: int = 5
    by: By = "characters"
    stems: bool = False


@dataclass(frozen=True, slots=True)
class Languages:
    """Between which languages is asked: what a user says, else what a text and the memory let guess."""

    source: str = ""
    target: str = ""
    held: tuple[str, ...] = ()
    """Primary languages of the memory."""

    @property
    def pair(self) -> tuple[str, str]:
        return self.source, self.target

    def lacking(self) -> Message | None:
        """What is to be said where the memory has nothing in a language that a user has named."""
        for language in filter(None, self.pair):
            if self.held and primary_language(language) not in self.held:
                return say(
                    "the memory has no segment in {language}; it has {known}",
                    language=language,
                    known=", ".join(self.held),
                )
        return None

    def chosen(self, text: str, told: tuple[str, str] = ("", "")) -> tuple[str, str]:
        """
        The languages for a segment whose file tells `told`.

        Raises
        ------
        UsageError
            When it cannot be told which are meant.

        """
        if not self.held:
            raise UsageError(say("the memory holds nothing yet; “termaccord memory import” fills it"))
        source = self.source or told[0] or self._looks_like(text)
        target = self.target or told[1]
        if target:
            return source, target
        others = [language for language in self.held if language != primary_language(source)]
        if len(others) == 1:
            return source, others[0]
        if not others:
            raise UsageError(say("the memory holds no language but {language}", language=source))
        raise UsageError(
            say(
                "the memory holds {languages}; say into which of them with --target-language",
                languages=", ".join(others),
            )
        )

    def _looks_like(self, text: str) -> str:
        from termaccord.text.detect import detect_language  # noqa: PLC0415  # not wanted where languages are named
        from termaccord.text.languages.writing.scripts import written_in  # noqa: PLC0415

        found = detect_language(text)
        if found in self.held:
            return found
        written = [language for language in self.held if written_in(text, language)]
        if len(written) == 1:
            return written[0]
        raise UsageError(
            say("cannot tell the language of “{text}”; name it with --source-language", text=text)
        )


def languages_of(store: MemoryStore, source: str = "", target: str = "") -> Languages:
    """What a user says, beside what the memory holds."""
    held = dict.fromkeys(primary_language(tag) for tag in store.languages())
    return Languages(source, target, tuple(held))


def matcher(store: MemoryStore, settings: Settings | None) -> Matcher:
    """What asks a store in the manner of a project."""
    points = (settings.memory if settings else MemorySettings()).points
    terms = None
    if settings and any((settings.root / settings.glossary).glob("*.tbx")):
        from termaccord.text.fuzzy.glossary import Terms  # noqa: PLC0415  # only with a glossary worth its loading

        terms = Terms(lambda: glossary_of(settings))
    return Matcher(store, points, terms, f"{dt.datetime.now(dt.UTC):%Y%m%d}")


def glossary_of(settings: Settings) -> Glossary:
    """All that a project has accepted; nothing where it has no glossary."""
    from termaccord.formats import tbx  # noqa: PLC0415  # only when a term may differ
    from termaccord.project.files import read  # noqa: PLC0415

    folder = settings.root / settings.glossary
    paths = [p for p in sorted(folder.glob("*.tbx")) if not p.name.endswith(".proposed.tbx")]
    return Glossary(tuple(c for p in paths for c in tbx.parse(read(p), str(p)).value.concepts))


def ask(finder: Matcher, asked: Iterable[Asked], wish: Wish, languages: Languages) -> Iterator[Answer]:
    """
    Look segments up one after another.

    Raises
    ------
    UsageError
        When it cannot be told which languages are meant.

    """
    for one in asked:
        if not one.text.strip():
            if not one.path:
                yield Answer(one.text, ())
            continue
        source, target = languages.chosen(one.text, one.languages)
        matches = finder.match(
            one.segment,
            source,
            target,
            previous=one.previous,
            following=one.following,
            least=wish.least,
            limit=wish.limit,
            by=wish.by,
            stems=wish.stems,
        )
        yield Answer(one.text, matches, one.path, one.number)
