"""Inline codes: whether two segments have the same, and the query's codes put where the memory's stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from termaccord.model import Inline, Substitution
from termaccord.text.fuzzy.flat import Flat
from termaccord.text.fuzzy.parts import Row

_NUMBERING = frozenset({"i", "x", "id", "rid", "pos", "equiv-text"})
"""Attributes that say which code it is, not what it does."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A target whose codes have been dealt with."""

    target: Flat
    substitutions: tuple[Substitution, ...] = ()
    differing: int = 0
    """How many codes differ between the memory's source and the query."""
    carried: bool = True
    """Whether the target has the query's codes."""


def nature(inline: Inline) -> tuple[object, ...]:
    """What a code does, however it is numbered: two with the same nature are the same to a translator."""
    # Where the code itself is known, its description adds nothing, and not every tool writes one.
    described = () if inline.code else inline.attributes
    attributes = sorted((k, v) for k, v in described if k not in _NUMBERING)
    return inline.role, inline.code, tuple(attributes), inline.inside


def retagged(stored: Flat, asked: Flat, target: Flat, rows: tuple[Row, Row]) -> Tagged:
    """
    The memory's target with the query's codes.

    The codes of source and query correspond in order; those of the target correspond to the source's by their number
    in the pair (TMX 1.4b, attributes x and i), by what they do, or, when they are of the same sorts, by order.
    Where the query has no codes, the target loses its own;
    where the memory has none, codes around the whole segment are put around the target.
    """
    old, new = [nature(i) for i in stored.inlines], [nature(i) for i in asked.inlines]
    placed, wanted = ([index for index, _ in row.tags] for row in rows)
    if old == new and (placed == wanted or rows[0].keys != rows[1].keys):
        return Tagged(target)
    differing = _differing(old, new)
    if not new:
        bare = Flat(target.plain)
        return Tagged(bare, _told(target.inlines, ()), differing or len(old))
    if not old and not target.inlines:
        around = _around(asked, rows[1], target)
        if around is None:
            return Tagged(target, (), differing, carried=False)
        return Tagged(around, _told((), asked.inlines), differing)
    moved = rows[0].keys == rows[1].keys and placed != wanted
    codes = None if moved else _corresponding(stored.inlines, asked.inlines, target.inlines)
    if codes is None:
        return Tagged(target, (), max(differing, 1), carried=False)
    return Tagged(replace(target, inlines=codes), _told(target.inlines, codes), max(differing, 1))


def _differing(old: Sequence[object], new: Sequence[object]) -> int:
    rest = list(old)
    missing = 0
    for one in new:
        if one in rest:
            rest.remove(one)
        else:
            missing += 1
    return max(missing, len(rest))


def _told(old: Sequence[Inline], new: Sequence[Inline]) -> tuple[Substitution, ...]:
    """What has been put for what, codes that stay apart."""
    length = max(len(old), len(new))
    before = [*(shown(i) for i in old), *[""] * (length - len(old))]
    after = [*(shown(i) for i in new), *[""] * (length - len(new))]
    return tuple(Substitution("tag", a, b) for a, b in zip(before, after, strict=True) if a != b)


def shown(inline: Inline) -> str:
    """A code as a person recognises it: itself, or a stand-in where it has no text."""
    if inline.code:
        return inline.code
    number = dict(inline.attributes).get("x") or dict(inline.attributes).get("i") or ""
    marks = {"open": "<{}>", "close": "</{}>", "alone": "<{}/>"}
    return marks[inline.role].format(f"{inline.tag}{number}")


def _around(asked: Flat, row: Row, target: Flat) -> Flat | None:
    """The target within the query's codes; None where one of these stands between words."""
    last = len(row.parts)
    if any(0 < index < last for index, _ in row.tags):
        return None
    marks = [asked.text[place] for _, place in row.tags]
    before = "".join(m for m, (index, _) in zip(marks, row.tags, strict=True) if index == 0)
    behind = "".join(m for m, (index, _) in zip(marks, row.tags, strict=True) if index)
    return Flat(before + target.text + behind, asked.inlines, asked.base)


def _corresponding(
    stored: Sequence[Inline], asked: Sequence[Inline], target: Sequence[Inline]
) -> tuple[Inline, ...] | None:
    """For each code of the target the query's; None where that is not clear."""
    if [i.role for i in stored] != [i.role for i in asked] or len(target) != len(stored):
        return None
    order = _order(stored, target)
    return tuple(asked[index] for index in order) if order is not None else None


def _order(stored: Sequence[Inline], target: Sequence[Inline]) -> list[int] | None:
    """For each code of the target the index of its counterpart in the source."""
    for known in (_numbered, _natured, _sorted):
        there = [known(i) for i in stored]
        wanted = [known(i) for i in target]
        clear = None not in there and (known is _sorted or len(set(there)) == len(there))
        if clear and sorted(map(repr, there)) == sorted(map(repr, wanted)):
            if known is _sorted:
                return list(range(len(target))) if there == wanted else None
            return [there.index(one) for one in wanted]
    return None


def _numbered(inline: Inline) -> object:
    attributes = dict(inline.attributes)
    number = attributes.get("x") or attributes.get("i") or attributes.get("id")
    return (inline.role, number) if number else None


def _natured(inline: Inline) -> object:
    return nature(inline)


def _sorted(inline: Inline) -> object:
    return inline.role
