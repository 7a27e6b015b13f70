"""Everything of a target that is carried over exchanged for what the query has, with the words that go with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from termaccord.model import Substitution
from termaccord.text.fuzzy.carrying.counterparts import Exchange, carry, changes
from termaccord.text.fuzzy.carrying.finding import carried
from termaccord.text.fuzzy.flat import Flat
from termaccord.text.fuzzy.parts import Row
from termaccord.text.refitting.counting import recounted
from termaccord.text.refitting.number import Recounted


@dataclass(frozen=True, slots=True)
class Done:
    """A text with what is carried over in place of what was."""

    text: str
    substitutions: tuple[Substitution, ...] = ()
    safe: bool = True
    """Whether no word around it needs a look."""
    carried: int = 0
    missed: int = 0


def put_over(target: str, rows: tuple[Row, Row], language: str) -> Done:
    """
    A memory's target with what the query has where its source has something else.

    `rows` are those of source and query, which carry things of the same kinds in the same order.
    """
    found = carry(rows[0].carried, rows[1].carried, carried(target, language), language)
    done = _exchanged(target, found.exchanges, language)
    return replace(done, carried=len({e.change for e in found.exchanges}), missed=len(found.missed))


def renumbered(stored: Flat, rows: tuple[Row, Row], language: str) -> Flat:
    """A memory's source with the query's numbers, dates and addresses, in its own language."""
    made = [Exchange(c.old, c.new.text, c) for c in changes(rows[0].carried, rows[1].carried)]
    return replace(stored, text=_exchanged(stored.text, made, language).text)


def _exchanged(text: str, exchanges: Sequence[Exchange], language: str) -> Done:
    """The text with all exchanges, made from its end so that no place moves."""
    told: list[Substitution] = []
    safe = True
    for one in sorted(exchanges, key=lambda e: e.over.span, reverse=True):
        put = _put(text, one, language)
        told.append(Substitution(one.over.kind, put.span.of(text), put.text))
        text = text[: put.span.start] + put.text + text[put.span.end :]
        safe = safe and put.safe
    return Done(text, tuple(t for t in reversed(told) if t.old != t.new), safe)


def _put(text: str, exchange: Exchange, language: str) -> Recounted:
    """What is written over one place, with the words that have to go with it."""
    over, old, new = exchange.over, exchange.over.figure, exchange.change.new.figure
    if old is None or new is None or not over.counts:
        return Recounted(over.span, exchange.text)
    return recounted(text, over.span, exchange.text, (old.value, new.value), language)
