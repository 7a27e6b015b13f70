"""The glossary for programs: what `termaccord lookup` answers, as objects."""

from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from termaccord.model import Concept, Finding
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
