"""Couples of passages with the candidates that stand in them and the word links between them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

import numpy as np
from numpy.typing import NDArray

from termaccord.extract.bilingual.bitext import Couple, Passage
from termaccord.extract.bilingual.links import Links, Vectors, link, vectors
from termaccord.extract.candidates import Candidate
from termaccord.model import Span

Floats = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Floats]


@dataclass(frozen=True, slots=True)
class Standing:
    """A mention of a candidate in a passage."""

    candidate: int
    words: range


@dataclass(frozen=True, slots=True)
class Scene:
    """A couple with the mentions on both sides and the links between its words."""

    couple: Couple
    source: tuple[Standing, ...]
    target: tuple[Standing, ...]
    links: Links = field(repr=False)

    @property
    def turned(self) -> "Scene":
        """The same seen from the target."""
        return Scene(self.couple.turned, self.target, self.source, self.links.turned)


def scenes(couples: Iterable[Couple], candidates: Sequence[Candidate], embed: Embed) -> tuple[Scene, ...]:
    """Find the mentions in every couple and link its words."""
    found = tuple(couples)
    known = vectors((p.line for c in found for p in (c.source, c.target)), embed)
    stands = _Stands(candidates)
    return tuple(_scene(couple, stands, known) for couple in found)


def restaged(scenes: Iterable[Scene], candidates: Sequence[Candidate]) -> tuple[Scene, ...]:
    """The same couples and links with other candidates."""
    stands = _Stands(candidates)
    return tuple(
        replace(s, source=stands.of(s.couple.source), target=stands.of(s.couple.target)) for s in scenes
    )


def _scene(couple: Couple, stands: "_Stands", known: Vectors) -> Scene:
    source, target = stands.of(couple.source), stands.of(couple.target)
    return Scene(couple, source, target, link(couple.source.line, couple.target.line, known))


def _start(place: tuple[Span, int]) -> int:
    return place[0].start


class _Stands:
    """Mentions by document and unit."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._at: dict[tuple[str, str, str], list[tuple[Span, int]]] = defaultdict(list)
        for index, candidate in enumerate(candidates):
            for mention in candidate.mentions:
                at = (mention.document, mention.unit, candidate.language)
                self._at[at].append((mention.span, index))
        for places in self._at.values():
            places.sort()

    def of(self, passage: Passage) -> tuple[Standing, ...]:
        """Those that stand wholly in a passage, in order."""
        places = self._at.get((passage.document, passage.unit, passage.line.language), ())
        first, stop = bisect_left(places, passage.start, key=_start), passage.stop
        after = takewhile(lambda place: place[0].start < stop, islice(places, first, None))
        inside = [(span, candidate) for span, candidate in after if span.end <= stop]
        found = (Standing(candidate, passage.words(span)) for span, candidate in inside)
        return tuple(standing for standing in found if standing.words)
