"""A unit as checks look at it: a source, and what translates it."""

from collections.abc import Iterator
from dataclasses import dataclass

from termaccord.lint.rule import Pair, Text
from termaccord.model import Place, TranslationUnit, Variant
from termaccord.text.analyser import primary_language

ALL = "*all*"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A unit with its place in its file."""

    unit: TranslationUnit
    number: int
    """From 0."""
    file: str
    line: int
    source: int = 0
    """Which of its variants is the source."""

    @property
    def place(self) -> Place:
        return Place(self.file, self.unit.id, line=self.line)

    @property
    def pairs(self) -> Iterator[tuple[int, int]]:
        """The source with each other variant."""
        return ((self.source, n) for n in range(len(self.unit.variants)) if n != self.source)

    def pair(self, sides: tuple[int, int]) -> Pair:
        """Two sides as rules look at them; they call the unit by its number."""
        source, target = (self._text(self.unit.variants[n]) for n in sides)
        return Pair(source, target, self.unit.properties)

    def _text(self, variant: Variant) -> Text:
        return Text(
            variant.text, variant.language, self.file, str(self.number), variant.line, content=variant.content
        )


def source_of(unit: TranslationUnit, declared: str) -> int:
    """Which variant is the source: in the language that unit or file declare, else the first."""
    named = next((value for name, value in unit.attributes if name == "srclang"), declared)
    languages = [variant.language for variant in unit.variants]
    if named != ALL and named in languages:
        return languages.index(named)
    primary = [primary_language(language) for language in languages]
    wanted = primary_language(named)
    return primary.index(wanted) if wanted in primary else 0
