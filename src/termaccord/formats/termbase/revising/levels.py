"""What a concept, a language section and a term say, as categories that can be found in a file and held against each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from termaccord.formats.termbase.categories import CategoryReader, identity
from termaccord.formats.termbase.fitting import Level as Letter
from termaccord.formats.termbase.revising.located import Located
from termaccord.formats.termbase.writing import described
from termaccord.model import Concept, DataCategory, LanguageSection, Term

Level = Concept | LanguageSection | Term


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a level says."""

    slot: str
    """Of what can be said once: subjectField, definition, partOfSpeech …; empty for all else."""
    category: DataCategory


STATUS = frozenset({"administrativeStatus", "usageStatus"})


def said(level: Level) -> tuple[Said, ...]:
    """All that a level says of itself, its text, its sections and its terms apart."""
    return (*_slots(level), *(Said("", category) for category in level.extra))


def _slots(level: Level) -> Iterator[Said]:
    if isinstance(level, Concept) and level.subject_field:
        yield Said("subjectField", DataCategory("descrip", "subjectField", level.subject_field))
    if isinstance(level, Term):
        if level.part_of_speech:
            yield Said("partOfSpeech", DataCategory("termNote", "partOfSpeech", level.part_of_speech))
        if level.term_type:
            yield Said("termType", DataCategory("termNote", "termType", level.term_type))
        if level.status is not None:
            yield Said("status", DataCategory("termNote", "administrativeStatus", level.status.value))
        for context in level.contexts:
            yield from (Said("", category) for category in described(context, "context"))
    else:
        yield from (Said("definition", category) for category in described(level.definition, "definition"))


@dataclass(frozen=True, slots=True)
class At:
    """A level in its two states, and its place in the file."""

    place: Located
    letter: Letter
    old: Level
    new: Level
    inside: tuple[Located, ...]
    """The elements that say something of it."""
    words: Located | None = None
    """Of a term, the ``term`` itself."""

    def anchor(self, elder: Located | None, of_words: bool) -> Located | None:
        """The element to put something behind; None where it comes first."""
        if self.words is None:
            first = next(
                (c.start for c in self.place.children if c.kind in {"langSet", "tig"}), self.place.end
            )
            before = [one for one in self.inside if one.start < first]
            return elder or (before[-1] if before else None)
        if of_words:
            end = self.words.end
            holder = next((c for c in self.place.children if c.start <= end <= c.end), self.place)
            return [
                self.words,
                *(one for one in self.inside if is_of_words(one) and one.end <= _end(holder, self)),
            ][-1]
        return elder if elder is not None and not is_of_words(elder) else self.place.children[-1]


def _end(holder: Located, at: At) -> int:
    return holder.end if holder is not at.words else at.place.end


def is_of_words(place: Located) -> bool:
    """Whether an element says something of the words of a term."""
    return identity(place.parsed)[0] in {"termNote", "termNoteGrp", "termCompList"}


class Finder:
    """Finds what a level says among the elements of the file; each element answers once."""

    def __init__(self, elements: Iterable[Located]) -> None:
        self._left = list(elements)

    def find(self, wanted: Said) -> list[Located]:
        """The elements that say it, the one with its value first; none where nothing in the file does."""
        found = [one for one in self._left if _says(one, wanted)]
        kept = found if wanted.slot in {"status", "partOfSpeech", "termType"} else found[:1]
        self._left = [one for one in self._left if one not in kept]
        return sorted(kept, key=lambda one: one.kind == "note")


def _says(place: Located, wanted: Said) -> bool:
    node = place.parsed
    head = node.children[0] if node.name == "descripGrp" and node.children else node
    kind, type_ = identity(head)
    if wanted.slot == "status":
        return (kind == "termNote" and type_ in STATUS) or _noted(kind, node.text, STATUS)
    if wanted.slot in {"partOfSpeech", "termType"}:
        return (kind, type_) == ("termNote", wanted.slot) or _noted(kind, node.text, {wanted.slot})
    if wanted.slot:
        return (kind, type_) == ("descrip", wanted.slot)
    return CategoryReader("").category(node) == wanted.category


def _noted(kind: str, text: str, names: Iterable[str]) -> bool:
    """Whether a note says what the dialect had no word for."""
    return kind == "note" and any(text.strip().startswith(f"{name}: ") for name in names)


def missing(these: Sequence[Said], others: Sequence[Said]) -> list[Said]:
    """What these say and the others do not, as often as it is said."""
    left = list(others)
    found = []
    for one in these:
        if one in left:
            left.remove(one)
        else:
            found.append(one)
    return found
