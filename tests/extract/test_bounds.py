"""What is too long for a sentence is not searched, and everything takes time by its length."""

import pytest

from termaccord.extract.bilingual.bitext import twins
from termaccord.extract.bounds import LONGEST, too_long
from termaccord.extract.candidates import candidates
from termaccord.lint.engine import Bilingual, Material, lint
from termaccord.model import Document, Segment, Span, TranslationUnit, Variant
from termaccord.text.quantities.compare import Side, compare
from termaccord.text.quantities.read import quantities


def unit(identity: str, source: str, target: str) -> TranslationUnit:
    return TranslationUnit(identity, (Variant("en", (source,), line=7), Variant("ru", (target,))))


SHORT = unit("a", "The Sluice Council met.", "Собрался Совет шлюзов.")
LONG = unit("b", "Sluice Council " * (LONGEST // 15 + 1), "Совет шлюзов")


def test_a_unit_longer_than_any_sentence_is_not_searched_and_is_told_once() -> None:
    assert twins((SHORT, LONG), "en", "ru").units == ("a",)

    (finding,) = too_long((SHORT, LONG, LONG), "m.tmx")

    assert (finding.code, finding.place.unit, finding.place.line) == ("P014", "b", 7)
    assert str(LONGEST) in str(finding.message)


def test_units_of_common_length_are_not_told() -> None:
    assert list(too_long((SHORT,), "m.tmx")) == []


def test_a_sentence_without_end_is_not_searched() -> None:
    text = "The Sluice Council met. " * (LONGEST // 20)
    document = Document("a", "en", text, segments=(Segment(Span(0, len(text)), text),))

    assert candidates((document,)) == ()


@pytest.mark.parametrize("mark", ["1", ".", "-", "(", "«", "a", "{", "<", "&", "%", "+", "1.", "1st ", "a."])
def test_a_hundred_thousand_marks_in_a_row_are_checked(mark: str) -> None:
    text = mark * (100_000 // len(mark)) + " @"
    units = (unit("a", f"Look at this: {text}", f"Смотрите: {text}"),)

    lint(Material(bilingual=(Bilingual("m.tmx", units, "en", ("ru",)),)))


def test_figures_without_end_are_no_amount() -> None:
    assert quantities("There were " + "7" * 10_000 + " of them.", "en") == ()


def test_a_table_of_thousands_of_figures_is_not_compared() -> None:
    left, right = (" ".join(f"{n}." for n in range(start, start + 4000)) for start in (100, 5000))

    assert compare(Side(left, "en"), Side(right, "ru")) == ()
