"""UTX: written as version 1.11, read in every version."""

import pytest
from tests.formats.termlists.harbour import HARBOUR

from termaccord.formats.termlists import utx
from termaccord.model import Concept, Glossary, LanguageSection, Status, Subject, Term, UsageError

ROWS = """\
src|tgt|src:pos|tgt:pos|term status|src:term type|tgt:term type|tgt:comment|src:example|subject field|definition\
|comment|concept ID
Harbour Board|Портовый совет|noun|noun|approved|fullForm|fullForm|On signs since spring.|The Harbour Board met.|ports|\
A body that runs a harbour.|Founded late.|c-board
HB|Портовый совет|noun|noun|non-standard|acronym|fullForm|On signs since spring.|-|-|-|-|c-board
Port Panel|Портовый совет|-|noun|forbidden|-|fullForm|On signs since spring.|-|-|-|-|c-board
lock|шлюз|-|-|-|-|-|-|-|-|-|-|c-lock
lock|камера шлюза|-|-|-|-|-|-|-|-|-|-|c-lock
lock|замок|-|-|-|-|-|-|-|-|-|-|c-door-lock
"""
WRITTEN = "#UTX 1.11; en/ru;\n#description: Harbour words\n#" + ROWS.replace("|", "\t")
OLD = """\
#UTX-S 1.00; en/ru; 2011-05-01T10:00:00+09:00; copyright: nobody
#src\ttgt\tsrc:pos
anchor\tякорь\tnoun
"""


def test_a_glossary_is_written_row_by_row() -> None:
    made = utx.written(HARBOUR, "en", "ru")

    assert made.data.decode() == WRITTEN.replace("\n", "\r\n")
    assert {loss.subject for loss in made.losses} == {Subject.STATUS, Subject.DATA_CATEGORY}


def test_rows_of_one_concept_are_one_concept_again() -> None:
    glossary = utx.parse(WRITTEN.encode(), "harbour.utx").clean()

    board, *others = glossary.concepts
    assert [term.status for term in board.languages[0].terms] == [
        Status.PREFERRED,
        Status.ADMITTED,
        Status.FORBIDDEN,
    ]
    assert [term.status for term in board.languages[1].terms] == [Status.PREFERRED]
    assert [len(concept.languages[1].terms) for concept in others] == [2, 1]


def test_the_first_version_is_read_with_what_its_header_says() -> None:
    glossary = utx.parse(OLD.encode(), "old.utx").clean()

    (concept,) = glossary.concepts
    assert [(s.language, s.terms[0].text) for s in concept.languages] == [("en", "anchor"), ("ru", "якорь")]
    assert concept.languages[0].terms[0].part_of_speech == "noun"
    assert [part.text for part in glossary.extra[0].children] == [
        "2011-05-01T10:00:00+09:00",
        "copyright: nobody",
    ]


def test_a_term_that_begins_like_a_remark_is_none() -> None:
    sections = (LanguageSection("en", (Term("#hash"),)), LanguageSection("ru", (Term("решётка"),)))
    glossary = Glossary((Concept("c1", sections),))

    assert utx.written(glossary).losses == ()


def test_the_same_glossary_gives_the_same_bytes_and_a_date_only_where_one_is_given() -> None:
    assert utx.written(HARBOUR).data == utx.written(HARBOUR).data
    assert b"#UTX 1.11; en/ru; 2026-01-02;" in utx.written(HARBOUR, date="2026-01-02").data


def test_of_three_languages_two_are_asked_for() -> None:
    third = LanguageSection("de", (Term("Schleuse"),))
    lock = HARBOUR.concepts[1]
    glossary = Glossary((Concept(lock.id, (*lock.languages, third)),))

    with pytest.raises(UsageError, match="en, ru, de"):
        utx.written(glossary)
    assert [(loss.subject, loss.language) for loss in utx.written(glossary, "en", "de").losses] == [
        (Subject.LANGUAGE, "ru")
    ]


@pytest.mark.parametrize("text", ["anchor\tякорь\n", "#UTX 1.11; en/ru;\nanchor\tякорь\n"])
def test_rows_without_names_of_columns_are_refused_with_their_line(text: str) -> None:
    reading = utx.parse(text.encode(), "bad.utx")

    assert reading.value.concepts == ()
    assert reading.findings[-1].place.line == text.count("\n")
