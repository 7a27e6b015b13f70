"""An outside glossary is merged into ours: what is the same is found, and nothing is overwritten unasked."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.model import Concept, DataCategory, Description, LanguageSection, Status, Term
from termaccord.project.terms.journal import Hand, history
from termaccord.project.terms.merging.index import Index
from termaccord.project.terms.merging.merge import Merge
from termaccord.project.terms.merging.outcome import Matter, Outcome, Policy, Prefer, Verdict

HAND = Hand("Ada", dt.date(2025, 5, 12))


def concept(id_: str = "row-2", subject: str = "", definition: str = "", **names: str) -> Concept:
    """Terms with semicolons between; `+` before one is preferred, `~` admitted, `!` deprecated."""
    marks = {"+": Status.PREFERRED, "~": Status.ADMITTED, "!": Status.DEPRECATED}
    sections = tuple(
        LanguageSection(
            language,
            tuple(Term(text.lstrip("+~!"), marks.get(text[0])) for text in written.split("; ")),
        )
        for language, written in names.items()
    )
    return Concept(id_, sections, subject, Description(definition) if definition else None)


OURS = (
    concept("c-council", "rivers", en="+River Council; ~Council of Rivers", ru="+Речной совет; !Совет реки"),
    concept("c-rope", en="+rope", ru="+канат"),
    concept("c-board", en="+Harbour Board; +HB", ru="+Совет гаваней"),
    concept("c-exercise", en="+exercise “Quiet Water”", ru="+учение «Тихая вода»"),
)


def merged(*theirs: Concept, policy: Policy | None = None, ours: tuple[Concept, ...] = OURS) -> Merge:
    index = Index()
    for one in ours:
        index.add(one, 0)
    merge = Merge(index, policy or Policy(), HAND)
    merge.take("a.csv", theirs)
    return merge


def outcome(theirs: Concept, policy: Policy | None = None) -> Outcome:
    (found,) = merged(theirs, policy=policy).outcomes
    return found


def terms(merge: Merge, id_: str) -> dict[str, Status | None]:
    one = merge.index.held[merge.index.ids[id_]].concept
    return {t.text: t.status for s in one.languages for t in s.terms}


# -- which concept is which ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "theirs",
    [
        concept(en="rope", ru="канат"),
        concept(en="ROPE", ru="Канат"),
        concept(en="ropes", ru="канаты"),
        concept(en="rope"),
        concept(en='Exercise "Quiet Water"', ru="учение “Тихая вода”"),
        concept(en="exercise 'Quiet Water'", ru="учения «Тихая Вода»"),
        concept(en="River Council", ru="речного совета"),
        concept(en="Harbour Board", ru="Совет гаваней"),
    ],
)
def test_what_we_say_already_changes_nothing(theirs: Concept) -> None:
    merge = merged(theirs)

    assert [one.verdict for one in merge.outcomes] == [Verdict.SAME]
    assert not any(one.changed for one in merge.index.held)


@pytest.mark.parametrize(
    "theirs",
    [concept(en="tide", ru="прилив"), concept(en="Quiet Harbour", ru="Тихая гавань"), concept(ru="верёвка")],
)
def test_what_we_lack_is_new(theirs: Concept) -> None:
    assert outcome(theirs).verdict is Verdict.NEW


def test_an_abbreviation_is_its_full_form_where_another_language_agrees() -> None:
    merge = merged(concept(en="HB", ru="Совет гаваней"), concept(en="RC", ru="Речной совет"))

    assert [(one.verdict, one.ours) for one in merge.outcomes] == [
        (Verdict.SAME, "c-board"),
        (Verdict.ADDED, "c-council"),
    ]
    assert terms(merge, "c-council")["RC"] is Status.ADMITTED


def test_an_abbreviation_alone_is_no_full_form() -> None:
    assert outcome(concept(en="RC")).verdict is Verdict.NEW


@pytest.mark.parametrize(
    ("theirs", "matter"),
    [
        (concept(en="rope", ru="верёвка"), Matter.RENDERING),
        (concept(subject="mountains", en="River Council"), Matter.HOMONYM),
        (concept("c-rope", en="moon", ru="луна"), Matter.ID),
    ],
)
def test_what_may_be_ours_or_not_is_for_a_person(theirs: Concept, matter: Matter) -> None:
    found = outcome(theirs)

    assert (found.verdict, [one.matter for one in found.open]) == (Verdict.CONFLICT, [matter])


def test_two_concepts_that_fit_equally_are_for_a_person() -> None:
    twins = (concept("c-1", en="line", ru="линия"), concept("c-2", en="line", ru="строка"))
    (found,) = merged(concept(en="line"), ours=twins).outcomes

    assert [(one.matter, one.ours) for one in found.open] == [(Matter.SEVERAL, "c-1; c-2")]


def test_rows_that_say_the_same_make_one_concept() -> None:
    merge = merged(concept("row-2", en="tide", ru="прилив"), concept("row-3", en="tide; flood", ru="прилив"))

    assert [one.verdict for one in merge.outcomes] == [Verdict.NEW, Verdict.ADDED]
    assert list(terms(merge, "c-tide")) == ["tide", "flood", "прилив"]


# -- what is taken over -------------------------------------------------------------------------------------------


def test_a_new_concept_gets_an_id_and_a_transaction_and_keeps_its_statuses() -> None:
    merge = merged(concept("row-7", en="+tide; !flood", ru="прилив"))
    new = merge.index.held[-1].concept

    assert new.id == "c-tide"
    assert history(new) == [("origination", "Ada", "2025-05-12")]
    assert [t.status for s in new.languages for t in s.terms] == [Status.PREFERRED, Status.DEPRECATED, None]


def test_an_id_that_its_author_has_given_is_kept() -> None:
    assert merged(concept("TIDE-1", en="tide")).index.held[-1].concept.id == "TIDE-1"


def test_a_term_that_we_lack_is_admitted_beside_the_preferred_one() -> None:
    merge = merged(concept(en="rope; line", ru="канат", de="Seil"))

    assert terms(merge, "c-rope") == {
        "rope": Status.PREFERRED,
        "line": Status.ADMITTED,
        "канат": Status.PREFERRED,
        "Seil": None,
    }


def test_fields_that_we_lack_are_filled() -> None:
    theirs = Concept(
        "row-2",
        (
            LanguageSection("en", (Term("rope", None, "noun", contexts=(Description("A rope."),)),)),
            LanguageSection("ru", (Term("канат"),)),
        ),
        "ports",
        Description("a thick line"),
        (DataCategory("note", text="ask"), DataCategory("note", text="score: 0.9")),
    )
    merge = merged(theirs)
    held = merge.index.held[1].concept

    assert (held.subject_field, held.definition, held.extra[0].text) == (
        "ports",
        Description("a thick line"),
        "ask",
    )
    assert "score: 0.9" not in [one.text for one in held.extra]
    assert (held.languages[0].terms[0].part_of_speech, len(held.languages[0].terms[0].contexts)) == (
        "noun",
        1,
    )
    assert history(held.languages[0].terms[0]) == [("modification", "Ada", "2025-05-12")]


# -- what contradicts ---------------------------------------------------------------------------------------------

STATUS = concept(en="!Council of Rivers", ru="Речной совет")
PREFERS = concept(en="+River Board; River Council", ru="Речной совет")
RENDERS = concept(en="rope", ru="верёвка")


@pytest.mark.parametrize(
    ("theirs", "matter"),
    [
        (STATUS, Matter.STATUS),
        (PREFERS, Matter.PREFERRED),
        (concept(en="River Council", ru="+Совет реки"), Matter.PREFERRED),
        (concept(definition="another", en="rope", ru="канат"), Matter.DEFINITION),
    ],
)
def test_a_contradiction_is_shown_and_ours_stays(theirs: Concept, matter: Matter) -> None:
    ours = (OURS[0], concept("c-rope", definition="a line", en="+rope", ru="+канат"))
    merge = merged(theirs, ours=ours)

    assert [one.matter for one in merge.outcomes[0].open] == [matter]
    assert [held.concept for held in merge.index.held] == list(ours)


@pytest.mark.parametrize(
    ("policy", "theirs", "id_", "expected"),
    [
        (Policy(Prefer.THEIRS), STATUS, "c-council", {"Council of Rivers": Status.DEPRECATED}),
        (Policy(Prefer.OURS), STATUS, "c-council", {"Council of Rivers": Status.ADMITTED}),
        (
            Policy(Prefer.THEIRS),
            PREFERS,
            "c-council",
            {"River Board": Status.PREFERRED, "River Council": Status.ADMITTED},
        ),
        (
            Policy(Prefer.OURS),
            PREFERS,
            "c-council",
            {"River Board": Status.ADMITTED, "River Council": Status.PREFERRED},
        ),
        (Policy(add=True), RENDERS, "c-rope", {"канат": Status.PREFERRED, "верёвка": Status.ADMITTED}),
        (Policy(Prefer.THEIRS), RENDERS, "c-rope", {"канат": Status.ADMITTED, "верёвка": Status.PREFERRED}),
        (Policy(Prefer.OURS), RENDERS, "c-rope", {"канат": Status.PREFERRED}),
    ],
)
def test_who_is_right_can_be_said(
    policy: Policy, theirs: Concept, id_: str, expected: dict[str, Status]
) -> None:
    merge = merged(theirs, policy=policy)
    found = terms(merge, id_)

    assert {text: found[text] for text in expected} == expected
    assert merge.outcomes[0].open == ()


def test_a_homonym_is_a_concept_of_its_own_where_they_are_right() -> None:
    merge = merged(
        concept(subject="mountains", en="River Council"),
        concept("c-rope", en="moon", ru="луна"),
        policy=Policy(Prefer.THEIRS),
    )

    assert [one.verdict for one in merge.outcomes] == [Verdict.NEW, Verdict.NEW]
    assert [held.concept.id for held in merge.index.held[4:]] == ["c-river-council", "c-rope-2"]


def test_only_new_concepts_come_where_nothing_else_is_asked_for() -> None:
    merge = merged(concept(en="rope; line", ru="канат"), concept(en="tide"), policy=Policy(new_only=True))

    assert [one.verdict for one in merge.outcomes] == [Verdict.LEFT_OUT, Verdict.NEW]


def test_terms_without_a_status_get_the_one_that_is_asked_for() -> None:
    merge = merged(concept(en="tide; !flood"), policy=Policy(status=Status.PREFERRED))

    assert terms(merge, "c-tide") == {"tide": Status.PREFERRED, "flood": Status.DEPRECATED}


# -- twice --------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(["rope", "line", "tide", "HB", "River Council", "moon", "Harbour Board"])
WORDS_RU = st.sampled_from(["канат", "верёвка", "прилив", "Речной совет", "луна", "Совет гаваней"])
MARKED = st.sampled_from(["", "+", "~", "!"])


@st.composite
def outside(draw: st.DrawFn) -> tuple[Concept, ...]:
    found = []
    for number in range(draw(st.integers(1, 4))):
        names = {}
        for language, words in (("en", WORDS), ("ru", WORDS_RU)):
            chosen = draw(st.lists(words, max_size=2, unique=True))
            if chosen:
                names[language] = "; ".join(draw(MARKED) + text for text in chosen)
        found.append(concept(f"row-{number}", draw(st.sampled_from(["", "ports"])), **names))
    return tuple(found)


@given(outside(), st.sampled_from([Policy(), Policy(add=True), Policy(new_only=True), Policy(Prefer.OURS)]))
@settings(max_examples=60, deadline=None)
def test_what_is_imported_twice_changes_nothing_the_second_time(
    theirs: tuple[Concept, ...], policy: Policy
) -> None:
    first = merged(*theirs, policy=policy)
    second = merged(*theirs, policy=policy, ours=tuple(held.concept for held in first.index.held))

    assert [held.concept for held in second.index.held if held.changed] == []


@given(outside())
@settings(max_examples=40, deadline=None)
def test_nothing_of_ours_is_lost_or_overwritten_unasked(theirs: tuple[Concept, ...]) -> None:
    after = merged(*theirs).index.held

    for before, now in zip(OURS, after, strict=False):
        held = {(s.language, t.text): t.status for s in now.concept.languages for t in s.terms}
        for section in before.languages:
            for term in section.terms:
                assert held[section.language, term.text] is term.status
