"""Which concepts, sections and terms of one state are those of another."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from termaccord.formats.termbase.revising.located import Located
from termaccord.model import LanguageSection, Term

K = TypeVar("K", bound=Hashable)


def keys(names: Iterable[str]) -> list[tuple[str, int]]:
    """
    Names that may stand several times, each with its number.

    >>> keys(["a", "b", "a"])
    [('a', 0), ('b', 0), ('a', 1)]
    """
    seen = Counter[str]()
    found = []
    for name in names:
        found.append((name, seen[name]))
        seen[name] += 1
    return found


def section_keys(
    old: Sequence[LanguageSection], new: Sequence[LanguageSection]
) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """
    The sections of two states by language and number, those that are one by one key.

    Equal sections are one first: a language may have two of which the first goes.
    """
    before = keys(section.language for section in old)
    free = dict(zip(before, old, strict=True))
    after: dict[int, tuple[str, int]] = {}
    for whole in (True, False):
        for index, section in enumerate(new):
            alike = (key for key, one in free.items() if _is_section(one, section, whole))
            key = None if index in after else next(alike, None)
            if key is not None:
                after[index] = key
                del free[key]
    return before, [after.get(i, (section.language, len(old) + i)) for i, section in enumerate(new)]


def _is_section(one: LanguageSection, other: LanguageSection, whole: bool) -> bool:
    return one == other if whole else one.language == other.language


def anchors(wanted: Sequence[K], places: Mapping[K, Located]) -> Iterator[tuple[K, Located | None]]:
    """What is new, each with the last element before it that is there; None where it comes first."""
    elder: Located | None = None
    for key in wanted:
        if key in places:
            elder = places[key]
        else:
            yield key, elder


def partners(old: Sequence[Term], new: Sequence[Term]) -> dict[int, int]:
    """
    The terms of a section that are still there, as their numbers in the new and in the old state.

    Equal terms are partners, then those of one text, in both cases rather in the same place than in another;
    then, where as many are left on both sides, those that have got another text.
    """
    found: dict[int, int] = {}
    for whole, here in ((True, True), (False, True), (True, False), (False, False)):
        for index, term in enumerate(new):
            places = [index] if here else range(len(old))
            free = (i for i in places if i < len(old) and i not in found.values())
            other = next((i for i in free if _same(old[i], term, whole)), None)
            if other is not None and index not in found:
                found[index] = other
    rest = [i for i in range(len(new)) if i not in found]
    lost = [i for i in range(len(old)) if i not in found.values()]
    if len(rest) == len(lost):
        found.update(zip(rest, lost, strict=True))
    return dict(sorted(found.items()))


def _same(one: Term, other: Term, whole: bool) -> bool:
    return one == other if whole else one.text == other.text
