"""Scores on the gold of corpus/ do not fall below the floors that a person has set."""

import tomllib
from pathlib import Path

import pytest
from tests import consistency, corpus_gold, quality

FLOORS = tomllib.loads((corpus_gold.GOLD / "floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def test_alignment_stays_above_its_floors(cache: Path) -> None:
    counts = quality.alignment(quality.open_corpus(), cache)

    assert counts.strict_f1 >= FLOORS["alignment"]["strict_f1"]
    assert counts.lax_f1 >= FLOORS["alignment"]["lax_f1"]


def test_extraction_stays_above_its_floors(cache: Path) -> None:
    figures = quality.extraction(quality.open_corpus(), cache)

    assert figures.recall["ru"] >= FLOORS["extraction"]["recall_ru"]
    assert figures.recall["en"] >= FLOORS["extraction"]["recall_en"]
    assert figures.pair_recall >= FLOORS["pairs"]["recall"]
    assert figures.pair_precision >= FLOORS["pairs"]["precision"]
    assert figures.category_accuracy >= FLOORS["pairs"]["category_accuracy"]


def test_floors_are_set() -> None:
    assert all(0.5 < floor <= 1 for table in FLOORS.values() for floor in table.values())


def test_consistency_stays_above_its_floors_and_springs_no_trap(cache: Path) -> None:
    figures = consistency.consistency(quality.open_corpus(), cache)

    assert figures.recall >= FLOORS["consistency"]["recall"], figures.missed
    assert figures.precision >= FLOORS["consistency"]["precision"], figures.vain
    assert figures.sprung == ()
