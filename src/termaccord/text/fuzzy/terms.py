"""A glossary term in another's place: where the query names one thing and the memory another, and both have a rendering."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from rapidfuzz.distance import Indel

from termaccord.model import Substitution
from termaccord.text.analyse import words
from termaccord.text.cues import cues_for
from termaccord.text.fuzzy.flat import Flat
from termaccord.text.fuzzy.glossary import Key, Terms
from termaccord.text.fuzzy.parts import Part, Row
from termaccord.text.occurrences import Found
from termaccord.text.refit import refit

_SWAPS = 3
"""At most so many terms are exchanged."""
_SHORT = 3
"""So many words more than half may differ: a short segment is soon made of a term."""
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A target with other terms, and what is left to compare."""

    target: Flat
    substitutions: tuple[Substitution, ...]
    rows: tuple[Row, Row]
    """The memory's source and the query without the terms."""
    doubtful: bool
    """Whether the form of a term needs a look."""


class _Swap(NamedTuple):
    """A term of the memory's source and the one of the query in its place, with their parts."""

    old: Found[Key]
    new: Found[Key]
    stored: range
    asked: range


def exchange(
    rows: tuple[Row, Row], texts: tuple[Flat, Flat, Flat], languages: tuple[str, str], terms: Terms
) -> Exchanged | None:
    """
    Exchange terms in a memory's target where source and query differ in them alone.

    Parameters
    ----------
    rows
        Of the memory's source and of the query.
    texts
        The memory's source, the query, the memory's target.
    languages
        BCP 47 of source and target.
    terms
        The glossary.

    Returns
    -------
    None where anything else differs, a term has no rendering, or stands in the target not at all or more than once.

    """
    stored, asked, target = texts
    swaps = _swaps(rows, stored.text, asked.text, languages[0], terms)
    if not swaps:
        return None
    told: list[Substitution] = []
    doubtful = False
    for swap in swaps:
        made = _put(swap, target, languages[1], terms)
        if made is None or not _same_number(swap, languages[0]):
            return None
        target, substitution, safe = made
        told.append(substitution)
        doubtful = doubtful or not safe
    left = _less(rows[0], [s.stored for s in swaps]), _less(rows[1], [s.asked for s in swaps])
    return Exchanged(target, tuple(told), left, doubtful)


def _swaps(rows: tuple[Row, Row], stored: str, asked: str, language: str, terms: Terms) -> list[_Swap] | None:
    """For each stretch in which the rows differ the two terms that explain it; None where there are none."""
    articles = cues_for(language).articles
    keys = [[_key(part, articles) for part in row.parts] for row in rows]
    stretches = list(_stretches(*keys))
    changed = sum(max(len(left), len(right)) for left, right in stretches)
    if not stretches or len(stretches) > _SWAPS or changed * 2 > max(map(len, keys)) + _SHORT:
        return None
    old = _placed(terms.find(stored, language), rows[0].parts)
    new = _placed(terms.find(asked, language), rows[1].parts) if old else []
    found: list[_Swap] = []
    for left, right in stretches:
        swap = _explaining(left, right, old, new)
        if swap is None:
            return None
        if swap not in found:
            found.append(swap)
    return found


def _key(part: Part, articles: frozenset[str]) -> str:
    """Articles that may be forms of one are the same: a and an, der and die."""
    return f"<{part.key[0]}>" if part.key in articles else part.key


def _stretches(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[range, range]]:
    """Where two rows differ, changes beside each other joined."""
    start: tuple[int, int] | None = None
    for step in Indel.opcodes(left, right):
        if step.tag != "equal":
            start = start or (step.src_start, step.dest_start)
        elif start:
            yield range(start[0], step.src_start), range(start[1], step.dest_start)
            start = None
    if start:
        yield range(start[0], len(left)), range(start[1], len(right))


def _placed(found: Sequence[Found[Key]], parts: Sequence[Part]) -> list[tuple[Found[Key], range]]:
    """The terms with the parts that they take up, longest first; those that begin or end within a part are left out."""
    starts = {part.span.start: i for i, part in enumerate(parts)}
    ends = {part.span.end: i + 1 for i, part in enumerate(parts)}
    placed = [
        (one, range(starts[one.span.start], ends[one.span.end]))
        for one in found
        if one.span.start in starts and one.span.end in ends
    ]
    return sorted(placed, key=lambda p: (-len(p[1]), p[1].start, p[0].key))


def _explaining(
    left: range,
    right: range,
    old: Sequence[tuple[Found[Key], range]],
    new: Sequence[tuple[Found[Key], range]],
) -> _Swap | None:
    """Two terms of different concepts that cover a stretch and reach equally far beyond it on both sides."""
    for one, there in old:
        if there.start > left.start or there.stop < left.stop:
            continue
        wanted = range(right.start - (left.start - there.start), right.stop + there.stop - left.stop)
        for other, here in new:
            if here == wanted and other.key.concept != one.key.concept and len(here) and len(there):
                return _Swap(one, other, there, here)
    return None


def _put(swap: _Swap, target: Flat, language: str, terms: Terms) -> tuple[Flat, Substitution, bool] | None:
    """The target with the rendering of the query's term in the place of the memory's."""
    rendering = terms.rendering(swap.new.key.concept, language)
    places = [f for f in terms.find(target.text, language) if f.key.concept == swap.old.key.concept]
    spans = {f.span for f in places}
    outer = [s for s in spans if not any(o != s and o.contains(s) for o in spans)]
    if not rendering or len(outer) != 1:
        return None
    place = next(f for f in places if f.span == outer[0])
    made = refit(target.text, place.span, rendering, language, place.key.term)
    if made is None:
        return None
    text = target.text[: made.span.start] + made.text + target.text[made.span.end :]
    return replace(target, text=text), Substitution("term", made.span.of(target.text), made.text), made.safe


def _same_number(swap: _Swap, language: str) -> bool:
    """Whether both terms may stand for one thing, or both for several."""
    one, other = (_numbers(found.surface, language) for found in (swap.old, swap.new))
    return not one or not other or not one.isdisjoint(other)


def _numbers(phrase: str, language: str) -> set[str]:
    """The numbers that the head of a phrase may have: the first noun where nouns have cases, else the last."""
    nouns = [[a for a in w.analyses if a.part_of_speech in _NOUNS] for w in words(phrase, language)]
    nouns = [readings for readings in nouns if readings]
    if not nouns:
        return set()
    head = nouns[0] if any(a.case for a in nouns[0]) else nouns[-1]
    return {a.number for a in head if a.number}


def _less(row: Row, taken: Sequence[range]) -> Row:
    """The row without the parts of terms; places of codes move along."""
    gone = {index for there in taken for index in there}
    parts = tuple(part for index, part in enumerate(row.parts) if index not in gone)
    tags = tuple((sum(i not in gone for i in range(index)), place) for index, place in row.tags)
    return Row(parts, tags)
