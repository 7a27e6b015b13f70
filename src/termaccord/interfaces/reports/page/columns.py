"""The columns of the matrix: who published a text."""

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath

from babel import Locale, UnknownLocaleError

from termaccord.interfaces.reports.quotes import Quotes
from termaccord.interfaces.translation import language
from termaccord.model import Place
from termaccord.project.lint import Report

MANY = 8
"""More files than this share a column a folder."""


@dataclass(frozen=True, slots=True, order=True)
class Column:
    """An outlet; a language, for originals beside outlets; else a file or a folder."""

    rank: int
    name: str
    language: str = ""
    """Of a column that is a language."""

    @property
    def label(self) -> str:
        return language_name(self.language) if self.language else self.name


class Columns:
    """Says which column a place belongs to."""

    def __init__(self, report: Report, quotes: Quotes) -> None:
        self._quotes = quotes
        self._outlets = any(d.outlet for d in report.documents)
        files = [d.path or d.name for d in report.documents] + list(report.bilingual)
        self._folders = len(set(files)) > MANY
        self._names = Counter(PurePosixPath(file).name for file in set(files))

    def of(self, place: Place) -> Column:
        document = self._quotes.document(place)
        if document is not None and document.outlet:
            return Column(0, document.outlet)
        if document is not None and self._outlets:
            return Column(1, document.language, document.language)
        path = PurePosixPath(place.file)
        if self._folders and document is not None:
            return Column(2, path.parent.as_posix())
        return Column(3, path.name if self._names[path.name] == 1 else place.file)


def language_name(tag: str) -> str:
    """A language in the user's language."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(language()) or tag
    except (UnknownLocaleError, ValueError):
        return tag
