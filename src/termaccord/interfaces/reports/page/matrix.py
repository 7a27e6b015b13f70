"""Names by outlet: every form that a name has, where it stands, and what has been decided about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from termaccord.interfaces.reports.page.columns import Column, Columns
from termaccord.interfaces.reports.quotes import Quotes
from termaccord.interfaces.translation import spoken
from termaccord.model import Category, Finding, Occurrence, Place, ProposedConcept, Severity, Status
from termaccord.project.lint import Report

REJECTED_TERM = "T01"


class Standing(StrEnum):
    """What is to be thought of a form; the order is of weight."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    PLAIN = "plain"
    """Nothing speaks against it."""
    COMPETING = "competing"
    """Another form is preferred."""
    REJECTED = "rejected"
    """The glossary has decided against it."""


_WEIGHT = {standing: weight for weight, standing in enumerate(Standing)}
_STANDINGS = {
    "": Standing.COMPETING,
    Status.PREFERRED: Standing.PREFERRED,
    Status.ADMITTED: Standing.ADMITTED,
    Status.DEPRECATED: Standing.REJECTED,
    Status.SUPERSEDED: Standing.REJECTED,
    Status.FORBIDDEN: Standing.REJECTED,
}


@dataclass(slots=True)
class Form:
    """A rendering with all its places."""

    text: str
    standing: Standing
    note: str = ""
    places: dict[Place, None] = field(default_factory=dict)

    def meet(self, standing: Standing, places: Iterable[Place], note: str = "") -> None:
        """Learn more about the form; the graver standing stays."""
        if _WEIGHT[standing] > _WEIGHT[self.standing]:
            self.standing = standing
        self.note = self.note or note
        self.places.update(dict.fromkeys(places))


@dataclass(slots=True)
class Row:
    """A name with its forms."""

    name: str
    name_language: str
    language: str
    """Of the forms."""
    category: Category | None
    forms: dict[str, Form] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def severity(self) -> Severity | None:
        order = list(Severity)
        return min((f.severity for f in self.findings), key=order.index, default=None)

    def form(self, text: str, standing: Standing) -> Form:
        return self.forms.setdefault(text, Form(text, standing))

    def cells(self, columns: Columns) -> dict[Column, list[tuple[Form, list[Place]]]]:
        """The forms that each column uses, the better ones first, with their places in order of the text."""
        found: dict[Column, list[tuple[Form, list[Place]]]] = {}
        for form in sorted(self.forms.values(), key=lambda f: (_WEIGHT[f.standing], -len(f.places), f.text)):
            here: dict[Column, list[Place]] = {}
            for place in sorted(form.places, key=_in_text):
                here.setdefault(columns.of(place), []).append(place)
            for column, places in here.items():
                found.setdefault(column, []).append((form, places))
        return found


def _in_text(place: Place) -> tuple[str, int, str, int]:
    return place.file, place.line or place.paragraph or 0, place.unit, place.span.start if place.span else 0


def inconsistent(report: Report, quotes: Quotes) -> tuple[list[Row], list[Finding]]:
    """The names that findings are about, the gravest first, and the findings that are about no name."""
    concepts = {c.id: c for c in report.concepts}
    rows: dict[str, Row] = {}
    others: list[Finding] = []
    for number, finding in enumerate(report.findings):
        about_name = bool(finding.variants) or (finding.code == REJECTED_TERM and finding.text)
        if not about_name:
            others.append(finding)
            continue
        language = quotes.language_of(finding)
        key = f"{finding.concept or number}\0{language}"
        if key not in rows:
            rows[key] = _row(finding, language, concepts.get(finding.concept), report)
        _learn(rows[key], finding)
    for row in rows.values():
        _add_preferred(row, concepts, quotes)
    return sorted(rows.values(), key=_gravity), others


