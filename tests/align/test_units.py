"""Beads as translation units."""

from termaccord.align.units import Names, units
from termaccord.model import Alignment, Bead, Document, Segment, Span

SOURCE = Document("ru/fair", "ru", "Рыба поёт.\nЛуна спит.", segments=(
    Segment(Span(0, 10), "Рыба поёт."), Segment(Span(11, 21), "Луна спит.")))  # fmt: skip
TARGET = Document("en-gazette/fair", "en", "The fish sings  and\nthe moon sleeps. Bye.", outlet="gazette", segments=(
    Segment(Span(0, 36), "The fish sings  and\nthe moon sleeps."), Segment(Span(37, 41), "Bye.")))  # fmt: skip


def alignment(*beads: Bead) -> Alignment:
    return Alignment(SOURCE, TARGET, beads)


def test_a_bead_is_a_unit_on_one_line_a_side() -> None:
    made = units(alignment(Bead(range(2), range(1), 0.93), Bead(range(2, 2), range(1, 2), 0.9)))

    assert [v.text for v in made.units[0].variants] == [
        "Рыба поёт. Луна спит.",
        "The fish sings and the moon sleeps.",
    ]
    assert [v.language for v in made.units[0].variants] == ["ru", "en"]
    assert (made.left_out, made.omissions) == (0, 1)


def test_a_unit_says_where_it_comes_from() -> None:
    made = units(alignment(Bead(range(2), range(1), 0.93)))

    assert dict(made.units[0].properties) == {
        "x-termaccord-source": "ru/fair",
        "x-termaccord-target": "en-gazette/fair",
        "x-termaccord-outlet": "gazette",
        "x-termaccord-bead": "2-1",
        "x-termaccord-confidence": "0.93",
    }


def test_names_are_the_callers_and_an_empty_one_is_left_out() -> None:
    made = units(alignment(Bead(range(2), range(1), 0.93)), names=Names("", "", "outlet", "", ""))

    assert made.units[0].properties == (("outlet", "gazette"),)


def test_what_is_not_sure_is_left_out_and_counted() -> None:
    made = units(alignment(Bead(range(1), range(1), 0.49), Bead(range(1, 2), range(1, 2), 0.5)))

    assert len(made.units) == 1
    assert made.left_out == 1


def test_ids_tell_where_the_bead_begins() -> None:
    made = units(alignment(Bead(range(1), range(1), 0.9), Bead(range(1, 2), range(1, 2), 0.9)))

    assert [u.id for u in made.units] == ["en-gazette/fair-1-1", "en-gazette/fair-2-2"]
