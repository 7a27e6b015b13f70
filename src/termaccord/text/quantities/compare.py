"""Which amounts, dates and times of a text its translation does not have, and what stands there instead."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from termaccord.model import Span
from termaccord.text.quantities.agreement import akin, equal, exact
from termaccord.text.quantities.likeness import alike, comparable, family
from termaccord.text.quantities.quantity import Kind, Quantity
from termaccord.text.quantities.read import quantities

_MOST = 300
"""Quantities on each side from which a passage is no sentence any more."""
_BESIDE = 250
"""Code points within which a neighbouring sentence is looked for."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair of texts, with what stands before and behind it in its document."""

    text: str
    language: str
    before: str = ""
    after: str = ""

    def words(self, quantity: Quantity) -> str:
        """The words of a quantity of this side, be it in the text or beside it."""
        return quantity.span.shifted(len(self.before)).of(self.before + self.text + self.after)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A quantity that its translation has not got."""

    source: Quantity
    """Its span counts from the start of the source's text, though it may stand before or behind that."""
    target: Quantity | None
    """What stands in its place; None where nothing does."""
    near: bool = False
    """Whether the two look like one another, as a slip of the pen does: 386 and 368."""

    @property
    def wrong(self) -> Span:
        """The words of the target that differ: of a date the year alone, or day and month without the year."""
        target = self.target or self.source
        if target.year is None or not self.source.days:
            return target.span
        one, other = self.source.days[0], target.days[0]
        if (one.day, one.month) == (other.day, other.month):
            return target.year
        if one.year in {None, other.year}:
            return Span(target.span.start, target.day_end)
        return target.span


def compare(source: Side, target: Side) -> tuple[Mismatch, ...]:
    """
    Quantities of the source without a counterpart, in reading order.

    A figure may be spelled out, rounded, converted, drawn into a neighbouring sentence or said twice;
    a mismatch is what no such reading explains.
    What has hundreds of figures is a table and no sentence, and is not compared:
    each would be held against all of the other side.
    Where exactly such a leftover of the same kind stands in the target, it is the likely counterpart.

    >>> found = compare(Side("В учении участвовали 386 человек.", "ru"), Side("The drill brought 368 people.", "en"))
    >>> [(int(m.source.value), int(m.target.value), m.near) for m in found if m.target]
    [(386, 368, True)]
    """
    here, there = quantities(source.text, source.language), quantities(target.text, target.language)
    if not any(q.firm for q in (*here, *there)) or len(here) * len(there) > _MOST**2:
        return ()
    left, right = _unmatched(here, there)
    spare_here, spare_there = _unmatched(_around(source), _around(target)) if left or right else ([], [])
    missing = [q for q in left if q.firm and not _said(q, there, spare_there)]
    added = [q for q in right if q.firm and not _given(q, here, spare_here)]
    found = _paired(missing, added)
    unpaired = [q for q in added if all(m.target is not q for m in found)]
    twice = [q for q in left if q.firm and q not in missing]
    beside = _beside(unpaired, spare_here, {q.kind for q in (*missing, *spare_there) if q.firm}, source)
    return tuple(sorted((*found, *_slips(twice, unpaired), *beside), key=lambda m: m.source.span))


def _around(side: Side) -> list[Quantity]:
    """What stands beside a passage; where its own counterpart stands beside the other one, it explains nothing."""
    before, after = quantities(side.before, side.language), quantities(side.after, side.language)
    return [
        *(replace(q, span=q.span.shifted(-len(side.before))) for q in before),
        *(replace(q, span=q.span.shifted(len(side.text))) for q in after),
    ]


def _unmatched(here: Sequence[Quantity], there: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """What is left when each quantity has found one partner; close partners are given away first."""
    left, right = list(here), list(there)
    for same in (exact, equal, akin):
        left, right = _give(left, right, same)
    return left, right


def _give(
    left: list[Quantity], right: list[Quantity], same: Callable[[Quantity, Quantity], bool]
) -> tuple[list[Quantity], list[Quantity]]:
    rest: list[Quantity] = []
    for quantity in left:
        partner = next((i for i, other in enumerate(right) if same(quantity, other)), None)
        if partner is None:
            rest.append(quantity)
        else:
            del right[partner]
    return rest, right


def _beside(
    added: Sequence[Quantity], spare: Sequence[Quantity], taken: Container[Kind], source: Side
) -> Iterator[Mismatch]:
    """What the source says in the next sentence, where the target has drawn two into one and changed it."""
    for target in added:
        near = range(-_BESIDE, len(source.text) + _BESIDE)
        there = [q for q in spare if q.firm and q.kind is target.kind and q.span.start in near]
        alone = sum(q.kind is target.kind for q in added) == len(there) == 1 and target.kind not in taken
        if alone and (alike(there[0], target) >= 1 or comparable(there[0], target)):
            yield Mismatch(there[0], target, alike(there[0], target) >= 1)


def _said(source: Quantity, there: Iterable[Quantity], around: Iterable[Quantity]) -> bool:
    """Whether the target says it once for all, or beside the passage."""
    return any(equal(source, q) for q in there) or any(akin(source, q) for q in around)


def _given(target: Quantity, here: Iterable[Quantity], around: Iterable[Quantity]) -> bool:
    """Whether the source gives it once for all, or beside the passage."""
    return any(equal(q, target) for q in here) or any(akin(q, target) for q in around)


def _paired(missing: Sequence[Quantity], added: Sequence[Quantity]) -> list[Mismatch]:
    """Each missing quantity with the likeliest of those that were added, the most alike first."""
    ranked = sorted(
        (
            (alike(s, t), -abs(i - j), i, j)
            for i, s in enumerate(missing)
            for j, t in enumerate(added)
            if family(s, t) and alike(s, t) > 0
        ),
        key=lambda r: (-r[0], -r[1], r[2], r[3]),
    )
    partner: dict[int, int] = {}
    for _, _, i, j in ranked:
        if i not in partner and j not in partner.values():
            partner[i] = j
    alone = {k for k in Kind if all(sum(q.kind is k for q in side) == 1 for side in (missing, added))}
    return [_mismatch(s, added[partner[i]] if i in partner else None, alone) for i, s in enumerate(missing)]


def _mismatch(source: Quantity, target: Quantity | None, alone: Container[Kind]) -> Mismatch:
    if target is None:
        return Mismatch(source, None)
    slip = alike(source, target) >= 1 or (source.kind in alone and comparable(source, target))
    return Mismatch(source, target, slip)


def _slips(twice: Sequence[Quantity], added: Sequence[Quantity]) -> Iterator[Mismatch]:
    """What the source says twice and the target says once right and once wrong."""
    for target in added:
        source = next((q for q in twice if q.kind is target.kind and alike(q, target) >= 2), None)
        if source:
            yield Mismatch(source, target, True)
