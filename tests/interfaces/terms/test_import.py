"""A glossary of others is merged into ours on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import Workbook

from termaccord.formats import tables, tbx
from termaccord.model import Concept, Glossary, LanguageSection, Status, Term

Call = Callable[..., Result]
FILE = "glossary/rivers.tbx"
TABLE = """en,ru,definition
River Council,Речной совет,
Councils of Rivers,речные советы,Those who run the rivers.
tide,прилив,
"""
QUARREL = "en,en status,ru\nRiver Council,,Совет реки\nRC,deprecated,Речной совет\n"


def concepts(path: str = FILE) -> dict[str, Concept]:
    return {c.id: c for c in tbx.parse(Path(path).read_bytes(), path).clean().concepts}


def put(text: str, name: str = "a.csv") -> str:
    Path(name).write_text(text, "utf-8")
    return name


def test_what_is_new_comes_in_and_the_rest_of_the_file_stays(rivers: Path, terms: Call) -> None:
    before = Path(FILE).read_text("utf-8").splitlines()
    answer = terms("import", put(TABLE), "--by", "Ada")

    assert answer.return_value == 0
    assert "new 1, extended 1, unchanged 1, in conflict 0" in answer.stdout
    assert sorted(concepts()) == ["c-river-council", "c-tide"]
    assert set(before) <= set(Path(FILE).read_text("utf-8").splitlines())


def test_what_is_imported_twice_changes_nothing(rivers: Path, terms: Call) -> None:
    terms("import", put(TABLE), "--by", "Ada")
    before = Path(FILE).read_bytes()
    answer = terms("import", "a.csv", "--by", "Ben")

    assert (answer.return_value, Path(FILE).read_bytes()) == (0, before)
    assert "new 0, extended 0, unchanged 3" in answer.stdout


def test_a_trial_shows_the_difference_and_writes_nothing(rivers: Path, terms: Call) -> None:
    before = Path(FILE).read_bytes()
    answer = terms("import", put(TABLE), "--dry-run")

    assert Path(FILE).read_bytes() == before
    assert '+      <termEntry id="c-tide">' in answer.stdout
    assert "would get: new 1" in answer.stdout


def test_contradictions_are_shown_side_by_side_and_left_alone(rivers: Path, terms: Call) -> None:
    before = Path(FILE).read_bytes()
    answer = terms("import", put(QUARREL))

    assert (answer.return_value, Path(FILE).read_bytes()) == (1, before)
    assert "ours    Речной совет\n    theirs  Совет реки" in answer.stdout
    assert "ours    preferred\n    theirs  deprecated" in answer.stdout


@pytest.mark.parametrize(
    ("options", "status", "names"),
    [
        (("--prefer", "ours"), 0, {"RC": "preferred", "Речной совет": "preferred"}),
        (
            ("--prefer", "theirs"),
            0,
            {"RC": "deprecated", "Речной совет": "admitted", "Совет реки": "preferred"},
        ),
        (("--add",), 1, {"RC": "preferred", "Речной совет": "preferred", "Совет реки": "admitted"}),
        (("--new-only",), 0, {"RC": "preferred", "Речной совет": "preferred"}),
    ],
)
def test_who_is_right_is_said_with_an_option(
    rivers: Path, terms: Call, options: tuple[str, ...], status: int, names: dict[str, str]
) -> None:
    answer = terms("import", put(QUARREL), *options)
    found = {
        t.text: t.status.value if t.status else None
        for s in concepts()["c-river-council"].languages
        for t in s.terms
    }

    assert answer.return_value == status
    assert {name: found.get(name) for name in names} == names
    assert ("Совет реки" in found) == ("Совет реки" in names)


def test_json_tells_what_became_of_each_concept(rivers: Path, terms: Call) -> None:
    answer = json.loads(
        terms("import", put(TABLE + "River Council,Совет реки,\n"), "--format", "json").stdout
    )

    assert (answer["target"], answer["written"], answer["open"]) == (FILE, True, 1)
    assert answer["counts"] == {"new": 1, "same": 1, "added": 1, "conflict": 1, "left out": 0}
    assert [one["ours"] for one in answer["concepts"]] == [
        "c-river-council",
        "c-river-council",
        "c-tide",
        "c-river-council",
    ]
    assert answer["concepts"][3]["conflicts"] == [
        {
            "matter": "rendering",
            "language": "ru",
            "term": "River Council",
            "ours": "Речной совет",
            "theirs": "Совет реки",
            "decided": None,
        }
    ]


def test_new_concepts_may_come_into_another_subject(rivers: Path, terms: Call) -> None:
    answer = terms("import", put(TABLE), "--into", "seas", "--status", "preferred", "--by", "Ada")

    assert answer.return_value == 0
    assert list(concepts("glossary/seas.tbx")) == ["c-tide"]
    assert list(concepts()) == ["c-river-council"]
    assert {t.status for s in concepts("glossary/seas.tbx")["c-tide"].languages for t in s.terms} == {
        Status.PREFERRED
    }


GLOSSARY = Glossary(
    (Concept("T-1", (LanguageSection("en", (Term("tide"),)), LanguageSection("ru", (Term("прилив"),)))),)
)


def test_other_kinds_of_files_are_taken(rivers: Path, terms: Call) -> None:
    book = Workbook()
    for row in (["Термин", "Перевод"], ["moon", "луна"]):
        book.worksheets[0].append(row)
    book.save("a.xlsx")
    Path("a.tbx").write_bytes(tbx.serialize(GLOSSARY, tbx.Dialect.BASIC_DCT))
    Path("a.tsv").write_bytes(tables.serialize(GLOSSARY.concepts, "tsv"))

    assert terms("import", "a.xlsx", "--columns", "en,ru").return_value == 0
    assert terms("import", "a.tbx", "a.tsv").return_value == 0
    assert sorted(concepts()) == ["T-1", "c-moon", "c-river-council"]


def test_a_file_that_is_named_is_imported_into(rivers: Path, terms: Call) -> None:
    Path("own.tbx").write_bytes(tbx.serialize(GLOSSARY, tbx.Dialect.BASIC_DCA))
    answer = terms("import", put("en,ru\ntide,прилив\nmoon,луна\n"), "--glossary", "own.tbx")

    assert answer.return_value == 0
    assert sorted(concepts("own.tbx")) == ["T-1", "c-moon"]
    assert b'type="TBX-Basic" style="dca"' in Path("own.tbx").read_bytes()


def test_a_file_with_errors_is_imported_as_far_as_it_goes(rivers: Path, terms: Call) -> None:
    answer = terms("import", put('en,ru\nmoon,луна\n"tide,прилив\n'))

    assert answer.return_value == 2
    assert "c-moon" in concepts()
    assert "a.csv:3" in answer.stderr


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (("missing.csv",), "missing.csv"),
        (("termaccord.toml",), "termaccord.toml"),
        ((FILE,), "one of the glossaries"),
        (("a.tmx",), "translations"),
    ],
)
def test_what_holds_no_terms_of_others_is_refused(
    rivers: Path, terms: Call, files: tuple[str, ...], says: str
) -> None:
    Path("a.tmx").write_text(
        '<?xml version="1.0"?><tmx version="1.4"><header creationtool="a" creationtoolversion="1" '
        'segtype="sentence" o-tmf="a" adminlang="en" srclang="en" datatype="plaintext"/><body/></tmx>',
        "utf-8",
    )
    before = Path(FILE).read_bytes()
    answer = terms("import", *files)

    assert answer.exception is not None
    assert says in str(answer.exception)
    assert Path(FILE).read_bytes() == before


def test_a_project_without_a_glossary_gets_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terms: Call
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("termaccord.toml").write_text('subject = "seas"\n', "utf-8")
    answer = terms("import", put("en,ru\nmoon,луна\ntide,прилив\n"), "--by", "Ada")

    assert answer.return_value == 0
    assert sorted(concepts("glossary/seas.tbx")) == ["c-moon", "c-tide"]


def test_terms_of_no_text_are_told_and_do_not_come(rivers: Path, terms: Call) -> None:
    data = tbx.serialize(GLOSSARY).replace("<term>прилив</term>".encode(), b"<term></term>")
    Path("a.tbx").write_bytes(data)

    assert terms("import", "a.tbx").return_value == 2
    assert [s.language for s in concepts()["T-1"].languages] == ["en"]


def test_an_old_excel_file_is_told_for_what_it_is(rivers: Path, terms: Call) -> None:
    Path("a.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    answer = terms("import", "a.xls")

    assert answer.return_value == 2
    assert "before 2007" in answer.stderr


QUARREL_AMONG_THEMSELVES = """en,ru,ru status
River Council,Речной комитет,preferred
River Council,Комитет рек,preferred
"""


def test_a_file_that_contradicts_itself_is_not_right_against_itself(rivers: Path, terms: Call) -> None:
    answer = terms("import", put(QUARREL_AMONG_THEMSELVES), "--prefer", "theirs", "--by", "Ada")
    found = {t.text: t.status for s in concepts()["c-river-council"].languages for t in s.terms}
    before = Path(FILE).read_bytes()

    assert answer.return_value == 1
    assert "ours    Речной комитет\n    theirs  Комитет рек" in answer.stdout
    assert (found["Речной комитет"], found["Речной совет"]) == (Status.PREFERRED, Status.ADMITTED)
    assert "Комитет рек" not in found
    assert terms("import", "a.csv", "--prefer", "theirs", "--by", "Ben").return_value == 1
    assert Path(FILE).read_bytes() == before


def test_two_renderings_of_theirs_come_both_and_the_first_is_preferred(rivers: Path, terms: Call) -> None:
    table = put("en,ru\nRiver Council,Речной комитет\nRiver Council,Комитет рек\n")

    assert terms("import", table, "--prefer", "theirs", "--by", "Ada").return_value == 0
    found = {t.text: t.status for s in concepts()["c-river-council"].languages for t in s.terms}
    before = Path(FILE).read_bytes()
    assert (found["Речной комитет"], found["Комитет рек"]) == (Status.PREFERRED, Status.ADMITTED)
    assert terms("import", table, "--prefer", "theirs", "--by", "Ben").return_value == 0
    assert Path(FILE).read_bytes() == before


def test_a_status_of_ours_that_nobody_knows_is_ours_all_the_same(rivers: Path, terms: Call) -> None:
    known, unknown = b"preferredTerm-admn-sts", b"Vorzug"
    Path(FILE).write_bytes(Path(FILE).read_bytes().replace(known, unknown))
    table = put("en,en status,ru\nRiver Council,deprecated,Речной совет\ntide,,прилив\n")
    answer = terms("import", table, "--by", "Ada")

    assert answer.return_value == 1
    assert "ours    Vorzug\n    theirs  deprecated" in answer.stdout
    assert "c-tide" in concepts()
    assert terms("import", table, "--prefer", "theirs", "--by", "Ada").return_value == 0
    found = {t.text: t for s in concepts()["c-river-council"].languages for t in s.terms}
    assert found["River Council"].status is Status.DEPRECATED
    assert not [one for one in found["River Council"].extra if one.kind == "termNote"]


def test_a_note_comes_before_the_transactions_of_a_file_of_any_layout(rivers: Path, terms: Call) -> None:
    history = (
        "<transacGrp><transac type='transactionType'>origination</transac>"
        "<date>2020-01-02</date></transacGrp>"
    )
    entry = (
        f"<termEntry id='c1'>{history}<langSet xml:lang='en'><tig><term>tide</term>{history}</tig></langSet>"
    )
    Path("ours.tbx").write_text(
        "<martif type='TBX-Basic' xml:lang='en'><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc>"
        f"</fileDesc></martifHeader><text><body>{entry}</termEntry></body></text></martif>",
        "utf-8",
    )
    table = put("en,en note,note\ntide,of words,of things\ntide,more words,more things\n")
    answer = terms("import", table, "--glossary", "ours.tbx", "--by", "Ada")

    assert answer.return_value == 0
    said = concepts("ours.tbx")["c1"]
    of_terms = said.languages[0].terms[0].extra
    assert [one.text for one in said.extra if one.kind == "note"] == ["of things", "more things"]
    assert [one.text for one in of_terms if one.kind == "note"] == ["of words", "more words"]
    assert [one.kind for one in said.extra][:3] == ["note", "note", "transacGrp"]


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(rivers: Path, terms: Call) -> None:
    Path("a.tbx").write_text("<martif><text><body><termEntry id='x'><langSet", "utf-8")
    answer = terms("import", "a.tbx")

    assert answer.return_value == 2
    assert [line.split()[1] for line in answer.stderr.splitlines()] == ["F001"]
