"""What a memory knows of a segment, with what score and why."""

import pytest

from termaccord.model import (
    Concept,
    Content,
    Glossary,
    Inline,
    LanguageSection,
    MatchKind,
    SegmentMatch,
    Term,
    TranslationUnit,
    Variant,
)
from termaccord.store.memory.matching import Matcher
from termaccord.store.memory.store import MemoryStore
from termaccord.text.fuzzy.glossary import Terms
from termaccord.text.fuzzy.points import Points


def unit(source: str | Content, target: str | Content, **more: object) -> TranslationUnit:
    sides = (("en", source), ("ru", target))
    variants = tuple(Variant(tag, (text,) if isinstance(text, str) else text) for tag, text in sides)
    return TranslationUnit("", variants, **more)


def bold(before: str, text: str, after: str, code: str = "b", number: str = "1") -> Content:
    attributes = (("i", number),)
    return (
        before,
        Inline("open", "bpt", f"<{code}>", attributes),
        text,
        Inline("close", "ept", f"</{code}>", attributes),
        after,
    )


def asking(*units: TranslationUnit, **manner: object) -> Matcher:
    store = MemoryStore.open(None)
    store.add("deck.tmx", units)
    return Matcher(store, **manner)


def best(matcher: Matcher, segment: str | Content, **more: object) -> SegmentMatch:
    return matcher.match(segment, "en", "ru", **more)[0]


def reasons(match: SegmentMatch) -> dict[str, int]:
    return {penalty.reason: penalty.points for penalty in match.penalties}


HATCH = unit("Close the hatch.", "Закройте люк.")
BOATS = unit("Lower the boats.", "Спустите лодки.")
FLAG = unit("Hoist the flag.", "Поднимите флаг.")


def test_the_same_segment_is_exact() -> None:
    found = best(asking(HATCH), "Close the hatch.")

    assert (found.score, found.kind, found.penalties) == (100, MatchKind.EXACT, ())


@pytest.mark.parametrize(
    ("previous", "following", "score"),
    [
        ("Lower the boats.", "Hoist the flag.", 102),
        ("lower the  boats.", "Something else", 101),
        (None, "Hoist the flag.", 101),
        ("Something else", "", 100),
        (None, None, 100),
    ],
)
def test_neighbours_that_are_the_same_make_a_context(
    previous: str | None, following: str | None, score: int
) -> None:
    found = best(asking(BOATS, HATCH, FLAG), "Close the hatch.", previous=previous, following=following)

    assert found.score == score
    assert (found.kind is MatchKind.CONTEXT) == (score > 100)


def test_the_beginning_and_the_end_of_a_text_are_context_too() -> None:
    assert best(asking(HATCH), "Close the hatch.", previous="", following="").score == 102


def test_the_unit_in_context_is_found_among_many_of_its_name() -> None:
    crowd = [unit("OK", f"Да {number}") for number in range(200)]
    matcher = asking(BOATS, unit("OK", "Ладно"), *crowd)

    assert best(matcher, "OK", previous="Lower the boats.").target == "Ладно"


@pytest.mark.parametrize(
    ("segment", "reason"),
    [
        ("close the Hatch.", "case"),
        ("Close  the hatch.", "space"),
        ("Close the hatch\u00a0.", "space"),
        ("Close the ha\u00adtch.", "punctuation"),
    ],
)
def test_a_difference_in_mere_writing_costs_a_point(segment: str, reason: str) -> None:
    found = best(asking(HATCH), segment)

    assert (found.score, reasons(found)) == (99, {reason: 1})


def test_quotation_marks_and_yo_are_mere_writing() -> None:
    matcher = Matcher(MemoryStore.open(None))
    pair = (Variant("ru", ("Катер «Ёрш» – в пути",)), Variant("en", ("The boat Yorsh is under way",)))
    matcher.store.add("a", [TranslationUnit("", pair)])

    (found,) = matcher.match('Катер "Ерш" — в пути', "ru", "en")

    assert (found.score, reasons(found)) == (98, {"punctuation": 1, "spelling": 1})


def test_canonically_equal_texts_are_the_same() -> None:
    assert best(asking(unit("Café open", "Кафе открыто")), "Cafe\u0301 open").score == 100


def test_a_fuzzy_match_shows_what_differs() -> None:
    found = best(asking(HATCH), "Close that door.", least=40)

    assert [(piece.kind, piece.text) for piece in found.difference] == [
        ("same", "Close "),
        ("deleted", "the hatch"),
        ("inserted", "that door"),
        ("same", "."),
    ]
    assert found.score == found.characters < 100


def test_a_number_is_carried_over_for_a_point() -> None:
    found = best(asking(unit("Lower 12 boats.", "Спустите 12 лодок.")), "Lower 3 boats.")

    assert (found.score, found.target, reasons(found)) == (99, "Спустите 3 лодки.", {"placeables": 1})
    assert found.repaired


def test_a_number_that_cannot_be_carried_over_costs_more() -> None:
    found = best(asking(unit("Lower 12 boats.", "Спустите дюжину лодок.")), "Lower 3 boats.")

    assert (found.score, found.target, found.repaired) == (97, "Спустите дюжину лодок.", False)


def test_where_words_differ_too_a_number_that_differs_is_told() -> None:
    found = best(asking(unit("Lower 12 boats now.", "Спустите 12 лодок сейчас.")), "Lower 3 boats.")

    assert reasons(found) == {"placeables": 3}


def test_a_date_in_words_does_not_hide_a_unit() -> None:
    matcher = asking(unit("Sealed on 12 May 2025", "Опечатано 12 мая 2025 года"))

    found = best(matcher, "Sealed on 3 September 2026")

    assert (found.score, found.target) == (99, "Опечатано 3 сентября 2026 года")


