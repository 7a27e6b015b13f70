"""Tables as people have them: every one is read, or told in a clear sentence why not."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from termaccord.formats import tables
from termaccord.formats.sheets.headers import columns
from termaccord.model import Concept, Status, Term, UsageError

SHARED = Path(__file__).parents[2] / "../shared/formats/samples/real-ru/tico-19/terminologies"


def read(text: str, name: str = "a.csv", encoding: str = "utf-8", **options: object) -> tuple[Concept, ...]:
    return tables.parse(text.encode(encoding), name, **options).clean().concepts  # type: ignore[arg-type]


def texts(concepts: tuple[Concept, ...]) -> list[dict[str, list[str]]]:
    return [{s.language: [t.text for t in s.terms] for s in c.languages} for c in concepts]


def only(concepts: tuple[Concept, ...]) -> dict[str, Term]:
    (concept,) = concepts
    return {t.text: t for s in concept.languages for t in s.terms}


def codes(data: bytes, name: str, **options: object) -> list[str]:
    return [f.code for f in tables.parse(data, name, **options).findings]  # type: ignore[arg-type]


ROPE = [{"en": ["rope"], "ru": ["канат"]}]


# -- text ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("sep=;\nen;ru\nrope;канат\n", "utf-8-sig"),
        ("SEP=|\r\nen|ru\r\nrope|канат\r\n", "utf-8"),
        ("en|ru|note\nrope|канат|\n", "utf-8"),
        ("\n\n,,\nen,ru,\n,,\nrope,канат,\n\n", "utf-8"),
        ("Name of the list\nLast change: May\n\nEnglish,Russian\nrope,канат", "utf-8"),
        ("en,ru\n\u00a0rope\u00a0,\ufeffканат\u200b\n", "utf-8"),
        ('"en" , "ru"\n"rope" , "канат"\n', "utf-8"),
        ("Английский;Русский;Комментарий\nrope;канат;\n", "cp1251"),
        ("Английский;Русский;Комментарий\nrope;канат;\n", "koi8-r"),
        ("en\tru\r\nrope\tканат\r\n", "utf-16"),
        ("en\tru\r\nrope\tканат\r\n", "utf-16-le"),
        ("en,ru\rrope,канат\r", "utf-8"),
    ],
)
def test_text_tables_of_any_dialect_are_read(text: str, encoding: str) -> None:
    assert texts(read(text, encoding=encoding)) == ROPE


def test_a_western_encoding_is_read() -> None:
    text = "de;fr\nTür;porte fermée\nMädchen;jeune fille élevée\nStraße;chaussée\n"

    assert texts(read(text, encoding="cp1252"))[2] == {"de": ["Straße"], "fr": ["chaussée"]}


def test_quotes_that_do_not_close_a_cell_are_text() -> None:
    table = 'en\tru\n"Dawn" exercise\tучение «Рассвет»\n2" pipe\t"труба ""А"""\n'

    assert texts(read(table, "a.tsv")) == [
        {"en": ['"Dawn" exercise'], "ru": ["учение «Рассвет»"]},
        {"en": ['2" pipe'], "ru": ['труба "А"']},
    ]


def test_a_quote_that_is_never_closed_is_told_and_costs_no_row() -> None:
    reading = tables.parse('en,ru\n"tide,прилив\nrope,канат\n'.encode(), "a.csv")

    assert [(f.code, f.place.line) for f in reading.findings] == [("F140", 2)]
    assert texts(reading.value.concepts)[1:] == ROPE


def test_a_row_with_too_many_cells_is_told() -> None:
    assert codes("en,ru\nrope,канат,трос\n".encode(), "a.csv") == ["F155"]


