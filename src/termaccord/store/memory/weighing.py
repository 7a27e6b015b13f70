"""What one unit of a memory is worth for a query: its score, and every point that it loses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase, translate
from functools import cache
from typing import TYPE_CHECKING, Literal

from termaccord.model import MatchKind, Penalty, SegmentMatch, StoredUnit, Variant, say
from termaccord.text.fuzzy.comparable import ADDRESS, NUMBER, PLACEABLE
from termaccord.text.fuzzy.flat import Flat, flat
from termaccord.text.fuzzy.likeness import by_characters, by_words
from termaccord.text.fuzzy.parts import row
from termaccord.text.fuzzy.points import Points
from termaccord.text.fuzzy.repair import Repair, repair
from termaccord.text.fuzzy.writing import writing

if TYPE_CHECKING:
    from termaccord.text.fuzzy.glossary import Terms

By = Literal["characters", "words"]
FULL = 100
_CARRIED = frozenset({NUMBER, ADDRESS, PLACEABLE})
_AUTHORS = frozenset({"creationid", "changeid", "creationtool", "origin", "x-origin"})


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for."""

    segment: Flat
    compared: str
    """Its compared form."""
    languages: tuple[str, str]
    by: By


@dataclass(frozen=True, slots=True)
class Manner:
    """By what is weighed."""

    points: Points
    terms: "Terms | None" = None
    today: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit and the two of its segments that are meant."""

    stored: StoredUnit
    source: Variant
    target: Variant
    compared: str
    """The compared form of the source."""


def weighed(query: Query, pair: Pair, manner: Manner) -> SegmentMatch:
    """The match that a unit is, as far as it takes part in the order; its score may be too low."""
    source, target = flat(pair.source.content), flat(pair.target.content)
    mended = Repair(target, same_words=False)
    if manner.terms or _mendable(source, query, pair):
        mended = repair(source, query.segment, target, query.languages, manner.terms)
    characters = by_characters(pair.compared, query.compared)
    base = FULL
    if not mended.same_words:
        base = characters if query.by == "characters" else by_words(pair.compared, query.compared)
    penalties = tuple(
        penalty
        for penalty in (*_segments(source, query, mended, manner.points), *_unit(query, pair, manner))
        if penalty.points
    )
    score = max(0, base - sum(p.points for p in penalties))
    score = min(score, FULL - 1) if mended.substitutions else score
    return SegmentMatch(
        score,
        MatchKind.EXACT if score == FULL else MatchKind.FUZZY,
        source.plain,
        mended.target.plain,
        pair.stored,
        penalties=penalties,
        substitutions=mended.substitutions,
        characters=characters,
        source_content=pair.source.content,
        target_content=mended.target.content(),
    )


def _mendable(source: Flat, query: Query, pair: Pair) -> bool:
    """Whether anything but words may differ, without which there is nothing to repair."""
    if source.inlines or query.segment.inlines:
        return True
    one, other = pair.compared, query.compared
    return one.replace(" ", "") == other.replace(" ", "") or not _CARRIED.isdisjoint(one + other)


def _segments(source: Flat, query: Query, mended: Repair, points: Points) -> Iterator[Penalty]:
    """What is lost by the difference of the two segments."""
    asked = query.segment
    if source == asked:
        return
    if mended.same_words and not mended.terms:
        rows = row(source, query.languages[0]), row(asked, query.languages[0])
        if rows[0].keys == rows[1].keys:
            yield from writing(source, asked, rows, points)
    if mended.carried:
        yield Penalty(
            "placeables", points.repaired, say("numbers or codes carried over: {count}", count=mended.carried)
        )
    if mended.missed:
        lost = min(points.most, points.placeables * mended.missed)
        yield Penalty("placeables", lost, say("numbers or codes that differ: {count}", count=mended.missed))
    if mended.terms:
        lost = points.term * mended.terms
        yield Penalty("term", lost, say("terms exchanged: {count}", count=mended.terms))
    if mended.doubtful:
        yield Penalty(
            "agreement", points.agreement, say("words around what was put right may need another form")
        )
    if mended.tags and mended.tags_carried:
        yield Penalty("tags", points.repaired, say("inline codes carried over"))
    elif mended.tags:
        yield Penalty(
            "tags",
            min(points.most, points.tags * mended.tags),
            say("inline codes that differ: {count}", count=mended.tags),
        )


def _unit(query: Query, pair: Pair, manner: Manner) -> Iterator[Penalty]:
    """What is lost by where the unit comes from."""
    points, stored = manner.points, pair.stored
    for pattern, lost in points.origins:
        if fnmatchcase(stored.origin, pattern):
            yield Penalty("origin", lost, say("it comes from {origin}", origin=stored.origin))
            break
    if _machine(pair, points):
        yield Penalty("machine", points.machine, say("a machine translated it"))
    if stored.confidence is not None and stored.confidence < points.confidence:
        yield Penalty(
            "confidence", 1, say("its alignment is sure to {share} only", share=f"{stored.confidence:.2f}")
        )
    if _elsewhere(query.languages, pair):
        yield Penalty("region", points.region, say("it is in another variety of the language"))
    if (
        points.age
        and manner.today
        and stored.changed
        and _years(stored.changed, manner.today) >= points.years
    ):
        yield Penalty("age", points.age, say("it was last changed in {year}", year=stored.changed[:4]))


def _machine(pair: Pair, points: Points) -> bool:
    unit, target = pair.stored.unit, pair.target
    machines = _pattern(points.machines)
    return any(
        machines.fullmatch(value) is not None
        for told in (unit.attributes, unit.properties, target.attributes, target.properties)
        for name, value in told
        if name in _AUTHORS
    )


@cache
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(translate, patterns)) or r"(?!)", re.IGNORECASE)


def _elsewhere(languages: tuple[str, str], pair: Pair) -> bool:
    """Whether both sides of a comparison name a region, and not the same."""
    wanted = zip(languages, (pair.source.language, pair.target.language), strict=True)
    regions = ((_region(a), _region(b)) for a, b in wanted)
    return any(a and b and a != b for a, b in regions)


def _region(tag: str) -> str:
    parts = tag.replace("_", "-").split("-")[1:]
    return next(
        (p.upper() for p in parts if (len(p) == 2 and p.isalpha()) or (len(p) == 3 and p.isdigit())), ""
    )


def _years(then: str, now: str) -> int:
    """Whole years between two dates that begin as YYYYMMDD."""
    if not (then[:8].isdigit() and now[:8].isdigit()):
        return 0
    return (int(now[:8]) - int(then[:8])) // 10_000