def test_codes_that_do_the_same_are_the_same() -> None:
    matcher = asking(unit(bold("Press ", "OK", " now"), bold("Нажмите ", "OK", "")))

    assert best(matcher, bold("Press ", "OK", " now", number="7")).score == 100


def test_other_codes_are_put_in_the_places_of_the_memorys() -> None:
    matcher = asking(unit(bold("Press ", "OK", " now"), bold("Нажмите ", "OK", "")))

    found = best(matcher, bold("Press ", "OK", " now", "i", "7"))

    assert (found.score, reasons(found)) == (99, {"tags": 1})
    assert found.target_content == bold("Нажмите ", "OK", "", "i", "7")[:-1]


def test_a_segment_without_codes_gets_a_target_without() -> None:
    matcher = asking(unit(bold("Press ", "OK", " now"), bold("Нажмите ", "OK", "")))

    assert best(matcher, "Press OK now").target_content == ("Нажмите OK",)


def test_codes_around_everything_are_put_around_the_target() -> None:
    found = best(asking(HATCH), bold("", "Close the hatch.", "")[1:-1])

    assert (found.score, found.target_content) == (99, bold("", "Закройте люк.", "")[1:-1])


def test_codes_that_moved_are_left_to_a_person() -> None:
    matcher = asking(unit(bold("Press ", "OK", " now"), bold("Нажмите ", "OK", "")))

    found = best(matcher, bold("", "Press", " OK now"))

    assert not found.repaired
    assert reasons(found) == {"tags": 3}


def test_a_term_of_the_glossary_is_exchanged() -> None:
    pairs = (("hatch", "люк"), ("porthole", "иллюминатор"))
    concepts = (
        Concept(one, (LanguageSection("en", (Term(one),)), LanguageSection("ru", (Term(other),))))
        for one, other in pairs
    )
    matcher = asking(HATCH, terms=Terms(Glossary(tuple(concepts))))

    found = best(matcher, "Close the porthole.")

    assert (found.score, found.target, reasons(found)) == (95, "Закройте иллюминатор.", {"term": 5})


def test_a_doubtful_alignment_is_never_a_full_match() -> None:
    doubted = unit("Close the hatch.", "Люк", properties=(("x-termaccord-confidence", "0.55"),))

    found = best(asking(doubted), "Close the hatch.")

    assert (found.score, found.kind, reasons(found)) == (99, MatchKind.FUZZY, {"confidence": 1})


def test_a_machines_translation_comes_behind_a_persons() -> None:
    machine = unit("Close the hatch.", "Закрой люк.", attributes=(("creationid", "MT!"),))

    found = asking(machine, HATCH).match("Close the hatch.", "en", "ru")

    assert [(match.score, match.target) for match in found] == [(100, "Закройте люк."), (95, "Закрой люк.")]


def test_an_origin_costs_what_the_project_says() -> None:
    found = best(asking(HATCH, points=Points(origins=(("deck*", 7),))), "Close the hatch.")

    assert (found.score, reasons(found)) == (93, {"origin": 7})


def test_age_costs_only_where_the_project_says_so() -> None:
    old = unit("Close the hatch.", "Закройте люк.", attributes=(("changedate", "20100102T030405Z"),))

    assert best(asking(old, today="20260101"), "Close the hatch.").score == 100
    assert best(asking(old, points=Points(age=2), today="20260101"), "Close the hatch.").score == 98
    assert best(asking(old, points=Points(age=2), today="20120101"), "Close the hatch.").score == 100


def test_the_wanted_variety_is_chosen_and_another_costs_a_point() -> None:
    three = TranslationUnit(
        "",
        (
            Variant("en", ("Paint it.",)),
            Variant("pt-BR", ("Pinte isto.",)),
            Variant("pt-PT", ("Pinta isto.",)),
        ),
    )
    matcher = asking(three)

    assert [matcher.match("Paint it.", "en", tag)[0].target for tag in ("pt", "pt-PT")] == [
        "Pinte isto.",
        "Pinta isto.",
    ]
    assert matcher.match("Paint it.", "en", "pt-AO")[0].score == 99


def test_a_unit_without_the_target_language_is_no_match() -> None:
    assert asking(HATCH).match("Close the hatch.", "en", "de") == ()


def test_units_that_say_the_same_are_one_match() -> None:
    matcher = asking(HATCH)
    matcher.store.add("again.tmx", [HATCH])

    (found,) = matcher.match("Close the hatch.", "en", "ru")

    assert found.others == 1


def test_of_equal_matches_the_newer_comes_first() -> None:
    old = unit("Close the hatch.", "Закрой люк.", attributes=(("changedate", "20200101T000000Z"),))
    new = unit("Close the hatch.", "Закройте люк!", attributes=(("changedate", "20250101T000000Z"),))

    targets = [match.target for match in asking(HATCH, old, new).match("Close the hatch.", "en", "ru")]

    assert targets == ["Закройте люк!", "Закрой люк.", "Закройте люк."]


def test_likeness_by_words_and_by_lemmas_is_told() -> None:
    found = best(asking(HATCH), "Close the hatches.", by="words", stems=True)

    assert (found.score, found.words, found.stems) == (75, 75, 100)


def test_nothing_below_the_least_score_is_told() -> None:
    assert asking(HATCH).match("Close the ports.", "en", "ru", least=90) == ()
    assert asking(HATCH).match("Close the hatch.", "en", "ru", least=101) == ()


@pytest.mark.parametrize("segment", ["", " ", "—", "12", "\u00ad"])
def test_a_segment_without_words_is_no_trouble(segment: str) -> None:
    assert asking(HATCH).match(segment, "en", "ru") == ()
