"""Whether words that spell a term are an occurrence of it: agreement, capitals, what stands between and around."""

import re
from collections.abc import Sequence

from termaccord.model import Span
from termaccord.text.terms.patterns import Pattern
from termaccord.text.terms.shapes import ANY, PLURAL, genderless

_QUOTES = "«»\"“”„'’‘"
_OPENING = "«\"“„'‘(["
_CLOSING = "»\"”“'’)]"
_CLEAN = re.compile(
    rf"(?:['’ʼ]s)?[{_QUOTES}]?(?:[ \t\u00a0\u202f\u2009]*\n?[ \t]*|[-‐‑–—]|['’ʼ])[{_QUOTES}]?"
)
_LOOSE = re.compile(rf"[\s{_QUOTES}\-‐‑–—,:;.()/&№#]{{0,6}}")
_YEAR = re.compile(r"[»”\"]?[ \u00a0]?[-‐‑–— \u00a0]\s?(\d{4}(?:[-–—/]\d{2,4})?)(?!\d)")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?…:\n\r])[\s«»\"“”„]*[-–—•]?[\s«\"“„]*$")


_GENITIVE_SINGULAR = 7 << 6
_GENITIVE_PLURAL = 7 << 9


def clean(between: str) -> bool:
    """Nothing between two words but a space, a hyphen or a quotation mark."""
    return between == " " or _CLEAN.fullmatch(between) is not None


def dashed(between: str) -> bool:
    """A dash between spaces."""
    return between.strip() in {"-", "–", "—"}


def loose(between: str) -> bool:
    """Some punctuation, where the term has some too."""
    return _LOOSE.fullmatch(between) is not None


def agree(term: Pattern, masks: Sequence[int]) -> bool:
    """Whether the forms found share a case, a number and, within a group, a gender."""
    shared = ANY
    for index, group in enumerate(term.groups):
        bits = ANY
        for slot in group:
            bits &= masks[slot]
        if not bits and not _behind_few([masks[slot] for slot in group]):
            return False
        bits = bits or PLURAL
        if index == 0 and term.plural and not bits & PLURAL:
            return False
        shared &= genderless(bits)
    return bool(shared)


def _behind_few(masks: Sequence[int]) -> bool:
    """Russian «(три) горных отряда»: adjectives in the genitive plural, the noun in the genitive singular."""
    return (
        len(masks) > 1
        and masks[-1] & _GENITIVE_SINGULAR > 0
        and all(m & _GENITIVE_PLURAL for m in masks[:-1])
    )


def written(term: Pattern, text: str, span: Span) -> bool:
    """Whether the capitals are those of a name, where the term would be an ordinary word without them."""
    surface = span.of(text)
    if term.upper:
        return surface[:2].isupper()
    if term.titled:
        return not surface.islower() or quoted(text, span)
    if not term.capital or quoted(text, span):
        return True
    return surface[:1].isupper() and not begins_sentence(text, span.start)


def begins_sentence(text: str, start: int) -> bool:
    """Whether a capital says nothing here: the first word of a text, a line or a sentence."""
    return start == 0 or _SENTENCE_BEFORE.search(text, max(0, start - 8), start) is not None


def quoted(text: str, span: Span) -> bool:
    """Whether quotation marks stand around this stretch, a year behind it included."""
    opened = span.start > 0 and text[span.start - 1] in _OPENING[:6]
    return (
        opened and re.match(r"(?:[-–— ]?\d{4})?[.,!?]?[»”“\"’']", text[span.end : span.end + 8]) is not None
    )


def year_behind(text: str, end: int) -> tuple[str, int]:
    """The year that makes an edition of a name, and where it ends; nothing where there is none."""
    found = _YEAR.match(text, end)
    return (found.group(1), found.end()) if found else ("", end)


def dressed(term: Pattern, text: str, span: Span) -> Span:
    """A span with the quotation marks or brackets that its term has too, whatever their form, or its last stop."""
    start, end = span.start, span.end
    if term.short and re.search(rf"(?<!\w){term.short}\Z", text[start:end]) and text[end : end + 1] == ".":
        end += 1
    if term.opening and start and text[start - 1] in _OPENING:
        start -= 1
    if term.closing and text[end : end + 1] and text[end] in _CLOSING + term.closing[0]:
        end += 1
    return Span(start, end)
