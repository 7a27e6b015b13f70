"""Which concepts of one glossary are which of another: by id, else by their terms."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from termaccord.model import Concept

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A concept and what has become of it."""

    meant: Concept
    seen: tuple[int, ...]
    """Positions of the concepts that hold it: none where it is gone, several where it has been divided."""
    shared: bool = False
    """Whether another concept stands there too: two have become one."""


def folded(text: str) -> str:
    """
    A text without what writing and reading may change of it: white space, case, signs.

    >>> folded(" Sea - Level"), folded("=?")
    ('sealevel', '=?')
    """
    return "".join([c for c in text.casefold() if c.isalnum()]) or text


def keys(concept: Concept) -> list[Key]:
    """The terms of a concept as they are compared, a region of a language left out."""
    return [
        (section.language.partition("-")[0].partition("_")[0].lower(), folded(term.text))
        for section in concept.languages
        for term in section.terms
    ]


def paired(meant: Sequence[Concept], seen: Sequence[Concept]) -> tuple[Pair, ...]:
    """What has become of each concept of `meant`, in their order; each of `seen` belongs to one at least."""
    of_meant = [set(keys(concept)) for concept in meant]
    by_key: dict[Key, list[int]] = defaultdict(list)
    by_id: dict[str, list[int]] = defaultdict(list)
    for index, concept in enumerate(meant):
        by_id[concept.id].append(index)
        for key in dict.fromkeys(keys(concept)):
            by_key[key].append(index)
    taken: list[list[int]] = [[] for _ in meant]
    holders: dict[Key, list[int]] = defaultdict(list)
    for index, concept in enumerate(seen):
        own = dict.fromkeys(keys(concept))
        for key in own:
            holders[key].append(index)
        possible = dict.fromkeys(by_id.get(concept.id, []) if concept.id else [])
        possible |= dict.fromkeys(i for key in own for i in by_key.get(key, ()))
        if possible:
            taken[
                max(possible, key=lambda i: _likeness(meant[i], of_meant[i], concept, own, taken[i], i))
            ].append(index)
    pairs: list[Pair] = []
    for index, concept in enumerate(meant):
        if taken[index]:
            pairs.append(Pair(concept, tuple(taken[index])))
        else:
            host = _host(of_meant[index], holders)
            pairs.append(Pair(concept, host, shared=bool(host)))
    return tuple(pairs)


def _likeness(
    meant: Concept, its: set[Key], seen: Concept, own: dict[Key, None], taken: list[int], index: int
) -> tuple[bool, int, bool, bool, int]:
    common = sum(key in its for key in own)
    same = meant.id == seen.id
    return same and common > 0, common, not taken, same, -index


def _host(terms: set[Key], holders: dict[Key, list[int]]) -> tuple[int, ...]:
    """The concept that holds all the terms of one that is not there by itself."""
    common = None
    for key in sorted(terms):
        found = set(holders.get(key, ()))
        common = found if common is None else common & found
        if not common:
            return ()
    return (min(common),) if common else ()
