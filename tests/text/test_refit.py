"""Putting one term in another's place; see cases/refit.*.txt: «cited > preferred | text with [the place] = what it becomes»."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.notation import lines

from termaccord.model import Span
from termaccord.text.refit import refit

SIGNS = {"=": True, "~": False}
"""= safe, ~ unsafe, ! no change offered."""
CASE = re.compile(
    r"(?P<cited>.+?) > (?P<preferred>.+?) \| (?P<text>.+\]\S?.*?) (?P<sign>[=~!])(?: (?P<said>.+))?"
)
CASES = [(language, line) for language in ("ru", "en", "de") for line in lines(f"refit.{language}.txt")]


def carried_out(language: str, line: str) -> tuple[str | None, bool | None, str | None, bool | None]:
    match = CASE.fullmatch(line)
    assert match is not None, line
    start = match["text"].index("[")
    text = match["text"].replace("[", "").replace("]", "")
    span = Span(start, match["text"].index("]") - 1)
    made = refit(text, span, match["preferred"], language, match["cited"])
    whole = None if made is None else text[: made.span.start] + made.text + text[made.span.end :]
    return whole, made and made.safe, match["said"], SIGNS.get(match["sign"])


@pytest.mark.parametrize(("language", "line"), CASES)
def test_a_term_takes_anothers_place_as_a_writer_would_put_it(language: str, line: str) -> None:
    text, safe, expected, expected_safe = carried_out(language, line)

    assert (text, safe) == (expected, expected_safe)


@pytest.mark.xfail(strict=True, reason="the dictionary takes the surname for a short adjective")
@pytest.mark.parametrize("line", lines("known_failures.refit.ru.txt"))
def test_known_failure(line: str) -> None:
    text, safe, expected, expected_safe = carried_out("ru", line)

    assert (text, safe) == (expected, expected_safe)


def test_a_term_that_stands_there_already_changes_nothing() -> None:
    assert refit("Совета портов", Span(0, 13), "Совет портов", "ru", "Совет портов") is None


def test_without_the_citation_form_nothing_is_safe() -> None:
    made = refit("Приказ совета.", Span(7, 13), "союз", "ru")

    assert made is None or not made.safe


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=60),
    st.integers(0, 60),
    st.integers(0, 60),
    st.text(max_size=20),
    st.sampled_from(("ru", "en", "de", "th")),
)
def test_any_text_is_survived_and_only_the_place_and_its_neighbours_change(
    text: str, one: int, other: int, preferred: str, language: str
) -> None:
    span = Span(*sorted((min(one, len(text)), min(other, len(text)))))

    made = refit(text, span, preferred, language)

    assert made is None or made.span.start <= span.start <= span.end <= made.span.end <= len(text)
