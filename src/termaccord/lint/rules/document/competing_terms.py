"""A text uses two accepted terms of one concept side by side."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from termaccord.lint.renderings.presence import content, lemmas
from termaccord.lint.rule import REJECTED, Case, Mark, Page, Rule, Scope, Text, Use
from termaccord.lint.standing import in_longer_name
from termaccord.lint.terms import abbreviated, groups
from termaccord.model import Rendering, Severity, Status, Term, say
from termaccord.text.normalise import fold

_Place = tuple[Text, Use]
_BRACKET = re.compile(r"[(\[][^()\[\]]{0,10}$")
_BEFORE = 11
"""Code points that it may take."""


def check(page: Page) -> Iterator[Mark]:
    by_concept: dict[str, list[_Place]] = defaultdict(list)
    for text in page.texts:
        for uses in groups(text.uses):
            if len(uses) == 1:
                by_concept[uses[0].concept.id].append((text, uses[0]))
    for places in by_concept.values():
        if len({use.term.text for _, use in places}) == 1:
            continue
        counted = [(text, use) for text, use in places if _counts(use, text)]
        for short in (False, True):
            forms = _forms([p for p in counted if abbreviated(p[1].term) is short], page.language)
            if len(forms) > 1:
                yield _mark(forms)


def _counts(use: Use, text: Text) -> bool:
    """Not what T01 reports, no part of another name, and no alternative given in brackets."""
    introduced = _BRACKET.search(text.text[max(use.span.start - _BEFORE, 0) : use.span.start]) is not None
    return use.term.status not in REJECTED and not introduced and not in_longer_name(use, text)


def _forms(places: Sequence[_Place], language: str) -> list[list[_Place]]:
    """The terms that compete, the preferred one first, else the most used; a short form goes with its full form."""
    by_term: dict[str, list[_Place]] = defaultdict(list)
    for text, use in places:
        by_term[fold(use.term.text)].append((text, use))
    ordered = sorted(by_term.values(), key=lambda p: (p[0][1].term.status is not Status.PREFERRED, -len(p)))
    kept: list[list[_Place]] = []
    for form in ordered:
        term = form[0][1].term
        if not any(_shortened(term, other[0][1].term, language) for other in kept):
            kept.append(form)
    return kept


def _shortened(one: Term, other: Term, language: str) -> bool:
    """Whether all words of one term stand in the other: the Staff after the Joint Staff."""
    if "shortForm" in {one.term_type, other.term_type}:
        return True
    sides = [[lemmas(word) for word in content(term.text, language)] for term in (one, other)]
    few, many = sorted(sides, key=len)
    return all(any(word & another for another in many) for word in few)


def _mark(forms: Sequence[Sequence[_Place]]) -> Mark:
    text, use = forms[1][0]
    better, used = forms[0][0][1].term.text, use.term.text
    variants = tuple(
        Rendering(
            form[0][1].term.text,
            tuple(t.place(u.span) for t, u in form),
            "preferred" if form is forms[0] else str(form[0][1].term.status or ""),
        )
        for form in forms
    )
    message = say("“{used}” and “{better}” both stand here for one thing", used=used, better=better)
    return Mark(use.span, message, better, use.concept.id, text=text, variants=variants)


COMPETING_TERMS = Rule(
    code="T03",
    name="competing-terms",
    scope=Scope.DOCUMENT,
    severity=Severity.WARNING,
    summary=say("two accepted terms of one concept stand in one text"),
    reason=say("Either term is right, but a reader who meets both looks for two things."),
    source="ISO 704:2022, on synonymy; European Commission, English Style Guide (2024), on consistency",
    check=check,
    cases=(
        Case(
            target="The ⟦Harbour Board⟧ met. Later the ⟦Port Council⟧ voted.",
            glossary="Совет порта = *Harbour Board; +Port Council",
            languages=("ru", "en"),
        ),
        Case(
            target="The Harbour Board (HB) met. Later the HB voted, and the Board went home.",
            glossary="Совет порта = *Harbour Board; +HB; +Board",
            languages=("ru", "en"),
        ),
        Case(
            target="The Harbour Board (Port Council) met. Later the Harbour Board voted.",
            glossary="Совет порта = *Harbour Board; +Port Council",
            languages=("ru", "en"),
        ),
        Case(
            target="⟦Портовому совету⟧ ответили. Потом ⟦Совет гавани⟧ собрался снова.",
            glossary="Harbour Board = *Портовый совет; +Совет гавани",
        ),
    ),
)
