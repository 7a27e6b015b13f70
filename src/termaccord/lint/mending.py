"""What would mend a finding: the preferred term, in the form that each place asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rapidfuzz import fuzz

from termaccord.lint.rule import Change, Collection, Mark, Text
from termaccord.lint.terms import accepted
from termaccord.model import Edit, Glossary, Place, Rendering, Span, Status
from termaccord.text.normalise import fold
from termaccord.text.refit import refit

_WINDOW = 2000
"""Code points on either side of a place that matter to what fits there."""
_CONFLICT = "C"
"""Codes of the rules whose forms are names of one thing."""
_PERSON = "C11"
"""Code of the rule whose forms are spellings of one name."""
_ALIKE = 60
"""Per cent of likeness at which two surnames are one name in two spellings."""


def changes(mark: Mark, text: Text) -> tuple[Change, ...]:
    """The changes that a rule names, else the one that puts the preferred term in the place of the cited one."""
    if mark.changes or not mark.preferred or not mark.cited:
        return mark.changes
    made = _fitted(text.text, mark.span, mark.preferred, text.language, mark.cited)
    return (made,) if made else ()


def _fitted(text: str, span: Span, preferred: str, language: str, cited: str) -> Change | None:
    start = max(0, span.start - _WINDOW)
    made = refit(text[start : span.end + _WINDOW], span.shifted(-start), preferred, language, cited)
    return Change(made.span.shifted(start), made.text, made.safe) if made else None


class Mender:
    """Mends conflicts: the preferred form at every place of another."""

    def __init__(self, collection: Collection) -> None:
        self._documents = collection.documents
        self._units: Mapping[tuple[str, str], Text] = collection.places or {}
        self._glossary = collection.glossary
        self._decided: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def edits(self, code: str, mark: Mark) -> tuple[Edit, ...]:
        """The edits of a conflict; safe only where a glossary prefers the one form and does not accept the other."""
        if not code.startswith(_CONFLICT) or not mark.preferred:
            return ()
        others = [v for v in mark.variants if v.text != mark.preferred]
        return tuple(e for v in others for e in self._edits(v, _as_long(code, v.text, mark.preferred)))

    def _edits(self, variant: Rendering, preferred: str) -> Iterator[Edit]:
        for place in variant.places:
            found = self._text(place)
            if found is None or place.span is None:
                continue
            text, language = found
            made = _fitted(text, place.span, preferred, language, variant.text)
            if made:
                safe = made.safe and self._decides(language, preferred, variant.text)
                yield Edit(self._moved(place, made.span), made.replacement, safe)

    def _text(self, place: Place) -> tuple[str, str] | None:
        document = self._documents.get(place.file)
        if document is not None:
            return document.text, document.language
        unit = self._units.get((place.file, f"{place.language}\0{place.unit}"))
        return (unit.text, unit.language) if unit else None

    def _moved(self, place: Place, span: Span) -> Place:
        document = self._documents.get(place.file)
        if document is None or place.span == span:
            return replace(place, span=span)
        return document.place(span, place.file, place.unit)

    def _decides(self, language: str, preferred: str, other: str) -> bool:
        if self._glossary is None:
            return False
        if language not in self._decided:
            self._decided[language] = _terms(self._glossary, language)
        wanted, allowed = self._decided[language]
        return fold(preferred) in wanted and fold(other) not in allowed


def _as_long(code: str, form: str, preferred: str) -> str:
    """Of a person as much of the preferred name as the form has, since a surname may stand alone; empty where they differ."""
    mine, theirs = form.split(), preferred.split()
    if code != _PERSON or len(mine) == len(theirs):
        return preferred
    least = min(len(mine), len(theirs))
    if fuzz.ratio(" ".join(mine[-least:]), " ".join(theirs[-least:])) < _ALIKE:
        return ""
    return " ".join((*mine[:-least], *theirs[-least:]))


def _terms(glossary: Glossary, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The terms that are preferred, or the only accepted ones of their concepts, and all that are accepted."""
    wanted: set[str] = set()
    allowed: set[str] = set()
    for concept in glossary.concepts:
        terms = accepted(concept, language)
        preferred = [t for t in terms if t.status is Status.PREFERRED] or (
            list(terms) if len(terms) == 1 else []
        )
        wanted |= {fold(t.text) for t in preferred}
        allowed |= {fold(t.text) for t in terms}
    return frozenset(wanted), frozenset(allowed)
