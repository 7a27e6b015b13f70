"""Names of persons: what is one name in another case, and what is another name."""

import pytest

from termaccord.lint.conflicts.forms import Difference, form
from termaccord.lint.conflicts.people import person_difference, respelt
from termaccord.model import ProposedTerm


def difference(one: str, other: str, language: str) -> Difference:
    left, right = (form(ProposedTerm(language, text, False, 0.9, ())) for text in (one, other))
    return person_difference(left, right)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Анна Вислова-Перт", "Висловой-Перт"),
        ("Пётр Крамс-Ли", "Крамса-Ли"),
        ("Пётр Лодейников", "Лодейникову"),
        ("Пётр Лодейников", "Лодейников"),
    ],
)
def test_a_surname_alone_in_another_case_shortens_the_full_name(full: str, short: str) -> None:
    assert difference(full, short, "ru") is Difference.SHORT


@pytest.mark.parametrize(("full", "short"), [("Пётр Лодейников", "Шмаринову"), ("Анна Хёйс", "Гойс")])
def test_another_surname_is_another_name(full: str, short: str) -> None:
    assert difference(full, short, "ru") is Difference.WORDS


def test_a_name_with_another_number_is_not_misspelt() -> None:
    one, other = (form(ProposedTerm("en", text, False, 0.9, ())) for text in ("Buoyline v4", "Buoyline v6"))

    assert not respelt(one, other)
