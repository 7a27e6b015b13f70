"""
A second name for a thing that is known under a first one, told by where it stands.

A passage names a thing whose renderings elsewhere are known, none of them stands in its translation,
and there stands one name of that kind that renders nothing: it is what the thing is called here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from termaccord.extract.assemble import category_of
from termaccord.extract.bilingual.scenes import Embed, Scene, Standing
from termaccord.extract.candidates import Candidate
from termaccord.model import Category

Group = tuple[int, ...]

NAMED = frozenset(Category) - {Category.CONCEPT, Category.PLACE, Category.POSITION}
"""Kinds of which a passage seldom names two."""
COINED = frozenset({Category.EXERCISE, Category.OPERATION, Category.PROGRAMME, Category.EVENT})
CLAUSE = 4
"""Words from which a quotation says something rather than names something."""
TOLD = 0.8
"""Termhood from which a name tells its kind itself."""
TOUCH = 0.2
"""Score of the word links that the two must have at least."""
BOUND = 0.6
"""Score from which the links alone are enough."""
MEANT = 0.4
"""Likeness of meaning to one of the known names that is enough where the links are weak."""


@dataclass(frozen=True, slots=True)
class _Vote:
    """A passage in which a name without counterpart faces a thing without its names."""

    home: Group
    links: float


def adopted(
    gathered: Sequence[Group], scenes: Sequence[Scene], candidates: Sequence[Candidate], embed: Embed
) -> tuple[Group, ...]:
    """Groups with each second name joined to the group of the thing that it names."""
    owner = {i: group for group in gathered for i in group}
    votes: dict[Group, list[_Vote | None]] = defaultdict(list)
    for scene in (*scenes, *(s.turned for s in scenes)):
        for orphan, vote in _votes(scene, owner, candidates):
            votes[orphan].append(vote)
    united = dict.fromkeys(gathered, frozenset[int]())
    for orphan, cast in votes.items():
        home = _agreed(cast)
        if home and _believable(orphan, home, cast, candidates, embed):
            united[home] |= frozenset(orphan)
            united.pop(orphan, None)
    return tuple(sorted(tuple(sorted({*group, *more})) for group, more in united.items()))


def _votes(
    scene: Scene, owner: dict[int, Group], candidates: Sequence[Candidate]
) -> Iterator[tuple[Group, _Vote | None]]:
    """Every orphan of a passage with the one thing that it may name, or None where there is not just one."""
    here, there = _groups(scene.source, owner), _groups(scene.target, owner)
    language = scene.couple.source.line.language
    free = _by_kind([s for s in scene.source if owner[s.candidate] not in there], owner, candidates)
    lost = [
        s
        for s in scene.target
        if owner[s.candidate] not in here
        and all(candidates[i].language != language for i in owner[s.candidate])
    ]
    for kind, standings in _by_kind(lost, owner, candidates).items():
        orphans = _groups(standings, owner)
        homes = _groups(free.get(kind, []), owner)
        for orphan in sorted(orphans):
            if len(orphans) > 1 or len(homes) != 1:
                yield orphan, None
                continue
            home = next(iter(homes))
            pairs = [(s, t) for s in free[kind] for t in standings if owner[s.candidate] == home]
            yield orphan, _Vote(home, max(scene.links.score(s.words, t.words) for s, t in pairs))


def _groups(standings: Sequence[Standing], owner: dict[int, Group]) -> set[Group]:
    return {owner[s.candidate] for s in standings}


def _by_kind(
    standings: Sequence[Standing], owner: dict[int, Group], candidates: Sequence[Candidate]
) -> dict[Category, list[Standing]]:
    """Full names by kind, without those that stand inside of another."""
    found: dict[Category, list[Standing]] = defaultdict(list)
    inside = _inside(standing.words for standing in standings)
    for standing in standings:
        if standing.words not in inside and not candidates[standing.candidate].abbreviation:
            found[sort_of(owner[standing.candidate], candidates)].append(standing)
    return found


def sort_of(group: Group, candidates: Sequence[Candidate]) -> Category:
    """
    The kind of a group as far as texts keep kinds apart.

    What is a drill here may be a campaign there, and a whole clause in quotation marks may be a motto unannounced.
    """
    members = [candidates[i] for i in group]
    kind = category_of(members)
    if kind is Category.CONCEPT and any(spoken(c) for c in members):
        return Category.MOTTO
    return Category.OPERATION if kind in COINED else kind


def spoken(name: Candidate) -> bool:
    """Whether a name without a kind is a clause in quotation marks."""
    return name.category is Category.CONCEPT and "quoted" in name.cues and len(name.text.split()) >= CLAUSE


def _inside(stretches: Iterable[range]) -> set[range]:
    """The stretches that lie within a longer one."""
    found, reach = set(), 0
    for words in sorted(set(stretches), key=lambda words: (words.start, -words.stop)):
        if words.stop <= reach:
            found.add(words)
        reach = max(reach, words.stop)
    return found


def _agreed(votes: Sequence[_Vote | None]) -> Group | None:
    """The thing that all passages with a name point to."""
    homes = {v.home if v else None for v in votes}
    return next(iter(homes)) if len(homes) == 1 else None


def _believable(
    orphan: Group, home: Group, votes: Sequence[_Vote | None], candidates: Sequence[Candidate], embed: Embed
) -> bool:
    """Whether name and thing fit: proper names of one kind and year, linked by their words or alike in meaning."""
    mine, theirs = [candidates[i] for i in orphan], [candidates[i] for i in home]
    if sort_of(orphan, candidates) not in NAMED or {c.years for c in mine} != {c.years for c in theirs}:
        return False
    quoted = any(spoken(c) for c in mine)
    if (max(c.score for c in mine) < TOLD and not quoted) or not all(c.text[:1].isupper() for c in mine):
        return False
    if all(c.language != mine[0].language for c in theirs):
        return False
    links = min(v.links for v in votes if v)
    return links >= BOUND or (links >= TOUCH and _likeness(mine, theirs, embed) >= MEANT)


def _likeness(mine: Sequence[Candidate], theirs: Sequence[Candidate], embed: Embed) -> float:
    texts = [c.text for c in (*mine, *theirs)]
    table = np.asarray(embed(texts))
    table = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return float((table[: len(mine)] @ table[len(mine) :].T).max())
