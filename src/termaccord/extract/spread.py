"""Names found in some places are found in all places."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from termaccord.extract.candidates import Candidate, Mention
from termaccord.model import Document, Span
from termaccord.text.occurrences import Finder

Places = Mapping[str, Sequence[tuple[Span, int]]]
"""Mentions of one language in order, by document, and in how many places their candidates stand."""
RARER = 2
"""How many times more often a name must stand than the longer one around it."""


def complete(candidates: Sequence[Candidate], documents: Sequence[Document]) -> tuple[Candidate, ...]:
    """
    Give names of several words every place where they stand.

    A lone word is left to its cues: elsewhere it may be an ordinary word.
    """
    long = [i for i, c in enumerate(candidates) if " " in c.key and not c.abbreviation]
    found = spread([candidates[i] for i in long], candidates, documents)
    completed = list(candidates)
    for index, candidate in zip(long, found, strict=True):
        completed[index] = candidate
    return tuple(completed)


def spread(
    names: Sequence[Candidate], candidates: Sequence[Candidate], documents: Sequence[Document]
) -> tuple[Candidate, ...]:
    """
    The names with all places where they stand, in whatever form.

    Places inside a longer candidate are its own,
    unless that is much rarer: “a decision of the Conciliation Chamber” is just said of the chamber.
    """
    found: dict[int, list[Mention]] = defaultdict(list)
    for language in sorted({c.language for c in names}):
        indexes = [i for i, c in enumerate(names) if c.language == language]
        finder = Finder(((i, names[i].text) for i in indexes), language)
        taken = _places(candidates, language)
        for document in documents:
            if document.language == language:
                for index, mention, around in _in_document(finder, document, taken):
                    if around * RARER <= len(names[index].mentions):
                        found[index].append(mention)
    return tuple(_with(name, found.get(i, [])) for i, name in enumerate(names))


def _with(name: Candidate, found: Sequence[Mention]) -> Candidate:
    known = {(m.document, m.span): m for m in found} | {(m.document, m.span): m for m in name.mentions}
    return replace(name, mentions=tuple(mention for _, mention in sorted(known.items())))


def _places(candidates: Sequence[Candidate], language: str) -> Places:
    places: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for candidate in candidates:
        if candidate.language == language:
            for mention in candidate.mentions:
                places[mention.document].append((mention.span, len(candidate.mentions)))
    return {document: sorted(spans) for document, spans in places.items()}


def _in_document(
    finder: Finder[int], document: Document, taken: Places
) -> Iterator[tuple[int, Mention, int]]:
    """Index of the name, its mention, and in how many places the commonest longer candidate around it stands."""
    ordered = taken.get(document.name, ())
    for segment in document.segments:
        inside = _within(ordered, segment.span)
        for found in finder.find(segment.text):
            span = found.span.shifted(segment.span.start)
            around = [count for other, count in inside if other.contains(span) and other != span]
            yield found.key, Mention(document.name, span, found.surface), max(around, default=0)


def _within(ordered: Sequence[tuple[Span, int]], span: Span) -> list[tuple[Span, int]]:
    after = islice(ordered, bisect_left(ordered, (span, 0)), None)
    return list(takewhile(lambda place: place[0].start < span.end, after))
