"""The memory for programs: what `termaccord memory` answers, as objects."""

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from termaccord.model import (
    Content,
    Finding,
    SegmentMatch,
    StoredUnit,
    TranslationUnit,
    UsageError,
    Variant,
    say,
)
from termaccord.project.memory.asking import Languages, languages_of, matcher
from termaccord.project.memory.opening import OpenedMemory, open_memory, silent
from termaccord.project.settings import NAMES
from termaccord.store.memory.store import MemoryStore
from termaccord.store.memory.weighing import By

if TYPE_CHECKING:
    from termaccord.model.concordance import Concordance
    from termaccord.project.memory.exporting import Exported
    from termaccord.project.memory.importing import FileReport
    from termaccord.project.memory.stats import Figures

ADDED = "added"
"""Origin of what a program puts in without naming one."""


class Memory:
    """
    A translation memory: put translations in, look segments and words up.

    Several programs may read a memory while one writes it.
    Close it when done, or use it as a context manager.
    """

    def __init__(self, opened: OpenedMemory | None = None) -> None:
        """Take an opened memory; without one it is empty and lives in main memory."""
        self._opened = opened or OpenedMemory(MemoryStore.open(None))
        self._matcher = matcher(self.store, self._opened.settings)

    @classmethod
    def open(cls, path: str | PathLike[str] | None = None) -> Self:
        """
        Open the memory of a project, or one that has a folder of its own.

        Parameters
        ----------
        path
            A project's folder, whose `tmx/` is then part of the memory, or any other folder, made where there is none.
            Without it the project around the current folder is meant, and outside every project the user's own memory.

        Raises
        ------
        UsageError
            When the folder holds something else, a damaged memory or one of a later version, or cannot be written.

        """
        if path is None:
            return cls(open_memory())
        folder = Path(path)
        project = any((folder / name).is_file() for name in NAMES)
        return cls(open_memory(start=folder) if project else open_memory(folder))

    @property
    def store(self) -> MemoryStore:
        """What holds the units."""
        return self._opened.store

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was wrong with the project's own files."""
        return self._opened.findings

    @property
    def origins(self) -> tuple[str, ...]:
        """Where the units are from: files, and what programs have named."""
        return tuple(self.store.origins())

    @property
    def languages(self) -> tuple[str, ...]:
        """BCP 47 tags of all segments."""
        return self.store.languages()

    # -- putting in and taking out --------------------------------------------------------------------------------

    def add(self, units: Iterable[TranslationUnit], origin: str = ADDED) -> int:
        """Put units in, and answer how many the origin did not hold already."""
        return self.store.add(origin, units).added

    def add_pair(
        self,
        source: str | Content,
        target: str | Content,
        source_language: str,
        target_language: str,
        origin: str = ADDED,
    ) -> bool:
        """Put in a segment with its translation, and answer whether it is new."""
        sides = ((source_language, source), (target_language, target))
        variants = tuple(Variant(tag, (text,) if isinstance(text, str) else text) for tag, text in sides)
        return self.add([TranslationUnit("", variants)], origin) > 0

    def import_file(
        self, path: str | PathLike[str], *, origin: str = "", languages: Sequence[str] = ()
    ) -> "tuple[FileReport, ...]":
        """
        Put in a file of translations, or all that a folder holds: TMX, XLIFF, PO, CSV, TSV.

        Parameters
        ----------
        path
            What was imported of it before is brought up to date, unit by unit.
        origin
            What to call it; without it, its path.
        languages
            Segments in others are left out; all are taken where this is empty.

        Returns
        -------
        For each file what was read, added and left out, and why; a `path` that does not exist raises `UsageError`.

        """
        from termaccord.project.memory.importing import Request, import_files  # noqa: PLC0415  # as for all below

        if not Path(path).exists():
            raise UsageError(say("no such file: {path}", path=str(path)))
        request = Request((str(path),), origin, tuple(languages))
        root = self._opened.settings.root if self._opened.settings else None
        return import_files(self.store, request, silent, root)

    def export(
        self,
        path: str | PathLike[str],
        *,
        languages: Sequence[str] = (),
        origins: Sequence[str] = (),
        since: str = "",
        until: str = "",
        confidence: float = 0.0,
    ) -> "Exported":
        """
        Write units as TMX in the order of their origins, the same bytes each time.

        Parameters
        ----------
        path
            The file, written whole or not at all.
        languages
            The first is written as the source language; all segments where this is empty.
        origins
            Names or patterns such as ``client/*``.
        since, until
            Of the last change, as YYYYMMDDThhmmssZ, both inclusive.
        confidence
            Of the alignment, at least; units that do not say are kept.

        """
        from termaccord.project.files import written  # noqa: PLC0415
        from termaccord.project.memory.exporting import Wanted, export  # noqa: PLC0415

        wanted = Wanted(tuple(languages), tuple(origins), since, until, confidence)
        with written(Path(path)) as out:
            return export(self.store, out, wanted, silent, name=str(path))

    def delete(self, units: Iterable[StoredUnit | int]) -> int:
        """Take units out, given as they were found or by their numbers; answers how many there were."""
        return self.store.delete(u if isinstance(u, int) else u.number for u in units)

    def forget(self, origin: str) -> int:
        """Take out all that is from an origin; answers how many units there were."""
        return self.store.forget(origin)

    # -- asking ---------------------------------------------------------------------------------------------------

    def match(
        self,
        segment: str | Content,
        source_language: str = "",
        target_language: str = "",
        *,
        previous: str | None = None,
        following: str | None = None,
        least: int = 70,
        limit: int = 5,
        by: By = "characters",
        stems: bool = False,
    ) -> tuple[SegmentMatch, ...]:
        """
        Look a segment up: the same, in the same context, or one like it, best first.

        Parameters
        ----------
        segment
            As it is written, with or without inline codes.
        source_language, target_language
            BCP 47; may be left out where the text and the memory leave no doubt.
        previous, following
            The segments beside it; empty where there are none, None where that is not known.
        least
            Score that a match has at least.
        limit
            How many matches at most.
        by
            What the score counts: characters or words.
        stems
            Whether the likeness by lemmas is told too.

        Raises
        ------
        UsageError
            When it cannot be told which languages are meant.

        """
        text = segment if isinstance(segment, str) else "".join(p for p in segment if isinstance(p, str))
        languages = self._languages(source_language, target_language).chosen(text)
        return self._matcher.match(
            segment,
            *languages,
            previous=previous,
            following=following,
            least=least,
            limit=limit,
            by=by,
            stems=stems,
        )

    def _languages(self, source: str, target: str) -> Languages:
        if source and target:
            return Languages(source, target, (source, target))
        return languages_of(self.store, source, target)

    def concordance(
        self, words: str, *, language: str = "", limit: int = 10, exact: bool = False
    ) -> "Concordance":
        """
        Look words up in any form and order, with what renders them on the other side.

        Parameters
        ----------
        words
            Words in quotes stand side by side, and a star ends the beginning of a word.
        language
            Of the words; without it, the one in which the memory has most of them.
        limit
            How many units are shown.
        exact
            Whether only these very forms are meant.

        """
        from termaccord.project.memory.concordance import concordance  # noqa: PLC0415

        return concordance(self._opened, words, language=language, limit=limit, exact=exact)

    def stats(self) -> "Figures":
        """Count units, languages, words, origins, dates, and what stands there twice."""
        from termaccord.project.memory.stats import stats_of_store  # noqa: PLC0415

        return stats_of_store(self.store)

    def unit(self, number: int) -> StoredUnit:
        """
        The unit with this number.

        Raises
        ------
        KeyError
            When there is none.

        """
        found = self.store.units([number])
        if not found:
            raise KeyError(number)
        return found[0]

    def __iter__(self) -> Iterator[StoredUnit]:
        """All units in the order of their origins and places."""
        return self.store.stream()

    def __len__(self) -> int:
        """How many units there are."""
        return len(self.store)

    def close(self) -> None:
        """Give the files back."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
