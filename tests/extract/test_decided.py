"""Nobody is asked twice about a proposal."""

from termaccord.extract.decided import undecided
from termaccord.model import (
    Category,
    Concept,
    Glossary,
    LanguageSection,
    Occurrence,
    ProposedConcept,
    ProposedTerm,
    Rejection,
    Span,
    Term,
)


def proposal(id_: str, *names: tuple[str, str, int]) -> ProposedConcept:
    terms = tuple(
        ProposedTerm(
            language, text, occurrences=tuple(Occurrence("a", Span(i, i + 1), text) for i in range(count))
        )
        for language, text, count in names
    )
    return ProposedConcept(id_, Category.BODY, 0.9, terms)


PORTS = proposal("c-ports", ("ru", "Совет речных портов", 3), ("en", "Council of River Ports", 4))
ACCEPTED = Glossary(
    (
        Concept(
            "c-ports",
            (
                LanguageSection("ru", (Term("Совет речных портов"),)),
                LanguageSection("en-GB", (Term("Council of River Ports"),)),
            ),
        ),
    )
)
TURNED_DOWN = Rejection("c-quiet", (("ru", "Тихая вода"), ("en", "Quiet Water")))


def ids(
    *proposed: ProposedConcept, accepted: Glossary | None = None, rejected: tuple[Rejection, ...] = ()
) -> list[str]:
    return [c.id for c in undecided(proposed, accepted, rejected)]


def test_what_nobody_has_decided_about_waits() -> None:
    assert ids(PORTS) == ["c-ports"]


def test_an_accepted_concept_with_all_its_names_does_not_wait() -> None:
    assert ids(PORTS, accepted=ACCEPTED) == []


def test_an_accepted_concept_with_another_name_waits() -> None:
    more = proposal("c-ports", ("ru", "Совет речных портов", 3), ("en", "River Harbour Board", 1))

    assert ids(more, accepted=ACCEPTED) == ["c-ports"]


def test_a_name_that_was_turned_down_for_an_accepted_concept_does_not_bring_it_back() -> None:
    more = proposal("c-ports", ("ru", "Совет речных портов", 3), ("en", "River Harbour Board", 1))
    left_out = Rejection("c-ports", (("en", "River Harbour Board"),))

    assert ids(more, accepted=ACCEPTED, rejected=(left_out,)) == []


def test_a_rejected_proposal_does_not_come_back_by_another_id_and_in_another_form() -> None:
    again = proposal("c-other", ("ru", "Тихой воды", 2), ("en", "Quiet Water", 2))

    assert ids(again, rejected=(TURNED_DOWN,)) == []


def test_one_more_name_does_not_bring_a_rejected_proposal_back() -> None:
    again = proposal("c-quiet", ("ru", "Тихая вода", 2), ("en", "Quiet Water", 2), ("en", "Still Water", 1))

    assert ids(again, rejected=(TURNED_DOWN,)) == []


def test_a_proposal_that_shares_a_rare_name_with_a_rejected_one_waits() -> None:
    other = proposal(
        "c-still", ("ru", "Тихая заводь", 5), ("en", "Still Backwater", 4), ("en", "Quiet Water", 1)
    )

    assert ids(other, rejected=(TURNED_DOWN,)) == ["c-still"]
