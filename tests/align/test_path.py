"""Whole documents to beads."""

import itertools
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.align.worlds import document, sentences, translated, understand

from termaccord.align.path import align
from termaccord.align.score import Counts, Sides, score, sides
from termaccord.model import Alignment
from termaccord.text.embed import hashed, load

NOUNS = ("whale", "comet", "glacier", "prime number")
DAYS = ("Monday", "Tuesday", "Friday")
SHARED = Path(__file__).parents[2] / "../shared/eval"


def beads(source: list[str], target: list[str]) -> list[Sides]:
    return sides(align(document(source), document(target, "xx"), understand).beads)


def one_to_one(count: int) -> list[Sides]:
    return [((i,), (i,)) for i in range(count)]


def assert_covers(alignment: Alignment) -> None:
    source = [i for b in alignment.beads for i in b.source]
    target = [j for b in alignment.beads for j in b.target]
    assert source == list(range(len(alignment.source.segments)))
    assert sorted(target) == list(range(len(alignment.target.segments)))


def test_a_faithful_translation_is_aligned_sentence_by_sentence() -> None:
    source = sentences(30)

    assert beads(source, [translated(s) for s in source]) == one_to_one(30)


def test_merged_sentences_share_a_bead() -> None:
    source = sentences(20)
    target = [translated(s) for s in source]
    target[7:9] = [" ".join(target[7:9])]

    assert ((7, 8), (7,)) in beads(source, target)


def test_what_was_cut_stands_alone() -> None:
    source = sentences(20)
    target = [translated(s) for s in source]
    del target[5:9]

    found = beads(source, target)

    assert [b for b in found if not b[1]] == [((i,), ()) for i in range(5, 9)]
    assert len(found) == 20


def test_boilerplate_without_counterpart_does_not_derail() -> None:
    source = sentences(25)
    menu = ["Home", "Contact us", "Cookies", "Share this page", "© 2031", "Print", "Log in"]
    target = menu + [translated(s) for s in source] + menu

    found = beads(source, target)

    assert [b for b in found if b[0]] == [((i,), (i + 7,)) for i in range(25)]


def test_a_block_that_moved_is_found_where_it_went() -> None:
    source = sentences(40)
    target = [translated(s) for s in source]
    target = target[:5] + target[12:34] + target[5:12] + target[34:]

    found = beads(source, target)

    assert [b for b in found if b[0] and b[0][0] in range(5, 12)] == [((i,), (i + 22,)) for i in range(5, 12)]
    assert all(b[0] and b[1] for b in found)


def test_two_texts_that_have_nothing_to_do_with_each_other_are_left_alone() -> None:
    source = sentences(30, seed=1)
    target = [f"{noun}s {verb} every {day}." for noun in NOUNS for verb in ("sleep", "swim") for day in DAYS]

    alignment = align(document(source), document(target, "xx"), understand)

    sure = [b for b in alignment.beads if b.source and b.target and b.score >= 0.5]
    assert len(sure) <= 2


def test_stray_quotation_marks_stay_with_their_sentence() -> None:
    source = sentences(10)
    target = [translated(s) for s in source]
    source.insert(4, '"')

    assert ((3, 4), (3,)) in beads(source, target)


def test_empty_segments_stand_alone() -> None:
    source = sentences(6)
    target = [translated(s) for s in source]
    source.insert(3, "")

    assert beads(source, target) == [
        ((0,), (0,)),
        ((1,), (1,)),
        ((2,), (2,)),
        ((3,), ()),
        ((4,), (3,)),
        ((5,), (4,)),
        ((6,), (5,)),
    ]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ([], [], []),
        (["One."], [], [((0,), ())]),
        ([], ["One."], [((), (0,))]),
        (["", ""], ["One."], [((0,), ()), ((1,), ()), ((), (0,))]),
    ],
)
def test_documents_without_segments_are_no_trouble(
    source: list[str], target: list[str], expected: list[Sides]
) -> None:
    assert sorted(beads(source, target)) == sorted(expected)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text("abc .„“«»'\"!?1й\u00a0", max_size=12), max_size=14),
    st.lists(st.text("abc .„“«»'\"!?1й\u00a0", max_size=12), max_size=14),
)
def test_every_segment_stands_in_exactly_one_bead(source: list[str], target: list[str]) -> None:
    alignment = align(document(source), document(target, "ru"), hashed)

    assert_covers(alignment)
    assert all(0 <= b.score <= 1 for b in alignment.beads)


