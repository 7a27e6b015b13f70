"""A text as a row of the words that carry its meaning, by their lemmas."""

import re
from dataclasses import dataclass
from functools import lru_cache

from termaccord.model import Span
from termaccord.text.analyse import analyser_for, words
from termaccord.text.analyser import primary_language
from termaccord.text.normalise import folded

LONGEST = 80
"""Words of a text that are read."""
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Row:
    """The words of a text; all tuples have an item for each."""

    keys: tuple[str, ...]
    """Lemmas, folded."""
    spans: tuple[tuple[int, int], ...]
    idle: tuple[bool, ...]
    """Whether it is a small word without a meaning of its own."""

    def span(self, words: range) -> Span:
        """Where a stretch of words stands in the text."""
        return Span(self.spans[words.start][0], self.spans[words.stop - 1][1])


def row(text: str, language: str) -> Row:
    """
    Read a text.

    >>> row("The locks of both towns.", "en").keys
    ('the', 'lock', 'of', 'both', 'town')
    """
    primary = primary_language(language)
    found = [(match.start(), match.end(), *_word(match[0], primary)) for match in _TOKEN.finditer(text)][
        :LONGEST
    ]
    return Row(
        tuple(key for _, _, key, _ in found),
        tuple((start, end) for start, end, _, _ in found),
        tuple(idle for _, _, _, idle in found),
    )


@lru_cache(maxsize=1 << 17)
def _word(form: str, language: str) -> tuple[str, bool]:
    """Lemma and idleness of a word."""
    small = form.lower() in analyser_for(language).function_words and not (len(form) > 1 and form.isupper())
    if form[0].isdigit():
        return form, False
    read = words(form, language)
    return folded(read[0].lemma if len(read) == 1 else form), small
