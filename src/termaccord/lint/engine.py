"""Records and rules in, findings out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from termaccord.lint.mending import Mender, changes
from termaccord.lint.passages import memories, pages, passages
from termaccord.lint.rule import Collection, Mark, Passage, Rule, Scope, Termbase, Text
from termaccord.lint.rules import RULES
from termaccord.lint.silence import silenced
from termaccord.lint.terms import Terms
from termaccord.lint.told import once
from termaccord.model import (
    Alignment,
    Document,
    Edit,
    Finding,
    Glossary,
    Place,
    ProposedConcept,
    Severity,
    Suppression,
    TranslationUnit,
    say,
)

_ABOUT_TERMS = "T"
"""The codes of the rules that hold texts against a glossary begin so."""
Step = Callable[[str, int, int], None]
"""(what is being done, done so far, in all)."""


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The units of a bilingual file, with the line of each target where the parser knows it."""

    file: str
    units: tuple[TranslationUnit, ...]
    source_language: str
    target_languages: tuple[str, ...]
    lines: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """All that is to be examined."""

    documents: tuple[Document, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    bilingual: tuple[Bilingual, ...] = ()
    concepts: tuple[ProposedConcept, ...] = ()
    """What extraction found in the documents and bilingual files."""
    glossary: Glossary | None = None
    """All terms that texts are held against."""
    termbases: tuple[Termbase, ...] = ()
    """Glossary files to be examined themselves."""
    styles: Mapping[str, str] = field(default_factory=dict)
    """House style by outlet."""
    suppressions: tuple[Suppression, ...] = ()


def lint(
    material: Material, rules: Sequence[Rule] = RULES, step: Step = lambda _what, _done, _all: None
) -> tuple[Finding, ...]:
    """
    Run the rules over the material.

    The findings are in order: errors first, then what affects most text, then by place.
    Which rules run and their severities is decided around this, see `choice`.
    """
    found: list[Finding] = []
    terms = Terms(material.glossary)
    for done, (scope, views) in enumerate(_views(material, terms, rules)):
        step(say("checking"), done, len(Scope))
        chosen = [r for r in rules if r.scope is scope]
        if chosen:
            found += _marked(chosen, tuple(views()))
    step(say("checking"), len(Scope), len(Scope))
    kept, silences = silenced(once(found, terms), material.suppressions, _asked(rules, material), RULES)
    about = [
        _finding(r, m, s) for r in rules if r.scope is Scope.SUPPRESSION for s in silences for m in r.check(s)
    ]
    return ranked((*kept, *about))


def _marked(rules: Sequence[Rule], views: Sequence[object]) -> Iterator[Finding]:
    menders = {id(view): Mender(view) for view in views if isinstance(view, Collection)}
    for rule in rules:
        marks = rule.together(views) if rule.together else ((v, m) for v in views for m in rule.check(v))
        yield from (_finding(rule, mark, view, menders.get(id(view))) for view, mark in marks)


def _asked(rules: Sequence[Rule], material: Material) -> tuple[Rule, ...]:
    """The rules that could have spoken: those about terms say nothing without a glossary."""
    return tuple(r for r in rules if material.glossary or not r.code.startswith(_ABOUT_TERMS))


def terms_only(rules: Iterable[Rule]) -> bool:
    """Whether the passages of a text matter only where terms stand, so that its sentences need not be known."""
    return all(rule.code.startswith(_ABOUT_TERMS) for rule in rules if rule.scope is Scope.PASSAGE)


def _views(
    material: Material, terms: Terms, rules: Sequence[Rule]
) -> Iterator[tuple[Scope, Callable[[], Iterable[object]]]]:
    yield Scope.CORPUS, lambda: [_collection(material)]
    yield Scope.DOCUMENT, lambda: pages(material.documents, material.bilingual, terms, material.styles)
    yield (
        Scope.PASSAGE,
        lambda: passages(
            material.documents,
            material.alignments,
            material.bilingual,
            terms,
            material.concepts,
            terms_only=terms_only(rules),
        ),
    )
    yield Scope.MEMORY, lambda: memories(material.bilingual, terms)
    yield Scope.GLOSSARY, lambda: material.termbases


def _collection(material: Material) -> Collection:
    places = {
        (file.file, f"{variant.language}\0{unit.id}"): Text(
            variant.text, variant.language, file.file, unit.id, variant.line or line
        )
        for file in material.bilingual
        for unit, line in zip(file.units, file.lines or (None,) * len(file.units), strict=True)
        for variant in unit.variants
    }
    documents = {d.path or d.name: d for d in material.documents}
    originals = {a.source.language for a in material.alignments} | {
        f.source_language for f in material.bilingual
    }
    return Collection(
        documents,
        material.concepts,
        material.alignments,
        material.glossary,
        places,
        material.styles,
        frozenset(originals),
    )


def _finding(rule: Rule, mark: Mark, view: object, mender: Mender | None = None) -> Finding:
    text = mark.text or (view.target if isinstance(view, Passage) else None)
    place = mark.place or (text.place(mark.span) if text else Place(""))
    made = changes(mark, text) if text else ()
    edits = tuple(Edit(text.place(c.span), c.replacement, c.safe) for c in made) if text else ()
    edits = edits or (mender.edits(rule.code, mark) if mender else ())
    return Finding(
        rule.code,
        mark.message,
        place,
        mark.severity or rule.severity,
        mark.related,
        edits,
        rule.name,
        mark.concept,
        mark.quoted or (mark.span.of(text.text) if text else ""),
        mark.preferred,
        mark.variants,
        mark.why,
    )


_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then what affects most places, then by place; each once."""
    unique = {(f.code, f.place, f.text, str(f.message)): f for f in findings}
    return tuple(sorted(unique.values(), key=_rank))


def _rank(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    span = (place.span.start, place.span.end) if place.span else (-1, -1)
    affected = sum(len(v.places) for v in finding.variants) or 1
    where = (place.file, place.line or place.paragraph or 0, place.unit, span)
    return (_ORDER[finding.severity], -affected, *where, finding.code, str(finding.message))
