"""The words around a place, so that a reader sees what is meant without opening the file."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from termaccord.model import Document, Finding, Place, Span
from termaccord.project.lint import Report

_SPACES = re.compile("\r\n|[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]")
_HARMFUL = re.compile("[\x00-\x1b\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""Control characters, halves of surrogates, and marks that show letters in another order than they stand."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in their surroundings."""

    before: str
    words: str
    after: str
    language: str = ""


class Quotes:
    """Finds what stands at a place, in the documents and bilingual files of a report."""

    def __init__(self, report: Report) -> None:
        self._documents = {d.path or d.name: d for d in report.documents}
        self._starts = {path: [s.span.start for s in d.segments] for path, d in self._documents.items()}
        self._units: dict[tuple[str, str], list[tuple[int | None, str, str]]] = {}
        for file in report.units:
            order = {language: i for i, language in enumerate((*file.target_languages, file.source_language))}
            lines = file.lines or (None,) * len(file.units)
            for unit, line in zip(file.units, lines, strict=True):
                variants = sorted(unit.variants, key=lambda v: order.get(v.language, len(order)))
                self._units.setdefault((file.file, unit.id), []).extend(
                    (line, v.language, v.text) for v in variants
                )

    def document(self, place: Place) -> Document | None:
        """The document that a place is in; None for a bilingual file or a glossary."""
        return self._documents.get(place.file)

    def language_of(self, finding: Finding) -> str:
        """The language of the words that a finding is about; empty where they cannot be found."""
        return self._text(finding.place, words=finding.text)[1]

    def line(self, place: Place, language: str = "", words: str = "") -> Quote | None:
        """The words with the line that they begin in; None where the place is not a stretch of text."""
        text, found = self._text(place, language, words)
        if place.span is None or not text:
            return None
        start = text.rfind("\n", 0, place.span.start) + 1
        end = text.find("\n", max(place.span.start, start))
        return _cut(text, place.span, Span(start, len(text) if end < 0 else end), found)

    def sentence(self, place: Place, language: str = "", words: str = "") -> Quote | None:
        """The words with their sentence, or with the whole segment of a bilingual file."""
        text, found = self._text(place, language, words)
        if place.span is None or not text:
            return None
        document = self.document(place)
        around = self._segment(document, place.span) if document else Span(0, len(text))
        return _cut(text, place.span, around, found)

    def end(self, place: Place) -> tuple[int, int] | None:
        """Line and column just behind a place, 1-based; None where the file has no lines to count."""
        document = self.document(place)
        if document is None or place.span is None or not len(place.span) or place.line is None:
            return None
        line, column = document.position(place.span.end - 1)
        return line, column + 1

    def _text(self, place: Place, language: str = "", words: str = "") -> tuple[str, str]:
        document = self.document(place)
        if document is not None:
            return document.text, document.language
        known = self._units.get((place.file, place.unit), [])
        same = [(t, tag) for line, tag, t in known if place.line is None or line in (None, place.line)]
        span = place.span
        if span is not None and words:
            same = [(t, tag) for t, tag in same if span.of(t) == words] or same
        language = language or place.language
        if language:
            same = [(t, tag) for t, tag in same if tag == language] or same
        fitting = [(t, tag) for t, tag in same if span is None or span.end <= len(t)]
        return fitting[0] if fitting else ("", "")

    def _segment(self, document: Document, span: Span) -> Span:
        starts = self._starts[document.path or document.name]
        first = document.segments[max(bisect_right(starts, span.start) - 1, 0)].span if starts else span
        last = (
            document.segments[max(bisect_right(starts, max(span.end - 1, 0)) - 1, 0)].span if starts else span
        )
        if first.start <= span.start < first.end:
            return Span(first.start, max(first.end, last.end, span.end))
        start = document.text.rfind("\n", 0, span.start) + 1
        end = document.text.find("\n", span.end)
        return Span(start, len(document.text) if end < 0 else end)


def _cut(text: str, span: Span, around: Span, language: str) -> Quote:
    return Quote(
        shown(text[around.start : span.start]),
        shown(text[span.start : min(span.end, around.end)]),
        shown(text[span.end : around.end]),
        language,
    )


def shown(text: str) -> str:
    r"""
    A text made harmless for a terminal: one line, no control characters, nothing that turns letters around.

    >>> shown("a\tb\x1b[31m")
    'a b�[31m'
    """
    return _HARMFUL.sub("\ufffd", _SPACES.sub(" ", text))
