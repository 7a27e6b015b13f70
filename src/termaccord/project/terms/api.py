"""The glossary for programs: what `termaccord lookup` answers, as objects."""

from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from termaccord.model import Concept, Finding, Loss, terminology
from termaccord.project import files
from termaccord.project.glossaries import glossary_paths
from termaccord.project.settings import find_settings, user_cache
from termaccord.project.terms.looking import Hit, hits, meaning_of
from termaccord.project.terms.opening import index_of, open_termbase
from termaccord.project.terms.standing import Standing, standing_in
from termaccord.store.termbase import Meaning, Termbase


class Glossary:
    """
    Glossaries opened together, the first of them asked first.

    The index behind it is kept on disk and made anew only where a file has changed;
    the files themselves are never written.
    """

    def __init__(self, termbase: Termbase, meaning: Meaning) -> None:
        """Take an open index and what reads the meaning of its terms; `Glossary.open` makes them of files."""
        self._termbase = termbase
        self._meaning = meaning

    @classmethod
    def open(cls, *paths: str | PathLike[str]) -> Self:
        """
        Open glossary files: TBX of any edition, CSV, TSV or Excel.

        Without a path those of the project around the current folder, what is accepted before what is proposed.

        Raises
        ------
        UsageError
            When a file does not exist, or no path is given and there is no project with a glossary.

        """
        given = tuple(str(Path(path)) for path in paths)
        settings = find_settings(Path.cwd())
        index = index_of(settings, given, user_cache())
        return cls(open_termbase(glossary_paths(settings, given), index), meaning_of(index))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was wrong with the files."""
        return self._termbase.findings

    def lookup(self, query: str, language: str | None = None, limit: int = 10) -> tuple[Hit, ...]:
        """
        Look a term up, however it is written: the concepts that it may mean, likeliest first.

        Parameters
        ----------
        query
            In any language, inflected, misspelt, abbreviated, in other letters or only a part of a name.
        language
            BCP 47 tag of the query; only terms of that language are then matched.
        limit
            How many concepts at most.

        Returns
        -------
        Answers, each with its concept, a score from 0 to 1 and a sentence that says how it was found;
        where nothing fits, one that is only the nearest and says so, or none.

        """
        return hits(self._termbase, query, language, limit, self._meaning)

    def find(self, text: str, language: str) -> tuple[Standing, ...]:
        """
        Find every term that stands in a text, in whatever form, in order of first appearance.

        Parameters
        ----------
        text
            Any text; spans of occurrences count its code points.
        language
            BCP 47 tag of the text.

        Returns
        -------
        Terms with all their places and with how the other languages say them.

        """
        return standing_in(self._termbase, text, language)

    def write(
        self,
        path: str | PathLike[str],
        to: str = "",
        source_language: str = "",
        target_language: str = "",
    ) -> tuple[Loss, ...]:
        """
        Write all concepts to a file of any kind that `termaccord convert` knows, replacing it.

        Parameters
        ----------
        path
            The file.
        to
            What to write, as `termaccord convert --to` has it; by the ending of `path` where it is empty.
        source_language, target_language
            BCP 47, for a list of pairs; the two languages of the glossary where they are empty.

        Returns
        -------
        What the file does not say, one loss for each thing.

        Raises
        ------
        UsageError
            When the ending says nothing, the languages do not show, or the file cannot be written.
        ValueError
            When `to` is none that there is, or one of memories.

        """
        from termaccord.project.conversion import lists, targets  # noqa: PLC0415  # knows every format, and they load slowly

        target = targets.Target(to) if to else targets.target_of(str(path))
        if target in targets.MEMORIES:
            raise ValueError(f"{target} holds translations, not concepts; use termaccord.convert")
        glossary = terminology.Glossary(tuple(self))
        made = lists.write_list(glossary, target, str(path), source_language, target_language)
        files.write(Path(path), made.data)
        return made.losses

    def concept(self, name: str) -> Concept:
        """
        The concept with this id.

        Raises
        ------
        KeyError
            When there is none.

        """
        found = self._termbase.known(name)
        if found is None:
            raise KeyError(name)
        return found

    def __contains__(self, name: object) -> bool:
        """Whether there is a concept with this id."""
        return isinstance(name, str) and self._termbase.known(name) is not None

    def __iter__(self) -> Iterator[Concept]:
        """All concepts in the order of the files."""
        return self._termbase.concepts()

    def __len__(self) -> int:
        """How many concepts there are."""
        return len(self._termbase)

    def close(self) -> None:
        """Give the index back."""
        self._termbase.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
