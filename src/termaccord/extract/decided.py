"""What people have decided about proposals: nobody is asked twice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from termaccord.extract.recognised import finders, named
from termaccord.model import Concept, Glossary, LanguageSection, ProposedConcept, Rejection, Term
from termaccord.text.analyser import primary_language
from termaccord.text.occurrences import Finder

_Finders = Mapping[str, Finder[str]]


def undecided(
    proposed: Sequence[ProposedConcept], accepted: Glossary | None, rejected: Sequence[Rejection]
) -> tuple[ProposedConcept, ...]:
    """
    The proposals that still wait for a person, in the same order.

    An accepted concept waits only while it has a name that is neither among its terms nor turned down for it.
    Any other proposal is gone when more than half of its occurrences have names that were turned down:
    one more name from a new text does not bring back what nobody wanted.
    Names are the same in any form.
    """
    known = {c.id for c in accepted.concepts} if accepted else set[str]()
    in_accepted = finders(accepted) if accepted else {}
    turned_down = finders(as_glossary(rejected))
    return tuple(
        concept
        for concept in proposed
        if (
            _has_news(concept, in_accepted, turned_down)
            if concept.id in known
            else not _is_turned_down(concept, turned_down)
        )
    )


def as_glossary(rejected: Iterable[Rejection]) -> Glossary:
    """Rejected names as concepts with terms."""
    names: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for rejection in rejected:
        for language, text in rejection.names:
            names[rejection.concept][language][text] = None
    return Glossary(
        tuple(
            Concept(id_, tuple(LanguageSection(tag, tuple(map(Term, texts))) for tag, texts in found.items()))
            for id_, found in names.items()
        )
    )


def _has_news(concept: ProposedConcept, accepted: _Finders, rejected: _Finders) -> bool:
    for term in concept.terms:
        language = primary_language(term.language)
        known = (found.get(language) for found in (accepted, rejected))
        if not any(concept.id in set(named(term, finder)) for finder in known if finder):
            return True
    return False


def _is_turned_down(concept: ProposedConcept, rejected: _Finders) -> bool:
    gone = total = 0
    for term in concept.terms:
        weight = max(1, len(term.occurrences))
        finder = rejected.get(primary_language(term.language))
        total += weight
        gone += weight if finder and any(named(term, finder)) else 0
    return gone * 2 > total
