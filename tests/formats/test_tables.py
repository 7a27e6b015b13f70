"""Glossaries to and from CSV, TSV and Excel."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from termaccord.formats import tables
from termaccord.formats.sheets.carried import transaction
from termaccord.formats.sheets.headers import Role, column
from termaccord.model import Concept, DataCategory, Description, Glossary, LanguageSection, Status, Term

SHARED = Path(__file__).parents[2] / "../shared/formats/samples"

TEXT = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" =+-@'\";,|\n"), min_size=1, max_size=12
).map(
    str.strip,
)
WORDS = TEXT.filter(bool)
DESCRIPTIONS = st.builds(Description, WORDS, st.just("") | WORDS)
EXTRA = st.lists(
    WORDS.map(lambda text: DataCategory("note", text=text))
    | st.sampled_from(
        [
            DataCategory("note", text="category: body"),
            DataCategory("note", text="score: 0.50"),
            DataCategory("admin", "source", "a book"),
            DataCategory("admin", "customerSubset", "the port"),
            DataCategory("termNote", "grammaticalGender", "feminine"),
            DataCategory("termNote", "termLocation", "menu item"),
            DataCategory("descrip", "somethingElse", "12"),
            transaction("origination", "2024-01-02", "Ada"),
            transaction("modification", "2024-01-02", ""),
            transaction("modification", "", "Ben"),
        ]
    ),
    max_size=4,
).map(tuple)
TERMS = st.builds(
    Term,
    WORDS,
    st.none() | st.sampled_from(Status),
    st.sampled_from(["", "noun", "properNoun", "particle"]),
    st.sampled_from(["", "fullForm", "acronym"]),
    st.lists(DESCRIPTIONS, max_size=2).map(tuple),
    EXTRA,
    st.sampled_from(["", "t-1"]),
)


@st.composite
def glossaries(draw: st.DrawFn) -> tuple[Concept, ...]:
    concepts = []
    for number in range(draw(st.integers(1, 4))):
        languages = draw(
            st.lists(st.sampled_from(["de", "en", "ru", "zh-Hant"]), unique=True, min_size=1).map(sorted)
        )
        sections = tuple(
            LanguageSection(
                language,
                tuple(draw(st.lists(TERMS, min_size=1, max_size=3))),
                draw(st.none() | DESCRIPTIONS),
                draw(EXTRA),
            )
            for language in languages
        )
        subject, definition = draw(st.just("") | WORDS), draw(st.none() | DESCRIPTIONS)
        concepts.append(Concept(f"c-{number}", sections, subject, definition, draw(EXTRA)))
    return tuple(concepts)


def in_order(concepts: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """The same concepts with what is said beside in one order, since that of columns is the same for all."""

    def ordered(extra: tuple[DataCategory, ...]) -> tuple[DataCategory, ...]:
        return tuple(sorted(extra, key=repr))

    return tuple(
        replace(
            concept,
            extra=ordered(concept.extra),
            languages=tuple(
                replace(
                    section,
                    extra=ordered(section.extra),
                    terms=tuple(replace(term, extra=ordered(term.extra)) for term in section.terms),
                )
                for section in concept.languages
            ),
        )
        for concept in concepts
    )


@pytest.mark.parametrize("kind", tables.KINDS)
@given(glossaries())
@settings(max_examples=25, deadline=None)
def test_what_is_written_is_read_back(kind: str, concepts: tuple[Concept, ...]) -> None:
    data = tables.serialize(concepts, kind)

    assert in_order(tables.parse(data, f"a.{kind}").clean().concepts) == in_order(concepts)
    assert tables.serialize(concepts, kind) == data


PORT = Concept(
    "c-1",
    (
        LanguageSection(
            "en", (Term("Harbour Watch", Status.PREFERRED), Term("HW", Status.ADMITTED, term_type="acronym"))
        ),
        LanguageSection("ru", (Term("Портовая вахта", Status.PREFERRED),)),
    ),
    "body",
)


def test_terms_stand_side_by_side() -> None:
    rows = tables.serialize([PORT], "csv").decode().splitlines()

    assert rows == [
        "concept,subject,en,en status,en term type,ru,ru status",
        "c-1,body,Harbour Watch,preferred,,Портовая вахта,preferred",
        "c-1,,HW,admitted,acronym,,",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+7", "-ise", "@port", "'=1", "''x"])
def test_no_cell_runs_as_a_formula(text: str) -> None:
    concept = Concept("c", (LanguageSection("en", (Term(text),)),))
    cell = tables.serialize([concept], "csv").decode().splitlines()[1].split(",")[1]
    sheet = load_workbook(io.BytesIO(tables.serialize([concept], "xlsx"))).worksheets[0]

    assert cell[0] not in "=+-@"
    assert (str(sheet["B2"].value).lstrip("'"), sheet["B2"].data_type) == (text.lstrip("'"), "s")


def test_the_kind_must_be_known() -> None:
    with pytest.raises(ValueError, match="ods"):
        tables.serialize([PORT], "ods")


# -- reading what others write ----------------------------------------------------------------------------


def read(text: str, name: str = "a.csv", encoding: str = "utf-8") -> Glossary:
    return tables.parse(text.encode(encoding), name).clean()


def terms(glossary: Glossary) -> list[dict[str, list[str]]]:
    return [
        {s.language: [t.text for t in s.terms] for s in concept.languages} for concept in glossary.concepts
    ]


TIDE = [{"en": ["tide"], "ru": ["прилив"]}, {"en": ["rope", "line"], "ru": ["канат"]}]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("en,ru\ntide,прилив\nrope; line,канат\n", "utf-8"),
        ('en;ru\r\ntide;прилив\r\n"rope\nline";канат\r\n', "utf-8-sig"),
        ("Английский;Русский\ntide;прилив\nrope | line;канат\n", "cp1251"),
        ("English\tRussian\tComments\ntide\tприлив\t\nrope; line\tканат\t\n", "utf-16"),
        (
            "Glossary of the port,,\n,,\nEnglish term,Термин (русский),Status\ntide,прилив,\nrope; line,канат,\n",
            "utf-8",
        ),
    ],
)
def test_tables_of_the_field_are_read(text: str, encoding: str) -> None:
    assert terms(read(text, encoding=encoding)) == TIDE


def test_a_row_for_each_term_is_read_too() -> None:
    text = "Concept ID,Language,Term,Status,Definition\n1,en,tide,preferred,water\n1,ru,прилив,основной,\n2,en,rope,устаревший,\n"
    glossary = read(text)

    assert terms(glossary) == [{"en": ["tide"], "ru": ["прилив"]}, {"en": ["rope"]}]
    assert [t.status for c in glossary.concepts for s in c.languages for t in s.terms] == [
        Status.PREFERRED,
        Status.PREFERRED,
        Status.SUPERSEDED,
    ]
    assert glossary.concepts[0].definition == Description("water")


def test_a_row_may_name_the_language_of_each_side() -> None:
    glossary = read("id,source language,source,target language,target\n1,en,tide,ru,прилив\n")

    assert terms(glossary) == TIDE[:1]


def test_abbreviations_and_variants_have_columns_of_their_own() -> None:
    (concept,) = read("en,en abbreviation,en variants\nHarbour Watch,HW,port watch; the Watch\n").concepts

    assert [(t.text, t.term_type) for t in concept.languages[0].terms] == [
        ("Harbour Watch", ""),
        ("HW", "abbreviation"),
        ("port watch", ""),
        ("the Watch", ""),
    ]


def test_a_table_without_a_header_is_read_when_its_languages_are_said() -> None:
    reading = tables.parse("tide,прилив\n".encode(), "a.csv", ("en", "ru"))

    assert terms(reading.clean()) == TIDE[:1]


def test_a_workbook_with_a_title_empty_columns_and_numbers_is_read() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Glossary of the port"],
        [],
        ["English", None, "Русский"],
        ["tide", None, "прилив"],
        [12, None, "двенадцать"],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    out = io.BytesIO()
    book.save(out)

    assert terms(tables.parse(out.getvalue(), "a.xlsx").clean()) == [
        TIDE[0],
        {"en": ["12"], "ru": ["двенадцать"]},
    ]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.csv", "F143"),
        (b"tide,flood\nrope,line\n", "a.csv", "F144"),
        (b"en,ru,colour\ntide,x,blue\n", "a.csv", "F145"),
        (b"en,en status\ntide,nice\n", "a.csv", "F146"),
        (b"PK\x03\x04 broken", "a.xlsx", "F142"),
        (b"not a workbook", "a.xlsx", "F142"),
        (b'en,ru\n"' + b"a" * 200_000, "a.csv", "F140"),
    ],
)
def test_what_is_wrong_with_a_table_is_told_in_one_sentence(data: bytes, name: str, code: str) -> None:
    assert [finding.code for finding in tables.parse(data, name).findings] == [code]


@pytest.mark.parametrize(
    ("cell", "role", "language"),
    [
        ("en", Role.TERM, "en"),
        ("English (UK)", Role.TERM, "en-GB"),
        ("ru_RU", Role.TERM, "ru-RU"),
        ("Термин (английский)", Role.TERM, "en"),
        ("Deutsch", Role.TERM, "de"),
        ("target language", Role.LANGUAGE, ""),
        ("en status", Role.STATUS, "en"),
        ("Часть речи", Role.PART_OF_SPEECH, ""),
        ("colour", Role.OTHER, ""),
        ("no way", Role.OTHER, ""),
        ("", Role.OTHER, ""),
    ],
)
def test_a_header_says_what_its_column_holds(cell: str, role: Role, language: str) -> None:
    assert (column(cell).role, column(cell).language) == (role, language)


@pytest.mark.skipif(not SHARED.exists(), reason="the folder ../shared/formats is absent")
def test_the_samples_that_are_tables_have_all_their_rows() -> None:
    paths = sorted(SHARED.glob("real-ru/**/*.csv"))
    if not paths:
        pytest.skip("the samples are absent")

    assert all(len(tables.parse(path.read_bytes(), path.name).value.concepts) >= 49 for path in paths)
