"""Numbers, dates and whatever else is carried over, put into a memory's target in the target's own manner."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from termaccord.text.fuzzy.carrying.carried import Carried
from termaccord.text.fuzzy.carrying.days import dated, shown, timed
from termaccord.text.fuzzy.carrying.figures import written
from termaccord.text.quantities.quantity import Day


@dataclass(frozen=True, slots=True)
class Change:
    """Something that stands in a memory's source and another that stands in its place in the query."""

    old: Carried
    new: Carried


@dataclass(frozen=True, slots=True)
class Exchange:
    """What to write over something of the memory's target."""

    over: Carried
    text: str
    change: Change


@dataclass(frozen=True, slots=True)
class Carrying:
    """What can be carried over, and what cannot."""

    exchanges: tuple[Exchange, ...] = ()
    missed: tuple[Change, ...] = ()


def changes(stored: Sequence[Carried], asked: Sequence[Carried]) -> tuple[Change, ...]:
    """Where two rows of as many that are carried over differ."""
    pairs = zip(stored, asked, strict=True)
    return tuple(Change(old, new) for old, new in pairs if old.value != new.value)


def carry(
    stored: Sequence[Carried], asked: Sequence[Carried], target: Sequence[Carried], language: str
) -> Carrying:
    """
    Find for all that differs between a memory's source and the query what corresponds to it in the memory's target.

    What stands several times must be exchanged for the same everywhere, and must stand in the target as many times:
    which of them is meant would be a guess.

    Parameters
    ----------
    stored, asked
        What the memory's source and the query carry, as many on both sides and of the same kinds.
    target
        What the memory's target carries.
    language
        BCP 47 of the target.

    """
    exchanges: list[Exchange] = []
    missed: list[Change] = []
    pairs = [Change(old, new) for old, new in zip(stored, asked, strict=True)]
    for change in changes(stored, asked):
        found = _found(change, pairs, target, language)
        if found is None:
            missed.append(change)
        exchanges += found or ()
    whole = _whole(exchanges, language)
    return Carrying(
        tuple(e for e in dict.fromkeys(exchanges) if e not in whole),
        (*missed, *dict.fromkeys(e.change for e in exchanges if e in whole)),
    )


def _whole(exchanges: Sequence[Exchange], language: str) -> list[Exchange]:
    """Dates of which a part that changes is told nowhere: neither they nor a date beside them have it."""
    told = [(e, *_turn(e, language)) for e in exchanges if e.over.kind == "date"]
    return [
        one
        for one, old, new, parts in told
        for part in ("day", "month", "year")
        if getattr(old, part) != getattr(new, part)
        and part not in parts
        and not any(
            part in theirs
            and getattr(was, part) == getattr(old, part)
            and getattr(is_, part) == getattr(new, part)
            for other, was, is_, theirs in told
        )
    ]


def _turn(exchange: Exchange, language: str) -> tuple[Day, Day, frozenset[str]]:
    """From which day to which, and what of it stands in the date itself."""
    change = exchange.change
    first, second = _readings(change.old, exchange.over) or (0, 0)
    parts = shown(exchange.over.text, exchange.over.days[second], language)
    return change.old.days[first], change.new.days[first], parts


def _found(
    change: Change, pairs: Sequence[Change], target: Sequence[Carried], language: str
) -> list[Exchange] | None:
    """The exchanges for one change; None where it is not clear what corresponds to it."""
    alike = [pair for pair in pairs if same(pair.old, change.old)]
    places = [one for one in target if same(change.old, one)]
    if len(places) != len(alike) or any(pair.new.value != change.new.value for pair in alike):
        return None
    made = [(place, _rendered(change, place, language)) for place in places]
    if any(text is None for _, text in made):
        return None
    return [Exchange(place, text, change) for place, text in made if text is not None]


def same(one: Carried, other: Carried) -> bool:
    """Whether two say the same, be it that a date can be read in two ways."""
    if one.kind != other.kind:
        return one.text == other.text
    if one.days:
        return _readings(one, other) is not None
    if one.kind == "time":
        return not set(_minutes(one)).isdisjoint(_minutes(other))
    return one.value == other.value


def _rendered(change: Change, place: Carried, language: str) -> str | None:
    if change.new.kind != change.old.kind:
        return None
    if place.kind == "number" and place.figure and change.new.figure:
        return _number(change, place, language)
    if place.kind == "date":
        return _date(change, place, language)
    if place.kind == "time":
        return _time(change, place)
    return change.new.text if place.text == change.old.text else None


def _number(change: Change, place: Carried, language: str) -> str | None:
    """Leading noughts are no number's: 007 stays as it is written."""
    new, old = change.new.figure, place.figure
    if new is None or old is None:
        return None
    if any(f.whole.startswith("0") and len(f.whole) > 1 for f in (new, old)):
        return change.new.text if place.text == change.old.text else None
    return written(new, old, language)


def _date(change: Change, place: Carried, language: str) -> str | None:
    found = _readings(change.old, place)
    if found is None or found[0] >= len(change.new.days):
        return None
    return dated(place.text, place.days[found[1]], change.new.days[found[0]], language, change.new.text)


def _readings(one: Carried, other: Carried) -> tuple[int, int] | None:
    """Which readings of two dates agree; a part that only one of them tells does not part them."""
    pairs = ((i, j) for i in range(len(one.days)) for j in range(len(other.days)))
    return next(((i, j) for i, j in pairs if _agree(one.days[i], other.days[j])), None)


def _agree(one: Day, other: Day) -> bool:
    told = [
        (a, b) for a, b in zip(astuple(one), astuple(other), strict=True) if a is not None and b is not None
    ]
    return len(told) > 0 and all(a == b for a, b in told)


def _time(change: Change, place: Carried) -> str | None:
    minutes = _minutes(change.new)
    # A nought before the hour belongs to a clock of twenty-four hours.
    sure = len(minutes) == 1 or change.new.text.startswith("0")
    return timed(place.text, minutes[0], change.new.text, sure=sure)


def _minutes(time: Carried) -> tuple[int, ...]:
    return tuple(int(m) for m in time.value) if isinstance(time.value, tuple) else ()
