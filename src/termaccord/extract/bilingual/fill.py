"""Names that one language's cues missed, found where the other language's names are rendered."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from termaccord.extract.assemble import LABELLED
from termaccord.extract.bilingual.bitext import Passage
from termaccord.extract.bilingual.phrases import Mask, names, shapes
from termaccord.extract.bilingual.scenes import Scene, Standing
from termaccord.extract.candidates import Candidate, Mention
from termaccord.extract.citing import cite
from termaccord.extract.spread import spread
from termaccord.model import Document


@dataclass(frozen=True, slots=True)
class Demand:
    """What a projected span must reach."""

    match: float = 0.6
    """Score of the word links between the name and the span."""
    mean: float = 0.7
    """Mean of these over the places that agree on the span."""
    alone: float = 0.85
    """The same, where only one place speaks for it."""
    whole: float = 0.9
    """Share of the best score of any span: else the rendering is no noun phrase, and what is left of it no name."""
    termhood: float = 0.25
    """Of the candidate that is projected: what is hardly a name need not have a rendering."""
    longest: int = 12


DEMAND = Demand()


@dataclass(frozen=True, slots=True)
class Cast:
    """A place where a candidate's rendering was found by its words."""

    candidate: int
    passage: Passage
    words: range
    score: float

    @property
    def key(self) -> str:
        return self.passage.line.key(self.words)


def fill(
    scenes: Sequence[Scene],
    candidates: Sequence[Candidate],
    linked: Mapping[tuple[int, int], frozenset[int]],
    documents: Sequence[Document],
    demand: Demand = DEMAND,
) -> tuple[Candidate, ...]:
    """
    Make candidates of the spans that render names which found no counterpart.

    `linked` says for each scene (by index) and side (0 source, 1 target) which standings have one.
    The new candidates take their category from the name that they render;
    they are mentioned wherever their documents' language has them.
    """
    casts = [*_casts(scenes, candidates, linked, 0, demand), *_casts(scenes, candidates, linked, 1, demand)]
    known = {(c.language, c.text) for c in candidates}
    made = [c for c in _candidates(casts, candidates, demand) if (c.language, c.text) not in known]
    return spread(_distinct(made), candidates, documents)


def _casts(
    scenes: Sequence[Scene],
    candidates: Sequence[Candidate],
    linked: Mapping[tuple[int, int], frozenset[int]],
    side: int,
    demand: Demand,
) -> Iterator[Cast]:
    for index, straight in enumerate(scenes):
        scene = straight if side == 0 else straight.turned
        mine, theirs = linked.get((index, side), frozenset()), linked.get((index, 1 - side), frozenset())
        free = [s for i, s in enumerate(scene.source) if i not in mine]
        rendered = [scene.source[i] for i in sorted(mine)]
        worth = [
            s
            for s in free
            if candidates[s.candidate].score >= demand.termhood and not _said(s, rendered, candidates)
        ]
        if worth:
            taken = [scene.target[j].words for j in sorted(theirs)]
            yield from _projected(scene, worth, taken, demand)


def _said(standing: Standing, rendered: Iterable[Standing], candidates: Sequence[Candidate]) -> bool:
    """Whether it is a name of an action that has its rendering already, with the word for its kind."""
    kind = candidates[standing.candidate].category
    return kind in LABELLED and any(
        candidates[other.candidate].category is kind
        and standing.words.start <= other.words.start
        and other.words.stop <= standing.words.stop
        for other in rendered
    )


def _projected(
    scene: Scene, standings: Iterable[Standing], taken: Sequence[range], demand: Demand
) -> Iterator[Cast]:
    """Best span for each standing, outside what renders another name."""
    passage = scene.couple.target
    allowed = shapes(passage.line, demand.longest) & ~_touching(taken, len(passage.line), demand.longest)
    for standing in standings:
        every = scene.links.projections(standing.words, demand.longest)
        scores = every * allowed
        if scores.size and scores.max() >= max(demand.match, demand.whole * every.max()):
            first, more = np.unravel_index(int(scores.argmax()), scores.shape)
            words = range(int(first), int(first + more) + 1)
            if names(passage.line, words):
                yield Cast(standing.candidate, passage, words, float(scores.max()))


def _touching(taken: Sequence[range], count: int, longest: int) -> Mask:
    """Spans that share a word with one of these."""
    free = np.ones(count, dtype=int)
    for words in taken:
        free[words.start : words.stop] = 0
    used = np.concatenate([[0], np.cumsum(1 - free)])
    starts = np.arange(count)[:, None]
    stops = np.minimum(starts + 1 + np.arange(longest)[None, :], count)
    touching: Mask = used[stops] - used[starts] > 0
    return touching


def _candidates(
    casts: Iterable[Cast], candidates: Sequence[Candidate], demand: Demand
) -> Iterator[Candidate]:
    groups: dict[tuple[int, str, str], list[Cast]] = defaultdict(list)
    for cast in casts:
        groups[cast.candidate, cast.passage.line.language, cast.key].append(cast)
    for (index, language, key), found in groups.items():
        mean = sum(c.score for c in found) / len(found)
        if mean >= (demand.mean if len(found) > 1 else demand.alone):
            model = candidates[index]
            yield Candidate(
                language=language,
                text=cite((c.passage.line, c.words) for c in found),
                category=model.category,
                score=round(model.score * mean, 4),
                mentions=tuple(_mention(c) for c in found),
                cues=("rendering",),
                key=key,
                years=model.years,
            )


def _mention(cast: Cast) -> Mention:
    line = cast.passage.line
    return Mention(
        cast.passage.document,
        cast.passage.place(cast.words),
        line.span(cast.words).of(line.text),
        cast.passage.unit,
    )


def _distinct(made: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Each name once, as its best source makes it."""
    best: dict[tuple[str, str], Candidate] = {}
    for candidate in sorted(made, key=lambda c: (-c.score, c.language, c.key, c.text)):
        best.setdefault((candidate.language, candidate.key), candidate)
    return tuple(best.values())
