"""Concepts in, conflicts out: which names of one thing compete in one language, and what makes us sure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from termaccord.lint.conflicts.abbreviations import expansions, short_forms
from termaccord.lint.conflicts.capitals import named, ordinary
from termaccord.lint.conflicts.forms import Form, form, forms, lemma, near, proper, titled
from termaccord.lint.conflicts.parties import Party, by_number, of_one_place, parties
from termaccord.lint.conflicts.people import respelt, written_as
from termaccord.lint.conflicts.shortened import abridged, moved, organisations
from termaccord.lint.conflicts.witness import Witness
from termaccord.lint.rule import Collection
from termaccord.model import Category, ProposedConcept
from termaccord.text.cues import cues_for
from termaccord.text.languages.writing.scripts import script
from termaccord.text.normalise import fold


class Kind(StrEnum):
    """Which rule a conflict falls under."""

    RENDERING = "rendering"
    SPELLING = "spelling"
    MOTTO = "motto"
    ABBREVIATION = "abbreviation"
    TRANSLITERATED = "transliterated"
    TITLE = "title"
    SPLIT = "split"
    """Of ordinary words: told by another language that has one word only."""


class Slip(StrEnum):
    """What is less than another name."""

    NONE = "none"
    ABRIDGED = "abridged"
    """Shortened in a text that never gives it whole."""
    MOVED = "moved"
    """With its owner in another place."""


WHOLE = frozenset({Category.BODY, Category.DOCUMENT, Category.POSITION})
"""Kinds with names long enough to be cut and turned."""
COINED = frozenset({Category.EXERCISE, Category.OPERATION, Category.PROGRAMME, Category.EVENT})
"""Kinds whose names are words of the language, so that one may translate them or only write them in other letters."""
ALONE = COINED | {Category.MOTTO, Category.PERSON, Category.PLACE}
"""Kinds whose names are often a single word."""
LETTERS = frozenset({Category.PERSON, Category.PLACE})
"""Kinds whose names have no meaning to translate."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Names of one thing that compete in one language."""

    concept: ProposedConcept
    language: str
    kind: Kind
    parties: tuple[Party, ...]
    sources: tuple[Form, ...]
    """Its names in the language that it is translated from; none in texts of one language."""
    opposite: tuple[int, ...]
    """For each party: how many of its places stand opposite a name of the source."""
    shared: str = ""
    """Of names with one abbreviation: that abbreviation."""
    slip: Slip = Slip.NONE
    elsewhere: Form | None = None
    """The one name that it has in another language that it is translated into."""

    @property
    def proper(self) -> bool:
        """Whether all of these are written as names rather than as ordinary words."""
        return all(proper(p.head) for p in self.parties)

    @property
    def numbered(self) -> bool:
        """Whether all have a year or a number, as no mere description has."""
        return all(p.head.numbers for p in self.parties)

    @property
    def aligned(self) -> bool:
        """Whether each of them stands opposite the source name somewhere."""
        return bool(self.opposite) and min(self.opposite) > 0

    @property
    def short(self) -> bool:
        """Whether one of them is a single word."""
        return any(len(p.head.words) < 2 for p in self.parties)

    @property
    def slight(self) -> bool:
        """Whether they have the same words in another order, or words derived from one root."""
        return all(near(p.head, self.parties[0].head) for p in self.parties)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is known about the collection as a whole."""

    collection: Collection
    testimony: Witness
    owners: frozenset[str]
    originals: frozenset[str]
    expansions: Mapping[str, Mapping[str, frozenset[str]]]
    places: frozenset[str]
    """Words that name places, as lemmas."""
    organisations: tuple[frozenset[str], ...]


@lru_cache(maxsize=2)
def conflicts(collection: Collection) -> tuple[Conflict, ...]:
    """All conflicts of a collection, concept by concept."""
    scene = _Scene(
        collection,
        Witness(collection.alignments),
        _owners(collection.concepts),
        collection.originals or frozenset(a.source.language for a in collection.alignments),
        expansions(collection),
        _places(collection.concepts),
        organisations(collection.concepts),
    )
    return tuple(c for concept in collection.concepts for c in _of(concept, scene))


def _owners(concepts: Sequence[ProposedConcept]) -> frozenset[str]:
    return frozenset(
        lemma(fold(t.text), t.language)
        for c in concepts
        for t in c.terms
        if t.abbreviation and " " not in t.text
    )


def _places(concepts: Sequence[ProposedConcept]) -> frozenset[str]:
    terms = (t for c in concepts if c.category is Category.PLACE for t in c.terms)
    named = {word for t in terms for word in form(t).words}
    languages = {t.language for c in concepts for t in c.terms}
    return frozenset(named | {lemma(w, tag) for tag in languages for w in cues_for(tag).territories()})


def _of(concept: ProposedConcept, scene: _Scene) -> Iterator[Conflict]:
    sources = forms(t for t in concept.terms if t.language in scene.originals)
    languages = sorted({t.language for t in concept.terms} - scene.originals)
    names = {language: _full(concept, language) for language in languages}
    for language in languages:
        rivals = of_one_place(parties(names[language], concept.category, scene.owners), scene.places)
        slip = Slip.NONE
        if len(rivals) == 1:
            slip, rivals = _slip(rivals[0], concept.category, scene)
        if len(rivals) > 1:
            single = _single([names[other] for other in languages if other != language])
            found = _judged(concept, language, rivals, sources, scene)
            yield from (replace(c, slip=slip, elsewhere=single) for c in found if c.kind is not Kind.SPLIT)
            yield from (replace(c, elsewhere=single) for c in found if c.kind is Kind.SPLIT and single)
        if concept.category is not Category.CONCEPT:
            read = forms(t for t in concept.terms if t.language == language and t.abbreviation)
            shorts = short_forms(read, names[language])
            if len(shorts) > 1:
                yield _conflict(concept, language, Kind.ABBREVIATION, shorts, sources, scene)


def _full(concept: ProposedConcept, language: str) -> list[Form]:
    read = forms(t for t in concept.terms if t.language == language and not t.abbreviation)
    return [f for f in read if not _foreign(f)]


def _single(others: Iterable[Sequence[Form]]) -> Form | None:
    """The name in a language where the thing has just one, and has it more than once."""
    alone = (found[0] for found in others if len({f.words for f in found}) == 1)
    return next((f for f in alone if f.count > 1), None)


def _judged(
    concept: ProposedConcept,
    language: str,
    rivals: tuple[Party, ...],
    sources: tuple[Form, ...],
    scene: _Scene,
) -> tuple[Conflict, ...]:
    """What kind of conflict it is, if it is one; ordinary words need more than that they differ."""
    rivals = named(rivals, concept.category)
    if _ordinary(rivals, sources, concept.category) or ordinary(
        rivals, sources, concept.category, scene.collection
    ):
        split = _conflict(concept, language, Kind.SPLIT, rivals, sources, scene)
        return (split,) if min(split.opposite) > 1 else ()
    kind, shared = _kind(concept.category, rivals, sources, scene)
    return (_conflict(concept, language, kind, rivals, sources, scene, shared),) if kind else ()


def _slip(party: Party, category: Category, scene: _Scene) -> tuple["Slip", tuple[Party, ...]]:
    """What is still wrong where there is just one name."""
    if category is Category.BODY and len(found := by_number(party)) > 1:
        return Slip.NONE, found
    if category in WHOLE and len(found := abridged(party, scene.owners, scene.organisations)) > 1:
        return Slip.ABRIDGED, found
    if category in WHOLE and len(found := moved(party)) > 1:
        return Slip.MOVED, found
    return Slip.NONE, (party,)


def _ordinary(rivals: Sequence[Party], sources: Sequence[Form], category: Category) -> bool:
    """
    Whether these are words of the language rather than names: all in lower case here and in the source.

    An office of several words is called something even so; what has no kind must have capitals throughout.
    """
    if category is Category.CONCEPT:
        return not all(titled(p.head) for p in rivals)
    if category is Category.MOTTO:  # a sentence by nature, with the capitals of one
        return False
    # A lone word may owe its capital to the beginning of a sentence.
    named = [f for f in (*(p.head for p in rivals), *sources) if len(f.words) > 1 or category in ALONE]
    if any(map(proper, named)):
        return False
    return category is not Category.POSITION or any(len(p.head.words) < 2 for p in rivals)


def _conflict(
    concept: ProposedConcept,
    language: str,
    kind: Kind,
    rivals: tuple[Party, ...],
    sources: tuple[Form, ...],
    scene: _Scene,
    shared: str = "",
) -> Conflict:
    named = [o for s in sources for o in s.occurrences]
    opposite = tuple(scene.testimony.opposite(p.occurrences, named) for p in rivals)
    return Conflict(concept, language, kind, rivals, sources, opposite, shared)


def _foreign(name: Form) -> bool:
    """A word of another script is left untranslated, which is another rule's business."""
    cyrillic = any("\u0400" <= c <= "\u04ff" for c in name.text)
    return cyrillic != (script(name.language) == "Cyrl")


def _kind(
    category: Category, rivals: Sequence[Party], sources: Sequence[Form], scene: _Scene
) -> tuple[Kind | None, str]:
    if category in LETTERS:
        alike = all(proper(a.head) and respelt(a.head, b.head) for a in rivals for b in rivals)
        return (Kind.SPELLING if alike else None), ""
    if category is Category.MOTTO:
        return Kind.MOTTO, ""
    if category is Category.DOCUMENT:
        return Kind.TITLE, ""
    if category in COINED and 0 < sum(written_as(p.head, sources) for p in rivals) < len(rivals):
        return Kind.TRANSLITERATED, ""
    shared = _shared(rivals, scene)
    return (Kind.ABBREVIATION, shared) if shared else (Kind.RENDERING, "")


def _shared(rivals: Sequence[Party], scene: _Scene) -> str:
    """The abbreviation that texts introduce with each of the names, if any."""
    language = rivals[0].head.language
    for short, meant in sorted(scene.expansions.get(language, {}).items()):
        if all(any(fold(f.text) in meant for f in p.forms) for p in rivals):
            return short
    return ""
