from pathlib import Path

from termaccord.align.units import Units
from termaccord.formats import tmx
from termaccord.model import Alignment, Document, TranslationUnit, Variant
from termaccord.model.memory import CONFIDENCE
from termaccord.project.outputs.memories import memories

PAIR = Alignment(
    Document("ru/ferry", "ru", "", path="ru/ferry.txt"),
    Document("en-gull/ferry", "en", "", path="en-gull/ferry.txt", outlet="gull"),
    (),
)


def units(*rows: tuple[str, str, float]) -> Units:
    made = (
        TranslationUnit(
            str(n),
            (Variant("ru", (source,)), Variant("en", (target,))),
            properties=((CONFIDENCE, f"{sure:.2f}"),),
        )
        for n, (source, target, sure) in enumerate(rows, 1)
    )
    return Units(tuple(made), 0)


def ids(files: dict[Path, bytes]) -> dict[str, list[str]]:
    return {p.name: [u.id for u in tmx.parse(data, p.name).clean().units] for p, data in files.items()}


def test_what_a_text_repeats_stands_once_and_is_counted() -> None:
    made = memories(
        Path("tmx"), [PAIR], [units(("Паром.", "Ferry.", 0.7), ("Да.", "Yes.", 1), ("Паром.", "Ferry.", 0.9))]
    )

    assert ids(made.files) == {"ferry.gull.tmx": ["2", "3"]}
    assert (made.units, made.repeated, made.alternatives) == (2, 1, 0)


def test_another_translation_of_a_segment_stands_in_a_file_of_its_own() -> None:
    rows = (("Паром.", "Ferry.", 1), ("Паром.", "Boat.", 1), ("Паром.", "Boat.", 0.8), ("Паром.", "Raft.", 1))
    made = memories(Path("tmx"), [PAIR], [units(*rows)])

    assert ids(made.files) == {
        "ferry.gull.tmx": ["2"],
        "ferry.gull.alternatives.tmx": ["1"],
        "ferry.gull.alternatives-2.tmx": ["4"],
    }
    assert (made.units, made.repeated, made.alternatives) == (3, 1, 2)


def test_of_equally_frequent_translations_the_surest_comes_first_then_the_first() -> None:
    surer = memories(Path("tmx"), [PAIR], [units(("Паром.", "Ferry.", 0.8), ("Паром.", "Boat.", 0.9))])
    same = memories(Path("tmx"), [PAIR], [units(("Паром.", "Ferry.", 0.8), ("Паром.", "Boat.", 0.8))])

    assert ids(surer.files)["ferry.gull.tmx"] == ["2"]
    assert ids(same.files)["ferry.gull.tmx"] == ["1"]


def test_a_text_without_units_still_has_its_file() -> None:
    made = memories(Path("tmx"), [PAIR], [units()])

    assert ids(made.files) == {"ferry.gull.tmx": []}