# -- terms in a cell ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("rope; line", ["rope", "line"]),
        ("rope|line | cord", ["rope", "line", "cord"]),
        ("rope\nline", ["rope", "line"]),
        ("Harbour, Board of the", ["Harbour, Board of the"]),
        ("stop (wait; look)", ["stop (wait; look)"]),
        ("“ebb; flow” rule", ["“ebb; flow” rule"]),
        ("закон «прилив; отлив»", ["закон «прилив; отлив»"]),
        ("Harbour Board (HB)", ["Harbour Board (HB)"]),
        ("and/or", ["and/or"]),
        ("rope (hemp; line", ["rope (hemp", "line"]),
        ("rope; ; rope", ["rope"]),
    ],
)
def test_marks_part_the_terms_of_a_cell_where_they_are_no_text(cell: str, expected: list[str]) -> None:
    quoted = cell.replace('"', '""')

    assert texts(read(f'en,ru\n"{quoted}",x\n'))[0]["en"] == expected


def test_our_own_tables_part_no_cell() -> None:
    assert texts(read("concept,en,ru\nc-1,ebb; flow,x\n")) == [{"en": ["ebb; flow"], "ru": ["x"]}]


# -- what columns hold --------------------------------------------------------------------------------------------


def test_columns_of_synonyms_and_numbers_hold_further_terms() -> None:
    concepts = read("EN,EN 2,Synonym EN 1,Русский,Русский 2\nrope,line,cord,канат,трос\n")

    assert texts(concepts) == [{"en": ["rope", "cord", "line"], "ru": ["канат", "трос"]}]


def test_a_status_that_stands_behind_each_language_is_of_that_language() -> None:
    found = only(read("English,Status,Русский,Статус,Примечание\nrope,preferred,канат,запрещён,a\n"))

    assert [t.status for t in found.values()] == [Status.PREFERRED, Status.FORBIDDEN]


def test_a_status_that_stands_once_is_of_all_terms_of_the_row() -> None:
    found = only(read("en,ru,status,pos\nrope,канат,deprecated,сущ.\n"))

    assert [(t.status, t.part_of_speech) for t in found.values()] == [(Status.DEPRECATED, "noun")] * 2


def test_a_column_that_says_yes_is_a_status() -> None:
    table = "Concept ID,Language,Term,Forbidden,Preferred\n1,en,rope,no,TRUE\n1,en,string,да,\n"

    assert [t.status for t in only(read(table)).values()] == [Status.PREFERRED, Status.FORBIDDEN]


def test_what_memoq_exports_is_read() -> None:
    header = (
        "Entry_ID;Entry_Subject;Entry_Domain;Entry_ClientID;Entry_ProjectID;Entry_Created;Entry_Creator;"
        "Entry_LastModified;Entry_Modifier;Entry_Note;English_Def;English;Term_Info;Term_Example;"
        "Russian_Def;Russian;Term_Info;Term_Example;Russian;Term_Info;Term_Example"
    )
    row = "7;ports;;;;;Ada;;;ask;basin;harbour;CaseSense;In the harbour;гладь;гавань;;;порт;Forbidden;"
    reading = tables.parse(f"{header}\n{row}\n".encode(), "a.csv")
    (concept,) = reading.value.concepts
    english, russian = concept.languages

    assert reading.findings == ()
    assert (concept.id, concept.subject_field, [x.kind for x in concept.extra]) == (
        "7",
        "ports",
        ["transacGrp", "note"],
    )
    assert (english.definition and english.definition.text, english.terms[0].contexts[0].text) == (
        "basin",
        "In the harbour",
    )
    assert [(t.text, t.status) for t in russian.terms] == [("гавань", None), ("порт", Status.FORBIDDEN)]


def test_rows_of_one_concept_are_put_together() -> None:
    table = "ID,EN,RU\n1,rope,канат\n,,верёвка\n2,tide,прилив\n1,rope,трос\n2,moon,луна\n"
    reading = tables.parse(table.encode(), "a.csv")

    assert texts(reading.value.concepts) == [
        {"en": ["rope"], "ru": ["канат", "верёвка", "трос"]},
        {"en": ["tide"], "ru": ["прилив"]},
        {"en": ["moon"], "ru": ["луна"]},
    ]
    assert [(c.id, f.code) for c, f in zip(reading.value.concepts[2:], reading.findings, strict=True)] == [
        ("2-2", "F156")
    ]


