"""The forms of one thing in one language, put together into the names that really compete."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termaccord.lint.conflicts.forms import Difference, Form, difference
from termaccord.lint.conflicts.people import person_difference
from termaccord.model import Category, Occurrence

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
        short = [g for g, way in zip(groups, ways, strict=True) if way is Difference.SHORT]
        if same:
            same[0].append(form)
        elif len(short) == 1:
            short[0].append(form)
        elif not short:
            groups.append([form])
    return tuple(Party(tuple(g)) for g in groups)


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
