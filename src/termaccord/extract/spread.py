"""Names found in some places are found in all places."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from termaccord.extract.candidates import Candidate, Mention
from termaccord.model import Document, Span
from termaccord.text.occurrences import Finder

Places = Mapping[str, Sequence[Span]]
"""Mentions of one language in order, by document."""


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
    """The names with all places where they stand, in whatever form, but for those inside a longer candidate."""
    found: dict[int, list[Mention]] = defaultdict(list)
    for language in sorted({c.language for c in names}):
        indexes = [i for i, c in enumerate(names) if c.language == language]
        finder = Finder(((i, names[i].text) for i in indexes), language)
        taken = _places(candidates, language)
        for document in documents:
            if document.language == language:
                for index, mention in _in_document(finder, document, taken):
                    found[index].append(mention)
    return tuple(_with(name, found.get(i, [])) for i, name in enumerate(names))


def _with(name: Candidate, found: Sequence[Mention]) -> Candidate:
    known = {(m.document, m.span): m for m in found} | {(m.document, m.span): m for m in name.mentions}
    return replace(name, mentions=tuple(mention for _, mention in sorted(known.items())))


def _places(candidates: Sequence[Candidate], language: str) -> Places:
    places: dict[str, list[Span]] = defaultdict(list)
    for candidate in candidates:
        if candidate.language == language:
            for mention in candidate.mentions:
                places[mention.document].append(mention.span)
    return {document: sorted(spans) for document, spans in places.items()}


def _in_document(finder: Finder[int], document: Document, taken: Places) -> Iterator[tuple[int, Mention]]:
    ordered = taken.get(document.name, ())
    for segment in document.segments:
        inside = _within(ordered, segment.span)
        for found in finder.find(segment.text):
            span = found.span.shifted(segment.span.start)
            if not any(other.contains(span) and other != span for other in inside):
                yield found.key, Mention(document.name, span, found.surface)


def _within(ordered: Sequence[Span], span: Span) -> list[Span]:
    after = islice(ordered, bisect_left(ordered, span), None)
    return list(takewhile(lambda other: other.start < span.end, after))
