"""The lists that show names are data: well formed, in one notation, and complete for every known language."""

import pytest

from termaccord.model import Category
from termaccord.text.cues import cues_for
from termaccord.text.normalise import fold

KNOWN = ["en", "ru", "de"]


@pytest.mark.parametrize("language", KNOWN)
def test_every_kind_of_name_has_head_nouns(language: str) -> None:
    named = {
        Category.BODY,
        Category.DOCUMENT,
        Category.EVENT,
        Category.PROGRAMME,
        Category.POSITION,
        Category.PLACE,
    }

    assert named <= set(cues_for(language).heads.values())


@pytest.mark.parametrize("language", KNOWN)
def test_head_nouns_are_in_lower_case(language: str) -> None:
    cues = cues_for(language)

    assert [w for w in [*cues.heads, *cues.labels] if w != w.lower()] == []


def test_russian_lists_hold_no_other_script() -> None:
    letters = {c for w in cues_for("ru").heads for c in fold(w) if c.isalpha()}

    assert [c for c in sorted(letters) if not "а" <= c <= "я" and c != "ё"] == []


def test_a_regional_tag_has_the_cues_of_its_language() -> None:
    assert cues_for("en-GB") is cues_for("en")


def test_a_language_without_lists_has_none() -> None:
    assert cues_for("fi").heads == {}


def test_countries_are_known_by_name_and_bodies_are_not_countries() -> None:
    assert "kyrgyzstan" in cues_for("en").territories()
    assert "united nations" not in cues_for("en").territories()