@pytest.mark.parametrize(
    "table",
    [
        "English,,,Russian,,,Comments\nTerm,Status,Note,Term,Status,Note,\nrope,preferred,a,канат,deprecated,b,c\n",
        "English,,,Русский,,,\nTerm,Status,Note,Термин,Статус,Примечание,Definition\nrope,preferred,a,канат,deprecated,b,d\n",
    ],
)
def test_a_header_may_have_two_rows(table: str) -> None:
    found = only(read(table))

    assert [(t.text, t.status, [x.text for x in t.extra]) for t in found.values()] == [
        ("rope", Status.PREFERRED, ["a"]),
        ("канат", Status.DEPRECATED, ["b"]),
    ]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("en-GB,pt_BR", ["en-GB", "pt-BR"]),
        ("English (United States),Chinese (Simplified)", ["en-US", "zh-Hans"]),
        ("Термин на английском,по-русски", ["en", "ru"]),
        ("Английский (США),Британский английский", ["en-US", "en-GB"]),
        ("Eng,Рус.", ["en", "ru"]),
        ("Russian term,term (German)", ["ru", "de"]),
    ],
)
def test_headers_name_languages_in_many_ways(header: str, expected: list[str]) -> None:
    assert [one.language for one in columns(header.split(","))] == expected


# -- what columns are said to hold --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "options"),
    [
        ("rope,канат\n", {"columns": ("en,ru",)}),
        ("Term,Übersetzung\nrope,канат\n", {"columns": ("en,ru",)}),
        ("x,rope,канат\n", {"columns": ("-,en:term,ru",)}),
        ("x,rope,канат\n", {"columns": ("B=en", "3=ru:term", "A=-")}),
        ("Foo,Bar\nrope,канат\n", {"columns": ("Foo=en", "bar=ru")}),
        ("source,target\nrope,канат\n", {"languages": ("en", "ru")}),
        ("target,source\nканат,rope\n", {"languages": ("en", "ru")}),
        ("Термин,Перевод,Комментарий\nrope,канат,\n", {"languages": ("en", "ru")}),
        ("en,ru,de\nrope,канат,x\n", {"columns": ("C=-",)}),
    ],
)
def test_columns_can_be_said(table: str, options: dict[str, tuple[str, ...]]) -> None:
    assert sorted(texts(read(table, "a.csv", "utf-8", **options))[0].items()) == sorted(ROPE[0].items())


def test_a_column_that_is_not_understood_is_refused() -> None:
    with pytest.raises(UsageError, match="colour"):
        tables.parse(b"a,b\n", "a.csv", columns=("en,colour",))


def test_columns_without_a_language_are_told() -> None:
    assert codes("Термин,Перевод\nrope,канат\n".encode(), "a.csv") == ["F149", "F149"]


# -- workbooks ----------------------------------------------------------------------------------------------------


