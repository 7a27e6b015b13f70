"""A passage as the word aligner sees it: words with their lemmas, and what stands between them."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from termaccord.model import Span
from termaccord.text.analyse import Reader, Word, analyser_for, words
from termaccord.text.normalise import folded
from termaccord.text.tokens import TokenKind

SPOKEN = frozenset({TokenKind.WORD, TokenKind.NUMBER})


@dataclass(frozen=True, slots=True)
class Line:
    """One side of a bead. All tuples have one item for every word or number; punctuation is left out."""

    language: str
    text: str
    words: tuple[Word, ...]
    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    """The likeliest reading's."""
    folded: tuple[str, ...]
    keys: tuple[str, ...]
    """Lemmas, folded."""
    function: tuple[bool, ...]
    capitals: tuple[bool, ...]
    figures: tuple[bool, ...]
    gaps: tuple[str, ...]
    """What stands before each word, spaces left out; one item more than words, for what ends the text."""

    def __len__(self) -> int:
        return len(self.words)

    def span(self, words: range) -> Span:
        """Place of a stretch of words in the text."""
        return Span(self.words[words.start].span.start, self.words[words.stop - 1].span.end)

    def within(self, span: Span) -> range:
        """Words that stand wholly or partly in a span of the text; an empty range where there are none."""
        first = bisect_right(self.words, span.start, key=_end)
        stop = bisect_left(self.words, span.end, first, key=_start)
        return range(first, stop) if first < stop else range(0)

    def key(self, words: range) -> str:
        """Folded lemmas: equal for the inflected forms of a phrase."""
        return " ".join(self.keys[words.start : words.stop])


@lru_cache(maxsize=1 << 16)
def _function(text: str, language: str) -> bool:
    return text.lower() in analyser_for(language).function_words and not abbreviation(text)


def _start(word: Word) -> int:
    return word.span.start


def _end(word: Word) -> int:
    return word.span.end


def read(text: str, language: str, known: Reader = words) -> Line:
    """Split a passage into words and look them up."""
    found = known(text, language)
    kept = tuple(w for w in found if w.kind in SPOKEN and w.text[0] not in "'’ʼ")
    lemmas = tuple(w.lemma for w in kept)
    edges = [0, *(e for w in kept for e in (w.span.start, w.span.end)), len(text)]
    return Line(
        language=language,
        text=text,
        words=kept,
        forms=tuple(w.text for w in kept),
        lemmas=lemmas,
        folded=tuple(folded(w.text) for w in kept),
        keys=tuple(folded(lemma) for lemma in lemmas),
        function=tuple(_function(w.text, language) for w in kept),
        capitals=tuple(w.text[:1].isupper() for w in kept),
        figures=tuple(w.kind is TokenKind.NUMBER for w in kept),
        gaps=tuple("".join(text[a:b].split()) for a, b in zip(edges[::2], edges[1::2], strict=True)),
    )


def abbreviation(text: str) -> bool:
    """Whether a word is written in capitals: WHO is no pronoun."""
    return len(text) > 1 and text.isupper()
