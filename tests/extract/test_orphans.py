"""A second name is told by the thing that stands opposite it and has none of its known names there."""

from collections.abc import Sequence

from tests.extract.parallel_texts import beads, concept_of, document, names

from termaccord.extract.propose import propose
from termaccord.model import ProposedConcept
from termaccord.text.embed import load

SMELTERS = ("Коллегия по пробам собралась утром.", "Потом Коллегия по пробам приняла сплав.")
FAITHFUL = ("The Assay Board met in the morning.", "The Assay Board then accepted the alloy.")


def found(russian: Sequence[str], *english: Sequence[str]) -> tuple[ProposedConcept, ...]:
    source = document("ru/ore", "ru", russian)
    targets = [document(f"en-{i}/ore", "en", text, "ru/ore") for i, text in enumerate(english)]
    return propose((source, *targets), [beads(source, t) for t in targets], load())


def test_a_free_second_name_joins_the_thing_it_faces() -> None:
    concepts = found(
        SMELTERS, FAITHFUL, (FAITHFUL[0], "The Panel on Questions of Metal Content then accepted the alloy.")
    )

    assert names(concept_of(concepts, "Assay Board"), "en") >= {
        "Assay Board",
        "Panel on Questions of Metal Content",
    }


def test_a_thing_that_has_its_name_there_takes_no_other() -> None:
    concepts = found(
        SMELTERS,
        FAITHFUL,
        (FAITHFUL[0], "The Assay Board then accepted the alloy, and the Panel on Furnace Safety approved."),
    )

    assert "Panel on Furnace Safety" not in names(concept_of(concepts, "Assay Board"), "en")


def test_two_names_without_counterpart_tell_nothing() -> None:
    concepts = found(
        SMELTERS,
        FAITHFUL,
        (
            FAITHFUL[0],
            "The Guild of Charcoal Carriers then accepted the alloy that the Committee on Furnace Safety had cast.",
        ),
    )

    assert names(concept_of(concepts, "Assay Board"), "en") == {"Assay Board"}
