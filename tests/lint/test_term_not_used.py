"""What stands in the place of a rendering, learnt from what stands there elsewhere."""

from dataclasses import replace

import pytest

from termaccord.lint.cases import glossary
from termaccord.lint.engine import Bilingual
from termaccord.lint.passages import memories
from termaccord.lint.rule import Passage
from termaccord.lint.rules.passage.term_not_used import check, together
from termaccord.lint.terms import Terms
from termaccord.model import Severity, TranslationUnit, Variant

KNOWN = "lock = шлюз\nharbour office = портовая служба"
SHIPS = ("Ferry", "Tug", "Barge", "Yacht", "Cutter", "Trawler")
NAMES = ("Паром", "Буксир", "Баржа", "Яхта", "Катер", "Траулер")


def passages(*rows: str, known: str = KNOWN) -> list[Passage]:
    pairs = [row.split(" = ") for row in rows]
    units = tuple(
        TranslationUnit(f"{n}", (Variant("en", (one,)), Variant("ru", (other,))))
        for n, (one, other) in enumerate(pairs, 1)
    )
    terms = Terms(glossary(known, ("en", "ru")))
    stores = memories([Bilingual("ships.tmx", units, "en", ("ru",))], terms)
    return [
        Passage(p.target, p.source, paired=True, relatives=terms.relatives)
        for store in stores
        for p in store.pairs
    ]


def said(rows: list[Passage]) -> list[str]:
    return [mark.span.of(passage.target.text) for passage, mark in together(rows)]


def test_a_word_that_stands_there_again_and_again_is_what_is_said_instead() -> None:
    wrong = [f"{s} leaves the lock. = {n} выходит из камеры." for s, n in zip(SHIPS, NAMES, strict=True)]
    right = [
        f"{s} {i} leaves the quay. = {n} {i} выходит с причала."
        for i in range(3)
        for s, n in zip(SHIPS, NAMES, strict=True)
    ]
    other = [
        f"{s} is at pier {i}. = {n} стоит у пирса {i}."
        for i in range(9)
        for s, n in zip(SHIPS, NAMES, strict=True)
    ]

    assert said(passages(*wrong, *right, *other)) == ["камеры"] * 6


def test_a_word_that_another_word_of_the_source_explains_is_not() -> None:
    wrong = [
        f"{s} waits for the red lock. = {n} ждёт у красной стены." for s, n in zip(SHIPS, NAMES, strict=True)
    ]
    red = [
        f"{s} is red and number {i}. = {n} красный и номер {i}."
        for i in range(9)
        for s, n in zip(SHIPS, NAMES, strict=True)
    ]

    assert "красной" not in said(passages(*wrong, *red))


def test_what_is_left_out_once_is_not_told() -> None:
    assert said(passages("The crew thanked us at the lock. = Экипаж сказал спасибо.")) == []


def test_a_neighbouring_bead_may_hold_the_rendering() -> None:
    alone = passages("The harbour office counts. = Контора порта считает.")[0]

    assert list(check(alone))
    assert not list(check(replace(alone, after=" Портовая служба молчит.")))


def test_a_doubtful_bead_is_not_judged() -> None:
    alone = passages("The harbour office counts. = Контора порта считает.")[0]

    assert not list(check(replace(alone, confidence=0.3)))


def test_a_short_form_is_a_remark_in_a_unit_and_nothing_in_a_text() -> None:
    short = passages("The harbour office counts. = Служба считает.")[0]

    assert [mark.severity for mark in check(short)] == [Severity.INFO]
    assert not list(check(replace(short, paired=False)))


@pytest.mark.parametrize("row", ["Infected crews stay. = Заболевшие экипажи остаются."])
def test_a_term_of_the_same_root_is_rendering_enough(row: str) -> None:
    known = "infected = зачумлённый\ninfect = заболеть"

    assert not list(check(passages(row, known=known)[0]))


def test_the_order_of_the_units_changes_nothing() -> None:
    rows = [f"{s} leaves the lock. = {n} выходит из камеры." for s, n in zip(SHIPS, NAMES, strict=True)]
    rows += [
        f"{s} is at pier {i}. = {n} стоит у пирса {i}."
        for i in range(9)
        for s, n in zip(SHIPS, NAMES, strict=True)
    ]

    assert sorted(said(passages(*rows))) == sorted(said(passages(*reversed(rows))))