def _gravity(row: Row) -> tuple[int, int]:
    """The gravest first, then what has most places to be mended; else in order of the findings."""
    bad = sum(
        len(f.places) for f in row.forms.values() if f.standing in (Standing.COMPETING, Standing.REJECTED)
    )
    return list(Severity).index(row.severity or Severity.INFO), -bad


def _learn(row: Row, finding: Finding) -> None:
    row.findings.append(finding)
    for variant in finding.variants:
        standing = _STANDINGS.get(variant.status, Standing.COMPETING)
        row.form(variant.text, standing).meet(standing, variant.places, spoken(variant.note))
    if not finding.variants:
        _reject(row, finding)


def _reject(row: Row, finding: Finding) -> None:
    """
    The glossary's verdict on the words at a place.

    Where a conflict has told of that place, its name for the form stays,
    unless that is the preferred one: then these words are another form after all.
    """
    known = next((f for f in row.forms.values() if finding.place in f.places), None)
    if known is not None and known.standing is Standing.PREFERRED:
        del known.places[finding.place]
        known = None
    form = known or row.form(finding.text, Standing.REJECTED)
    form.meet(Standing.REJECTED, (finding.place,))


def _add_preferred(row: Row, concepts: dict[str, ProposedConcept], quotes: Quotes) -> None:
    """Who already writes the preferred form is part of the picture."""
    wanted = {(f.concept, f.preferred): None for f in row.findings if not f.variants and f.preferred}
    told = {(p.file, p.unit, p.span) for form in row.forms.values() for p in form.places}
    for concept, preferred in wanted:
        terms = concepts[concept].terms if concept in concepts else ()
        for term in (t for t in terms if t.text == preferred and t.language == row.language):
            new = [o for o in term.occurrences if (o.document, o.unit, o.span) not in told]
            if new:
                form = row.form(term.text, Standing.PREFERRED)
                form.meet(Standing.PREFERRED, (_place(o, quotes) for o in new))


def _place(occurrence: Occurrence, quotes: Quotes) -> Place:
    place = Place(occurrence.document, occurrence.unit, occurrence.span)
    document = quotes.document(place)
    if document is None:
        return place
    return document.place(occurrence.span, occurrence.document, occurrence.unit)


def _row(finding: Finding, language: str, concept: ProposedConcept | None, report: Report) -> Row:
    name, tongue = _name(finding, language, concept, report)
    return Row(name, tongue, language, concept.category if concept else None)


def _name(
    finding: Finding, language: str, concept: ProposedConcept | None, report: Report
) -> tuple[str, str]:
    """What a name is called in another language, and which; else its preferred form."""
    if concept is not None:
        for term in concept.terms:
            if term.language != language:
                return term.text, term.language
    for known in report.glossary.concepts if report.glossary else ():
        if known.id == finding.concept:
            for section in known.languages:
                if section.language != language and section.terms:
                    return section.terms[0].text, section.language
    return finding.preferred or finding.text, language


def consistent(report: Report, rows: Iterable[Row], quotes: Quotes) -> Iterator[Row]:
    """Names in several texts that no finding is about, ordinary vocabulary apart, in alphabetical order."""
    told = {f.concept for row in rows for f in row.findings}
    originals = {d.language for d in report.documents if not d.translation_of}
    found = []
    for concept in report.concepts:
        if concept.id in told or concept.category is Category.CONCEPT:
            continue
        languages = dict.fromkeys(t.language for t in concept.terms)
        own = next((tag for tag in languages if tag in originals), next(iter(languages), ""))
        name = next((t.text for t in concept.terms if t.language == own), "")
        for language in [tag for tag in languages if tag != own] or [own]:
            row = Row(name, own, language, concept.category)
            for term in concept.terms:
                if term.language == language and term.occurrences:
                    row.form(term.text, Standing.PLAIN).meet(
                        Standing.PLAIN, (_place(o, quotes) for o in term.occurrences)
                    )
            if len({p.file for form in row.forms.values() for p in form.places}) > 1:
                found.append(row)
    yield from sorted(found, key=lambda row: (row.name.casefold(), row.name, row.language))
