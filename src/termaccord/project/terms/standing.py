"""The glossary's terms that stand in a text, each with how the other languages say it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from termaccord.formats import bilingual
from termaccord.formats.positions import located
from termaccord.model import Concept, Document, Finding, LanguageSection, Span, Status, Term, say
from termaccord.model import Place as FilePlace
from termaccord.project import corpus as corpora
from termaccord.project.errors import UsageError
from termaccord.project.files import read
from termaccord.project.localised import beside
from termaccord.project.memory.sources import open_sources
from termaccord.project.terms.looking import demand
from termaccord.project.terms.opening import open_termbase
from termaccord.store.termbase import Place, Termbase
from termaccord.text.analyser import primary_language

REJECTED = frozenset({Status.DEPRECATED, Status.SUPERSEDED, Status.FORBIDDEN})
SHORT = frozenset({"abbreviation", "acronym"})


class Occurrence(NamedTuple):
    """A place of a term."""

    span: Span
    """Of the text, or of the unit where the text is made of units."""
    text: str
    line: int | None
    """1-based; None where the file has no lines."""
    column: int | None
    unit: str = ""
    paragraph: int | None = None
    """1-based; of a file that has no lines."""


class Rendering(NamedTuple):
    """How another language says it."""

    language: str
    text: str
    status: Status | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A term with all its places in a text."""

    concept: Concept
    language: str
    term: Term
    occurrences: tuple[Occurrence, ...]
    """In order of place; never empty."""
    renderings: tuple[Rendering, ...]
    """In the other languages, in the order of the concept."""
    instead: tuple[str, ...] = ()
    """What to use in the same language where the term is rejected."""
    proposed: bool = False
    """Nobody has accepted the concept yet."""


@dataclass(frozen=True, slots=True)
class InText:
    """A text and the terms that stand in it, in order of first appearance."""

    document: str
    language: str
    terms: tuple[Standing, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What was wrong with the text or the glossaries."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A document or the source side of a bilingual file."""

    name: str
    language: str
    texts: tuple[str, ...]
    document: Document | None = None
    units: tuple[str, ...] = ()
    """The ids of the units whose texts these are, in a bilingual file."""


def in_text(
    path: str,
    glossaries: Sequence[Path],
    index: Path | None,
    language: str = "",
    target: str = "",
    standard_input: bytes | None = None,
) -> InText:
    """
    The terms that stand in the text at `path` (`-` for the bytes of standard input).

    Proposals that no other language renders are left out.
    `language` is the text's where its path does not show it; only renderings of `target` are given, if it is.

    Raises
    ------
    UsageError
        When a file does not exist, or the glossaries have no term in one of these languages.

    """
    if Path(path).is_dir():
        raise UsageError(say("{path} is a folder; name a document or a bilingual file", path=path))
    opened, findings = _opened(path, language, standard_input)
    termbase = open_termbase(glossaries, index)
    try:
        demand(termbase, language, target)
        if opened is None:
            return InText(path, language, findings=(*findings, *termbase.findings))
        places = termbase.standing(opened.texts, opened.language, few=True)
        terms = _grouped(termbase, places, opened, target)
    finally:
        termbase.close()
    return InText(opened.name, opened.language, terms, (*findings, *termbase.findings))


def standing_in(termbase: Termbase, text: str, language: str) -> tuple[Standing, ...]:
    """The same for a text at hand; all terms are made ready, once, however many texts follow."""
    opened = _Opened("", language, (text,), Document("", language, text))
    return _grouped(termbase, termbase.standing(opened.texts, language), opened, "")


def _opened(
    path: str, language: str, standard_input: bytes | None
) -> tuple[_Opened | None, tuple[Finding, ...]]:
    """A document, or all that a bilingual file has to be translated, whether it is or not; and what was wrong."""
    if path.lower().endswith(".tmx") or bilingual.reads(path) or beside.is_string_file(Path(path)):
        sources = open_sources([path], language)
        for text in sources.texts:
            texts = tuple(segment.text for segment in text.segments)
            units = tuple(segment.unit for segment in text.segments)
            return _Opened(text.path, text.language, texts, units=units), sources.findings
        return None, sources.findings
    corpus = corpora.open_paths([path], language, standard_input, sentences=False)
    for document in corpus.documents:
        name = document.path or document.name
        return _Opened(name, document.language, (document.text,), document), corpus.findings
    return None, corpus.findings


def _grouped(
    termbase: Termbase, places: Sequence[Place], opened: _Opened, target: str
) -> tuple[Standing, ...]:
    groups: dict[int, list[Place]] = {}
    for place in places:
        groups.setdefault(place.entry.number, []).append(place)
    where = dict(zip(places, _occurrences(places, opened), strict=True))
    found = (
        _standing(termbase, group, tuple(where[place] for place in group), target)
        for group in groups.values()
    )
    return tuple(one for one in found if one.renderings or not one.proposed)


def _standing(
    termbase: Termbase, group: Sequence[Place], occurrences: tuple[Occurrence, ...], target: str
) -> Standing:
    concept, entry = termbase.concept(group[0]), group[0].entry
    own = [s for s in concept.languages if s.language == entry.language]
    term = next(t for s in own for t in s.terms if t.text == entry.text)
    return Standing(
        concept,
        entry.language,
        term,
        occurrences,
        renderings(concept, entry.language, term, target),
        tuple(t.text for s in own for t in best(s, term)) if term.status in REJECTED else (),
        termbase.is_proposed(group[0]),
    )


def renderings(concept: Concept, language: str, term: Term, target: str = "") -> tuple[Rendering, ...]:
    """How the other languages of a concept say a term: what is preferred, else all that is not rejected."""
    primary, wanted = primary_language(language), primary_language(target) if target else ""
    return tuple(
        Rendering(section.language, one.text, one.status)
        for section in concept.languages
        if primary_language(section.language) != primary
        and wanted in {"", primary_language(section.language)}
        for one in best(section, term)
    )


def best(section: LanguageSection, like: Term) -> list[Term]:
    """The preferred terms of a language, else all that are not rejected; an abbreviation first for an abbreviation."""
    usable = [term for term in section.terms if term.status not in REJECTED]
    chosen = [term for term in usable if term.status is Status.PREFERRED] or usable
    return sorted(chosen, key=lambda term: (term.term_type in SHORT) is not (like.term_type in SHORT))


def _occurrences(places: Sequence[Place], opened: _Opened) -> Iterable[Occurrence]:
    if opened.document is not None:
        for place in places:
            at = opened.document.place(place.span)
            words = place.span.of(opened.texts[0])
            yield Occurrence(place.span, words, at.line, at.column, paragraph=at.paragraph)
        return
    wanted = [
        FilePlace(opened.name, opened.units[place.text], place.span, language=opened.language)
        for place in places
    ]
    path = Path(opened.name)
    found = located(read(path), opened.name, wanted) if path.is_file() else wanted
    for place, at in zip(places, found, strict=True):
        yield Occurrence(place.span, place.span.of(opened.texts[place.text]), at.line, at.column, at.unit)