def packed(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def book_of(*rows: list[object]) -> Workbook:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return book


def test_merged_cells_are_headers_over_columns_and_concepts_over_rows() -> None:
    book = book_of(
        ["The ports", None, None, None],
        ["English", None, "Русский", None, "Definition"],
        ["Term", "Status", "Термин", "Статус", None],
        ["rope", "preferred", "канат", "основной", "a line"],
        [None, None, "трос", "допустимый", None],
        ["Second part", None, None, None, None],
        ["tide", None, "прилив", None, None],
    )
    for cells in ("A1:E1", "A2:B2", "C2:D2", "E2:E3", "A4:A5", "A6:E6"):
        book.worksheets[0].merge_cells(cells)
    reading = tables.parse(packed(book), "a.xlsx")

    assert texts(reading.value.concepts) == [
        {"en": ["rope"], "ru": ["канат", "трос"]},
        {"en": ["tide"], "ru": ["прилив"]},
    ]
    assert [f.code for f in reading.findings] == ["F158"]
    assert reading.value.concepts[0].languages[1].terms[1].status is Status.ADMITTED


def test_cells_that_are_no_texts_are_read_as_they_look() -> None:
    book = book_of(["en", "ru", "note"], [12, 3.5, True], [2.0, "два", None])

    assert [
        [t.text for s in c.languages for t in s.terms]
        for c in tables.parse(packed(book), "a.xlsx").clean().concepts
    ] == [
        ["12", "3.5"],
        ["2", "два"],
    ]


def test_formulas_without_a_value_errors_and_dates_are_told_by_their_cells() -> None:
    import datetime as dt  # noqa: PLC0415

    book = book_of(["en", "ru"], ["=A1&1", "а"], ["#N/A", "б"], [dt.date(2024, 1, 2), "в"])
    book.worksheets[0]["A3"].data_type = "e"
    reading = tables.parse(packed(book), "a.xlsx")

    assert [(f.code, f.place.line) for f in reading.findings] == [("F148", 2), ("F148", 3), ("F157", 4)]
    assert "A2" in str(reading.findings[0].message)


def test_every_sheet_with_terms_is_read_and_hidden_ones_are_named() -> None:
    book = book_of(["en", "ru"], ["rope", "канат"])
    for title, rows in {"More": [["en", "ru"], ["tide", "прилив"]], "Notes": [["Read me first"]]}.items():
        for row in rows:
            (book[title] if title in book.sheetnames else book.create_sheet(title)).append(row)
    hidden = book.create_sheet("Old")
    hidden.append(["en", "ru"])
    hidden.append(["moon", "луна"])
    hidden.sheet_state = "hidden"
    data = packed(book)

    assert len(tables.parse(data, "a.xlsx").value.concepts) == 2
    assert codes(data, "a.xlsx") == ["F147", "F144"]
    assert texts(tables.parse(data, "a.xlsx", sheet="Old").clean().concepts) == [
        {"en": ["moon"], "ru": ["луна"]}
    ]
    assert texts(tables.parse(data, "a.xlsx", sheet="2").clean().concepts) == [
        {"en": ["tide"], "ru": ["прилив"]}
    ]
    assert codes(data, "a.xlsx", sheet="Nine") == ["F147"]


def test_a_size_that_a_workbook_only_claims_is_not_believed() -> None:
    data = packed(book_of(["en", "ru"], ["rope", "канат"]))
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for part in old.namelist():
            new.writestr(part, old.read(part).replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"'))

    assert texts(tables.parse(changed.getvalue(), "a.xlsx").clean().concepts) == ROPE


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed_:
        packed_.writestr("xl/worksheets/sheet1.xml", bytes(32 << 20))
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "name", "code", "says"),
    [
        (OLE + bytes(100), "a.xls", "F142", "before 2007"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "F142", "password"),
        (b"PK\x03\x04" + bytes(30), "a.xlsx", "F142", "readable"),
        (bomb(), "a.xlsx", "F141", "unpack"),
        (b"", "a.tsv", "F143", "rows"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(data: bytes, name: str, code: str, says: str) -> None:
    (finding,) = tables.parse(data, name).findings

    assert finding.code == code
    assert says in str(finding.message)


@pytest.mark.skipif(not SHARED.exists(), reason="the folder ../shared/formats is absent")
def test_the_samples_are_read_without_a_complaint() -> None:
    for path in sorted(SHARED.glob("*.csv")):
        reading = tables.parse(path.read_bytes(), path.name)

        assert {f.code for f in reading.findings} <= {"F156"}, path.name
        assert all(len(c.languages) == 2 for c in reading.value.concepts), path.name
