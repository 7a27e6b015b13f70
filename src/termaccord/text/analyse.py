"""The one door to language: text and a language tag in, sentences and words with their readings out."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from termaccord.model import Block, Document, Segment, Span
from termaccord.text.analyser import Analyser, Analysis, Word, primary_language
from termaccord.text.detect import detect_language
from termaccord.text.languages.registry import analyser_of
from termaccord.text.normalise import normalise
from termaccord.text.sentences import paragraphs, sentences
from termaccord.text.tokens import TokenKind, scan

__all__ = ["Reader", "Word", "analyser_for", "detect_language", "segment", "words"]


@cache
def analyser_for(language: str) -> Analyser:
    """
    The analyser for a BCP 47 tag; any tag has one.

    A language that we do not know gets the folded form as lemma.
    """
    return analyser_of(primary_language(language))


def segment(document: Document) -> Document:
    """The document with its sentences; blocks that are not prose give none."""
    analyser = analyser_for(document.language)
    blocks = document.blocks or tuple(Block(span) for span in paragraphs(document.text))
    found = tuple(
        Segment(span, span.of(document.text), index)
        for index, block in enumerate(blocks)
        if block.prose
        for span in _sentences_of(document.text, block.span, analyser)
    )
    return replace(document, blocks=blocks, segments=found)


def _sentences_of(text: str, block: Span, analyser: Analyser) -> Iterator[Span]:
    for span in sentences(block.of(text), analyser):
        yield span.shifted(block.start)


Reader = Callable[[str, str], tuple[Word, ...]]
"""A text and the tag of its language to its words: `words`, or what remembers them."""


def words(text: str, language: str) -> tuple[Word, ...]:
    """The tokens of a text with all readings of its words; spans count code points of `text`."""
    readings = _readings(language)
    return tuple(
        Word(Span(start, end), form, kind, readings(form, kind)) for start, end, form, kind in scan(text)
    )


@cache
def _readings(language: str) -> Callable[[str, TokenKind], tuple[Analysis, ...]]:
    """What tells the readings of a word form; words have some, and so have ordinals in digits."""
    analyses = analyser_for(language).analyses

    @lru_cache(maxsize=1 << 17)
    def readings(form: str, kind: TokenKind) -> tuple[Analysis, ...]:
        spoken = kind is TokenKind.WORD or (kind is TokenKind.NUMBER and form[-1:].isalpha())
        return analyses(_plain(form)) if spoken else ()

    return readings


def _plain(text: str) -> str:
    return text if text.isascii() else normalise(text).text
