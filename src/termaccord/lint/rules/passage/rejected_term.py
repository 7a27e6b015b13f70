"""The text uses a term that the glossary has deprecated, superseded or forbidden."""

from collections.abc import Iterator

from termaccord.lint.rule import REJECTED, Case, Mark, Passage, Rule, Scope, Use
from termaccord.lint.standing import in_longer_name
from termaccord.lint.terms import groups, preferred_of, terms_of
from termaccord.model import Severity, Status, say


def check(passage: Passage) -> Iterator[Mark]:
    for uses in groups(passage.target.uses):
        named = uses[0].instead or not in_longer_name(uses[0], passage.target)
        if named and all(use.term.status in REJECTED for use in uses):
            yield _mark(uses[0], passage)


def _mark(use: Use, passage: Passage) -> Mark:
    used = use.span.of(passage.target.text)
    language = passage.target.language
    better = use.instead or preferred_of(use.concept, language, use.term)
    message = _message(use, used, better, language)
    return Mark(use.span, message, better, use.concept.id, cited=use.term.text)


def _message(use: Use, used: str, better: str, language: str) -> str:
    status = say(str(use.term.status))
    if not better:
        return say("“{used}” is {status}", used=used, status=status)
    preferred = {t.text for t in terms_of(use.concept, language) if t.status is Status.PREFERRED}
    if better in preferred:
        return say(
            "“{used}” is {status}; the preferred term is “{better}”", used=used, status=status, better=better
        )
    return say("“{used}” is {status}; write “{better}”", used=used, status=status, better=better)


REJECTED_TERM = Rule(
    code="T01",
    name="rejected-term",
    scope=Scope.PASSAGE,
    severity=Severity.ERROR,
    summary=say("a term that the glossary has rejected is used"),
    reason=say(
        "A reader who meets two names looks for two things, and somebody has decided against this one."
    ),
    source="ISO 704:2022, on synonymy; ISO 12620, administrative status",
    check=check,
    cases=(
        Case("Restart the cluster.", "Перезапустите ⟦скопление⟧.", "cluster = кластер; †скопление"),
        Case("Restart the clusters.", "Во всех ⟦скоплениях⟧ тихо.", "cluster = кластер; ‡скопление"),
        Case("Restart the cluster.", "Перезапустите кластер.", "cluster = кластер; †скопление"),
        Case("Restart the host.", "Перезапустите узел."),
        # Inside a longer term that is accepted.
        Case(
            "The star cluster is old.",
            "Звёздное скопление старо.",
            "cluster = кластер; †скопление\nstar cluster = звёздное скопление",
        ),
        # The same words are the accepted term of another concept.
        Case(
            "The crowd grew.",
            "Скопление росло.",
            "cluster = кластер; †скопление\ncrowd = скопление",
        ),
        # Only the hyphen is rejected.
        Case(
            "",
            "The Harbour Master met the ⟦Harbour-Master⟧.",
            "смотритель гавани = *Harbour Master; †Harbour-Master",
            ("ru", "en"),
        ),
        Case(
            "The harbour offices are silent.",
            "Die ⟦Hafenbehörden⟧ schweigen.",
            "harbour office = Hafenamt; †Hafenbehörde",
            ("en", "de"),
        ),
        # A surname without the full name that is rejected; in Russian in any case.
        Case(
            "",
            "Mr. ⟦Beldikov⟧ met Marat Beldykov.",
            "person: Санжар Белдыков = *Sanzhar Beldykov; †Sanzhar Beldikov",
            ("ru", "en"),
        ),
        Case(
            "",
            "Слово дали господину ⟦Белдикову⟧.",
            "person: Sanzhar Beldykov = *Санжар Белдыков; †Санжар Белдиков",
        ),
        # Somebody else of that surname.
        Case(
            "",
            "Mr. Marat Beldikov smiled. Beldikov then sat.",
            "person: Санжар Белдыков = *Sanzhar Beldykov; †Sanzhar Beldikov",
            ("ru", "en"),
        ),
        # The surname is as right, only the given name is not.
        Case(
            "",
            "Mr. Beldykov smiled.",
            "person: Санжар Белдыков = *Sanzhar Beldykov; †Sandzhar Beldykov",
            ("ru", "en"),
        ),
        # A name that is an ordinary word, as part of another name.
        Case(
            "",
            "The Charter of Mutual Assistance came before the drill ⟦“Assistance”⟧.",
            "Взаимопомощь = *Mutual Aid; †“Assistance”",
            ("ru", "en"),
        ),
    ),
)
