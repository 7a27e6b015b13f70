"""OmegaT's glossary: pairs and comments."""

import pytest
from tests.formats.termlists.harbour import HARBOUR

from termaccord.formats.termlists import omegat
from termaccord.model import Degree, Subject

WRITTEN = """\
Harbour Board\tПортовый совет\tOn signs since spring. | A body that runs a harbour. | ports | Founded late.
HB\tПортовый совет\tOn signs since spring. | A body that runs a harbour. | ports | Founded late. | en: admitted
Port Panel\tПортовый совет\tOn signs since spring. | A body that runs a harbour. | ports | Founded late. | en: DEPRECATED
lock\tшлюз
lock\tкамера шлюза
lock\tзамок
"""


def test_every_source_term_stands_beside_every_target_term() -> None:
    made = omegat.written(HARBOUR, "en", "ru")

    assert made.data.decode() == WRITTEN
    divided = [loss for loss in made.losses if loss.subject is Subject.CONCEPT]
    assert [(loss.id, loss.degree) for loss in divided] == [
        ("c-board", Degree.CHANGED),
        ("c-lock", Degree.CHANGED),
    ]


def test_remarks_blanks_and_lines_without_a_pair_are_no_entries() -> None:
    text = "# a remark\n\nweir\tплотина\t a comment \nlonely\n\tтолько цель\n"

    reading = omegat.parse(text.encode(), "g.txt", "en", "ru")

    (concept,) = reading.value.concepts
    assert concept.extra[0].text == "a comment"
    assert [finding.place.line for finding in reading.findings] == [4, 5]


@pytest.mark.parametrize(
    ("first", "coding"), [("", "utf-8"), ("\ufeff", "utf-8"), ("# -*- coding: cp1251 -*-\n", "cp1251")]
)
def test_the_encoding_is_told_by_a_mark_or_a_remark(first: str, coding: str) -> None:
    reading = omegat.parse(f"{first}weir\tплотина\n".encode(coding), "g.txt", "en", "ru")

    assert reading.value.concepts[0].languages[1].terms[0].text == "плотина"


def test_a_file_that_does_not_say_its_languages_asks_for_them() -> None:
    reading = omegat.parse("weir\tплотина\n".encode(), "g.txt")

    assert "--source-language" in reading.findings[0].message
