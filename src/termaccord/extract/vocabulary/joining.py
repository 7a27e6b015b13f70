"""Names, which have a category, and vocables, whose renderings are counted, as one list of concepts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from termaccord.extract.candidates import Candidate
from termaccord.extract.vocabulary.memory import TASTE, Vocable
from termaccord.model import Category, Span
from termaccord.text.normalise import fold

Scored = tuple[Sequence[Candidate], float]
"""Candidates that name one thing, and how sure we are of it."""
Member = tuple[int, int]
"""Index of a name and of a candidate among its members."""
Place = tuple[str, Span]

NAMED = 0.5
"""Score of a name that is proposed without any rendering."""
BEHIND = 0.1
"""Share of the score that cues give a rendering, where others are counted."""


def joined(names: Sequence[Scored], spoken: Sequence[Vocable], source: str) -> list[Scored]:
    """
    Bring names and vocables together.

    A vocable that stands where a name stands lends it its renderings, first and in their order,
    if the two agree on a rendering; else the counted ones are believed and the name loses that member.
    A name without a rendering is kept only where its cues make it one.
    """
    owners = {at: (i, j) for i, (members, _) in enumerate(names) for j, at in _places_of(members, source)}
    lent: dict[int, list[Vocable]] = defaultdict(list)
    lost: dict[int, set[int]] = defaultdict(set)
    alone: list[Scored] = []
    for vocable in spoken:
        standing = _standing(vocable.source, names, owners)
        home = next((i for i, _ in standing if _agree(vocable, names[i][0], source, lent[i])), None)
        # Where cues see a name, even a rare phrase is a term.
        if home is None and (standing or vocable.score >= TASTE.junk):
            alone.append(((vocable.source, *vocable.targets), vocable.score))
        if home is not None:
            lent[home].append(vocable)
        for i, j in standing:
            if i != home:
                lost[i].add(j)
    kept = (_without(scored, lost.get(i, set())) for i, scored in enumerate(names))
    named = (_with_renderings(scored, lent.get(i, []), source) for i, scored in enumerate(kept))
    return [*(scored for scored in named if scored is not None), *alone]


def _places_of(members: Sequence[Candidate], language: str) -> Iterable[tuple[int, Place]]:
    for j, member in enumerate(members):
        if member.language == language:
            yield from ((j, at) for at in _spans(member))


def _standing(term: Candidate, names: Sequence[Scored], owners: Mapping[Place, Member]) -> list[Member]:
    """Names that stand where a term stands, in most of their places or of its; those in most of these first."""
    places = Counter(owners[at] for m in term.mentions if (at := (m.document, m.span)) in owners)
    return [
        (i, j)
        for (i, j), count in sorted(places.items(), key=lambda item: (-item[1], item[0]))
        if count * 2 >= min(len(names[i][0][j].mentions), len(term.mentions))
    ]


def _agree(vocable: Vocable, members: Sequence[Candidate], source: str, lent: Sequence[Vocable]) -> bool:
    """
    Whether the best renderings stand where the name's own renderings stand, if it has any.

    A second vocable must also be rendered like the first, if neither is an abbreviation.
    """
    first = next((v for v in lent if not v.source.abbreviation), None)
    if first and not vocable.source.abbreviation and first.targets[0].key != vocable.targets[0].key:
        return False
    own = {at for member in members if member.language != source for at in _spans(member)}
    best = {at for target in vocable.targets[:2] for at in _spans(target)}
    return not own or not own.isdisjoint(best)


def _spans(member: Candidate) -> list[Place]:
    return [(mention.document, mention.span) for mention in member.mentions]


def _without(scored: Scored, lost: set[int]) -> Scored:
    members, score = scored
    return tuple(m for j, m in enumerate(members) if j not in lost), score


def _with_renderings(scored: Scored, lent: Sequence[Vocable], source: str) -> Scored | None:
    members, score = scored
    own = [m for m in members if m.language != source]
    if not lent:
        return _by_cues(scored, own, source)
    targets = [target for vocable in lent for target in vocable.targets]
    best = max(t.score for t in targets)
    told = {at for t in targets for at in _spans(t)}
    rest = [replace(m, score=min(m.score, best) * BEHIND) for m in own if told.isdisjoint(_spans(m))]
    spoken = [vocable.source for vocable in lent]
    said = {fold(s.text) for s in spoken}
    others = [m for m in members if m.language == source and fold(m.text) not in said]
    score = max(score * _support(members, source) if own else 0.0, lent[0].score)
    return _categorised([*spoken, *others, *targets, *rest], members), score


def _categorised(found: Iterable[Candidate], members: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """What cues say of the kind of thing holds for all its names."""
    kinds = Counter(m.category for m in members if m.category is not Category.CONCEPT)
    if not kinds:
        return tuple(found)
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    return tuple(replace(m, category=kind) for m in found)


def _by_cues(scored: Scored, own: Sequence[Candidate], source: str) -> Scored | None:
    """A name that no vocable speaks for; a rendering found by its words or a telling cue keeps it."""
    members, score = scored
    if not own or len(own) == len(members):
        named = any(m.category is not Category.CONCEPT for m in members)
        return (members, score) if named and score >= NAMED else None
    return members, score * _support(members, source)


def _support(members: Sequence[Candidate], source: str) -> float:
    """A name that stands in n places counts n / (n + 1), what no cue calls a name as little as a vocable."""
    places = sum(len(m.mentions) for m in members if m.language == source)
    named = any(m.category is not Category.CONCEPT for m in members)
    return places / (places + (1.0 if named else TASTE.doubt))
