"""The forms of one thing in one language, put together into the names that really compete."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from termaccord.lint.conflicts.forms import Difference, Form, difference, lemma
from termaccord.lint.conflicts.people import person_difference
from termaccord.model import Category, Occurrence
from termaccord.text.cues import cues_for
from termaccord.text.normalise import fold

ONE = frozenset({Difference.NONE, Difference.NUMBER, Difference.JOINER, Difference.OWNER})
"""Differences that do not make another name."""


@dataclass(frozen=True, slots=True)
class Party:
    """A name with the forms in which it stands in the texts: plural, with and without its owner, shortened."""

    forms: tuple[Form, ...]
    """The fullest first."""

    @property
    def head(self) -> Form:
        """The form that stands for the name: of the full ones the most frequent."""
        full = [f for f in self.forms if len(f.words) == len(self.forms[0].words)]
        return min(full, key=lambda f: (-f.count, f.text))

    @property
    def text(self) -> str:
        return self.head.text

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        return tuple(sorted({o for f in self.forms for o in f.occurrences}))

    @property
    def documents(self) -> frozenset[str]:
        return frozenset(o.document for o in self.occurrences)


def parties(forms: Sequence[Form], category: Category, owners: frozenset[str]) -> tuple[Party, ...]:
    """
    The names among the forms; a single one means that there is no conflict.

    A short form goes with the full name that it shortens; where it could shorten several it is left out.
    """
    ordered = sorted(forms, key=lambda f: (-len(f.words), -f.count, f.text))
    groups: list[list[Form]] = []
    for form in ordered:
        ways = [_closest(form, group, category, owners) for group in groups]
        same = [g for g, way in zip(groups, ways, strict=True) if way in ONE]
        short = [g for g, way in zip(groups, ways, strict=True) if _shortens(form, g, way)]
        if same:
            same[0].append(form)
        elif len(short) == 1:
            short[0].append(form)
        elif not short:
            groups.append([form])
    return tuple(Party(tuple(g)) for g in groups)


def _shortens(form: Form, group: Sequence[Form], way: Difference) -> bool:
    """Whether a name is a short form of a group's; with its words turned round only where the full one stands too."""
    if way is Difference.SHORT:
        return True
    return way is Difference.TURNED and form.documents <= frozenset(d for f in group for d in f.documents)


def _closest(form: Form, group: Iterable[Form], category: Category, owners: frozenset[str]) -> Difference:
    order = list(Difference)
    return min((_difference(form, other, category, owners) for other in group), key=order.index)


def _difference(form: Form, other: Form, category: Category, owners: frozenset[str]) -> Difference:
    if category is Category.PERSON:
        return person_difference(form, other)
    if category is Category.MOTTO:
        return _motto_difference(form, other)
    return difference(form, other, owners)


def _motto_difference(form: Form, other: Form) -> Difference:
    """A motto is quoted word by word, with its numbers and joiners; only its beginning or its end may stand for it."""
    short, long = sorted((form.surface, other.surface), key=len)
    if short == long:
        return Difference.NONE
    cut = short in (long[: len(short)], long[-len(short) :])
    return Difference.SHORT if cut else Difference.WORDS


def by_number(party: Party) -> tuple[Party, ...]:
    """
    A name that stands in the singular here and in the plural there, apart.

    Only words that name one thing in the plural matter, such as forces: of units there are many.
    """
    apart: dict[frozenset[str], list[Form]] = defaultdict(list)
    for form in party.forms:
        places: dict[frozenset[str], list[Occurrence]] = defaultdict(list)
        for occurrence in form.occurrences:
            places[_plurals(occurrence.text, form.language)].append(occurrence)
        for sort, here in places.items():
            apart[sort].append(replace(form, text=_usual(here), occurrences=tuple(here)))
    numbered = [p for sort, p in sorted(apart.items(), key=lambda item: sorted(item[0])) if sort]
    return tuple(Party(tuple(forms)) for forms in numbered) if len(numbered) > 1 else (party,)


def _plurals(text: str, language: str) -> frozenset[str]:
    """The words that a language knows as plurals of one thing, as they are written here: force, forces."""
    known = {lemma(word, language) for word in cues_for(language).plural}
    written = (fold(word).strip(".,’'") for word in text.replace("-", " ").split())
    return frozenset(w for w in written if lemma(w, language) in known)


def _usual(places: Sequence[Occurrence]) -> str:
    counts = Counter(o.text for o in places)
    return min(counts, key=lambda text: (-counts[text], text))


def of_one_place(found: Sequence[Party], places: frozenset[str]) -> tuple[Party, ...]:
    """The names without those that name another place: the ministries of two countries are two."""
    kept: list[Party] = []
    for party in found:
        mine = {w for f in party.forms for w in f.words}
        others = [{w for f in p.forms for w in f.words} for p in kept]
        if not any((mine - o) & places and (o - mine) & places for o in others):
            kept.append(party)
    return tuple(kept)
