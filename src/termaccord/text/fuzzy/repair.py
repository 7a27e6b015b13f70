"""A memory's target made fit for a query that differs from its source in nothing but what is carried over, and terms."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from termaccord.model import Substitution
from termaccord.text.fuzzy.carried import carried
from termaccord.text.fuzzy.carrying import Carrying, Exchange, carry, changes
from termaccord.text.fuzzy.flat import Flat
from termaccord.text.fuzzy.parts import Row, row
from termaccord.text.fuzzy.tags import retagged
from termaccord.text.fuzzy.terms import Terms, exchange
from termaccord.text.refitting.counting import recounted
from termaccord.text.refitting.number import Recounted


class Exchanged(NamedTuple):
    """A text with what is carried over in place of what was."""

    text: str
    substitutions: tuple[Substitution, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class Repair:
    """What has become of a target, and how much of the difference is left in it."""

    target: Flat
    substitutions: tuple[Substitution, ...] = ()
    same_words: bool = True
    """Whether source and query differ in nothing but what is carried over (and in terms that were exchanged)."""
    carried: int = 0
    """Numbers, dates, addresses … that differ and have been put right."""
    missed: int = 0
    """Those that differ and have not."""
    terms: int = 0
    """Terms that have been exchanged."""
    doubtful: bool = False
    """Whether the form of a term, or of what a number governs, needs a look."""
    tags: int = 0
    """Inline codes that differ."""
    tags_carried: bool = True


def repair(
    stored: Flat, asked: Flat, target: Flat, languages: tuple[str, str], terms: Terms | None = None
) -> Repair:
    """
    Put into the target of a memory what the query has in place of what its source has.

    Parameters
    ----------
    stored, target
        The memory's two segments.
    asked
        The query.
    languages
        BCP 47 of source and target.
    terms
        A glossary whose terms may be exchanged.

    """
    if stored == asked:
        return Repair(target)
    rows = row(stored, languages[0]), row(asked, languages[0])
    if rows[0].keys == rows[1].keys or _as_asked(stored, rows, languages[0]):
        return _mended(rows, (stored, asked, target), languages)
    swapped = exchange(rows, (stored, asked, target), languages, terms) if terms else None
    if swapped is None:
        tagged = retagged(stored, asked, target, rows)
        return Repair(
            tagged.target,
            tagged.substitutions,
            same_words=False,
            missed=_differing(rows),
            tags=tagged.differing,
            tags_carried=tagged.carried,
        )
    made = _mended(swapped.rows, (stored, asked, swapped.target), languages)
    return replace(
        made,
        substitutions=(*swapped.substitutions, *made.substitutions),
        terms=len(swapped.substitutions),
        doubtful=swapped.doubtful or made.doubtful,
    )


def _mended(rows: tuple[Row, Row], texts: tuple[Flat, Flat, Flat], languages: tuple[str, str]) -> Repair:
    """What can be done where no word differs."""
    stored, asked, target = texts
    found = _carrying(rows, target, languages[1])
    made = _exchanged(target.text, found, languages[1])
    tagged = retagged(stored, asked, replace(target, text=made.text), rows)
    return Repair(
        tagged.target,
        (*made.substitutions, *tagged.substitutions),
        carried=len(found.exchanges),
        missed=len(found.missed),
        doubtful=not made.safe,
        tags=tagged.differing,
        tags_carried=tagged.carried,
    )


def _carrying(rows: tuple[Row, Row], target: Flat, language: str) -> Carrying:
    old, new = rows[0].carried, rows[1].carried
    if not changes(old, new):
        return Carrying()
    return carry(old, new, carried(target.text, language), language)


def _exchanged(text: str, found: Carrying, language: str) -> Exchanged:
    """The text with all exchanges, from the end so that no place moves."""
    told: list[Substitution] = []
    safe = True
    for one in sorted(found.exchanges, key=lambda e: e.over.span, reverse=True):
        put = _put(text, one, language)
        told.append(Substitution(one.over.kind, put.span.of(text), put.text))
        text = text[: put.span.start] + put.text + text[put.span.end :]
        safe = safe and put.safe
    return Exchanged(text, tuple(t for t in reversed(told) if t.old != t.new), safe)


def _put(text: str, exchange: Exchange, language: str) -> Recounted:
    """What is written over one place, with the words that have to go with it."""
    over, old, new = exchange.over, exchange.over.figure, exchange.change.new.figure
    if old is None or new is None or not over.counts:
        return Recounted(over.span, exchange.text)
    return recounted(text, over.span, exchange.text, (old.value, new.value), language)


def _as_asked(stored: Flat, rows: tuple[Row, Row], language: str) -> bool:
    """Whether the memory's source, with the query's numbers and what these govern, is the query: 2 files, 1 file."""
    old, new = rows[0].carried, rows[1].carried
    if [one.kind for one in old] != [one.kind for one in new] or not changes(old, new):
        return False
    made = [Exchange(change.old, change.new.text, change) for change in changes(old, new)]
    text = _exchanged(stored.text, Carrying(tuple(made)), language).text
    return row(replace(stored, text=text), language).keys == rows[1].keys


def _differing(rows: tuple[Row, Row]) -> int:
    """How many that are carried over stand in another's place, where words differ too."""
    left = [c.value for c in rows[0].carried]
    right = [c.value for c in rows[1].carried]
    return min(_beyond(left, right), _beyond(right, left))


def _beyond(those: Sequence[object], these: Sequence[object]) -> int:
    rest = list(these)
    count = 0
    for one in those:
        if one in rest:
            rest.remove(one)
        else:
            count += 1
    return count
