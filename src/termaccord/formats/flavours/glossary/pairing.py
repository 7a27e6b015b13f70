"""Which term renders which: full forms render full forms, abbreviations render abbreviations."""

from collections.abc import Sequence
from enum import StrEnum

from termaccord.model import Term

Pair = tuple[Term, Term]
SHORTEST, LONGEST = 2, 8
"""Letters of a word that is taken for an abbreviation because it stands in capitals."""


class Form(StrEnum):
    """How much of the name a term says."""

    FULL = "full"
    SHORT = "short"
    ABBREVIATED = "abbreviated"


FORMS = {
    "fullForm": Form.FULL,
    "variant": Form.FULL,
    "phrase": Form.FULL,
    "shortForm": Form.SHORT,
    "acronym": Form.ABBREVIATED,
    "abbreviation": Form.ABBREVIATED,
    "initialism": Form.ABBREVIATED,
}
"""Term types of ISO 12620; the three that TBX-Basic adds to the picklist are full forms."""


def form(term: Term) -> Form:
    """
    The form of a term, by its type, else by its capitals.

    >>> form(Term("NTO")).value, form(Term("Northern Tide Office")).value
    ('abbreviated', 'full')
    """
    known = FORMS.get(term.term_type)
    if known is not None:
        return known
    if not term.text.isupper():
        return Form.FULL
    letters = max(sum(c.isalpha() for c in word) for word in term.text.split())
    return Form.ABBREVIATED if SHORTEST <= letters <= LONGEST else Form.FULL


def pairs(sources: Sequence[Term], targets: Sequence[Term]) -> tuple[Pair, ...]:
    """
    Every source term with every target term of its form.

    A term without a counterpart of its form stands with the first term of the other language.
    From the other language's side the pairs are the same.
    """
    if not sources or not targets:
        return ()
    source_forms = {form(term) for term in sources}
    target_forms = {form(term) for term in targets}
    return tuple(
        (source, target)
        for source in sources
        for target in targets
        if form(source) is form(target)
        or (form(source) not in target_forms and target is targets[0])
        or (form(target) not in source_forms and source is sources[0])
    )


def together(found: Sequence[Pair]) -> tuple[tuple[Pair, ...], ...]:
    """The pairs that hang together by a term, as groups in the order of their first pairs."""
    leader: dict[int, int] = {}

    def lead(member: int) -> int:
        while leader.setdefault(member, member) != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    for source, target in found:
        leader[lead(id(target))] = lead(id(source))
    groups: dict[int, list[Pair]] = {}
    for pair in found:
        groups.setdefault(lead(id(pair[0])), []).append(pair)
    return tuple(tuple(group) for group in groups.values())