def test_long_texts_are_aligned_in_a_band() -> None:
    source = sentences(900)
    target = [translated(s) for s in source]
    del target[300:380]

    found = beads(source, target)

    expected = (
        one_to_one(300) + [((i,), ()) for i in range(300, 380)] + [((i,), (i - 80,)) for i in range(380, 900)]
    )
    assert len(set(found) & set(expected)) >= 890


def test_lengths_and_names_carry_a_language_that_the_encoder_does_not_know() -> None:
    class Ignorant:
        languages: frozenset[str] = frozenset()

        def __call__(self, texts: list[str]) -> object:
            return hashed(texts)

    source = [f"{'long ' * (n * 7 % 11)}words about {1000 + n * n} things." for n in range(30)]
    target = [f"{'долгие ' * (n * 7 % 11)}слова о {1000 + n * n} вещах." for n in range(30)]
    del target[11]

    found = sides(align(document(source), document(target, "uk"), Ignorant()).beads)  # type: ignore[arg-type]

    right = {((i,), (i if i < 11 else i - 1,)) for i in range(30) if i != 11}
    assert len(right & set(found)) >= 27


def test_known_terms_decide_between_equals() -> None:
    source = ["Aaa bbb ccc ddd.", "Eee quasar fff ggg.", "Hhh iii jjj kkk."]
    target = ["Zzz yyy xxx www.", "Vvv квазаров uuu ttt.", "Sss rrr qqq ppp."]

    plain = align(document(source), document(target, "ru"), hashed)
    helped = align(document(source), document(target, "ru"), hashed, known=[("quasar", "квазар")] * 1)

    def of(alignment: Alignment) -> float:
        return sum(
            b.score for b in alignment.beads if b.source and b.target and 1 in b.source and 1 in b.target
        )

    assert of(helped) >= of(plain)


def test_paragraphs_hold_sentences_apart_that_are_alike() -> None:
    source = [
        "The baker sings.",
        "The baker sings loudly.",
        "The baker sings.",
        "The baker sings softly.",
    ] * 6
    target = [translated(s) for s in source]
    blocks = [i // 2 for i in range(24)]

    alignment = align(document(source, blocks=blocks), document(target, "xx", blocks), understand)

    assert sides(alignment.beads) == one_to_one(24)


def shared_sets() -> list[tuple[str, float]]:
    return [("news.hard", 0.97), ("news.natural", 0.985)]


@pytest.mark.parametrize(("name", "least"), shared_sets())
def test_scores_on_development_sets(name: str, least: float) -> None:
    path = SHARED / "align" / f"{name}.json"
    if not path.is_file():
        pytest.skip("the development sets in ../shared/eval/align are absent")
    total = Counts()
    for pair in itertools.islice(json.loads(path.read_text("utf-8")), 2):
        source = document(pair["source_sentences"], pair["source_language"])
        target = document(pair["target_sentences"], pair["target_language"])
        gold = [(tuple(s), tuple(t)) for s, t in pair["beads"]]
        total += score(gold, sides(align(source, target, load()).beads))

    assert total.strict_f1 >= least - 0.01


def test_the_real_encoder_aligns_two_languages() -> None:
    source = [
        "Die Bäckerei öffnet um sieben.",
        "Der Hund schläft.",
        "Morgen fahren wir ans Meer.",
        "Es regnet.",
    ]
    target = ["The bakery opens at seven.", "Tomorrow we are going to the seaside. It is raining."]

    found = sides(align(document(source, "de"), document(target, "en"), load()).beads)

    assert found == [((0,), (0,)), ((1,), ()), ((2, 3), (1,))]


def test_beads_come_in_order_of_the_source() -> None:
    source = sentences(30, seed=3)
    target = [translated(s) for s in source]
    target = target[10:] + target[:10]

    alignment = align(document(source), document(target, "xx"), understand)

    starts = [b.source.start for b in alignment.beads if b.source]
    assert starts == sorted(starts)
    assert Counter(len(b.source) + len(b.target) for b in alignment.beads) == {2: 30}
