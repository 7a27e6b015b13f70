"""Terms that stand in texts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.model import Concept, Glossary, LanguageSection, Term
from termaccord.store.termbase import Source, Termbase

TERMS = [
    "портовая вахта",
    "вахта",
    "Совет портовой вахты",
    "фонарь",
    "лоцман",
    "лоцманский катер",
    "СПВ",
    "рубеж-2025",
]
FILLERS = [
    "и",
    "у",
    "старого",
    "лоцманов",
    "фонарей",
    "портовой",
    "вахты",
    "Совета",
    "катерами",
    "СПВ",
    "рубежа-2025",
]


def glossary(*terms: str) -> Glossary:
    return Glossary(
        tuple(Concept(f"c{n}", (LanguageSection("ru", (Term(t),)),)) for n, t in enumerate(terms))
    )


PORTS = Termbase.open(None, [("ports", glossary(*TERMS))])


def found(termbase: Termbase, text: str, *, few: bool = False) -> list[tuple[str, str]]:
    return [(p.entry.text, p.span.of(text)) for p in termbase.standing([text], "ru", few=few)]


def test_terms_are_found_inflected_and_the_longest_wins() -> None:
    assert found(PORTS, "У Совета портовой вахты два лоцманских катера и ни одного лоцмана.") == [
        ("Совет портовой вахты", "Совета портовой вахты"),
        ("лоцманский катер", "лоцманских катера"),
        ("лоцман", "лоцмана"),
    ]


def test_places_are_told_text_by_text() -> None:
    places = PORTS.standing(["без вахты", "", "фонари лоцмана"], "ru-RU")

    assert [(p.text, p.entry.text) for p in places] == [(0, "вахта"), (2, "фонарь"), (2, "лоцман")]


def test_a_text_in_another_language_holds_none_of_them() -> None:
    assert PORTS.standing(["лоцман"], "en") == ()


def test_a_proposal_gives_way_to_what_is_accepted() -> None:
    accepted, proposed = glossary("портовая вахта"), glossary("Совет портовой вахты", "фонарь")
    termbase = Termbase.over(
        None,
        [Source("a", "1", lambda: (accepted, ())), Source("p", "2", lambda: (proposed, ()), proposed=True)],
    )

    assert found(termbase, "Совет портовой вахты погасил фонарь") == [
        ("портовая вахта", "портовой вахты"),
        ("фонарь", "фонарь"),
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(FILLERS), max_size=12).map(" ".join))
def test_what_can_stand_in_a_text_is_never_left_out(text: str) -> None:
    assert found(PORTS, text, few=True) == found(PORTS, text)
