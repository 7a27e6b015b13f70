"""What extraction has found to render a stretch of the source."""

from collections import defaultdict
from collections.abc import Sequence

from termaccord.lint.rule import Text
from termaccord.model import Occurrence, ProposedConcept, Span

_SAME = 0.6
"""Share of two stretches that must be common for them to be the same name."""


class Discovered:
    """Names of the source and where the target has the same name."""

    def __init__(self, concepts: Sequence[ProposedConcept]) -> None:
        """Index the occurrences of all concepts, abbreviations apart: they stand for any full form."""
        self._at: dict[tuple[str, str], list[tuple[Occurrence, int, str]]] = defaultdict(list)
        for number, concept in enumerate(concepts):
            for term in concept.terms:
                if not term.abbreviation:
                    for place in term.occurrences:
                        self._at[place.document, place.unit].append((place, number, term.language))

    def __call__(self, span: Span, source: Text, target: Text) -> Span | None:
        """Where `target` names what `source` names at `span`; None where that is not known."""
        shifted = span.shifted(source.start)
        here = (
            (_common(shifted, place.span), number)
            for place, number, language in self._at.get((source.file, source.unit), ())
            if language == source.language
        )
        share, concept = max(here, default=(0.0, -1))
        if share < _SAME:
            return None
        there = Span(target.start, target.start + len(target.text))
        return next(
            (
                place.span.shifted(-target.start)
                for place, number, language in self._at.get((target.file, target.unit), ())
                if number == concept and language == target.language and there.contains(place.span)
            ),
            None,
        )


def _common(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / max(len(one), len(other), 1)
