"""Where the names of a concept stand in the translation memory, with both languages."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from termaccord.formats import tmx
from termaccord.model import Concept, Finding, Span, TranslationUnit
from termaccord.project.terms.shelf import shown
from termaccord.text.analyser import primary_language
from termaccord.text.occurrences import Finder

MOST = 5


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence, with the stretches where a name of the concept stands."""

    language: str
    text: str
    names: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence and what it is in the other languages."""

    source: str
    sides: tuple[Side, ...]


def marked(concept: Concept, language: str, text: str) -> Side:
    """A sentence with the names of a concept that stand in it, in whatever form."""
    finder = _finder(concept, primary_language(language))
    return Side(language, text, tuple(f.span for f in finder.find(text)) if finder else ())


@cache
def _finder(concept: Concept, primary: str) -> Finder[str] | None:
    terms = [t.text for s in concept.languages if primary_language(s.language) == primary for t in s.terms]
    return Finder([(text, text) for text in terms], primary) if terms else None


def scenes(concept: Concept, memory: Path, most: int = MOST) -> list[Scene]:
    """The first units of the memory in which a name of the concept stands, file by file; of one original the first."""
    found: list[Scene] = []
    seen = set[str]()
    for path in sorted(memory.glob("*.tmx")):
        for unit in _units(path):
            sides = tuple(marked(concept, v.language, v.text) for v in unit.variants)
            if any(side.names for side in sides) and sides[0].text not in seen:
                seen.add(sides[0].text)
                found.append(Scene(shown(path), sides))
            if len(found) == most:
                return found
    return found


def _units(path: Path) -> Iterator[TranslationUnit]:
    with path.open("rb") as stream:
        yield from (one for one in tmx.units(stream, path.name) if not isinstance(one, Finding))
