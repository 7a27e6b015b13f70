"""Mixed spelling and dashes: what a whole page tells, beside the cases of the rules."""

import pytest

from termaccord.lint.rule import Mark, Page, Text
from termaccord.lint.rules.document.mixed_dashes import MIXED_DASHES
from termaccord.lint.rules.document.mixed_spelling import MIXED_SPELLING
from termaccord.model import Severity


def spelled(*texts: str, style: str = "") -> list[Mark]:
    page = Page(tuple(Text(t, "en", "page", f"{i}") for i, t in enumerate(texts)), "en", "outlet", style)
    return list(MIXED_SPELLING.check(page))


def test_one_finding_holds_every_word_with_all_its_places() -> None:
    (mark,) = spelled(
        "They organised it; we organised that. The modernization went on.", "Nobody apologised."
    )

    assert [(v.text, len(v.places), v.status) for v in mark.variants] == [
        ("organised", 2, "preferred"), ("apologised", 1, "preferred"), ("modernization", 1, ""),
    ]  # fmt: skip
    assert mark.preferred == "modernisation"
    assert [c.replacement for c in mark.changes] == ["modernisation"]


def test_the_majority_decides_what_is_preferred() -> None:
    (mark,) = spelled("The color of the harbor, favored by all; a neighbour came.")

    assert mark.preferred == "neighbor"


def test_oxford_spelling_is_consistent() -> None:
    assert spelled("The colour of the organization was analysed in the centre.") == []


@pytest.mark.parametrize(
    "text",
    [
        "They organised a talk on the World Health Organization and the Harbor Freight Center.",
        "They organised it for the U.S. Defense Department.",
        "See https://example.org/organization and #organization; they organised it.",
    ],
)
def test_names_and_addresses_keep_their_spelling(text: str) -> None:
    assert spelled(text) == []


def test_a_quotation_may_keep_its_spelling_but_is_remarked() -> None:
    (mark,) = spelled("They organised it. “We need more modernization”, he said.")

    assert mark.severity is Severity.INFO


def test_american_beside_british_words_of_other_classes_weigh_by_number() -> None:
    (few,) = spelled("The colour of the center.")
    (many,) = spelled("The colour of the harbour; the center of the theater.")

    assert (few.severity, many.severity) == (Severity.INFO, Severity.WARNING)


@pytest.mark.parametrize(
    ("style", "wrong"),
    [
        ("en-GB", ["organized", "center"]),
        ("en-GB-oxford", ["center"]),
        ("en-US", ["colour"]),
        ("", ["center"]),
    ],
)
def test_a_house_style_decides(style: str, wrong: list[str]) -> None:
    marks = spelled("The colour was organized in the center.", style=style)

    assert [v.text for m in marks for v in m.variants if not v.status] == wrong


def test_a_consistent_text_may_still_break_the_house_style() -> None:
    (mark,) = spelled("They organize it and apologize.", style="en-GB")

    assert [c.replacement for c in mark.changes] == ["organise", "apologise"]


@pytest.mark.parametrize(
    "text",
    [
        "Plans for 2021–2025 and 2026–2030.",
        "The drill Quiet Reach-2025 and the plan for 2026–2030.",
        "Call 2025-11-27 or 1990-1234-5678; the plan for 2026–2030.",
        "“The Plan for 2021-2025” and the plan for 2026–2030.",
    ],
)
def test_names_dates_and_quotations_are_no_ranges(text: str) -> None:
    assert list(MIXED_DASHES.check(Page((Text(text, "en", "page"),), "en"))) == []


def test_the_rarer_dash_is_marked_and_turned_into_the_commoner() -> None:
    text = Text("In 2021–2025, in 2026–2030 and in 2011-2015.", "en", "page")

    (mark,) = MIXED_DASHES.check(Page((text,), "en"))

    assert (mark.span.of(text.text), mark.preferred) == ("2011-2015", "2011–2015")


def test_one_name_in_two_spellings_is_remarked() -> None:
    (mark,) = spelled("The River Defence Board met. The River Defense Board went home.")

    assert ([v.text for v in mark.variants], mark.severity) == (["Defence", "Defense"], Severity.INFO)


def test_a_program_of_a_computer_is_one_everywhere() -> None:
    assert spelled("The programme was printed by a computer program.") == []
    assert len(spelled("The programme was long; the other program was short.")) == 1


def test_documents_of_one_outlet_are_held_against_each_other_and_not_against_others() -> None:
    texts = {"a": "They organised it.", "b": "They organized it.", "c": "The colour."}
    pages = [Page((Text(t, "en", name),), "en", "herald") for name, t in texts.items()]
    elsewhere = Page((Text("They organized it.", "en", "d"),), "en", "tribune")
    assert MIXED_SPELLING.together is not None

    found = list(MIXED_SPELLING.together([*pages, elsewhere]))

    assert [(mark.text.file, mark.severity) for _, mark in found if mark.text] == [("b", Severity.INFO)]
