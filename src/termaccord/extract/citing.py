"""The form in which a glossary cites a phrase that stands in many places."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from termaccord.extract.bilingual.lines import Line
from termaccord.text.citation import citation

ENOUGH = 12
"""Places that are asked."""


def cite(places: Iterable[tuple[Line, range]], *, noun: bool = True) -> str:
    """
    The citation form that most places agree on, without the capital of a sentence's beginning.

    A lone word that is no noun is cited by its lemma.
    """
    votes: Counter[str] = Counter()
    for line, words in islice(places, ENOUGH):
        if noun or len(words) > 1:
            votes[citation(line.span(words).of(line.text), line.language)] += 1
        else:
            votes[line.lemmas[words.start]] += 1
    return max(sorted(votes), key=lambda text: (votes[text] + 0.5 * text.islower(), text))
