"""British and American spellings of one word."""

import pytest

from termaccord.text.languages.spelling_english import american


@pytest.mark.parametrize(
    ("british", "other"),
    [
        ("organisation", "organization"), ("harmonise", "harmonize"), ("analysing", "analyzing"), ("centre", "center"),
        ("harbour", "harbor"), ("neighbourhood", "neighborhood"), ("defence", "defense"), ("programme", "program"),
        ("theatres", "theaters"), ("counsellor", "counselor"), ("digitalisation", "digitalization"),
    ],
)  # fmt: skip
def test_a_british_spelling_has_an_american_one(british: str, other: str) -> None:
    assert american(british) == other


@pytest.mark.parametrize(
    "word",
    [
        "exercise",
        "promises",
        "hour",
        "four",
        "rise",
        "precise",
        "advertised",
        "premise",
        "noise",
        "tour",
        "acre",
        "fire",
    ],
)
def test_a_word_that_both_spell_alike_stays(word: str) -> None:
    assert american(word) == word
